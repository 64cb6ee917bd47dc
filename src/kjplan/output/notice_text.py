"""A clean notice from the plan alone; parsing it gives the same plan but for spans and furniture."""

import re
from collections.abc import Iterator

from kjplan.model import Goal, Measure, Paragraph, Plan, Section
from kjplan.output.notice_rows import row_line
from kjplan.parsing.headings.glued import blank_behind_name
from kjplan.parsing.headings.roles import is_dated_role_title, is_role_title
from kjplan.parsing.headings.titles import has_title_sentence, split_title
from kjplan.parsing.lines.furniture import ATTACHMENT_LIST
from kjplan.parsing.lines.header_labels import LABELS
from kjplan.parsing.markers import STYLES, read_marker
from kjplan.reading.text import fold

_HEADER = (
    "index_number",
    "publisher",
    "issuer",
    "topic",
    "genre",
    "document_number",
    "written_date",
    "published_date",
    "validity",
)
_ENTRY = re.compile(r"[0-9]{1,2} ?[.、](?![0-9])")
_STOPS = "。！？：；!?:;…"


def render(plan: Plan) -> str:
    """The plan as a clean notice: labelled metadata, notice, title, tree, closing; one paragraph a line, LF, UTF-8 text.

    A title goes on one line with its words where the parser would find it again there, else on a line of its own, as after a
    number without a point.
    """
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    document = plan.document
    yield from _metadata(plan)
    addressees = [f"{'，'.join(document.addressees)}："] if document.addressees else []
    signed = [*document.signatures, *([_long_date(document.signed_date)] if document.signed_date else [])]
    if plan.notice is not None:
        yield from (plan.notice.title, *addressees, *plan.notice.text.split("\n"), *signed)
        if plan.title and plan.extent != "notice" and plan.title != plan.notice.title:
            yield plan.title
    else:
        yield from [plan.title] if plan.title else []
        yield from addressees
    said = bool(plan.preamble)  # goals that stand in its words
    parts = [n for n in plan.parts if not (said and isinstance(n, Goal) and n.number is None)]
    for paragraph in plan.preamble:
        while parts and _stands_above(parts[0], paragraph):
            yield from _node(parts.pop(0), outermost=True)
        yield paragraph.text
    yield from _tree(parts)
    listed = _listed(plan.closing) if plan.notice is None else 0
    yield from _texts(plan.closing[:listed])
    if plan.notice is None:
        yield from signed
    yield from _texts(plan.closing[listed:])
    for k, attachment in enumerate(plan.attachments, 1):
        yield f"附件{k if len(plan.attachments) > 1 else ''}"
        if not fold(attachment.title).startswith("附件"):
            yield attachment.title
        yield from _texts(attachment.text)
        yield from _tree(attachment.parts, attached=True)


def _stands_above(node: Section | Goal | Measure, words: Paragraph) -> bool:
    """Whether a node is an order without a number that stands before words of the preamble."""
    order = isinstance(node, Measure) and node.number is None
    return order and node.span is not None and words.span is not None and node.span[0] < words.span[0]


def _listed(closing: list[Paragraph]) -> int:
    """How many of the closing paragraphs are the list of attachments, which stands above the signatures."""
    if not closing or not ATTACHMENT_LIST.match(fold(closing[0].text)):
        return 0
    alone = fold(closing[0].text).endswith(":")
    others = (k for k, p in enumerate(closing) if k > alone and not _ENTRY.match(fold(p.text)))
    return next(others, len(closing))


def _metadata(plan: Plan) -> Iterator[str]:
    """The labelled lines of the portal header; what was inferred is not written, so that it is inferred again."""
    document = plan.document
    for name in _HEADER:
        value = getattr(document, name)
        if value and name not in document.inferred:
            yield f"{LABELS[name].split('|')[0]}：{value}"
    if document.keywords:
        yield f"主题词：{' '.join(document.keywords)}"


def _tree(nodes: list[Section | Measure | Goal], *, attached: bool = False) -> Iterator[str]:
    for node in nodes:
        yield from _node(node, outermost=not attached)


_NUMERALS = tuple("一二三四五六七八九十")


def _texts(paragraphs: list[Paragraph]) -> Iterator[str]:
    return (p.text for p in paragraphs)


def _node(node: Section | Goal | Measure, above: int = -1, *, outermost: bool = False) -> Iterator[str]:
    """The lines of a node; ``above`` is the rank of the number of the section that holds it."""
    marker = node.marker or (f"{node.number}{'.' if node.number.isascii() else '、'}" if node.number else "")
    if marker[-1:].isdecimal() or marker.endswith(_NUMERALS):
        marker += " "
    if isinstance(node, Section):
        rank = _rank(marker)
        bars = "||" if outermost and not marker else "|"
        behind = _behind_goals(node)
        texts = [p.text for p in node.text[: len(node.text) - len(behind)]]
        yield from _heading(marker, node, texts, bars, grouped=0 <= rank <= above or _is_group(node, rank))
        for child in node.children:
            if isinstance(child, Goal) and child.number is None and node.text:
                continue
            yield from _node(child, rank)
        yield from _texts(behind)
    elif isinstance(node, Goal):
        yield f"{marker}{node.text}{'' if node.text.endswith(tuple(_STOPS)) else '。'}"
    else:
        yield from _measure(marker, node)


def _behind_goals(section: Section) -> list[Paragraph]:
    """The paragraphs of a section that stand behind its numbered goals: a table of indicators."""
    starts = [c.span[0] for c in section.children if isinstance(c, Goal) and c.number and c.span]
    last = max(starts, default=None)
    return [] if last is None else [p for p in section.text if p.span and p.span[0] > last]


def _heading(marker: str, section: Section, texts: list[str], bars: str, *, grouped: bool) -> Iterator[str]:
    """A section's heading and the paragraphs above what it holds: the title on a line of its own, unless the first paragraph would then read as
    a task; without a title, the words follow the marker. A title that neither a number nor its words tell for that of a part
    with tasks stands between bars."""
    if section.title and (grouped if marker else not _names_a_part(fold(section.title))):
        yield f"{bars} {marker}{section.title} {bars}"
        yield from texts
        return
    if section.title is None and texts:
        yield marker + texts[0]
        yield from texts[1:]
    elif texts and isinstance(next(iter(section.children), None), Measure) and has_title_sentence(fold(texts[0])):
        yield f"{marker}{section.title}。{texts[0]}"
        yield from texts[1:]
    else:
        yield marker + (section.title or "")
        yield from texts


def _rank(marker: str) -> int:
    read = read_marker(fold(marker), 0, len(marker))
    return -1 if read is None else read.rank


def _is_group(section: Section, rank: int) -> bool:
    """Whether a numbered section holds tasks without numbers, as rows of a table are, where the parser expects a task."""
    deep = rank >= STYLES["ar-dot"].rank
    return deep and any(isinstance(child, Measure) and child.number is None for child in section.children)


def _names_a_part(title: str) -> bool:
    """Whether the parser knows a title without a number for that of a part."""
    return is_role_title(title) or is_dated_role_title(title)


def _measure(marker: str, measure: Measure) -> Iterator[str]:
    if row := row_line(measure):
        yield row
        return
    if measure.title is None:
        yield marker + measure.text
        return
    stop = "" if measure.title.endswith(tuple(_STOPS)) or (measure.number and not measure.text) else "。"
    line = f"{measure.title}{stop}{measure.text}"
    together = split_title(fold(line)) == (len(measure.title), len(measure.title) + 1) and not (
        "." in marker.strip(". ") and blank_behind_name(fold(line))
    )
    if measure.number is None or not measure.text or (together and not marker.strip().isdecimal()):
        yield marker + line
    else:
        yield marker + measure.title
        yield measure.text


def _long_date(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year}年{int(month)}月{int(day)}日"
