"""A table of names and their other spellings, and what follows from it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kjplan.reading.text import fold

_LEVEL = r"国务院|国家|中央|自治区|[省市县区州盟旗]|[一-鿿]{2,9}(?:省|市|县|区|州|盟|旗)"
_BEFORE_BODY = re.compile(_LEVEL)
"""What may stand before the name of a department: 市, 郑州市, 国家; not 教育 before 体育局."""
_BEFORE_AREA = re.compile(rf"{_LEVEL}|[一-鿿]{{2,4}}")
"""What may stand before the name of a zone: 郑州 before 高新区."""
_PLACE = re.compile(r"(?:中共)?(?P<place>[一-鿿]{2,8}?(?:省|自治区|市|州|盟|县|旗|区))")
_LOCAL = re.compile(r"(?<!总)(?:局|厅|委员会|委|办公室|办)$")
_STATE = re.compile(r"国务院|国家|中央|中共中央|中华人民共和国")


@dataclass(frozen=True, slots=True)
class Aliases:
    """Names with their other spellings, in layers: a file of the user is laid over the table that kjplan brings along.

    What an upper layer says of a spelling is final; what it does not have is asked below, and the answer looked up again.

    An entry holds for whole names and behind a place or level: of ``科学技术局: [科技局]`` follows that 市科技局 is
    市科学技术局, and 郑州市科技局 郑州市科学技术局. Width of characters and blanks make no difference.
    """

    entries: Mapping[str, tuple[str, ...]]
    """Each name with its other spellings; no word stands twice."""
    lower: "Aliases | None" = None
    """The layer below, whose names this one may rename."""
    place: str = ""
    """The place whose plan is read, see ``at``."""
    _names: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names: dict[str, str] = {}
        for name, spellings in self.entries.items():
            for spelling in (name, *spellings):
                names[plain(spelling)] = name
        object.__setattr__(self, "_names", names)

    def at(self, issuer: str | None) -> "Aliases":
        """These aliases for a plan of this issuer: in 郑州市科学技术局's plan 郑州市财政局 and 市财政局 are one.

        :param issuer: the plan's issuer; None or one without a place changes nothing
        """
        words = plain(issuer or "")
        found = _PLACE.match(words)
        place = "国家" if _STATE.match(words) else found["place"] if found else ""
        return replace(self, place=place) if place else self

    def canonical(self, name: str) -> str:
        """The one name by which all spellings of a body go; a name that no table knows is its own.

        >>> Aliases({"科学技术局": ("科技局",)}).canonical("市科技局")
        '市科学技术局'
        """
        words = self._settled(plain(name))
        below = self.lower.canonical(words) if self.lower else words
        for known in (words, below):
            if known in self._names:
                return self._names[known]
        return self._by_end(words) or self._by_end(below) or below

    def same(self, one: str, other: str) -> bool:
        """Whether two names mean the same body, as far as the tables know."""
        return self.canonical(one) == self.canonical(other)

    def spellings(self, name: str) -> tuple[str, ...]:
        """The ways in which a body may be written, the name itself first: 市发改委 gives 市发展和改革委员会 and so on."""
        found = {plain(name): None, self.canonical(name): None}
        for layer in self._layers():
            for known in tuple(found):
                found.update(dict.fromkeys(layer._written(known)))
        return tuple(found)

    def names(self, wanted: str, name: str) -> bool:
        """Whether words that someone looks for name this body, or are a part of its name in some spelling.

        发改委 names 市发展和改革委员会, 高新区 names 郑州高新区; 市科技局 does not name 省科技厅.
        """
        bare = plain(wanted)
        return bare in plain(name) or self.canonical(bare) in self.canonical(name)

    def _settled(self, words: str) -> str:
        """The name with its level for what the plan's place goes without saying: 郑州市财政局 and, in a list behind 市科技局,
        财政局 as 市财政局; 国家发展改革委 as 发展改革委."""
        rest = words.removeprefix(self.place)
        if not self.place or not rest:
            return words
        if self.place == "国家":
            return rest
        return words if rest == words and not self._is_ours(words) else self._level + rest

    def _is_ours(self, words: str) -> bool:
        """Whether a name is a department's without place or level, and of a kind that the place has: 财政局, 市场监管局;
        only provinces have a 厅, and a ministry is the state's."""
        organ = _LOCAL.search(words)
        if organ is None or (organ[0] == "厅" and self._level not in ("省", "自治区")):
            return False
        from kjplan.extraction.names.names import CORES

        return words[: organ.start()] in CORES

    @property
    def _level(self) -> str:
        return "自治区" if self.place.endswith("自治区") else self.place[-1]

    def _by_end(self, words: str) -> str | None:
        """The name with its end, behind a place or level, in the table's spelling."""
        for before, end in self._ends(words):
            name = self._names[end]
            return (_city(before) if name.endswith("区") else before) + name
        return None

    def _ends(self, words: str) -> list[tuple[str, str]]:
        """(place or level, known end) of a name, the longest end first."""
        found = []
        for at in range(1, len(words)):
            before, end = words[:at], words[at:]
            if end in self._names:
                allowed = _BEFORE_AREA if self._names[end].endswith("区") else _BEFORE_BODY
                if allowed.fullmatch(before):
                    found.append((before, end))
        return found

    def _written(self, known: str) -> list[str]:
        """The spellings that this layer's entry for a name, or for its end, gives."""
        found = []
        for before, end in [("", known), *self._ends(known)]:
            if name := self._names.get(end):
                found += [before + spelling for spelling in (name, *self.entries[name])]
        return found

    def _layers(self) -> list["Aliases"]:
        return [self, *(self.lower._layers() if self.lower else ())]


def _city(before: str) -> str:
    """A city without 市, as most write it before a zone: 郑州市高新区 is 郑州高新区."""
    return before.removesuffix("市") if len(before) > 2 else before


def plain(name: str) -> str:
    """A name for comparing: half width, without blanks."""
    return "".join(fold(name).split())
