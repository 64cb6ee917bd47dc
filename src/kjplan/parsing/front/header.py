"""The portal header: metadata by position (bullets without labels) or by label."""

import re
from collections.abc import Callable

from kjplan.late import late
from kjplan.parsing.dates import iso_date
from kjplan.parsing.front.genres import genre_of
from kjplan.parsing.front.page_fields import (
    BULLET,
    INDEX_NUMBER,
    LABEL,
    LOOSE,
    Header,
    keep_field,
    opens_loose,
    pairs_behind,
    pairs_on,
)
from kjplan.parsing.front.yaml_head import read_yaml_head
from kjplan.parsing.lines.furniture import front_kind
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText

POSITIONS = ("index_number", "publisher", "topic", "written_date", "published_date", "genre", "document_number")
"""Order of the unlabelled bullets of a portal page: 索引号, 发布机构, 主题分类, 成文日期, 发布日期, 体裁, 文号."""
_UNKNOWN = late(r"(?!附件)[一-鿿](?:[ \t]{0,4}[一-鿿/]){1,9}[ \t]{0,4}:[ \t]*(?P<value>[^。;]{0,300})")
"""A field whose label no table names; among lines that have one it is of the header too (官方链接：…)."""
_UNKNOWN_IN_BRACKETS = late(r"[\[【][ ]?[一-鿿/]{2,10}[ ]?[\]】][^。;]{0,100}")
"""The same of a page whose labels stand in brackets: [联合发文单位]."""

_NUMBERED = re.compile(r"[0-9]{1,2}[.、][ \t]*")
_NAVIGATION = 8
"""So many lines of a page's navigation may stand before its header."""
_MAX_FIELD = 60
_SHORTEST_TITLE = 10


def read_header(source: SourceText, units: list[Unit]) -> Header:
    """The header that the units begin with, lines of navigation before it passed over; ``count`` is 0 where there is none."""
    if (yaml := read_yaml_head(source, units)) is not None:
        return yaml
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
        if words != "无":
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
    label = LABEL
    while i < limit:
        unit = units[i]
        label = LOOSE if opens_loose(source.folded, unit) else label
        pairs = pairs_on(source, unit, label) or (pairs_behind(source, unit) if header.count == i > 0 else [])
        if not pairs:
            if header.count == i and _is_unknown_field(source, units, i, labelled):
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
            and label is LABEL
            and i + 1 < limit
            and (_is_next_line(source, unit, units[i + 1]) or _is_bulleted(source, unit, units[i + 1]))
            and not pairs_on(source, units[i + 1], label)
            and not (last.name in _LEFT_EMPTY and _is_title_alone(source.folded, units[i + 1]))
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


def _is_title(folded: str, unit: Unit) -> bool:
    """Whether a line is a title, below which no header of the page begins."""
    if unit.end - unit.start < _SHORTEST_TITLE or front_kind(folded, *unit.span):
        return False
    return genre_of(folded[unit.start : unit.end]) is not None


_LEFT_EMPTY = ("", "keywords")
"""Fields that pages leave empty, so that the title below them is none of their words: 内容概述：, 主题词：."""


def _is_title_alone(folded: str, unit: Unit) -> bool:
    """Whether a line is a title and no list of words that ends in a kind of document: 农业 粮食 通知."""
    return _is_title(folded, unit) and not re.search(r"\s", folded[slice(*unit.span)])


def _is_unknown_field(source: SourceText, units: list[Unit], i: int, labelled: int) -> bool:
    """Whether a line that follows a field at once is one too, of a label that no table names: with its value behind so many others,
    or with none among them.

    :param labelled: how many labels that are known stand above it
    """
    unit = units[i]
    if labelled < _FEWEST - 1 or not _is_next_line(source, units[i - 1], unit):
        return False
    if _UNKNOWN_IN_BRACKETS.fullmatch(source.folded, *unit.span):
        return True
    m = _UNKNOWN.fullmatch(source.folded, *unit.span)
    if m is None:
        return False
    if m["value"].strip():
        return labelled >= _FEWEST
    return bool(pairs_on(source, units[i + 1], LABEL)) if i + 1 < len(units) else False


def _is_next_line(source: SourceText, unit: Unit, after: Unit) -> bool:
    return source.breaks(unit.end, after.start) <= 1


def _is_bulleted(source: SourceText, unit: Unit, after: Unit) -> bool:
    """Whether a label behind a bullet has its value below an empty line, as lists of a page are copied."""
    bulleted = BULLET.match(source.folded, *unit.span) is not None and not BULLET.match(source.folded, *after.span)
    return bulleted and source.breaks(unit.end, after.start) <= _BREAKS and after.end - after.start <= _MAX_FIELD
