"""Passages for the tests of extraction: of a text of its own, and of the numbered lines of the 2022 notice."""

import re

from kjplan.extraction.figures.targets import find_targets
from kjplan.reading.text import Passage, SourceText

Facts = tuple[str, str | None, str, str, str | None, str | None, str]
"""Indicator, verb, comparator, value, unit, basis and quote of a target."""

_NUMBERED = re.compile(r"(\d+)\.")


def passage(text: str) -> Passage:
    """The whole text as one paragraph."""
    return Passage.of(SourceText(text), [(0, len(text))])


def facts_with_quotes(text: str, title: str | None = None) -> list[Facts]:
    """The targets of a text in a plan of 2022, each with a quote that stands where its span says.

    :param title: the title above it
    """
    facts: list[Facts] = []
    for t in find_targets(passage(text), year=2022, title=title):
        assert t.span is not None
        assert text[slice(*t.span)] == t.quote
        value = "–".join(str(v) for v in (t.value, t.value_max) if v is not None)
        facts.append((t.indicator, t.verb, t.comparator, value, t.unit, t.basis, t.quote))
    return facts


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
