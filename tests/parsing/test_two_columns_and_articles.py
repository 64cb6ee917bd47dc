"""Tables of a task and a body a cell a line, and plans in articles whose first chapter is 总则."""

import pytest

import kjplan
from kjplan.model import Section
from kjplan.output.notice_text import render

ROWS = ["修建灌渠12公里", "县水利局", "更新水泵30台", "县农机站、各乡镇", "清理河道", "县住建局"]


def told(text: str) -> list[str]:
    """Titles and bodies of all measures."""
    return [f"{m.title} {[b.name for b in m.responsibility.bodies]}" for m in kjplan.parse(text).measures]


def test_a_task_and_a_body_a_line_are_rows() -> None:
    text = "甲县2023年水利任务分解表\n工作任务\n责任单位\n" + "\n".join(ROWS) + "\n"
    assert told(text) == ["修建灌渠12公里 ['县水利局']", "更新水泵30台 ['县农机站', '各乡镇']", "清理河道 ['县住建局']"]
    assert told(render(kjplan.parse(text))) == told(text)


@pytest.mark.parametrize(
    "lines",
    [
        ["工作任务", "责任单位", *ROWS[:4]],  # two rows may be words
        ["工作任务", "责任单位", *ROWS[:3], "各乡镇组织更新，县农机站指导", *ROWS[4:]],  # no name of a body below who
        ["工作任务", "完成时限", *ROWS],  # bodies below when
        ["工作任务", "督办单位", *ROWS],  # who only watches
    ],
)
def test_neighbours_give_no_row_to_anyone(lines: list[str]) -> None:
    plan = kjplan.parse("甲县2023年水利任务分解表\n" + "\n".join(lines) + "\n")
    assert next(m for m in plan.measures if m.title == ROWS[0]).responsibility.bodies == []


ARTICLES = """甲市粮食节约三年行动方案
第一章 总则
第一条 为节约粮食，制定本方案。
第二条 坚持节约优先、全链条治理的原则。
第三条 到2027年，全市仓储损失率降到0.5%以内，新建节粮示范点40个。
第二章 重点任务
第四条 改造老旧仓房。改造仓房60栋。
第五条 建设示范点。新建示范点15个。
第三章 附则
第六条 本方案自印发之日起施行。
"""


@pytest.mark.parametrize("text", [ARTICLES, ARTICLES.replace("\n", "")])
def test_the_first_chapter_of_a_plan_in_articles(text: str) -> None:
    plan = kjplan.parse(text)
    roles = {p.title: p.role for p in plan.parts if isinstance(p, Section)}
    assert roles == {"总则": "principles", "重点任务": "measures", "附则": "other"}
    goals = [(g.number, [f"{t.value}{t.unit}" for t in g.targets]) for g in plan.goals]
    assert goals == [("三", ["0.5%", "40个"])]
    assert [m.title for m in plan.measures] == ["改造老旧仓房", "建设示范点"]


def test_rules_in_articles_plan_nothing() -> None:
    text = ARTICLES.replace("三年行动方案", "管理办法").replace("第二章 重点任务", "第二章 管理职责")
    plan = kjplan.parse(text)
    assert plan.extent == "none"
    assert not plan.goals


def test_a_part_of_another_style_called_so_is_read_as_before() -> None:
    plan = kjplan.parse(
        "甲市2024年节粮工作方案\n1 总则\n1.1 开展宣传。印发手册。\n1.2 组织培训。\n2 保障措施\n2.1 落实资金。\n"
    )
    assert [p.role for p in plan.parts if isinstance(p, Section)] == ["measures", "safeguards"]
