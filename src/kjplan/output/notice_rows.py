"""Tasks that were rows of a table, as lines that the parser reads as rows again: | 1 | 建设平台 | 责任单位：市科技局 |."""

import re

from kjplan.model import Measure
from kjplan.parsing.headings.titles import first_sentence, split_title
from kjplan.parsing.tables.column_names import (
    kind_of,
)
from kjplan.reading.text import fold

_STATED = re.compile(r"（(?P<facts>[^（）：]{2,14}(?:（[^（）]{1,10}）)?：.+)）$", re.DOTALL)
_FACT = re.compile(r"[一-鿿0-9]{2,14}(?:（[^（）]{1,10}）)?：")
_PARTS = re.compile(rf"；(?={_FACT.pattern})")
_NOTHING = "责任单位："
"""The cell of a row that states nothing."""


def row_line(measure: Measure) -> str | None:
    """The line of a task that was a row; None for one that was none, or whose words would not be read so again."""
    words, facts = _parted(measure.text)
    counted = measure.number is not None and measure.marker is None
    quote = measure.responsibility.quote if measure.responsibility.stated else None
    if measure.title is None or not (counted or quote in facts):
        return None
    title = _title_cell(measure)
    if title is None:
        return None
    cells = [
        measure.number or "" if counted else "",
        f"{measure.marker or ''}{title}",
        *_word_cells(measure, words, facts),
    ]
    cells += facts or [_NOTHING]
    return None if any("|" in fold(c) or "\n" in c for c in cells) else f"| {' | '.join(cells)} |"


def _parted(text: str) -> tuple[str, list[str]]:
    """The words of a row, and what its columns state behind them: （责任单位：市科技局；完成时限：6月底前）."""
    m = _STATED.search(text)
    return (text, []) if m is None else (text[: m.start()], _PARTS.split(m["facts"]))


def _word_cells(measure: Measure, words: str, facts: list[str]) -> list[str]:
    """The words as a cell, or two where its points end before they do; an empty one where it parts the title from a fact."""
    last = words.rfind(measure.items[-1].text) if measure.items else -1
    if last >= 0:
        end = last + len(measure.items[-1].text)
        while end < len(words) and words[end] in "。；;，":
            end += 1
        return [words[:end], words[end:]] if end < len(words) else [words]
    return [words] if words or _is_loose(facts) else []


def _is_loose(facts: list[str]) -> bool:
    """Whether the label of the first fact is no name of a column of who or when, which tells it from words."""
    return bool(facts) and kind_of(fold(facts[0]).partition(":")[0]) != "fact"


def _title_cell(measure: Measure) -> str | None:
    """The title as a cell of its own that is read as the title again, with a full stop where that takes one; else None."""
    title = measure.title or ""
    for cell in (title, f"{title}。"):
        split = split_title(fold(cell)) if measure.number is not None else None
        end = split[0] if split else first_sentence(fold(cell))
        if end == len(title) and (split is None or split[1] == len(cell)):
            return cell
    return None
