"""What extractors do to a text is undone before it is read; every place still is one of the text as it came."""

from cProfile import Profile

import pytest

import kjplan
from benchmarks.deforming import DEFORMATIONS
from kjplan.model import Goal, Measure, Plan
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import fold, from_text
from tests.conftest import NOTICE

TEXT = NOTICE.read_text(encoding="utf-8")

SCHEME = """甲市水务局2023年节水工作方案
一、总体要求
到2023年底，全市节水型企业达到120家，R&D投入强度达到2.5%。
二、重点任务
（一）改造管网。改造老旧管网30公里，2023年6月底前完成。（责任单位：市城管局）
（二）推进计量。新装智能水表5000只。（责任单位：市城管局、各区水务局）
三、保障措施
（一）加强领导。各区要明确专人负责。
甲市水务局
2023年3月1日
"""


def said(plan: Plan) -> list[object]:
    """Figures, bodies and deadlines, as they are written but for their blanks."""
    nodes: list[Goal | Measure] = [*plan.goals, *plan.measures]
    figures = [(fold(t.indicator), t.value, fold(t.unit or "")) for n in nodes for t in n.targets]
    duties = [(b.name, b.role) for n in nodes for b in n.responsibility.bodies]
    return [plan.year, plan.document.signed_date, figures, duties, [d.date for n in nodes for d in n.due]]


def checked(text: str) -> Plan:
    """The plan of a text, of which nothing is lost, with every figure at its place."""
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    for target in parsed.plan.targets:
        assert target.span is not None
        assert target.quote == parsed.source.words(*target.span)
    for node, _ in parsed.plan.nodes():
        assert node.span is not None
        assert text[slice(*node.span)] == text[slice(*node.span)].strip()
    return parsed.plan


NOT_YET = {"three lines each joined"}
"""The signature is glued to the words before it."""


@pytest.mark.parametrize("name", [n for n in DEFORMATIONS if n not in NOT_YET])
@pytest.mark.parametrize("text", [SCHEME, TEXT], ids=["scheme", "notice"])
def test_a_deformed_text_says_what_it_said(name: str, text: str) -> None:
    if text is SCHEME and "wrapped at" in name:
        pytest.skip("too few lines to see a margin")
    assert said(checked(DEFORMATIONS[name](text))) == said(kjplan.parse(text))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("到 2022 年底，R&D 投入强度达到 2.5 %。", "到2022年底，R&D投入强度达到2.5%。"),
        ("新 建 实 验 室 10 家，引进人才。", "新建实验室10家，引进人才。"),
        ("按甲发〔 2021 〕 267 号执行。", "按甲发〔2021〕267号执行。"),
        ("（ 一 ）加强领导。", "（一）加强领导。"),
        ("二 〇 二 二 年 三 月 一 日印发。", "二〇二二年三月一日印发。"),
        ("推\u200b进建\u00ad设。", "推进建设。"),
        ("**一、总体要求**", "一、总体要求"),
        ("**第三条 **为规范采购，**制定**本办法。", "第三条 为规范采购，制定本办法。"),
        ('[首页](https://a.cn/)、[政策](/zc/ "政策")![](http://a.cn/x.png)', "首页、政策"),
        ("R&amp;D 投入增长。", "R&D 投入增长。"),
        ("到2O22年建成。", "到2022年建成。"),
    ],
)
def test_what_is_put_in_order(typed: str, words: str) -> None:
    source = from_text(typed)
    assert source.words(0, len(typed)) == words


@pytest.mark.parametrize(
    "typed",
    [
        "1 总则",
        "省 市 县 乡四级联动。",
        "责任单位 市科技局",
        "deep learning 2022",
        "甲区 120 家\n乙区 30 家",
        "成文日期 2021-04-20 发布日期 2021-04-20",
        "1 新增企业 家 120 市科技局",
        "8 % 预期性 60",
        "Office 2022 and PDF",
        "O2O22 平台",
        "九·一八纪念活动",
        "重点\n1\n·推进改革\n2\n·加强管理",
        "2*3**4",
        "临山**有限公司职工陈**未戴安全帽，由市应急局对临山**有限公司依法处罚。",
        "见[2]（附表）**注",
        "序号\n1\n2\n3",
    ],
)
def test_what_stays_as_it_is(typed: str) -> None:
    assert from_text(typed).tidied is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("建设平台，新 建 实 验 室 1 0 家 。", "新建实验室10家"),
        ("新 建 实 验 室 1 0 家 ， 到 2022 年 1 0 月 。", "新建实验室10家，到2022年10月"),
        ("新 建 实 验 室 10 12 家 。", "新建实验室10 12家"),
    ],
)
def test_figures_whose_digits_stand_apart_are_one(typed: str, meant: str) -> None:
    tidied = from_text(typed).tidied
    assert tidied is not None
    assert meant in tidied.source.text


def test_page_numbers_are_the_pages_and_their_places_true() -> None:
    plan = checked(
        "某市2023年工作要点\n一、重点任务\n1.加快补齐水利短板，压实责任，全年开工建设水\n— 3 —\n库12座，加固堤防。"
        + "推进工作。" * 30
    )
    (page,) = plan.furniture
    assert (page.kind, page.text) == ("page_number", "— 3 —")
    (measure,) = plan.walk(Measure)
    assert [t.quote for t in measure.targets] == ["12座"]
    assert "开工建设水库12座" in (measure.text or "")


def test_numbers_of_rows_are_no_page_numbers() -> None:
    rows = "\n".join(f"{n}\n" + "\n".join(f"事项{n}之{k}" for k in range(14)) for n in range(1, 4))
    assert from_text(f"序号\n事项\n{rows}").tidied is None


def test_points_that_stand_at_the_top_of_pages_are_no_running_head() -> None:
    page = "4.推进平台\n- 3 -\n" + "建设平台，完善机制。\n" * 3
    plan = checked("2023年工作要点\n一、任务\n（一）甲\n" + page + "（二）乙\n" + page)
    assert [f.kind for f in plan.furniture] == ["page_number", "page_number"]


@pytest.mark.parametrize(("number", "kinds"), [("（1）\n", ["page_number"] * 2), ("", ["other", "page_number"] * 2)])
def test_a_title_below_its_number_is_no_running_head(number: str, kinds: list[str]) -> None:
    """The same line above each page number is the page's; below a number it is what that counts."""
    for title in ("推进平台\n- 3 -\n", "- 3 -\n推进平台\n"):
        page = number + title + "建设平台，完善机制。\n" * 3
        plan = checked("2023年工作要点\n一、任务\n（一）甲。\n" + page + "（二）乙。\n" + page)
        assert sorted(f.kind for f in plan.furniture) == sorted(kinds)


def test_a_number_alone_at_the_top_of_pages_is_no_running_head() -> None:
    """A circled one is a number as （1） is; a mark that counts nothing is the page's."""
    for mark, kinds in (("①", ["page_number"] * 2), ("◎", ["other", "page_number"] * 2)):
        page = f"- 3 -\n{mark}\n推进平台\n" + "建设平台，完善机制。\n" * 3
        plan = checked("2023年工作要点\n一、任务\n（一）甲。\n" + page + "（二）乙。\n" + page)
        assert sorted(f.kind for f in plan.furniture) == sorted(kinds)


def test_what_is_put_in_order_costs_little_more() -> None:
    text = DEFORMATIONS["blanks between all characters"](SCHEME * 40)

    def calls(times: int) -> int:
        profile = Profile()
        profile.runcall(from_text(text * times).__getattribute__, "tidied")
        return sum(entry.callcount for entry in profile.getstats())

    assert calls(4) < 5 * calls(1)


@pytest.mark.parametrize(
    "last",
    ["甲市水务局 2023 年 3 月 1 日", "甲市水务局2023年3月1日", "各区要抓好落实。甲市水务局\u3000\u30002023年3月1日"],
)
def test_signature_and_date_may_share_a_line(last: str) -> None:
    plan = checked(f"2023年节水工作要点\n一、重点任务\n1.改造管网。改造管网30公里。\n2.加强管理。压实责任。\n{last}\n")
    assert (plan.document.signatures, plan.document.signed_date) == (["甲市水务局"], "2023-03-01")
    assert "甲市水务局" not in plan.measures[-1].text


@pytest.mark.parametrize(
    "last", ["材料请报甲市水务局2023年3月1日", "完成时限为2023年3月1日", "责任单位：甲市水务局 2023年3月1日"]
)
def test_a_date_behind_other_words_is_no_signature(last: str) -> None:
    plan = kjplan.parse(
        f"2023年节水工作要点\n一、重点任务\n1.改造管网。改造管网30公里。\n2.加强管理。压实责任。\n{last}\n"
    )
    assert plan.document.signatures == []


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ('"推进\n建设"', "推进建设"),
        ('"改造老旧管网\n工程。全年完成。"', "改造老旧管网工程"),
        ('"改造管网\n新装水表5000只。"', "改造管网"),
    ],
)
def test_a_narrow_cell_breaks_no_name(cell: str, title: str) -> None:
    text = f"2023年工作要点\n一、任务\n序号\t工作任务\t责任单位\n1\t{cell}\t市水务局\n2\t加强管理\t市财政局\n"
    parsed = parse_source(from_text(text))
    measure = parsed.plan.measures[0]
    assert measure.title == title
    assert [b.name for b in measure.responsibility.bodies] == ["市水务局"]
    assert partition_faults(text, parsed.leaves) == []


def test_residue_beside_a_page_number_is_not_lost() -> None:
    text = "2023年工作要点\n一、重点任务\n1.建设水库。\n- 3 -\n\\\n\\\n2.加固堤防。\n"
    assert len(checked(text).measures) == 2
