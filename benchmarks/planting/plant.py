"""What a planted defect is: edits of a text, and the place where it should be found."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import NamedTuple

from kjplan.checking import Report, check
from kjplan.model import Goal, Item, Measure, Plan, Span
from kjplan.parsing import Parsed, parse_source
from kjplan.parsing.markers import ordinal_of
from kjplan.reading import from_text

Edit = tuple[int, int, str]
"""Start and end in the old text, and what stands there then."""

_CHINESE = "一二三四五六七八九十"


class Plant(NamedTuple):
    """One defect: the edits that make it, in the order of the text, and where it should be found."""

    edits: tuple[Edit, ...]
    place: Span | None
    """The stretch of the old text whose findings count; None for a finding that concerns the whole."""


class Planter(NamedTuple):
    """A kind of defect: the rule that should find it, what was done, and where in a document it can be done."""

    code: str
    what: str
    candidates: Callable[["Document", Random], Iterable[Plant]]
    once: bool = False
    """Whether the rule tells a document once, so that nothing is planted where it has something to say already."""


@dataclass
class Document:
    """A document as it is, with what check says of it."""

    name: str
    text: str
    parsed: Parsed = field(init=False)
    report: Report = field(init=False)

    def __post_init__(self) -> None:
        self.parsed = parse_source(from_text(self.text, self.name))
        self.report = check(self.parsed)

    @property
    def plan(self) -> Plan:
        """What was read of it."""
        return self.parsed.plan

    @cached_property
    def said(self) -> Counter[tuple[str, Span | None]]:
        """Findings by code and place."""
        return Counter((f.code, f.span) for f in self.report.findings)

    @cached_property
    def body(self) -> Span:
        """From the first part to the end of the last."""
        spans = [part.span for part in self.plan.parts if part.span]
        return (spans[0][0], spans[-1][1]) if spans else (0, 0)

    @cached_property
    def numbered(self) -> list[list[Measure | Goal]]:
        """Numbered goals and measures, those of one section together."""
        groups: dict[tuple[int, str], list[Measure | Goal]] = {}
        for node, holder in self.plan.nodes():
            if isinstance(node, Measure | Goal) and node.number and node.span:
                groups.setdefault((id(holder), node.kind), []).append(node)
        return list(groups.values())

    def runs(self, code: str) -> bool:
        """Whether a rule applies to the document."""
        return all(rule.code != code for rule in self.report.not_run)


def cut(*span: int) -> Edit:
    """An edit that takes a stretch out."""
    start, end = span
    return start, end, ""


def put(at: int, words: str) -> Edit:
    """An edit that puts words in."""
    return at, at, words


def head(node: Measure | Goal | Item) -> Span:
    """Where a node's marker and title stand."""
    assert node.span is not None
    title = node.title if isinstance(node, Measure) else None
    return node.span[0], min(node.span[1], node.span[0] + len(node.marker or "") + len(title or "") + 2)


def with_number(marker: str, number: int) -> str | None:
    """A marker with another number; None where it is no plain one."""
    m = re.search("[0-9]{1,2}", marker)
    if m:
        return marker[: m.start()] + str(number) + marker[m.end() :]
    m = re.search(f"[{_CHINESE}]{{1,3}}", marker)
    if m is None or not 1 <= number <= 19:
        return None
    said = _CHINESE[number - 1] if number <= 10 else "十" + _CHINESE[number - 11]
    return marker[: m.start()] + said + marker[m.end() :]


def number_of(number: str) -> int:
    """A number of one part; 0 for others, such as 1.1."""
    if re.fullmatch(f"[{_CHINESE}]{{1,3}}", number):
        return ordinal_of(number)
    return int(number) if re.fullmatch("[0-9]{1,2}", number) else 0


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with its edits made."""
    pieces, at = [], 0
    for start, end, words in edits:
        pieces += [text[at:start], words]
        at = end
    return "".join([*pieces, text[at:]])


def forth(at: int, edits: Iterable[Edit], *, behind: bool) -> int:
    """Where an old place is in the new text.

    :param behind: whether what was put in at this very place stands before it
    """
    shift = 0
    for start, end, words in edits:
        if start > at or (start == at and not behind):
            break
        if end > at:
            return start + shift + (len(words) if behind else 0)
        shift += len(words) - (end - start)
    return at + shift


def back(at: int, edits: Iterable[Edit]) -> int | None:
    """Where a new place was in the old text; None inside what was put in."""
    shift = 0
    for start, end, words in edits:
        if at < start + shift:
            break
        if at < start + shift + len(words):
            return None
        shift += len(words) - (end - start)
    return at - shift
