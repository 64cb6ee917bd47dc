"""Tables a cell a paragraph whose first column only sorts the rows, and whose numbers stand before the names in them."""

from kjplan.model import Goal, Section
from tests.parsing.cells_text import facts, plan_of

HEAD = ("类别", "项目", "主要任务", "牵头单位", "配合单位")
ROWS = (
    *("1.编制规划", "把消防站写进详细规划，与片区更新一并研究，留足建设用地。", "区规划局", "区应急局、各街道"),
    *("2.完善制度", "适时修订值班制度，明确交接班要求。", "区应急局", "各街道、\n相关委、办、局"),
)
LAST = ("3.纳入考核", "把消防工作纳入考核，用好结果。", "区考核办", "各街道")


def paragraphs(*cells: str) -> str:
    return "消防工作重点任务清单\n\n" + "\n\n".join(cells) + "\n"


def test_the_first_column_sorts_and_the_number_stands_before_the_name() -> None:
    text = paragraphs(
        *HEAD,
        "一、打好基础",
        *ROWS,
        "二、抓好考核",
        "3.纳入考核",
        "把消防工作纳入考核，用好结果。",
        "区考核办",
        "各街道",
    )
    assert facts(text) == [
        ("1", "编制规划", [("区规划局", "lead"), ("区应急局", "support"), ("各街道", "support")], []),
        ("2", "完善制度", [("区应急局", "lead"), ("各街道", "support"), ("相关委、办、局", "support")], []),
        ("3", "纳入考核", [("区考核办", "lead"), ("各街道", "support")], []),
    ]
    assert [part.title for part in plan_of(text).walk(Section)] == ["打好基础", "抓好考核"]


def test_rows_beside_one_name_are_tasks_of_its_section() -> None:
    more = ("适时组织召开全区推进会议，部署重点工作，通报各街道的进度。", "区消防大队", "各街道")
    text = paragraphs(*HEAD, "一、打好基础", *ROWS[:4], *more, *ROWS[4:], *LAST)
    [part] = plan_of(text).parts
    assert isinstance(part, Section)
    named = [(child.kind, child.title) for child in part.children if not isinstance(child, Goal)]
    assert named == [
        ("section", "编制规划"),
        ("measure", "完善制度"),
        ("measure", "纳入考核"),
    ]


def test_a_head_that_sorts_nothing_is_no_such_table() -> None:
    text = paragraphs("环节", *HEAD[1:], "一、打好基础", *ROWS)
    assert all(bodies == [] for _, _, bodies, _ in facts(text))
