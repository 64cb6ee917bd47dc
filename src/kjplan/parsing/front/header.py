"""The portal header: metadata by position (bullets without labels) or by label."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from kjplan.late import late
from kjplan.parsing.dates import iso_date
from kjplan.parsing.front.genres import genre_of
from kjplan.parsing.lines.furniture import front_kind
from kjplan.parsing.lines.header_labels import FIELD_OF, GENERAL, NAMES, PAGE_NAMES, Field
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, fold, solid

_LABEL = re.compile(rf"(?:\|[ \t]*)?[\[【]?(?P<label>{NAMES})[ ]*(?:[\]】](?:[ \t]*:)?|[ \t]*:|\t|[ ]*\|)[ \t]*")
_LOOSE = re.compile(rf"(?<!\S)(?P<label>{NAMES})(?:[ \t]*:|[ \t]+|$)[ \t]*")
"""The same in a header whose cells only blanks part: 索  引  号 000014349/2021-05704 公开方式 主动公开."""

POSITIONS = ("index_number", "publisher", "topic", "written_date", "published_date", "genre", "document_number")
"""Order of the unlabelled bullets of a portal page: 索引号, 发布机构, 主题分类, 成文日期, 发布日期, 体裁, 文号."""

_OTHER_LABEL = late(
    rf"[【\[][一-鿿]{{2,6}}[\]】]|(?<=\t)[一-鿿]{{2,6}}:|(?<=  )[一-鿿]{{2,6}}:|(?<=[\s0-9]){PAGE_NAMES}\s?:"
)
"""A label that no table names ends a value on its line as well: 【主题】粮食 【地域】全国, and what the page tells besides: 2022-03-25 来源：某报."""
_UNKNOWN = late(r"(?!附件)[一-鿿]{2,8}[ \t]*:[ \t]*[^ \t。;][^。;]{0,300}")
"""A field whose label no table names; among lines that have one it is of the header too (官方链接：…)."""

BULLET = re.compile(r"[•·∙‧⋅●▪◦○■□◆►*–—-][ \t]*")
"""What may open an unlabelled field."""
_NUMBERED = re.compile(r"[0-9]{1,2}[.、][ \t]*")
INDEX_NUMBER = re.compile(
    r"[0-9A-Z]{8}[0-9X]/[0-9]{4}-[0-9]{4,6}|[0-9A-Z]{18}/[0-9]{4}-[0-9]{2,8}|[A-Z0-9]{2,12}[-/][0-9A-Z]{1,6}[-/][0-9]{4}[-/][0-9]{2,8}"
)
"""索引号: organisation code (9) or credit code (18), year and serial; or a local form."""

_TITLE_FIELDS = "发布日期|发布时间|发文日期|成文日期|印发日期|公布日期|公开日期|发文字号|发文文号|文件编号|文号|索引号"
_NAVIGATION = 8
"""So many lines of a page's navigation may stand before its header."""
_MAX_FIELD = 60
_SHORTEST_TITLE = 10
_DATES = ("written_date", "published_date")
_TIME = re.compile(r"[ T]{1,4}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$")
"""The time of day that portals put after a date: 2022-03-25 09:30."""

_PLAIN_DAY = re.compile("((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])")


@dataclass(slots=True)
class Header:
    """What the portal header says, and the units it takes up."""

    fields: dict[str, str] = field(default_factory=dict)
    title: str | None = None
    general: str | None = None
    """What the page files it under, the topic where no other is told."""
    catalogued: dict[str, str] = field(default_factory=dict)
    """Issuer and day of a catalogue, which count only where no signature says otherwise."""
    first: int = 0
    """How many units of navigation stand before it."""
    count: int = 0
    """How many units from the first belong to it and to what stands before it."""


def read_header(source: SourceText, units: list[Unit]) -> Header:
    """The header that the units begin with, lines of navigation before it passed over; ``count`` is 0 where there is none."""
    first = 0
    while first < min(len(units), _NAVIGATION) and front_kind(source.folded, *units[first].span):
        first += 1
    header = _by_position(source, units[first:]) or _by_label(source, units[first:])
    if header is None:
        return Header()
    if header.general:
        header.fields.setdefault("topic", header.general)
    for unit in units[:first]:
        unit.rule, unit.owner = "page-furniture:front", front_kind(source.folded, *unit.span)
    header.first, header.count = first, first + header.count
    return header


_SHORT = re.compile(r"[^。:;!?]{2,40}")
_FIELD_TESTS: dict[str, Callable[[str], object]] = {
    "index_number": INDEX_NUMBER.fullmatch,
    "publisher": _SHORT.fullmatch,
    "topic": _SHORT.fullmatch,
    "written_date": iso_date,
    "published_date": iso_date,
    "genre": re.compile(r"[^。,:;!?]{1,6}").fullmatch,
    "document_number": re.compile(r"[^。,;!?]{2,40}号|无").fullmatch,
}
"""What the folded words of a field must look like at its place, so that no title is taken for one; of a date it gives the day."""
_NUMBERS = re.compile("[0-9]{4}|[0-9〇零一二三四五六七八九十百]号|无$")
"""What a document number has; 字号：[大][中][小] is the size of the page's type."""
_FEWEST = 3
"""So many fields in their order make a header without labels."""


def _by_position(source: SourceText, units: list[Unit]) -> Header | None:
    """Fields in the order of ``POSITIONS``, the first an index number, with or without bullets."""
    header = Header()
    for name, unit in zip(POSITIONS, units, strict=False):
        bullet = BULLET.match(source.folded, *unit.span) or _NUMBERED.match(source.folded, *unit.span)
        start = bullet.end() if bullet else unit.start
        words = source.folded[start : unit.end]
        told = _FIELD_TESTS[name](words) if unit.end - start <= _MAX_FIELD else None
        if not told:
            break
        header.fields[name] = told if isinstance(told, str) else source.text[start : unit.end]
        header.count += 1
        mark = (("bullet", unit.start, unit.start + len(bullet[0].rstrip())),) if bullet else ()
        unit.leaves = (*mark, ("header_field", start, unit.end))
        unit.rule = f"portal-header:position:{name}"
    if header.count >= _FEWEST:
        return header
    for unit in units[: header.count]:
        unit.leaves, unit.rule = (), ""
    return None


def _by_label(source: SourceText, units: list[Unit]) -> Header | None:
    """Lines that begin with a label; its value shares the line or stands on the next one."""
    header, i, labelled = Header(), 0, 0
    limit = min(len(units), 60)
    label = _LABEL
    while i < limit:
        unit = units[i]
        label = _LOOSE if _opens_loose(source.folded, unit) else label
        pairs = _pairs(source, unit, label)
        if not pairs:
            if header.count == i and labelled >= _FEWEST and _is_unknown_field(source, units[i - 1], unit):
                unit.rule = "portal-header:label:other"
                header.count = i + 1
            elif header.count or i >= _NAVIGATION or _is_title(source.folded, unit):
                break
            i += 1
            continue
        labelled += sum(not told.catalogued for told, _ in pairs)
        unit.rule = "portal-header:label:" + "+".join(told.name or "other" for told, _ in pairs)
        last, value = pairs[-1]
        if (
            not value
            and label is _LABEL
            and i + 1 < limit
            and (_is_next_line(source, unit, units[i + 1]) or _is_bulleted(source, unit, units[i + 1]))
            and not _pairs(source, units[i + 1], label)
        ):
            i += 1
            pairs[-1] = (last, source.text[units[i].start : units[i].end])
            units[i].rule = f"portal-header:value:{last.name or 'other'}"
        for told, value in pairs:
            keep_field(header, told, value)
        i += 1
        header.count = i
    return header if labelled >= 2 or (labelled == 1 and units[0].rule) else None


_BREAKS = 2
"""So many line breaks stand between a bulleted label and its value at most."""
_FEWEST_LOOSE = 2
"""So many labels that only blanks part from their values make a line of fields: 发布机构 区政府办公室 文    号 某政办〔2023〕1号."""


def fields_below_title(source: SourceText, unit: Unit) -> dict[str, str]:
    """The fields in a line between title and text (发布时间：2021-11-22 19:30 来源：…), which is claimed; empty for any other."""
    header = Header()
    loose = _opens_loose(source.folded, unit) or len(_pairs(source, unit, _LOOSE)) >= _FEWEST_LOOSE
    for told, value in _pairs(source, unit, _LOOSE if loose else _LABEL):
        keep_field(header, told, value)
    if day := header.catalogued.get("written_date"):
        header.fields.setdefault("written_date", day)
    if header.fields:
        unit.rule, unit.owner = "portal-header:label:" + "+".join(header.fields), "document"
    return header.fields


_BEHIND_TITLE = re.compile(
    rf"(?:\s{{0,4}}\((?=[^()]{{2,12}}:)|\s{{1,8}}_?)(?P<fields>(?:{_TITLE_FIELDS})\s?:[^。;]{{2,160}}?)\)?$"
)


def fields_behind(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The fields of the page that stand behind a title on its line: …的通知（发布日期：2026年4月16日 文号：某发〔2026〕5号）."""
    return _BEHIND_TITLE.search(folded, start, end) if folded.find(":", start, end) > start else None


def fields_in(source: SourceText, start: int, end: int) -> dict[str, str]:
    """The fields that a stretch of a line names."""
    header = Header()
    for told, value in _pairs(source, Unit(start, end), _LABEL):
        keep_field(header, told, value)
    return header.fields


def _is_title(folded: str, unit: Unit) -> bool:
    """Whether a line is a title, below which no header of the page begins."""
    return unit.end - unit.start >= _SHORTEST_TITLE and genre_of(folded[unit.start : unit.end]) is not None


def _opens_loose(folded: str, unit: Unit) -> bool:
    """Whether a line begins with 索引号, blanks and such a number."""
    m = _LOOSE.match(folded, *unit.span) if folded[unit.start] == "索" else None
    return m is not None and ":" not in m[0] and INDEX_NUMBER.match(folded, m.end(), unit.end) is not None


_GENERAL = Field("general")
"""What a page files a document under."""


def _pairs(source: SourceText, unit: Unit, label: re.Pattern[str]) -> list[tuple[Field, str]]:
    """(field, value) for each label on a line that begins with one, behind a bullet or not; values trimmed."""
    bullet = BULLET.match(source.folded, *unit.span)
    start = bullet.end() if bullet else unit.start
    if unit.end - unit.start > 400 or not label.match(source.folded, start, unit.end):
        return []
    hits = list(label.finditer(source.folded, start, unit.end))
    ends = [h.start() for h in hits[1:]] + [unit.end]
    value = _cell if source.folded[unit.start] == "|" else _value
    values = [(h["label"], value(source, h.end(), end)) for h, end in zip(hits, ends, strict=True)]
    return [(_GENERAL if solid(label) in GENERAL else FIELD_OF[solid(label)], value) for label, value in values]


def _value(source: SourceText, start: int, end: int) -> str:
    """The words of a field, up to a label that no table names."""
    other = _OTHER_LABEL.search(source.folded, start, end)
    return source.text[start : other.start() if other else end].strip().strip("|").strip()


def _cell(source: SourceText, start: int, end: int) -> str:
    """The words of a field in a table with bars, which end with the cell: what follows may be of a label that no table names."""
    words = source.text[start:end].strip()
    behind = source.folded[:start].rstrip()[-1:] == ":" and words.startswith("|")
    return (words[1:] if behind else words).partition("|")[0].strip()


def _is_unknown_field(source: SourceText, before: Unit, unit: Unit) -> bool:
    """Whether a line that follows a field at once is one too, of a label that no table names."""
    return _is_next_line(source, before, unit) and _UNKNOWN.fullmatch(source.folded, *unit.span) is not None


def _is_next_line(source: SourceText, unit: Unit, after: Unit) -> bool:
    return source.breaks(unit.end, after.start) <= 1


def _is_bulleted(source: SourceText, unit: Unit, after: Unit) -> bool:
    """Whether a label behind a bullet has its value below an empty line, as lists of a page are copied."""
    bulleted = BULLET.match(source.folded, *unit.span) is not None and not BULLET.match(source.folded, *after.span)
    return bulleted and source.breaks(unit.end, after.start) <= _BREAKS and after.end - after.start <= _MAX_FIELD


_ANY = re.compile("")
_KEPT_IF = {"index_number": re.compile("[0-9]"), "document_number": _NUMBERS}
"""What the value of a field must have."""


def keep_field(header: Header, told: Field, value: str) -> None:
    """Keep the value of a field, the first one only; a date that is none is passed over."""
    name = told.name
    if name == "title":
        header.title = value or None
    elif name == "general":
        header.general = header.general or value or None
    elif name and value and name not in (kept := header.catalogued if told.catalogued else header.fields):
        words = day_of(fold(value)) if name in _DATES else value
        if words is not None and _KEPT_IF.get(name, _ANY).search(fold(words)):
            kept[name] = words


def day_of(folded: str) -> str | None:
    """The day that a field of a page says, in any form, with or without the time of day: 2022-03-25 09:30, 20220325."""
    if m := _PLAIN_DAY.fullmatch(folded):
        folded = "-".join(m.groups())
    return iso_date(_TIME.sub("", folded))
