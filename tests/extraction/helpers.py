"""Passages for the tests of extraction: of a text of its own, and of the numbered lines of the 2022 notice."""

import re

from kjplan.reading.text import Passage, SourceText

_NUMBERED = re.compile(r"(\d+)\.")


def passage(text: str) -> Passage:
    """The whole text as one paragraph."""
    return Passage.of(SourceText(text), [(0, len(text))])


def numbered_lines(source: SourceText) -> dict[str, list[tuple[int, int]]]:
    """Spans of the lines that begin with a number and a dot, without that marker, by number."""
    found: dict[str, list[tuple[int, int]]] = {}
    for line in range(1, len(source.line_starts) + 1):
        start, end = source.line_span(line)
        if m := _NUMBERED.match(source.text, start, end):
            found.setdefault(m[1], []).append((m.end(), end))
    return found


def measure_passages(source: SourceText) -> dict[str, list[Passage]]:
    """Title and text of each of the notice's 23 measures, by number."""
    found = {}
    for number, spans in numbered_lines(source).items():
        start, end = spans[-1]
        stop = source.text.index("。", start)
        found[number] = [Passage.of(source, [(start, stop)]), Passage.of(source, [(stop + 1, end)])]
    return found


def goal_passages(source: SourceText) -> dict[str, Passage]:
    """Text of each of the notice's six goals, by number."""
    return {n: Passage.of(source, [spans[0]]) for n, spans in numbered_lines(source).items() if int(n) <= 6}
