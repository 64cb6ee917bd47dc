"""What is to be able to do so much, whom something is done for, shares that are to build something, and ranks with a hope."""

import pytest

from kjplan.parsing import parse_source
from kjplan.reading import from_text

Target = tuple[str, str | None, str, str, str | None, str | None]


def targets(text: str) -> list[Target]:
    plan = parse_source(from_text(f"青岚市2025年水利工作要点\n一、重点任务\n1.做好工作。{text}\n")).plan
    return [
        (t.indicator, t.verb, t.comparator, str(t.value), t.unit, t.basis) for m in plan.measures for t in m.targets
    ]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("形成年处理淤泥3万吨的能力。", ("年处理淤泥能力", "形成", "bare", "3", "万吨", "level")),
        ("新增日供水2万吨规模。", ("日供水规模", "新增", "bare", "2", "万吨", "increment")),
        ("形成年产4万台的生产能力。", ("年生产能力", "形成", "bare", "4", "万台", "level")),
        ("具备覆盖6万户家庭的服务能力。", ("覆盖家庭的服务能力", "具备", "bare", "6", "万户", "level")),
        ("实现年接待游客7万人次以上的接待能力。", ("年接待游客能力", "实现", "ge", "7", "万人次", "level")),
    ],
)
def test_capacities(text: str, target: Target) -> None:
    assert targets(text) == [target]


@pytest.mark.parametrize(
    "text",
    [
        "该项目建成后，可形成年处理淤泥3万吨的能力。",
        "我市已形成年处理淤泥3万吨的能力。",
        "对具备年处理淤泥3万吨以上能力的企业给予补助。",
        "推广形成年处理淤泥3万吨设施的经验。",
    ],
)
def test_no_capacities(text: str) -> None:
    assert targets(text) == []


def test_whom_something_is_done_for() -> None:
    assert targets("为600户安装水表。") == [("水表", "安装", "bare", "600", "户", "scope")]
    assert targets("为600户安装了水表。") == []
    assert targets("对600户进行检查。") == []


def test_shares_that_are_to_build_or_carry_out() -> None:
    assert targets("到2025年，60%的县建设监测站。") == [("县建设监测站", "建设", "bare", "60", "%", "share")]
    assert targets("确保70%的小区实施分类。") == [("小区实施分类", "实施", "bare", "70", "%", "share")]
    assert targets("到2025年，拨付60%的县建设资金。") == [("县建设资金", "拨付", "bare", "60", "%", "share")]


def test_a_rank_hoped_for_and_one_to_leave() -> None:
    assert targets("综合排名争取进入全省前三位。") == [("综合排名", "进入", "le", "3", "位", "rank")]
    assert targets("综合排名退出全省后三位。") == []
