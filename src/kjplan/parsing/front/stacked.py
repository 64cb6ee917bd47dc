"""A portal header whose labels stand on lines of their own, each above its value."""

import re

from kjplan.parsing.front.genres import genre_of
from kjplan.parsing.front.page_fields import BULLET, INDEX_NUMBER, Header, day_of, keep_field
from kjplan.parsing.lines.header_labels import FIELD_OF, Field
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText

_WITH_COLON = FIELD_OF | {"来源": Field("")}
_ALONE = {label: name for label, name in FIELD_OF.items() if len(label) > 2 or label == "文号"}
"""Other labels of two characters (状态, 标题) are words of a text as well, where no colon follows."""
_BLANK = re.compile(r"\s+")
_FEWEST, _BEFORE, _LONGEST = 4, 3, 60
"""So many labels make such a header; so many lines may stand above it; no value is longer."""


def read_stacked(source: SourceText, units: list[Unit]) -> Header | None:
    """The header, its units claimed, where at least four labels stand close together below at most a title; else None."""
    for first in range(min(_BEFORE + 1, len(units))):
        if _label(source, units[first]) is not None:
            return _read(source, units, first)
    return None


def _read(source: SourceText, units: list[Unit], first: int) -> Header | None:
    header, rules, i, labels, found = Header(), [], first, 0, False
    while i < len(units) and (field := _label(source, units[i])) is not None:
        rules.append(f"portal-header:label:{field.name or 'other'}")
        labels, i = labels + 1, i + 1
        if i < len(units) and _is_value(source, units, i, field.name):
            value = source.text[units[i].start : units[i].end]
            keep_field(header, field, value)
            rules.append(f"portal-header:value:{field.name or 'other'}")
            found = found or field.name in ("index_number", "publisher", "document_number")
            i += 1
    if labels < _FEWEST or not found:
        return None
    for unit in units[:first]:
        words = source.folded[unit.start : unit.end]
        if genre_of(words):
            header.title, unit.rule = source.text[unit.start : unit.end], "portal-header:label:title"
        else:
            unit.rule, unit.owner = "page-furniture:front", "navigation"
    for unit, rule in zip(units[first:i], rules, strict=True):
        unit.rule = rule
    header.count = i
    return header


def _label(source: SourceText, unit: Unit) -> Field | None:
    """The field that a line names which is nothing but a label."""
    if unit.end - unit.start > 12:
        return None
    bullet = BULLET.match(source.folded, *unit.span)
    words = _BLANK.sub("", source.folded[bullet.end() if bullet else unit.start : unit.end])
    return _WITH_COLON.get(words[:-1]) if words.endswith(":") else _ALONE.get(words)


def _is_value(source: SourceText, units: list[Unit], i: int, name: str) -> bool:
    """Whether a line is the value of the label above it: behind a label whose field is left empty the text begins."""
    unit = units[i]
    words = source.folded[unit.start : unit.end]
    if _label(source, unit) is not None or len(words) > _LONGEST or "。" in words:
        return False
    if name == "index_number":
        return INDEX_NUMBER.fullmatch(words) is not None or any(c.isdigit() for c in words)
    if name.endswith("_date"):
        return day_of(words) is not None
    if name == "document_number":
        return words.rstrip().endswith("号")
    return i + 1 < len(units) and _label(source, units[i + 1]) is not None
