"""Tables pasted with tabs whose cells have line breaks: tabs alone on a line end a cell too; groups and sums with what they count for."""

import kjplan
from kjplan.model import Plan, Section
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text

HEAD = "青岚县2024年码头管护任务分解表\n序号\t工作任务\t分值\t具体要求\t责任单位\n"
ROWS = (
    "一、\t巩固成果\t11\t\t\n"
    "1\t完善体系\t5\t\n健全组织体系，\n加强监督检查。\n\t县水利局\n"
    "2\t修订办法\t6\t2024年7月底前修订管护办法。\t县司法局\n"
    "二、\t推进整治\t8\t\t\n"
    "3\t深化宣传\t8\t\n1.开展公益宣传。\n2.新建宣传栏3个。\n\t\n县委宣传部\n县教育局\n"
)


def read(rows: str) -> Plan:
    text = HEAD + rows
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    return parsed.plan


def facts(plan: Plan) -> list[tuple[str | None, list[str], list[str]]]:
    return [(m.title, [b.name for b in m.responsibility.bodies], [d.text for d in m.due]) for m in plan.measures]


def test_a_tab_alone_on_a_line_ends_a_cell() -> None:
    assert facts(read(ROWS)) == [
        ("完善体系", ["县水利局"], []),
        ("修订办法", ["县司法局"], ["2024年7月底前"]),
        ("深化宣传", ["县委宣传部", "县教育局"], []),
    ]
    assert [str(t.value) for t in read(ROWS).targets] == ["3"]


def test_names_without_that_tab_belong_to_no_row() -> None:
    lost = ROWS.replace("\n\t\n县委", "\n县委")
    assert ("深化宣传", ["县委宣传部", "县教育局"], []) not in facts(read(lost))


def test_a_number_of_an_outer_style_with_a_name_and_a_score_names_the_rows_below() -> None:
    plan = read(ROWS)
    assert [(part.number, part.title) for part in plan.parts if isinstance(part, Section)] == [
        ("一", "巩固成果"),
        ("二", "推进整治"),
    ]
    told = read(ROWS.replace("一、\t巩固成果\t11\t\t", "一、\t巩固成果\t11\t全面巩固成果。\t县水利局"))
    assert ("巩固成果", ["县水利局"], []) in facts(told)


def test_a_sum_is_no_task() -> None:
    assert len(read(f"\t总分\t100\t\t\n{ROWS}").measures) == 3
    assert "总分核定" in [m.title for m in read(f"\t总分核定\t10\t核定总分。\t县水利局\n{ROWS}").measures]


def test_what_counts_for_something_and_has_who_answers_is_a_task() -> None:
    assert ("合计", ["县水利局"], []) in facts(kjplan.parse(HEAD + ROWS + "4\t合计\t2\t核对合计。\t县水利局\n"))
