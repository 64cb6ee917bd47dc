"""Shares of those who reach a figure, and figures that share their times; each with its nearest neighbours."""

import pytest

from kjplan.extraction.figures.targets import find_targets
from kjplan.extraction.times.deadlines import find_deadlines
from kjplan.model import Target
from tests.extraction.helpers import passage


def told(target: Target) -> str:
    """Indicator, comparator, value with its unit, and basis, on one line."""
    return f"{target.indicator} {target.comparator} {target.value}{target.unit} {target.basis}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the share is the target, what each of them reaches is not
        ("不少于80%的村集体经济收入达到10万元。", ["村集体经济收入达到10万元 ge 80% share"]),
        ("到2023年底，85%以上的村集体收入达到8万元。", ["村集体收入达到8万元 ge 85% share"]),
        ("村集体收入达到8万元。", ["村集体收入 ge 8万元 flow"]),
        ("收入8万元以上的村达到70%以上。", ["收入8万元以上的村 ge 70% share"]),
        # a share that is bound, hoped for or dated
        ("超过60%的企业实现数字化转型。", ["企业实现数字化转型 gt 60% share"]),
        ("30%以上的规上企业建立研发机构。", ["规上企业建立研发机构 ge 30% share"]),
        ("到2025年，60%的县达到优质均衡标准。", ["县达到优质均衡标准 bare 60% share"]),
        ("使85%以上的老年人享受签约服务。", ["老年人享受签约服务 ge 85% share"]),
        ("确保95%以上的儿童接种疫苗。", ["儿童接种疫苗 ge 95% share"]),
        ("60%的县达到优质均衡标准。", []),
        ("80%以上的农户参加过培训。", []),
        ("70%以上的患者接受了随访。", []),
        ("30%以上的企业已建立研发机构。", []),
        ("60%以上的专利通过企业转化。", []),
        ("对80%以上的村达到标准的县予以奖励。", []),
        # shares of several, each with what is to come true behind the last
        ("年底前，90%的站点、80%的车间完成改造。", ["站点完成改造 bare 90% share", "车间完成改造 bare 80% share"]),
        (
            "推动七成以上的景区、一半的酒店和40%的民宿实现直饮。",
            ["景区实现直饮 ge 7成 share", "酒店实现直饮 bare 50% share", "民宿实现直饮 bare 40% share"],
        ),
        ("90%的站点、80%的车间完成改造。", []),
        ("力争90%的企业、80%的学校参加了演练。", []),
        ("每年对30%以上的企业开展了检查。", []),
        ("确保三成的商户完成备案。", ["商户完成备案 bare 3成 share"]),
        ("备案率达到八成，其余在明年完成。", ["备案率 ge 8成 level"]),
        ("车辆有八成新，改由三成宫代管。", []),
        # names that share their head
        ("一、二产业增加值分别达到50亿元、300亿元。", ["一产业增加值 ge 50亿元 flow", "二产业增加值 ge 300亿元 flow"]),
        ("完成改造任务的60%。", ["改造任务 bare 60% share"]),
        ("森林覆盖率到2025年达到24%。", ["森林覆盖率 ge 24% level"]),
    ],
)  # fmt: skip
def test_shares(text: str, expected: list[str]) -> None:
    assert [told(target) for target in find_targets(passage(text), year=2022)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("覆盖率到2025年和2030年分别达到30%、50%。", [("到2025年", "2025-12-31"), ("2030年", "2030-12-31")]),
        ("到2023年、2025年，覆盖率分别达到60%和80%。", [("到2023年", "2023-12-31"), ("2025年", "2025-12-31")]),
        ("床位到2023年底、2025年底分别达到900张、1200张。", [("到2023年底", "2023-12-31"), ("2025年底", "2025-12-31")]),
        ("2022年和2023年分别改造小区50个、60个。", [("2022年", None), ("2023年", None)]),
        ("小区改造6月底、12月底前分别完成40%、100%。", [(None, "2022-06-30"), (None, "2022-12-31")]),
        ("到2023年、2025年，甲率达到60%。", [("2025年", "2025-12-31")]),
    ],
)
def test_times_of_a_row(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(target.period, target.due) for target in find_targets(passage(text), year=2022)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年和2030年分别达到30%、50%", ["到2025年", "2030年"]),
        ("到2023年、2025年，分别达到60%和80%", ["到2023年", "2025年"]),
        ("到2025年与2020年相比翻一番", ["到2025年"]),
    ],
)
def test_deadlines_of_a_row(text: str, expected: list[str]) -> None:
    assert [deadline.text for deadline in find_deadlines(passage(text), 2022)] == expected
