"""Bodies that a heading makes responsible for what stands under it, and headings that only look like one."""

import pytest

import kjplan

SHARED_OUT = """2023年工作要点
一、任务分工
1.办公室：推进政务公开。
2.规划科：编制年度计划。
3.数据中心：做好统计。
"""
BESIDE_THEIR_OWN = """2023年工作要点
一、职责分工
1.街道消委办。牵头开展关爱工作。消委办负责巡查，安监所配合。
2.服务办。做好服务。
3.地方水利部门。组织检查。
"""
ALONE = """2023年工作方案
一、时间安排
（一）{}
2023年10月底前，组织完成检查。
（二）2023年7月至9月，对开展检查的地方抽查其中的一成，并把抽查的结果送给各有关单位，推动整改到位。
"""
BY_DEPARTMENT = """2023年重点任务
（一）市科技局
1.建设平台。年内建成。
2.培育企业。（市财政局负责）
（二）市教育局、市人社局
1.推进改革。改革学校。
"""
IN_TITLE = """2023年工作要点
一、重点任务
（一）建设平台（责任单位：市科技局）
1.建设实验室。年内建成。
2.培育企业。新增10家。
（二）推进改革
1.改革学校。年内完成。
"""
UNDER_TITLE = """2023年工作要点
一、重点任务
（一）建设平台
牵头单位：市科技局；配合单位：市财政局
1.建设实验室。年内建成。
2.培育企业。新增10家。（市工信局负责）
"""


def stated(text: str) -> dict[str, str]:
    """Roles of the bodies of each measure, by number and title."""
    plan = kjplan.parse(text)
    for measure in plan.measures:
        for body in measure.responsibility.bodies:
            assert body.span is not None
            assert text[slice(*body.span)] == body.name
            assert body.name in [b.name for b in measure.bodies]
    return {m.title or m.text: " ".join(f"{b.name}:{b.role}" for b in m.responsibility.bodies) for m in plan.measures}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SHARED_OUT, {"办公室": "办公室:lead", "规划科": "规划科:lead", "数据中心": "数据中心:lead"}),
        (
            BESIDE_THEIR_OWN,
            {
                "街道消委办": "街道消委办:lead 安监所:support",
                "服务办": "服务办:lead",
                "地方水利部门": "地方水利部门:lead",
            },
        ),
        (
            BY_DEPARTMENT,
            {"建设平台": "市科技局:lead", "培育企业": "市财政局:lead", "推进改革": "市教育局:joint 市人社局:joint"},
        ),
        (IN_TITLE, {"建设实验室": "市科技局:lead", "培育企业": "市科技局:lead", "改革学校": ""}),
        (UNDER_TITLE, {"建设实验室": "市科技局:lead 市财政局:support", "培育企业": "市工信局:lead"}),
    ],
)
def test_what_stands_under_a_heading_has_its_bodies(text: str, expected: dict[str, str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2023年要点\n一、重点任务\n1.建设数据中心。年内建成。\n2.建设检测中心。年内建成。\n",
        "2023年要点\n一、重点任务\n1.科技创新平台。建成2个。\n2.重点实验室。建成3家。\n3.产业园区。建成1个。\n",
        "2023年要点\n一、重点任务\n1.办公室。改善条件。\n2.科普活动。办好科普周。\n3.人才队伍。引进人才。\n",
        "2023年要点\n一、重点任务\n（一）建设平台（中原之光）\n1.选址。年内完成。\n2.施工。年内开工。\n",
    ],
)
def test_headings_that_name_no_body(text: str) -> None:
    assert set(stated(text).values()) == {""}


def test_the_statement_is_not_shared_between_measures() -> None:
    first, second = kjplan.parse(IN_TITLE).measures[:2]
    assert first.responsibility == second.responsibility
    assert first.responsibility.bodies is not second.responsibility.bodies


def test_the_rule_that_the_first_leads_may_stand_anywhere() -> None:
    text = "2023年工作要点\n现将任务印发，责任单位中列第\n一位的为牵头单位。\n一、重点任务\n1.建平台。建成。（市科技局、市财政局负责）\n"
    assert stated(text) == {"建平台": "市科技局:lead 市财政局:joint"}


@pytest.mark.parametrize(("title", "bodies"), [("地方水利部门", "地方水利部门:lead"), ("数据中心", ""), ("办公室", "")])
def test_one_title_is_enough_where_it_is_surely_a_department(title: str, bodies: str) -> None:
    assert stated(ALONE.format(title))[title] == bodies


BESIDE_A_HELPER = """2023年任务分解
（一）市城管局
1.整治市容。年内完成。
2.治理停车（配合单位：市公安局）。
（二）市住建局
1.改造小区。年内完成。
"""


def test_the_body_of_a_heading_answers_beside_a_helper() -> None:
    assert stated(BESIDE_A_HELPER)["治理停车（配合单位：市公安局）"] == "市城管局:lead 市公安局:support"


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("以上工作由市工信局、市农业局分别负责。", "市工信局:joint 市农业局:joint"),
        ("（以上任务由市工信局负责）", "市工信局:lead"),
        ("该项工作由市工信局负责。", ""),
        ("以上企业由市工信局负责认定。", ""),
    ],
)
def test_what_is_said_of_all_above(last: str, first: str) -> None:
    text = f"2023年工作要点\n一、抓好产业\n（一）壮大工业。实施项目。\n（二）做优农业。建设农田。\n{last}\n二、抓好民生\n（一）办学。办好学校。\n"
    assert stated(text)["壮大工业"] == first


@pytest.mark.parametrize("title", ["建库", "入园", "进社区"])
def test_short_titles_that_are_something_to_do_are_no_bodies(title: str) -> None:
    text = f"2023年档案工作要点\n一、任务分工\n1.{title}\n推进此事。\n2.市档案局\n总体协调。\n"
    assert stated(text) == {title: "", "市档案局": "市档案局:lead"}
