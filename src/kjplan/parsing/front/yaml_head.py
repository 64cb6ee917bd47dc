"""The head in YAML that generators of web sites put above a text in Markdown."""

import re

from kjplan.parsing.front.page_fields import Header, keep_field
from kjplan.parsing.lines.header_labels import Field
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText

_RULE = re.compile("-{3,5}")
_ENTRY = re.compile(r"(?P<key>[A-Za-z_-]{2,24})[ ]?:[ ]?(?P<value>.*)")
_FIELDS = {
    "title": Field("title"),
    "date": Field("published_date"),
    "author": Field("issuer", catalogued=True),
    "keywords": Field("keywords"),
}
_LONGEST = 40
"""So many lines has such a head at most."""


def read_yaml_head(source: SourceText, units: list[Unit]) -> Header | None:
    """The header between two lines of --- that a text begins with, its units claimed; None where it has none, or none with a title."""
    folded = source.folded
    if not units or not _RULE.fullmatch(folded, *units[0].span):
        return None
    end = next((k for k in range(1, min(len(units), _LONGEST)) if _RULE.fullmatch(folded, *units[k].span)), None)
    if end is None or not any(folded.startswith("title", unit.start) for unit in units[1:end]):
        return None
    header = Header(count=end + 1)
    for unit in units[: end + 1]:
        m = _ENTRY.fullmatch(folded, *unit.span)
        field = _FIELDS.get(m["key"]) if m else None
        unit.rule = f"portal-header:label:{field.name if field else 'other'}"
        if m and field:
            keep_field(header, field, source.text[m.start("value") : unit.end].strip().strip("'\""))
    return header
