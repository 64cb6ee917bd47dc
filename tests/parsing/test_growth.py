"""Texts made to be slow: what the parser does with them grows as they do, and no step of it reads the whole of them again."""

from collections.abc import Callable

import pytest

from kjplan.extraction.figures import targets
from kjplan.extraction.figures.quantities import find_quantities
from kjplan.extraction.masking import masked_words
from kjplan.model import Goal
from kjplan.parsing import parse_source
from kjplan.parsing.headings.worded import find_boxes
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.tables.line_cells import quoted_lines
from kjplan.reading import from_text
from kjplan.reading.text import Passage, SourceText
from tests.growth import growth

LINEAR = 9
"""Far from 4, and as far from the 16 of quadratic work."""
STEADY = 2.5
"""Work that must not depend on the size of the text."""


def _rows(n: int) -> tuple[str, list[tuple[int, int]]]:
    lines = ['"\t""\t"a,b,c', "a,b,c"] * n
    spans, at = [], 0
    for line in lines:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return "\n".join(lines), spans


def _all_rows(n: int) -> Callable[[], object]:
    text, spans = _rows(n)

    def read() -> None:
        unclosed: set[int] = set()
        for at in range(len(spans)):
            assert quoted_lines(text, spans, at, unclosed) == 1

    return read


def test_quoted_cells_that_nothing_closes_are_followed_once() -> None:
    assert growth(_all_rows, 250) < LINEAR


@pytest.mark.parametrize(
    ("lines", "size"),
    [
        (['1\t"甲', '乙"\t"丙', '丁"', "2\t戊"], 3),
        (['1\t"甲', "乙", '丙"\t丁', "2\t戊"], 3),
        (['1\t"甲', "乙", "丙\t丁"], 1),
        (['1\t"甲', *["乙"] * 20, '丙"'], 22),
        (['1\t"甲', *["乙"] * 21, '丙"'], 1),
        (['1\t"甲', '乙"\t"丙', "丁"], 1),
        (['1\t"甲"', "2\t乙"], 1),
    ],
)
def test_how_many_lines_a_row_with_quoted_cells_takes(lines: list[str], size: int) -> None:
    spans, at = [], 0
    for line in lines:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    assert quoted_lines("\n".join(lines), spans, 0, set()) == size


def test_a_run_of_blanks_without_line_break_takes_its_length() -> None:
    assert growth(lambda n: lambda: SourceText("\u3000" * n + "甲\n乙").words(0, n + 3), 1500) < LINEAR


def test_what_wraps_join() -> None:
    words = "a \u3000甲 \n  乙 \r\n\n丙 b\u3000\nc d"
    assert SourceText(words).words(0, len(words)) == "a \u3000甲乙丙 b c d"


def _reader(n: int) -> Callable[[], object]:
    folded = "10%通知" * n
    passage = Passage(folded, folded, [(0, 0)])
    reader = targets._Reader(passage, masked_words(passage), 2024, False, None, False)
    figure = find_quantities(folded[:20])[0]
    return lambda: [reader._is_past(figure) for _ in range(400)]


def test_whether_a_figure_is_past_does_not_read_the_whole_passage() -> None:
    assert growth(_reader, 5000) < STEADY


def test_a_figure_that_laid_the_ground_is_past() -> None:
    told = "完成投资20亿元，为全年目标的实现打下了坚实基础。"
    for words, found in ((told, 0), (told.replace("打下了坚实基础", "奠定信心"), 1), ("完成投资20亿元。打下基础。", 1)):
        assert len(targets.find_targets(Passage(words, words.replace("，", ","), [(0, 0)]), year=2024)) == found


def _boxes(n: int) -> Callable[[], object]:
    text = "甲" * n + "一、建设平台"
    units = [Unit(len(text) - 6, len(text))]
    return lambda: [find_boxes(text, units) for _ in range(400)]


def test_frames_are_looked_for_among_the_lines_given_alone() -> None:
    assert growth(_boxes, 100_000) < STEADY
    text = "甲" * 50 + "专栏1 防洪工程\n1.建设水库\n"
    assert list(find_boxes(text, [Unit(50, 58), Unit(59, 65)])) == [50]


def _offsets(n: int) -> Callable[[], object]:
    passage = Passage("甲" * n, "甲" * n, [(k, 2 * k) for k in range(n)])
    return lambda: [passage.source_offset(k) for k in range(400)]


def test_where_a_word_stands_does_not_walk_all_pieces() -> None:
    assert growth(_offsets, 5000) < STEADY
    passage = Passage("甲乙丙丁", "甲乙丙丁", [(0, 10), (2, 20)])
    assert [passage.source_offset(k) for k in range(4)] == [10, 11, 20, 21]


def _below_a_long_lead(n: int) -> Callable[[], object]:
    source = from_text(
        f"某市2024年科技工作方案\n{'以下甲乙' * n}。\n" + "一、建设\n二、推进\n三、加强\n四、完善\n" * 250
    )
    return lambda: parse_source(source)


def test_a_long_lead_is_not_read_again_for_each_heading() -> None:
    assert growth(_below_a_long_lead, 1000) < STEADY


@pytest.mark.parametrize(("lead", "goals"), [("努力实现以下主要目标：", 2), ("努力推进以下工作：", 0)])
def test_the_end_of_a_long_lead_tells_what_the_points_are(lead: str, goals: int) -> None:
    plan = parse_source(from_text(f"某市2024年工作要点\n{'甲乙' * 500}，{lead}\n一是产值增长。\n二是出口增长。\n")).plan
    assert len(list(plan.walk(Goal))) == goals


@pytest.mark.parametrize(
    "piece",
    [
        '"\t""\t"a,b,c\na,b,c\n',
        "10%通知",
        "增长10%左右 ",
        "1万亿元，",
        "附件 1. 表 2. 表 ",
        "附件1：任务分工表\n",
        "1.1.1.",
        "一、\n重点任务一\n推进\n",
        "序号\t任务\t责任单位\t时限\n80%的企业达到5%",
        "任务1 推进\n",
    ],
)
def test_whole_texts_of_one_piece(piece: str) -> None:
    head = "某市2024年科技工作要点\n\n一、总体要求\n"
    assert growth(lambda n: lambda: parse_source(from_text(head + piece * (n // len(piece)))), 5000) < LINEAR
