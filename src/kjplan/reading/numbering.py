"""Automatic numbering of Word: the numbers that stand on the page and not in the text (ECMA-376 17.9)."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kjplan.reading.numerals import format_number

_PLACE = re.compile(r"%([1-9])")
_BULLETS = frozenset("•·●○■□◆◇▲△★☆※▪▫◦➢➤✓✔—–-*")
"""Bullets that are what they look like; any other is a glyph of a symbol font and is written as •."""
_MAX_LINKS = 16
"""Styles based on styles, lists linked to styles: a longer chain is a loop."""


@dataclass(slots=True)
class Level:
    """How one level of a list numbers its paragraphs."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """``%1.%2、``: the places stand for the numbers of level 1 and 2."""
    restart: int | None = None
    """Level (from 1) whose paragraphs restart this one; 0 for none; None for every level above."""
    legal: bool = False
    """Whether all numbers are written in plain digits."""
    suffix: str = "tab"
    style: str | None = None


@dataclass(slots=True)
class _List:
    """A list as paragraphs name it: lists that share ``counter`` go on counting where the other stopped."""

    counter: str
    levels: dict[int, Level]
    restarted: frozenset[int] = frozenset()
    """Levels that this list starts anew when it is first used."""


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted. ``label`` must be asked in document order."""

    lists: dict[str, _List] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, int | None]] = field(default_factory=dict)
    """List and level that a paragraph style gives, inherited ones included."""
    default_style: str | None = None
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: Element | None, styles: Element | None) -> "Numbering":
        """The numbering of a document from its ``numbering.xml`` and ``styles.xml``, either of which may be missing."""
        own: dict[str, tuple[str | None, int | None, str | None]] = {}
        default = None
        for style in [] if styles is None else styles.iter("style"):
            key = style.get("styleId", "")
            own[key] = (*_named(style.find("pPr")), _value(style, "basedOn"))
            if style.get("type") == "paragraph" and style.get("default") in ("1", "true", "on"):
                default = key
        inherited = {key: _inherited(key, own) for key in own}
        lists = {} if numbering is None else _lists(numbering, inherited)
        return cls(lists, inherited, default)

    def label(self, properties: Element | None) -> str:
        """The number that stands before a paragraph with these properties, with what parts it from the text; often empty."""
        number, level = _named(properties)
        if number is None:
            style = _value(properties, "pStyle") or self.default_style or ""
            number, styled = self.styles.get(style, (None, None))
            level = styled if level is None else level
            if level is None and number in self.lists:
                level = next((i for i, at in self.lists[number].levels.items() if at.style == style), None)
        if number is None or number not in self.lists:
            return ""
        return self._next(number, level or 0)

    def _next(self, number: str, index: int) -> str:
        """Count one paragraph of a list at a level and write its number."""
        used = self.lists[number]
        level = used.levels.get(index)
        if level is None:
            return ""
        counts = self._counts.setdefault(used.counter, {})
        if number not in self._used:
            self._used.add(number)
            for restarted in used.restarted:
                counts.pop(restarted, None)
        counts[index] = counts[index] + 1 if index in counts else level.start
        for deeper in [i for i in counts if i > index]:
            restart = used.levels[deeper].restart if deeper in used.levels else None
            if restart is None or index < restart:
                del counts[deeper]
        return _write(level, used.levels, counts)


def _write(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    """The number of a level, with the numbers above it that its text names; a level not yet used shows its start."""
    if level.form == "bullet":
        return (level.text if level.text in _BULLETS else "•") + " " if level.text else ""

    def place(m: re.Match[str]) -> str:
        index = int(m[1]) - 1
        named = levels.get(index, Level())
        form = "decimal" if level.legal else named.form
        return "" if form == "none" else format_number(counts.get(index, named.start), form)

    label = _PLACE.sub(place, level.text)
    parted = level.suffix != "nothing" and (label[-1:].isalpha() or label[-1:].isdecimal())
    return label + " " if parted else label


def _lists(numbering: Element, styles: dict[str, tuple[str | None, int | None]]) -> dict[str, _List]:
    abstract = {e.get("abstractNumId", ""): e for e in numbering.iter("abstractNum")}
    numbers = {e.get("numId", ""): e for e in numbering.iter("num")}
    found = {}
    for key, num in numbers.items():
        name = _definition(num, abstract, numbers, styles)
        if key == "0" or name not in abstract:
            continue
        levels = {_integer(e.get("ilvl"), 0): _level(e) for e in abstract[name].iter("lvl")}
        restarted = set()
        for override in num.iter("lvlOverride"):
            index = _integer(override.get("ilvl"), 0)
            own = override.find("lvl")
            if own is not None:
                levels[index] = _level(own)
            start = _value(override, "startOverride")
            if start is not None and index in levels:
                levels[index].start = _integer(start, 1)
                restarted.add(index)
        found[key] = _List(name, levels, frozenset(restarted))
    return found


def _definition(
    num: Element,
    abstract: dict[str, Element],
    numbers: dict[str, Element],
    styles: dict[str, tuple[str | None, int | None]],
) -> str:
    """Name of the definition that a list uses, links over numbering styles followed."""
    name = ""
    for _ in range(_MAX_LINKS):
        name = _value(num, "abstractNumId") or ""
        link = _value(abstract.get(name), "numStyleLink")
        target = styles.get(link or "", (None, None))[0]
        if target not in numbers or numbers[target] is num:
            break
        num = numbers[target]
    return name


def _level(e: Element) -> Level:
    restart = _value(e, "lvlRestart")
    return Level(
        start=_integer(_value(e, "start"), 1),
        form=_value(e, "numFmt") or "decimal",
        text=_value(e, "lvlText") or "",
        restart=None if restart is None else _integer(restart, 0),
        legal=is_on(e.find("isLgl")),
        suffix=_value(e, "suff") or "tab",
        style=_value(e, "pStyle"),
    )


def _named(properties: Element | None) -> tuple[str | None, int | None]:
    """List and level that paragraph properties name themselves; list ``0`` says that there is none."""
    own = None if properties is None else properties.find("numPr")
    level = _value(own, "ilvl")
    return _value(own, "numId"), None if level is None else _integer(level, 0)


def _inherited(key: str, own: dict[str, tuple[str | None, int | None, str | None]]) -> tuple[str | None, int | None]:
    """List and level of a style: the nearest that it or a style it is based on names."""
    number: str | None = None
    level: int | None = None
    at: str | None = key
    for _ in range(_MAX_LINKS):
        if at is None or at not in own or number is not None:
            break
        number, found, at = own[at]
        level = found if level is None else level
    return number, level


def is_on(toggle: Element | None) -> bool:
    """Whether a switch of WordprocessingML is there and not turned off: ``<w:vanish/>``, ``<w:vanish w:val="0"/>``."""
    return toggle is not None and toggle.get("val", "1") not in ("0", "false", "off", "none")


def _value(parent: Element | None, name: str) -> str | None:
    """``val`` of a child element, None where it is missing."""
    child = None if parent is None else parent.find(name)
    return None if child is None else child.get("val")


def _integer(value: str | None, default: int) -> int:
    """A whole number of at most nine digits; ``default`` for anything else."""
    return int(value) if value and len(value) <= 9 and value.isascii() and value.isdigit() else default
