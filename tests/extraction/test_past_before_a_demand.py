"""A figure behind a clause on what was done: what is then demanded is a target, what goes on telling is none."""

import pytest

from kjplan.parsing import parse_source
from kjplan.reading import decode


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("近年来统计违纪案件仍有发生,要严格执法,检查企业80家。", ["80家"]),
        ("近年来严格执法,检查企业80家。", []),
        ("目前自来水普及率为92%,年底达到95%。", ["达到95%"]),
        ("目前自来水普及率为92%,去年底达到91%。", []),
        ("已交办的积案6月底前化解,化解率达到90%以上。", ["达到90%以上"]),
        ("已交办积案126件,化解率达到90%以上。", []),
        ("已建成的园区入驻企业多,税收达到3亿元。", []),
        ("推进已建泵站改造,完好率达到96%以上。", ["达到96%以上"]),
        ("泵站改造已建章立制,完好率达到96%以上。", []),
        ("推进已取得成效,完好率达到96%以上。", []),
    ],
)
def test_past(sentence: str, figures: list[str]) -> None:
    text = f"兰溪市2024年工作要点\n一、第一项工作。{sentence}\n二、第二项工作。新建水厂6座。\n三、第三项工作。举办展会3场。\n"
    plan = parse_source(decode(text.encode())).plan
    assert [t.quote for t in plan.measures[0].targets if t.value is not None] == figures
