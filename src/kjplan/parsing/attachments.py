"""Attachments: each with an outline and numbering of its own; the first may be the plan that the notice sends out."""

import re
from collections.abc import Sequence

from kjplan.model import Attachment, Node, Paragraph, Section, Span
from kjplan.parsing.build import Builder
from kjplan.parsing.dates import iso_date
from kjplan.parsing.front.covering import COVERING, join_title, named_plan
from kjplan.parsing.front.front import read_front
from kjplan.parsing.front.front_matter import Front
from kjplan.parsing.front.genres import names_a_plan
from kjplan.parsing.front.kinds import is_plan, shows_duties
from kjplan.parsing.front.title_lines import MAX_TITLE_LINES, find_title
from kjplan.parsing.headings.outline import Outline, build_outline
from kjplan.parsing.judging import Judge
from kjplan.parsing.lines.furniture import back_kind, is_running_furniture
from kjplan.parsing.lines.units import Unit, words_of
from kjplan.parsing.markers import read_marker
from kjplan.parsing.messages import Finding
from kjplan.parsing.shared_out import is_shared_out, lists_duties
from kjplan.parsing.tasks import Words
from kjplan.reading.text import SourceText, fold, solid

_MAX_NAME = 40
_NO_NAME = re.compile(r"[。;:,!?|\t]")


def take_attached_plan(
    source: SourceText, stretches: list[list[Unit]], main: Outline, front: Front, findings: list[Finding]
) -> tuple[Outline, Front]:
    """Outline and front of a document whose covering notice has its plan as an attachment; else what was given.

    The plan's stretch is taken out of the list. Where the notice numbers orders of its own, the plan is told by its name,
    and those orders are words of the notice, unless it sends out a list of names alone. A notice that only says 分解下达 covers a plan too, where it has no headings and its
    attachment holds tasks.
    """
    if not front.covering and not main.headings and len(stretches) > 1 and _holds_tasks(source, stretches[1][1:]):
        front = read_front(source, stretches[0], None, covering=True)
    if not front.covering or front.plan_title is not None or len(stretches) < 2:
        return main, front
    if main.headings:
        name = None if front.title is None else _name_in(source, front.title)
        if not _says(source, stretches[1][1:], name) or (name or "").endswith(_NAMES):
            return main, front
        words = [u for u in stretches[0] if not is_running_furniture(source.folded, u.start, u.end)]
        front = read_front(source, words, None)
    return _plan_in_attachment(source, stretches, front, findings), front


def _holds_tasks(source: SourceText, units: list[Unit]) -> bool:
    """Whether an attachment is called a plan and has headings or a table of tasks."""
    found = find_title(source, units, None)
    if found is None:
        return False
    title = source.folded[units[found[0]].start : units[sum(found) - 1].end]
    if not names_a_plan(title):
        return False
    if any(unit.tabled for unit in units):
        return True
    return bool(build_outline(source, units, []).headings)


def notice_length(source: SourceText, units: list[Unit], header_title: str | None) -> int:
    """How many units are a covering notice above its plan: all before the line that is nothing but the plan's name, where
    the notice is dated. Numbered orders of the notice are no headings of the plan. 0 where there is no such line."""
    found = find_title(source, units, header_title)
    if found is None:
        return 0
    at = found[0] + found[1]
    title = (units[found[0]].start, units[at - 1].end)
    wanted = _name_in(source, title) if COVERING.search(solid(source.folded[slice(*title)])) else None
    dated = False
    for i in range(at, len(units) if wanted else 0):
        dated = dated or iso_date(source.folded[slice(*units[i].span)]) is not None
        if dated and _says(source, units[i:], wanted):
            return 0 if _orders_beside_names(source, units[at:i], wanted or "") else i
        if dated and read_marker(source.folded, *units[i].span):
            return 0
    return 0


_NAMES = ("名单", "名录", "名额表", "目录", "一览表")


def _orders_beside_names(source: SourceText, units: list[Unit], wanted: str) -> bool:
    """Whether a notice that only sends out a list of names orders things itself, in points that are numbered: 现将名单公布，并就有关事项通知如下."""
    if not wanted.endswith(_NAMES):
        return False
    markers = [read_marker(source.folded, *unit.span) for unit in units]
    return {1, 2} <= {marker.ordinal for marker in markers if marker and marker.style == "cn-dot"}


def _name_in(source: SourceText, title: Span) -> str | None:
    """The plan's name in the title of its notice, without blanks."""
    span = named_plan(source, title)
    return None if span is None else solid(source.folded[slice(*span)])


def _says(source: SourceText, units: list[Unit], wanted: str | None) -> bool:
    """Whether units begin with lines that say nothing but a name; never where there is none."""
    joined = ""
    if wanted is None:
        return False
    for unit in units[:MAX_TITLE_LINES]:
        joined += solid(source.folded[unit.start : unit.end])
        if joined == wanted:
            return True
        if not wanted.startswith(joined):
            return False
    return False


def _plan_in_attachment(
    source: SourceText, stretches: list[list[Unit]], front: Front, findings: list[Finding]
) -> Outline:
    """The outline of a plan that follows its notice as its first attachment; that stretch is taken out of the list."""
    units = stretches.pop(1)
    units[0].rule, units[0].owner = "attachment-line", "plan"
    units[0].leaves = (("attachment_line", units[0].start, units[0].end),)
    outline = build_outline(source, units[1:], findings)
    inner = read_front(source, outline.before, None)
    front.plan_title = inner.title
    front.preamble += inner.preamble + inner.notice_text
    return outline


def paragraph_of(source: SourceText, unit: Unit, owner: str, rule: str | None = None) -> Paragraph:
    """A unit as a paragraph that ``owner`` holds.

    :param rule: what takes it where no other rule did; None where that is called as the owner is
    """
    unit.rule, unit.owner = unit.rule or rule or owner, owner
    unit.leaves = unit.leaves or (("paragraph", unit.start, unit.end),)
    return Paragraph(text=words_of(source, unit), span=unit.span)


def attachment_of(
    source: SourceText, units: list[Unit], k: int, findings: list[Finding], words: Words, counted: Sequence[int]
) -> Attachment:
    """An attachment with its own outline and numbering; where the words of its nodes stand is added to ``words``.

    :param counted: where first markers of points stand in the document
    """
    label = units[0]
    label.rule, label.owner, label.leaves = "attachment-line", f"A{k}", (("attachment_line", label.start, label.end),)
    outline = build_outline(source, units[1:], findings)
    _take_footer(source, outline)
    front = read_front(source, outline.before, None)
    title = front.title or _first_line(source, outline.before) or label.span
    name = join_title(source, title)
    name = name.rstrip("：: ") if title == label.span else name
    shared_out = is_shared_out(fold(name))
    plans = front.title is not None and is_plan(source, name, outline.headings)
    plans = plans or (shared_out and lists_duties(source.folded, [h.line for h in outline.headings]))
    builder = Builder(source, Judge(source, plans), counted)
    above = [u for u in outline.before if not u.rule.startswith(("title", "page-furniture"))]
    parts: list[Node] = builder.build(outline.headings)
    if not parts and (names_a_plan(fold(name)) or shows_duties(source, name, above)):
        parts, above = builder.rows(above)
    if not parts and shared_out:
        listed = Section(role="measures")
        above = builder.tasks.take_duties(listed, above)
        parts = listed.children
    attachment = Attachment(
        title=name,
        text=[paragraph_of(source, u, f"A{k}", "attachment-text") for u in above],
        parts=parts,
        span=(units[0].start, units[-1].end),
    )
    words.update(builder.words)
    return attachment


def _first_line(source: SourceText, units: list[Unit]) -> Span | None:
    """The line below 附件2 that names what is attached, where it is of no genre: 花木栽植要求."""
    unit = next((u for u in units if not u.rule.startswith("page-furniture")), None)
    if unit is None or unit.rule or unit.end - unit.start > _MAX_NAME or _NO_NAME.search(source.folded, *unit.span):
        return None
    unit.rule, unit.owner, unit.leaves = "title:attachment", "attachment", (("title", unit.start, unit.end),)
    return unit.span


def _take_footer(source: SourceText, outline: Outline) -> None:
    """Take what the page leaves below an attachment off its last words."""
    last = outline.headings[-1] if outline.headings else None
    while last is not None and last.children:
        last = last.children[-1]
    units = outline.before if last is None else last.units
    while units and (kind := back_kind(source.folded, *units[-1].span)) is not None:
        unit = units.pop()
        unit.rule, unit.owner = "page-furniture:back", kind
