"""What is pasted from a list of documents (day, number and title on one line), and names of issuers below a title."""

import re

from kjplan.extraction.names.body_ends import STRONG
from kjplan.parsing.dates import DATE
from kjplan.parsing.front.genres import genre_of
from kjplan.parsing.front.page_fields import Header, keep_field
from kjplan.parsing.lines.furniture import DOCUMENT_NUMBER
from kjplan.parsing.lines.header_labels import Field
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText

_ROW = re.compile(
    rf"(?:\[?(?:{DATE.pattern})\]?(?P<gap>[ \t]{{1,12}}))?(?P<number>{DOCUMENT_NUMBER.pattern})(?:\t[ \t]{{0,8}}|[ ]{{2,12}}|[ ]?(?=《))"
    r"(?P<title>《?[^《》。:;\t]{0,40}《?[^《》。:;\t]{4,80}》?[^《》。:;\t]{0,12})$"
)
_DATED = re.compile(
    rf"\[?(?P<day>{DATE.pattern})\]?[ \t]{{1,12}}(?P<title>《[^《》。:;\t]{{4,80}}(?:《[^《》]{{2,60}}》[^《》。:;\t]{{0,20}})?》|[^。:;\t]{{0,40}}关于[^。:;\t]{{4,100}})$"
)
_LONGEST = 220
_OTHERS = ("各", "有关", "关于", "附", "全")
_PARTED = re.compile(r"[、\s]+")
_BODY = re.compile(f"[一-鿿]{{2,20}}{STRONG}")


def read_listed(source: SourceText, units: list[Unit]) -> Header | None:
    """The header that a row of a list is, which stands above the text: 2021-06-01 甲建〔2021〕3号 《甲市工作方案》, or a day and the
    title alone."""
    unit = units[0] if units else None
    if unit is None or unit.end - unit.start > _LONGEST:
        return None
    header = Header(count=1)
    if m := _ROW.fullmatch(source.folded, *unit.span) if source.folded.find("号", *unit.span) > 0 else None:
        keep_field(header, Field("document_number"), source.text[slice(*m.span("number"))])
    elif (m := _DATED.fullmatch(source.folded, *unit.span)) and genre_of(m["title"]):
        keep_field(header, Field("written_date"), m["day"])
    else:
        return None
    header.title = source.text[slice(*m.span("title"))].strip()
    if header.title.startswith("《") and header.title.endswith("》"):
        header.title = header.title[1:-1]
    unit.rule, unit.owner = "portal-header:listed", "document"
    return header


def issuers_below(title: str, line: str) -> list[str]:
    """The names of issuers that a line below a title holds, where the title names none: 甲市教育局 甲市财政局, 甲部、乙部."""
    if not title.startswith("关于") or len(line) > 80 or line.startswith(_OTHERS):
        return []
    names = _PARTED.split(line.strip())
    return names if all(map(_BODY.fullmatch, names)) else []
