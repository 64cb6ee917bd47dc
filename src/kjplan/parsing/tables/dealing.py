"""Deals the paragraphs of a table's row to its columns, where cells came out one a paragraph and some hold several or none.

The paragraphs follow the order of the columns. Which is where is told by what each kind of column looks like: lists of names
below 责任单位, a time below 完成时限, 《…》 below 参考文件, a short name before long words. Only what is clearly better than any
other way to deal them states who and when.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kjplan.parsing.tables.cell_words import LONG, LONGEST_UNKNOWN, WRAPPED, Words
from kjplan.parsing.tables.looks import FACTS, Look

_SHORT_NAME = 24
_LONGEST_NAME = 40
_NEVER = -12.0
MOST_PARAGRAPHS = 32
"""A row of more paragraphs is none."""


@dataclass(slots=True)
class Dealer:
    """Deals the rows of one table."""

    looks: list[Look]
    typical: dict[int, float]
    """How long the cells of a column of words are, where rows that have all cells show it."""
    stating: frozenset[Look] = FACTS
    """The columns that state facts, which must not be mistaken for others."""
    merged: bool = False
    """Whether some rows lack the first cells, which stand beside several rows."""

    def lacks_name(self, cell: Words) -> bool:
        """Whether the first paragraph of a row is as long as those of the second column, and so has no name before it."""
        name, words = self.typical.get(0), self.typical.get(1)
        if not name or not words or words <= name:
            return cell.sentence or cell.size > LONG
        return cell.size > name and cell.size / name > words / cell.size

    def deal(self, cells: Sequence[Words]) -> tuple[list[int], bool]:
        """How many paragraphs each column gets, and whether that is sure; none where they cannot be dealt at all."""
        if not 1 <= len(cells) <= MOST_PARAGRAPHS:
            return [], False
        if len(cells) == len(self.looks) and self._fit_each(cells):
            return [1] * len(cells), True
        best = self._best(cells)
        if not best or best[0][0] <= _NEVER / 2:
            return [], False
        if self._misplaced(cells, best[0][1]) or self._unknown(cells, best[0][1]):
            return list(best[0][1]), False
        rivals = [score for score, counts in best[1:] if self._facts(counts) != self._facts(best[0][1])]
        return list(best[0][1]), not rivals or best[0][0] - rivals[0] >= _MARGIN

    def _fit_each(self, cells: Sequence[Words]) -> bool:
        """Whether as many paragraphs as there are columns are theirs, one each."""
        fits = [(look, self._fits(k, cell, 0)) for k, (look, cell) in enumerate(zip(self.looks, cells, strict=True))]
        words = [score for look, score in fits if look not in FACTS]
        return (
            all(score > 0 for look, score in fits if look in FACTS) and min(words, default=0) > -2 and sum(words) > -2
        )

    def _misplaced(self, cells: Sequence[Words], counts: Sequence[int]) -> bool:
        """Whether a paragraph stands where none of its kind does, a list of bodies among the words or behind a name; the first of
        a row is what it is."""
        columns = [(look, k) for look, size in zip(self.looks, counts, strict=True) for k in range(size)]
        return any(
            _FITS[look](cell) < _MISPLACED or (k and look == "name" and (cell.bodies == 1 or cell.is_time))
            for (look, k), cell in zip(columns[1:], cells[1:], strict=True)
        )

    def fits_surely(self, cells: Sequence[Words]) -> bool:
        """Whether as many paragraphs as there are columns are each what their column holds, and not what another does: names of
        bodies and times stand nowhere else."""
        for look, cell in zip(self.looks, cells, strict=True):
            told = cell.bodies == 1 or cell.is_time
            if look in ("lead", "bodies"):
                if not (cell.bodies == 1 or cell.blank) or cell.sentence:
                    return False
            elif look == "time":
                if not (cell.time or cell.blank):
                    return False
            elif look in ("name", "words") and (told or cell.figure or cell.blank):
                return False
        return self._fit_each(cells)

    def _unknown(self, cells: Sequence[Words], counts: Sequence[int]) -> bool:
        """Whether a column of bodies gets some paragraphs and no name of a body: 旧区改造 may name the rows below."""
        at = 0
        for look, size in zip(self.looks, counts, strict=True):
            if (
                size
                and look in ("lead", "bodies")
                and not any(cell.bodies or cell.blank for cell in cells[at : at + size])
            ):
                return True
            at += size
        return False

    def _facts(self, counts: tuple[int, ...]) -> list[tuple[int, int]]:
        """Which paragraphs the columns of facts get."""
        at, found = 0, []
        for look, size in zip(self.looks, counts, strict=True):
            if look in self.stating:
                found.append((at, at + size))
            at += size
        return found

    def _best(self, cells: Sequence[Words]) -> list[tuple[float, tuple[int, ...]]]:
        """The best ways to deal some paragraphs, with their scores, best first."""
        before: list[list[tuple[float, tuple[int, ...]]]] = [[(0.0, ())], *([] for _ in cells)]
        for k, look in enumerate(self.looks):
            gain = [self._fits(k, cell, 1) for cell in cells]
            first = [self._fits(k, cell, 0) for cell in cells]
            after: list[list[tuple[float, tuple[int, ...]]]] = []
            growing: list[tuple[float, tuple[int, ...]]] = []
            for i in range(len(cells) + 1):
                if i:
                    growing = [(score + gain[i - 1], (*c[:-1], c[-1] + 1)) for score, c in growing]
                    growing += [(score + first[i - 1], (*c, 1)) for score, c in before[i - 1]]
                    growing = _top(growing)
                    if look == "name" and growing and cells[i - 1].size > WRAPPED:
                        growing = [g for g in growing if g[1][-1] == 1]
                empty = [(score + self._empty(k), (*c, 0)) for score, c in before[i]]
                after.append(_top([*growing, *empty]))
            before = after
        return before[-1]

    def _empty(self, k: int) -> float:
        """What it costs to leave a column empty."""
        look = self.looks[k]
        if look == "name":
            return -0.8 if self.merged else _NEVER / 2
        if look == "words":
            return -3.0 if self.merged else -1.5 if k else _NEVER / 2
        return {"lead": -1.6, "bodies": -0.8, "time": -0.8, "figure": -0.8}.get(look, -0.3)

    def _fits(self, k: int, cell: Words, more: int) -> float:
        """How well a paragraph fits a column, as its first (0) or a further one (1)."""
        look = self.looks[k]
        if cell.blank and look in FACTS:
            return _NEVER if more else _NOTHING
        score = _FITS[look](cell)
        if (typical := self.typical.get(k)) and look in ("name", "words"):
            ratio = cell.size / typical
            # what a line end cut off is as short as it comes
            score -= min(2.0, max(0.0, (ratio if ratio > 1 or more else 1 / ratio) - 2) / 2)
        if not k and not more and not self.merged and look in ("name", "words"):
            score = max(score, _OPENING)
        return score - (_FURTHER.get(look, 0.1) if more else 0)


def _top(ways: list[tuple[float, tuple[int, ...]]]) -> list[tuple[float, tuple[int, ...]]]:
    ways = [way for way in ways if way[0] > _NEVER]
    return sorted(ways, reverse=True)[:3]


_MARGIN = 0.35
_MISPLACED = -0.9
_NOTHING = 0.6
"""How well a cell that says nothing stands below who and when."""
_OPENING = 0.3
"""What a row opens with is its task, whatever it looks like: 建设平台 ends as names of bodies do."""
_FURTHER: dict[Look, float] = {"lead": 1.0, "name": 0.3, "figure": 2.0, "person": 0.3, "time": 0.6}
"""What a further paragraph in the same cell costs: who leads is one, more often than not."""


def _as_bodies(cell: Words) -> float:
    if cell.sentence or cell.time or cell.reference or (cell.figure and not cell.bodies and cell.size < 3):
        return _NEVER
    if cell.bodies:
        return 0.5 + 1.5 * cell.bodies
    return 0.1 if cell.plain and not cell.counts and cell.size <= LONGEST_UNKNOWN else _NEVER


def _as_time(cell: Words) -> float:
    return 2.0 if cell.time and cell.size <= 2 * LONG else _NEVER


def _as_schedule(cell: Words) -> float:
    return 2.0 if cell.time else -0.8


def _as_reference(cell: Words) -> float:
    return 2.0 if cell.reference else -1.5


def _as_figure(cell: Words) -> float:
    return 2.0 if cell.figure and not cell.bodies else _NEVER


def _as_amount(cell: Words) -> float:
    return 2.0 if cell.figure and not cell.bodies else -1.0


def _as_person(cell: Words) -> float:
    return 0.5 if cell.size <= LONGEST_UNKNOWN and not cell.sentence and cell.bodies < 1 else _NEVER


def _as_name(cell: Words) -> float:
    if cell.sentence:
        return -3.0
    if cell.bodies == 1 or cell.reference or cell.figure:
        return -0.8
    return 1.0 if cell.size <= _SHORT_NAME else 0.3 if cell.size <= _LONGEST_NAME else -1.5


def _as_words(cell: Words) -> float:
    if cell.sentence:
        return 1.0
    if cell.bodies == 1:
        return -1.5
    return -1.0 if cell.is_time else -0.8 if cell.reference or cell.figure else 0.4


def _as_remark(cell: Words) -> float:
    return -0.8 if cell.bodies == 1 or cell.time else 0.0


_FITS: dict[Look, Callable[[Words], float]] = {
    "name": _as_name,
    "words": _as_words,
    "lead": _as_bodies,
    "bodies": _as_bodies,
    "time": _as_time,
    "schedule": _as_schedule,
    "reference": _as_reference,
    "figure": _as_figure,
    "person": _as_person,
    "remark": _as_remark,
    "amount": _as_amount,
    "value": lambda cell: float(cell.figure),
}
