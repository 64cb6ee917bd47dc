"""Numbers of headings in other forms: with a blank for their mark, decimal, and before a year. All texts are invented."""

import pytest

import kjplan
from kjplan.model import Goal, Section


@pytest.mark.parametrize(
    ("one", "two"), [("一、", "二、"), ("一．", "二．"), ("一.", "二."), ("第一部分 ", "第二部分 ")]
)
def test_a_year_behind_the_number_of_a_part(one: str, two: str) -> None:
    text = f"丙市2024年工作要点\n{one}2023年工作回顾\n去年新建学校5所。\n{two}2024年工作安排\n（一）改善校舍。修缮教室。\n（二）配齐教师。招聘教师300名。\n"
    plan = kjplan.parse(text)
    assert [(s.title, s.role) for s in plan.walk(Section)] == [
        ("2023年工作回顾", "review"),
        ("2024年工作安排", "measures"),
    ]
    assert [str(t.value) for t in plan.targets] == ["300"]


def test_a_figure_behind_a_full_stop_is_no_part() -> None:
    text = "丙市2024年工作要点\n一、改善校舍\n修缮教室，覆盖率从百分之\n一．5提高到百分之三。\n二、配齐教师\n各校配齐音乐教师。\n"
    assert [s.title for s in kjplan.parse(text).walk(Section)] == ["改善校舍", "配齐教师"]


PARTS = """丙市2024年工作要点
1 2023年工作回顾，主要成绩
1.1 校舍。去年新建学校5所。
1.2 2023年底的教师。去年招聘教师30名。
2 改善校舍，配齐教师
2.1 修缮教室。修缮教室50间。
2.2 2024年底前的招聘。招聘教师300名。
"""


def test_titles_with_a_comma_or_a_year_above_decimals() -> None:
    plan = kjplan.parse(PARTS)
    assert [(s.number, s.title) for s in plan.parts if isinstance(s, Section)] == [
        ("1", "2023年工作回顾，主要成绩"),
        ("2", "改善校舍，配齐教师"),
    ]
    assert [(m.number, m.title) for m in plan.measures] == [("2.1", "修缮教室"), ("2.2", "2024年底前的招聘")]


def test_wrapped_lines_that_open_with_a_figure_are_no_headings() -> None:
    text = (
        "丙市2024年工作要点\n一、工作任务\n1.改善校舍。修缮教室，覆盖\n1.2 万人以上的镇。\n2.招聘教师。招聘教师300名，其中\n"
        "2 名教音乐，\n2.1 万元一人。\n"
    )
    assert [(m.number, m.title) for m in kjplan.parse(text).measures] == [("1", "改善校舍"), ("2", "招聘教师")]


@pytest.mark.parametrize("aim", ["万人大学生拥有量达到300人", "万元产值能耗下降5%"])
def test_what_is_counted_by_ten_thousands_behind_a_decimal(aim: str) -> None:
    text = f"丙市2024年工作要点\n1 工作目标\n1.1 入学率达到95%。\n1.2 {aim}。\n2 工作任务\n2.1 修缮教室。修缮50间。\n2.2 招聘教师。招聘教师。\n"
    assert [(g.number, g.text) for g in kjplan.parse(text).walk(Goal)] == [("1.1", "入学率达到95%"), ("1.2", aim)]


def test_statements_as_wide_as_each_other_are_not_wrapped_words() -> None:
    names = "市教育局、市体育局、市住房和城乡建设局"
    tasks = ("修缮全部教室", "换上新的课桌", "配齐音乐教师", "开设游泳课程", "改造操场跑道", "整治校园周边")
    lines = [line for n, task in enumerate(tasks, 1) for line in (f"{n}.{task}", f"责任单位：{names}")]
    plan = kjplan.parse("\n".join(["丙市2024年工作要点", "一、重点任务", *lines, ""]))
    assert [(m.title, len(m.responsibility.bodies)) for m in plan.measures] == [(task, 3) for task in tasks]
