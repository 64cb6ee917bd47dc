"""A table of contents tells where a title ends that a wrapped text joined to the words behind it."""

import pytest

from kjplan.model import Section
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text

NAME = "持续深化水利工程建设管理体制改革，增强城乡供水保障新能力"
BODY = "围绕供水安全这一根本任务和河湖健康这一长远目标，坚持把管\n好用水放在更加突出的位置，统筹推进水源、水网、水厂建设，\n加快补齐短板，努力让城乡居民都用上放心水。\n"
TASKS = "（一）兴建泵站。新建泵站50座，更换老旧水泵20台，改造泵站的\n供电线路，泵站全部实现远程控制。\n（二）兴修管网。改造管网80公里，检测漏损点位，更换锈蚀的老\n旧管道，供水管网的漏损明显减少。\n"


def first_part(contents: str) -> tuple[str | None, str]:
    text = f"青岚市水利发展规划（2026—2030年）\n{contents}一、{NAME}\n{BODY}{TASKS}"
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    part = next(parsed.plan.walk(Section))
    return part.title, part.text[0].text[:4] if part.text else ""


@pytest.mark.parametrize("leaders", ["......", "…………", "．．．．．．"])
def test_its_title_is_the_heading_s(leaders: str) -> None:
    contents = f"目 录\n一、{NAME}{leaders}3\n（一）兴建泵站{leaders}3\n（二）兴修管网{leaders}4\n"
    assert first_part(contents) == (NAME, "围绕供水")


@pytest.mark.parametrize(
    "contents",
    [
        f"目 录\n二、{NAME}......3\n",
        f"目 录\n一、{NAME}的意义......3\n",
        f"目 录\n一、{NAME.replace('，', '、')}......3\n",
    ],
    ids=["another number", "a longer title", "another title"],
)
def test_another_title_is_not(contents: str) -> None:
    assert first_part(contents)[0] != NAME
