"""What the pages say that kjplan reads: every example of theirs, and that a false one, or a page without any, fails."""

import pytest

from tests.conftest import ROOT
from tests.page_examples import Example, PageError, differences, examples

PAGES = {"targets.md": 300, "responsibility.md": 180, "deadlines.md": 130, "tables.md": 30, "tracing.md": 12}
"""The pages, and so many examples at least: fewer are a sign that some are no longer found."""
EXAMPLES = [e for page in PAGES for e in examples(page, (ROOT / "docs" / page).read_text(encoding="utf-8"))]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.page}:{e.line}")
def test_an_example_of_a_page_is_true(example: Example) -> None:
    assert differences(example) is None


@pytest.mark.parametrize("page", [*PAGES])
def test_a_page_has_its_examples(page: str) -> None:
    assert sum(e.page == page for e in EXAMPLES) >= PAGES[page]


PLAN = "**work plan**\n\n```text\n甲市2022年工作要点\n\n一、重点任务\n\n1.推进工作。…\n```\n"
HEAD = "| wording | what kjplan reads |\n|---|---|\n"


def told(table: str) -> list[str | None]:
    """What is false in a page of one table, row by row."""
    return [differences(e) for e in examples("page.md", f"# Page\n\n{table}\n{PLAN}")]


@pytest.mark.parametrize(
    "row",
    [
        "新建驿站30座 | 驿站 bare 30 座",
        "新建驿站30座 | 驿站 bare 30 座 (verb 新建, basis increment)",
        "新建驿站30座，码头2个 | 驿站 bare 30 座; 码头 bare 2 个",
        "现有驿站30座 · 去年新建驿站30座 | –",
        "新建驿站30座 · 新建驿站不少于30座 | 驿站 bare 30 座 · 驿站 ge 30 座",
    ],
)
def test_a_true_row_agrees(row: str) -> None:
    assert {*told(f"{HEAD}| {row} |\n")} == {None}


@pytest.mark.parametrize(
    "row",
    [
        "新建驿站30座 | 驿站 ge 30 座",
        "新建驿站30座 | 驿站 bare 31 座",
        "新建驿站30座 | 驿站 bare 30 个",
        "新建驿站30座 | 码头 bare 30 座",
        "新建驿站30座 | 驿站 bare 30 座 (basis level)",
        "新建驿站30座 | –",
        "现有驿站30座 | 驿站 bare 30 座",
        "新建驿站30座，码头2个 | 驿站 bare 30 座",
        "现有驿站30座 · 新建驿站30座 | –",
    ],
)
def test_a_false_row_is_found(row: str) -> None:
    assert any(told(f"{HEAD}| {row} |\n"))


@pytest.mark.parametrize(
    ("reads", "right", "wrong"),
    [
        ("goal", "–", "加强学习"),
        ("link", "–", "same_number high"),
        ("task", "推进工作 (number 1, section 重点任务, lead 市民政局, due 2022-06-30)", "推进工作 (lead 市教育局)"),
        ("promise", "一批 (indicator 驿站)", "若干"),
        ("document", "draft 驿站管理办法", "draft 《驿站管理办法》"),
        ("deadline", "6月底前 → 2022-06-30", "6月底前 → 2022-06-29"),
        ("who answers", "lead 市民政局", "support 市民政局"),
    ],
)
def test_every_kind_of_fact_can_be_false(reads: str, right: str, wrong: str) -> None:
    words = "6月底前制定驿站管理办法，建设一批驿站。（市民政局负责）"
    head = f"| wording | {reads} |\n|---|---|\n"
    assert told(f"{head}| {words} | {right} |\n") == [None]
    assert told(f"{head}| {words} | {wrong} |\n") != [None]


@pytest.mark.parametrize(
    "table",
    [
        "No table at all.",
        "| words | what kjplan reads |\n|---|---|\n| 新建驿站30座 | 驿站 bare 30 座 |\n",
        "| wording | reads |\n|---|---|\n| 新建驿站30座 | 驿站 bare 30 座 |\n",
        f"{HEAD}| 新建驿站30座 | thirty of them |\n",
        f"{HEAD}| 新建驿站30座 | |\n",
        f"{HEAD}| 新建驿站30座 | 驿站 bare 30 座 | more |\n",
        f"{HEAD}| 新建驿站30座 | 驿站 bare 30 座 (colour red) |\n",
        f"{HEAD}",
        f"{HEAD}| 新建驿站30座 · 新建码头2个 · 现有驿站30座 | 驿站 bare 30 座 · – |\n",
        "| wording | in | what kjplan reads |\n|---|---|---|\n| 新建驿站30座 | a letter | 驿站 bare 30 座 |\n",
        f"{HEAD}| 新建驿站30座 | 驿站 bare 30 座 |\n\n| kind | words |\n|---|---|\n| 新建驿站30座 | 驿站 bare 30 座 |\n",
    ],
)
def test_a_page_that_is_not_understood_fails(table: str) -> None:
    with pytest.raises(PageError):
        told(table)


def test_a_page_without_a_plan_fails() -> None:
    with pytest.raises(PageError):
        examples("page.md", f"{HEAD}| 新建驿站30座 | 驿站 bare 30 座 |\n")


def test_a_table_of_measurements_is_left_alone() -> None:
    generated = "<!-- numbers -->\n| tool | recall |\n|---|---|\n| kjplan | 1.0 |\n<!-- end -->\n"
    assert told(f"{HEAD}| 新建驿站30座 | 驿站 bare 30 座 |\n\n{generated}") == [None]
