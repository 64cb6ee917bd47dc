"""Pages: hostile text stays text, nothing is fetched, the parts that say things without colour are there."""

import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.output.html import to_html
from kjplan.output.page import Line, Point, chart, fill, render_page
from kjplan.output.width import width
from kjplan.querying.table import Column, Table

_VOID = {"meta", "line", "polyline", "input"}


class Reader(HTMLParser):
    """What a browser would see: tags in order, the text, and that every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Reader:
    """Parse a page, which must be well nested."""
    reader = Reader()
    reader.feed(str(page))
    reader.close()
    assert reader.open == []
    return reader


def _table(*cells: str) -> Table:
    return Table([Column("c", "列", "col") for _ in cells], [list(cells)])


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><b>",
    "{{ 7*7 }}{% raw %}",
    "'--><!--",
    "&lt;b&gt;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_in_title_cell_and_mark(text: str) -> None:
    body = fill("tables.html.j2", parts=[(text, _table(text))])
    page = read(render_page(text, body))
    assert {tag for tag, _ in page.tags} <= {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "section"),
        *("div", "table", "thead", "tbody", "tr", "th", "td"),
    }
    assert page.text.count(text) == 4


@given(st.text())
def test_any_text_leaves_the_page_well_nested(text: str) -> None:
    plain = len(read(to_html(_table(""), "")).tags)
    assert len(read(to_html(_table(text), text)).tags) == plain


def test_what_nobody_would_see_is_shown() -> None:
    assert "\\u202e\\x1b[31m" in to_html(_table("\u202e\x1b[31m"), "")


def test_line_feeds_of_a_cell_stay() -> None:
    assert "一\n二" in to_html(_table("一\n二"), "")


def test_a_page_asks_for_nothing_and_runs_nothing() -> None:
    page = read(to_html(_table("x"), "t"))
    names = {name for _, attributes in page.tags for name in attributes}
    assert not names & {"src", "href", "onclick", "onload"}
    assert ("Content-Security-Policy", True) in {
        (a.get("http-equiv"), "default-src 'none'" in (a.get("content") or "")) for tag, a in page.tags if tag == "meta"
    }


def test_language_of_the_page() -> None:
    assert '<html lang="zh-CN">' in render_page("", fill("tables.html.j2", parts=[]), "zh")
    assert '<html lang="en">' in render_page("", fill("tables.html.j2", parts=[]), "en")


def test_chart_draws_each_line_apart_and_labels_every_point() -> None:
    lines = [
        Line("<旧>", [Point(0, Decimal("2.1"), "2.1%"), Point(1, Decimal("2.6"), "2.6%")]),
        Line("新", [Point(3, Decimal(1), "1家")]),
    ]
    drawn = read(chart("强度", ["2020", "2021", "2022", "2023"], lines))
    polylines = [a["points"] for tag, a in drawn.tags if tag == "polyline"]
    assert [len((points or "").split()) for points in polylines] == [2, 1]
    assert all(words in drawn.text for words in ("<旧>", "2.1%", "2.6%", "1家", "2022"))


def test_chart_of_one_value_everywhere_stands_in_the_middle() -> None:
    level = [Point(0, Decimal(5), "5"), Point(1, Decimal(5), "5")]
    heights = {a["cy"] for tag, a in read(chart("", ["1", "2"], [Line("", level)])).tags if tag == "circle"}
    assert len(heights) == 1


def test_over_a_missing_year_there_is_no_line() -> None:
    points = [Point(at, Decimal(at), str(at)) for at in (0, 1, 3, 5)]
    drawn = read(chart("", list("012345"), [Line("", points)]))
    polylines = [len((a["points"] or "").split()) for tag, a in drawn.tags if tag == "polyline"]
    assert polylines == [2, 1, 1]
    assert len([tag for tag, _ in drawn.tags if tag == "circle"]) == 4


def test_labels_of_a_long_line_lie_on_no_other() -> None:
    points = [Point(at, Decimal(20 + at), f"完成{20 + at}亿元以上") for at in range(10)]
    drawn = chart("投资", [str(2016 + at) for at in range(10)], [Line("", points)])
    labels = re.findall(r'<text x="([0-9.]+)" y="([0-9.-]+)" text-anchor="(start|middle|end)">(.*?)</text>', drawn)
    assert labels[0][3] == "完成20亿元以上" and labels[-1][3] == "完成29亿元以上" and 2 < len(labels) < 10
    boxes = []
    for x, y, anchor, words in labels:
        left = float(x) - {"start": 0, "middle": 0.5, "end": 1}[anchor] * width(words) * 10
        boxes.append((left, left + width(words) * 10, float(y) - 18, float(y)))
    for n, (left, right, top, bottom) in enumerate(boxes):
        assert not any(left < r and le < right and top < b and t < bottom for le, r, t, b in boxes[n + 1 :])
    assert drawn.count("<title>完成") == 10


def test_columns_of_words_get_room_and_others_do_not() -> None:
    columns = [Column("no", "序号", "No."), Column("words", "文字", "words")]
    page = to_html(Table(columns, [["1", "加快推进污水管网建设和改造"]]), "t")
    assert '<th scope="col">No.</th><th scope="col" class="wordy">words</th>' in page
