"""Styles and lists of a Word 97–2003 document, as the elements in which a .docx has them, so that one reader numbers both."""

from collections.abc import Iterator
from struct import error, unpack_from
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from kjplan.reading.doc_file import LIST_USES, LISTS, Properties, WordFile, read_properties

LEVEL, LIST = 0x260A, 0x460B
"""Codes of a paragraph's level and list."""
_NO_STYLE = 0x0FFF
_CONTENTS = range(19, 28)
"""Built-in styles of a table of contents: toc 1 to toc 9."""
_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital",
    11: "japaneseCounting", 14: "decimalFullWidth", 18: "decimalEnclosedCircle", 22: "decimalZero", 23: "bullet",
    26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
    30: "ideographTraditional", 31: "ideographZodiac", 33: "taiwaneseCounting", 34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand", 37: "chineseCounting", 38: "chineseLegalSimplified",
    39: "chineseCountingThousand", 255: "none",
}  # fmt: skip
"""Formats of numbers by their number (MSONFC)."""
_SUFFIXES = ("tab", "space", "nothing")


def styles_of(file: WordFile) -> Element:
    """``styles.xml``: the paragraph styles by number, what they are based on, and their lists."""
    root, block = Element("styles"), file.styles
    if len(block) < 6:
        return root
    header, count, fixed = unpack_from("<3H", block)
    at = 2 + header
    for number in range(min(count, _NO_STYLE)):
        if at + 2 > len(block):
            break
        size = unpack_from("<H", block, at)[0]
        stored = block[at + 2 : at + 2 + size]
        at += 2 + size
        if len(stored) >= 10 and stored[2] & 0x0F == 1:
            _style(root, number, stored, fixed)
    return root


def _style(root: Element, number: int, stored: bytes, fixed: int) -> None:
    builtin, based = unpack_from("<2H", stored)
    style = SubElement(root, "style", {"styleId": str(number), "type": "paragraph"})
    if number == 0:
        style.set("default", "1")
    if builtin & 0x0FFF in _CONTENTS:
        SubElement(style, "name", {"val": f"toc {(builtin & 0x0FFF) - _CONTENTS.start + 1}"})
    if based >> 4 != _NO_STYLE:
        SubElement(style, "basedOn", {"val": str(based >> 4)})
    try:
        at = fixed + 4 + 2 * unpack_from("<H", stored, fixed)[0]
        size = unpack_from("<H", stored, at)[0]
        style.append(paragraph_properties(None, read_properties(stored[at + 4 : at + 2 + size])))
    except error:
        return


def paragraph_properties(style: int | None, properties: Properties) -> Element:
    """``<w:pPr>``: the style and the list of a paragraph."""
    made = Element("pPr")
    if style is not None:
        SubElement(made, "pStyle", {"val": str(style)})
    level, used = properties.get(LEVEL), properties.get(LIST)
    if level or used:
        numbered = SubElement(made, "numPr")
        if level:
            SubElement(numbered, "ilvl", {"val": str(level[0])})
        if used and len(used) == 2:
            SubElement(numbered, "numId", {"val": str(unpack_from("<H", used)[0])})
    return made


def numbering_of(file: WordFile) -> Element:
    """``numbering.xml``: the lists, and how paragraphs use them. Where the tables break off, so do the lists."""
    root = Element("numbering")
    for read in (_lists, _uses):
        try:
            for element in read(file):
                root.append(element)
        except (error, IndexError):
            continue
    return root


def _lists(file: WordFile) -> Iterator[Element]:
    start, size = file.listed(LISTS)
    if not size:
        return
    count = unpack_from("<H", file.table, start)[0]
    # The levels of all lists stand behind the table itself.
    at = start + 2 + 28 * count
    for number in range(count):
        entry = start + 2 + 28 * number
        made = Element("abstractNum", {"abstractNumId": str(unpack_from("<I", file.table, entry)[0])})
        styles = unpack_from("<9H", file.table, entry + 8)
        for index in range(1 if file.table[entry + 26] & 1 else 9):
            level, at = _level(file.table, at, index)
            if styles[index] != _NO_STYLE:
                SubElement(level, "pStyle", {"val": str(styles[index])})
            made.append(level)
        yield made


def _level(table: bytes, at: int, index: int) -> tuple[Element, int]:
    """``<w:lvl>`` and where the next one begins."""
    start, form, flags = unpack_from("<IBB", table, at)
    suffix = table[at + 15]
    runs, paragraphs, limit = table[at + 24 : at + 27]
    words = at + 28 + runs + paragraphs
    length = unpack_from("<H", table, words)[0]
    text = table[words + 2 : words + 2 + 2 * length].decode("utf-16-le", "replace")
    made = Element("lvl", {"ilvl": str(index)})
    values: dict[str, Any] = {
        "start": start,
        "numFmt": _FORMS.get(form, "decimal"),
        "lvlText": "".join(f"%{ord(c) + 1}" if c < "\t" else c for c in text),
        "suff": _SUFFIXES[suffix] if suffix < len(_SUFFIXES) else "tab",
    }
    if flags & 0x04:
        values["isLgl"] = 1
    if flags & 0x08:
        values["lvlRestart"] = limit
    for name, value in values.items():
        SubElement(made, name, {"val": str(value)})
    return made, words + 2 + 2 * length


def _uses(file: WordFile) -> Iterator[Element]:
    start, size = file.listed(LIST_USES)
    if not size:
        return
    count = unpack_from("<I", file.table, start)[0]
    at = start + 4 + 16 * count
    for number in range(min(count, size // 16)):
        entry = start + 4 + 16 * number
        made = Element("num", {"numId": str(number + 1)})
        SubElement(made, "abstractNumId", {"val": str(unpack_from("<I", file.table, entry)[0])})
        at += 4
        for _ in range(file.table[entry + 12]):
            first, flags = unpack_from("<2I", file.table, at)
            at += 8
            override = SubElement(made, "lvlOverride", {"ilvl": str(flags & 0x0F)})
            if flags & 0x10:
                SubElement(override, "startOverride", {"val": str(first)})
            if flags & 0x20:
                level, at = _level(file.table, at, flags & 0x0F)
                override.append(level)
        yield made
