"""Fields of a page: the labels on a line, and the values that they name."""

import re
from dataclasses import dataclass, field

from kjplan.late import late
from kjplan.parsing.dates import iso_date
from kjplan.parsing.lines.furniture import DOCUMENT_NUMBER
from kjplan.parsing.lines.header_labels import FIELD_OF, GENERAL, NAMES, PAGE_NAMES, Field
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, fold, solid

LABEL = re.compile(rf"(?:\|[ \t]*)?[\[【]?[ ]?(?P<label>{NAMES})[ ]*(?:[\]】](?:[ \t]*:)?|[ \t]*:|\t|[ ]*\|)[ \t]*")
_PARTED = re.compile(rf"(?:(?<=\t)|(?<=  ))(?P<label>{NAMES})[ \t]*:[ \t]*")
"""A label behind a tab or blanks."""
_OPENS_OTHER = re.compile(r"[一-鿿/]{2,8}[ \t]*:[ \t]*[^。;:]{0,60}(?:\t|  )")
_LONGEST = 400
"""No line of fields is longer."""
LOOSE = re.compile(rf"(?<!\S)(?P<label>{NAMES})(?:[ \t]*:|[ \t]+|$)[ \t]*")
"""The same in a header whose cells only blanks part: 索  引  号 000014349/2021-05704 公开方式 主动公开."""
_OTHER_LABEL = late(
    rf"[【\[][一-鿿]{{2,6}}[\]】]|(?<=\t)[一-鿿]{{2,6}}:|(?<=  )[一-鿿]{{2,6}}:|(?<=[\s0-9]){PAGE_NAMES}\s?:"
)
"""A label that no table names ends a value on its line as well: 【主题】粮食 【地域】全国, and what the page tells besides: 2022-03-25 来源：某报."""
BULLET = re.compile(r"[•·∙‧⋅●▪◦○■□◆►*>–—-][ \t]*")
"""What may open an unlabelled field."""
INDEX_NUMBER = re.compile(
    r"[0-9A-Z]{8}[0-9X]/[0-9]{4}-[0-9]{4,6}|[0-9A-Z]{18}/[0-9]{4}-[0-9]{2,8}|[A-Z0-9]{2,12}[-/][0-9A-Z]{1,6}[-/][0-9]{4}[-/][0-9]{2,8}"
)
"""索引号: organisation code (9) or credit code (18), year and serial; or a local form."""
_TITLE_FIELDS = "发布日期|发布时间|发文日期|成文日期|印发日期|公布日期|公开日期|发文字号|发文文号|文件编号|文号|索引号"
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


_NUMBERS = re.compile("[0-9]{4}|[0-9〇零一二三四五六七八九十百]号")
"""What a document number has; 无 says that there is none, 字号：[大][中][小] is the size of the page's type."""
_FEWEST_LOOSE = 2
"""So many labels that only blanks part from their values make a line of fields: 发布机构 区政府办公室 文    号 某政办〔2023〕1号."""


def fields_below_title(source: SourceText, unit: Unit) -> dict[str, str]:
    """The fields in a line between title and text (发布时间：2021-11-22 19:30 来源：…), which is claimed; empty for any other."""
    header = Header()
    loose = opens_loose(source.folded, unit) or len(pairs_on(source, unit, LOOSE)) >= _FEWEST_LOOSE
    for told, value in pairs_on(source, unit, LOOSE if loose else LABEL):
        keep_field(header, told, value)
    if header.general:
        header.fields.setdefault("topic", header.general)
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
    for told, value in pairs_on(source, Unit(start, end), LABEL):
        keep_field(header, told, value)
    return header.fields


def opens_loose(folded: str, unit: Unit) -> bool:
    """Whether a line begins with 索引号, blanks and such a number."""
    m = LOOSE.match(folded, *unit.span) if folded[unit.start] == "索" else None
    return m is not None and ":" not in m[0] and INDEX_NUMBER.match(folded, m.end(), unit.end) is not None


_GENERAL = Field("general")
"""What a page files a document under."""


def pairs_on(source: SourceText, unit: Unit, label: re.Pattern[str]) -> list[tuple[Field, str]]:
    """(field, value) for each label on a line that begins with one, behind a bullet or not; values trimmed."""
    bullet = BULLET.match(source.folded, *unit.span)
    start = bullet.end() if bullet else unit.start
    if unit.end - unit.start > _LONGEST or not label.match(source.folded, start, unit.end):
        return []
    return _pairs(source, unit, list(label.finditer(source.folded, start, unit.end)))


def pairs_behind(source: SourceText, unit: Unit) -> list[tuple[Field, str]]:
    """The same of a line that begins with a label that no table names: 机构分类：甲科  主题分类：科技."""
    if unit.end - unit.start > _LONGEST or not _OPENS_OTHER.match(source.folded, *unit.span):
        return []
    return _pairs(source, unit, list(_PARTED.finditer(source.folded, *unit.span)))


def _pairs(source: SourceText, unit: Unit, hits: list[re.Match[str]]) -> list[tuple[Field, str]]:
    """(field, value) for each label found on a line."""
    if not hits:
        return []
    ends = [h.start() for h in hits[1:]] + [unit.end]
    barred = source.folded[unit.start] == "|"
    values = [(h["label"], _value_of(source, h.end(), end, barred=barred)) for h, end in zip(hits, ends, strict=True)]
    return [(_GENERAL if solid(label) in GENERAL else FIELD_OF[solid(label)], value) for label, value in values]


def _value_of(source: SourceText, start: int, end: int, *, barred: bool) -> str:
    """The words of a field: those of its cell where bars part a line, else up to a label that no table names."""
    if barred or source.folded[start:end].startswith("|"):
        return _cell(source, start, end)
    other = _OTHER_LABEL.search(source.folded, start, end)
    return source.text[start : other.start() if other else end].strip().strip("|").strip()


def _cell(source: SourceText, start: int, end: int) -> str:
    """The words of a field in a table with bars, which end with the cell: what follows may be of a label that no table names."""
    words = source.text[start:end].strip()
    behind = source.folded[:start].rstrip()[-1:] in (":", "]", "】") and words.startswith("|")
    return (words[1:] if behind else words).partition("|")[0].strip()


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
        words: str | None = value
        if name in _DATES:
            words = day_of(fold(value))
        elif name == "document_number":
            words = _number_alone(value)
        if words is not None and _KEPT_IF.get(name, _ANY).search(fold(words)):
            kept[name] = words


_LABEL_BEHIND = late(rf"(?:{NAMES})[ ]*:")


def _number_alone(value: str) -> str:
    """A document number without what follows it behind a blank, or a label without words: 甲科〔2022〕8号 统一登记号：…, 甲科〔2022〕8号主题词："""
    m = DOCUMENT_NUMBER.match(fold(value))
    if m is None:
        return value
    return (
        value[: m.end()]
        if value[m.end() : m.end() + 1].isspace() or _LABEL_BEHIND.match(fold(value), m.end())
        else value
    )


def day_of(folded: str) -> str | None:
    """The day that a field of a page says, in any form, with or without the time of day: 2022-03-25 09:30, 20220325."""
    if m := _PLAIN_DAY.fullmatch(folded):
        folded = "-".join(m.groups())
    return iso_date(_TIME.sub("", folded))
