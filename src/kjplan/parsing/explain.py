"""Why a line became what it is: the rule that claimed it, and what else it might have been."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.parsing.dates import iso_date
from kjplan.parsing.front.back import ATTACHMENT_LINE
from kjplan.parsing.front.genres import genre_of
from kjplan.parsing.front.page_fields import INDEX_NUMBER
from kjplan.parsing.headings.roles import role_of
from kjplan.parsing.headings.titles import has_title_sentence, split_title
from kjplan.parsing.leaves import Leaf, leaves_of
from kjplan.parsing.lines.furniture import DOCUMENT_NUMBER, back_kind, front_kind
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import STYLES, read_marker
from kjplan.parsing.parse import Parsed
from kjplan.reading.text import SourceText

_NUMBER = re.compile(r"[0-9]+(?:[.、,][0-9]|[%年月日])")
"""A number or date that opens a line and only looks like a marker."""

_OUT_OF_SEQUENCE = "marker-out-of-sequence"
"""The finding that says which number was expected."""

_TEXT = ("paragraph", "preamble", "closing", "text", "notice-text", "attachment-text")
"""Rules that take what no other rule claims."""


@dataclass(slots=True)
class Alternative:
    """Another reading of a stretch of text, and why it was not taken."""

    reading: str
    why_not: str


@dataclass(slots=True)
class Claim:
    """One stretch of a line: the rule that claimed it, what it became, and what else it might have been."""

    rule: str
    leaves: list[Leaf]
    became: str
    alternatives: list[Alternative] = field(default_factory=list)


@dataclass(slots=True)
class Explanation:
    """A line of the notice and what the parser made of it; no claims for a blank line."""

    line: int
    text: str
    claims: list[Claim] = field(default_factory=list)


def explain(parsed: Parsed, line: int) -> Explanation:
    """What the parser made of a line, counted from 1.

    :raises KjplanError: the notice has no such line
    """
    source, count = parsed.source, len(parsed.source.line_starts)
    if not 1 <= line <= count:
        raise KjplanError(
            say(f"没有第 {line} 行", f"there is no line {line}"),
            source.name,
            say(f"这份通知有 {count} 行", f"the notice has lines 1 to {count}"),
        )
    start, end = source.line_span(line)
    explanation = Explanation(line, source.text[start:end])
    for unit in parsed.units:
        if unit.start < end and unit.end > start:
            explanation.claims.append(_claim(parsed, unit))
    return explanation


def _claim(parsed: Parsed, unit: Unit) -> Claim:
    leaves = leaves_of([unit])
    became = ", ".join(f"{leaf.kind} → {leaf.owner}" for leaf in leaves)
    return Claim(unit.rule, leaves, became, [a for probe in _PROBES if (a := probe(parsed, unit)) is not None])


def _heading(parsed: Parsed, unit: Unit) -> Alternative | None:
    """A marker that the sequence rejected, or a number that only looks like one."""
    if unit.rule == "heading:title-only":
        return Alternative(
            say("正文段落", "paragraph"),
            say("整行就是部分名称", "the whole line is the name of a part"),
        )
    if unit.rule == "heading:captioned":
        return Alternative(
            say("正文段落", "paragraph"),
            say("是正文之后任务表的表名", "it names a table of tasks behind the text"),
        )
    if unit.rule.startswith("heading"):
        return Alternative(
            say("正文段落", "paragraph"),
            say("行首编号合乎顺序", "the marker that opens it fits the sequence of numbers"),
        )
    marker = read_marker(parsed.source.folded, unit.start, unit.end)
    if marker is not None:
        return Alternative(
            say(f"标题（{STYLES[marker.style].example} 式）", f"heading ({STYLES[marker.style].example})"),
            _why_no_heading(parsed, unit, str(marker.number)),
        )
    if m := _NUMBER.match(parsed.source.folded, unit.start, unit.end):
        return Alternative(
            say("标题", "heading"),
            say(f"行首的 {m[0]} 是数字，不是编号", f"{m[0]} at its start is a number or date, not a marker"),
        )
    return Alternative(say("标题", "heading"), say("行首没有编号", "no marker opens it"))


def _why_no_heading(parsed: Parsed, unit: Unit, number: str) -> str:
    """Why a marker opens no heading: it was asked and refused, or another rule had the line before it could be."""
    rejected = (f for f in parsed.findings if f.code == _OUT_OF_SEQUENCE and f.span and f.span[0] == unit.start)
    if (finding := next(rejected, None)) is not None:
        return say(
            f"编号 {number} 不合顺序，应为 {finding.words[1]}",
            f"number {number} is out of sequence, {finding.words[1]} was expected",
        )
    if unit.rule in _TEXT:
        return say("编号不属于正文标题的编号序列", "its number belongs to no sequence of headings here")
    return _claimed(unit)


def _claimed(unit: Unit) -> str:
    """Why a line is not what its words would let it be: its place, or a rule that is asked earlier."""
    if unit.rule in _TEXT:
        owner = leaves_of([unit])[0].owner
        return say(
            f"文字像，位置不像：这里是 {owner} 的文字",
            f"its words fit, but not its place: here it is text of {owner}",
        )
    return say(
        f"文字像，但 {unit.rule} 先认领了这里",
        f"its words fit, but in this place {unit.rule} claims it first",
    )


def _title_split(parsed: Parsed, unit: Unit) -> Alternative | None:
    """A heading whose words share its line: why the title ends where it does."""
    if not unit.rule.startswith("heading") or any(kind == "title" for kind, *_ in unit.leaves):
        return None
    marker = read_marker(parsed.source.folded, unit.start, unit.end)
    start = unit.start if marker is None else marker.end
    split = split_title(parsed.source.folded[start : unit.end].strip())
    if split is None:
        return Alternative(
            say("带题名的标题", "heading with a title"),
            say(
                "首句太长或逗号太多，不像题名", "its first sentence is too long, or holds too many commas, for a title"
            ),
        )
    return None


def _role(parsed: Parsed, unit: Unit) -> Alternative | None:
    role = role_of(parsed.source.folded[unit.start : unit.end]) if unit.end - unit.start <= 30 else None
    if role is None or unit.rule.startswith("heading") or read_marker(parsed.source.folded, unit.start, unit.end):
        return None
    return Alternative(
        say(f"部分标题（{role}）", f"part heading ({role})"),
        say(
            "没有编号，仅凭文字和位置不能成为标题", "it has no marker, and its words and place alone do not make it one"
        ),
    )


Test = Callable[[SourceText, Unit], bool]

_LINE_TESTS: tuple[tuple[str, str, str, Test], ...] = (
    ("title", "题名", "title", lambda s, u: u.end - u.start <= 80 and genre_of(s.folded[slice(*u.span)]) is not None),
    ("signed-date", "成文日期", "date of signing", lambda s, u: iso_date(s.folded[slice(*u.span)]) is not None),
    (
        "document-number",
        "发文字号",
        "document number",
        lambda s, u: DOCUMENT_NUMBER.fullmatch(s.folded, *u.span) is not None,
    ),
    ("addressees", "主送机关", "addressees", lambda s, u: s.folded[u.end - 1] == ":" and u.end - u.start <= 300),
    ("portal-header", "信息表头", "portal header", lambda s, u: INDEX_NUMBER.search(s.folded, *u.span) is not None),
    ("attachment", "附件标题", "attachment line", lambda s, u: ATTACHMENT_LINE.match(s.folded, *u.span) is not None),
    (
        "page-furniture",
        "网页内容",
        "page furniture",
        lambda s, u: (front_kind(s.folded, *u.span) or back_kind(s.folded, *u.span)) is not None,
    ),
    (
        "task-paragraph",
        "无编号的举措",
        "task without a number",
        lambda s, u: has_title_sentence(s.folded[slice(*u.span)]),
    ),
)
"""Readings that a line fits by its own words: rule prefix, names in both languages, test."""


def _others(rule: str, zh: str, en: str, test: Test) -> Callable[[Parsed, Unit], Alternative | None]:
    def probe(parsed: Parsed, unit: Unit) -> Alternative | None:
        if unit.rule.startswith(rule) or not test(parsed.source, unit):
            return None
        return Alternative(say(zh, en), _claimed(unit))

    return probe


_PROBES: tuple[Callable[[Parsed, Unit], Alternative | None], ...] = (
    _heading,
    _title_split,
    _role,
    *(_others(*row) for row in _LINE_TESTS),
)
