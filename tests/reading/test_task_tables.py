"""The same table of tasks as a web page, a Word file, Markdown and text gives the same plan."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kjplan.model import Measure, Plan
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import decode
from tests.reading.sheets_of_tasks import as_csv, as_xlsx
from tests.reading.tables_of_tasks import TaskTable, as_bars, as_docx, as_html, as_pdf, facts, tables

BEFORE = ["2023年工作要点", "一、重点任务"]
AFTER = ["二、保障措施", "（一）加强领导。健全机制。"]


def read(data: bytes, name: str) -> Plan:
    parsed = parse_source(decode(data, name))
    assert partition_faults(parsed.source.text, parsed.leaves) == []
    for measure in parsed.plan.walk(Measure):
        for body in measure.responsibility.bodies:
            assert body.span is not None
            assert parsed.source.text[slice(*body.span)] == body.name
    return parsed.plan


def page(table: str) -> bytes:
    return (
        "".join(f"<p>{x}</p>" for x in BEFORE).encode()
        + table.encode()
        + "".join(f"<p>{x}</p>" for x in AFTER).encode()
    )


def in_all_formats(table: TaskTable, tag: str, wrap: str) -> dict[str, Plan]:
    bars, markdown = (as_bars(table, markdown=x) for x in (False, True))
    return {
        "html": read(b"<html><body>" + page(as_html(table, tag=tag, wrap=wrap)), "a.html"),
        "docx": read(as_docx(table, BEFORE, AFTER), "a.docx"),
        "xlsx": read(as_xlsx(table, BEFORE, AFTER), "a.xlsx"),
        "csv": read(as_csv(table, BEFORE, AFTER), "a.csv"),
        "text": read("\n".join([*BEFORE, bars, *AFTER]).encode(), "a.txt"),
        "markdown": read("\n\n".join([*BEFORE, markdown, *AFTER]).encode(), "a.md"),
    }


@settings(max_examples=60, deadline=None)
@given(tables(), st.sampled_from(["td", "th"]), st.sampled_from(["{}", "<p>{}</p>", "<div><span>{}</span></div>"]))
def test_a_table_gives_the_same_plan_in_every_format(table: TaskTable, tag: str, wrap: str) -> None:
    for form, plan in in_all_formats(table, tag, wrap).items():
        assert facts(plan) == table.truth, form


@settings(max_examples=8, deadline=None)
@given(tables())
def test_a_table_of_a_pdf_gives_that_plan_too(table: TaskTable) -> None:
    assert facts(read(as_pdf(table, BEFORE, AFTER), "a.pdf")) == table.truth
