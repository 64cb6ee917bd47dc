"""Quantified commitments: which figures of a passage are targets, and what they commit to.

Every number with a unit is read with the words of its clause. In 覆盖率达到65% a predicate stands between indicator and
number; in 新建研发平台100家 a verb takes the number as object, the indicator before it or after it (推进7家驻郑高校院所).
What a clause leaves out is carried over from the one before it in the sentence.
"""

import re
from dataclasses import dataclass, field

from kjplan.extraction import context, indicators
from kjplan.extraction.claims import read_claim
from kjplan.extraction.clauses import Claim, Clause
from kjplan.extraction.context import Frame
from kjplan.extraction.dates import resolve
from kjplan.extraction.masking import mask
from kjplan.extraction.quantities import Quantity, find_quantities
from kjplan.extraction.units import split_unit, to_base
from kjplan.model import Target
from kjplan.reading.text import Passage

_DIGIT = re.compile("[0-9]")
_HARD = re.compile(r"[,;:。!?\n]")
_SENTENCE_END = re.compile(r"[。!?\n]")
_CONJUNCTION = re.compile(r"[、和及与]|以及")
_ENDS_JOINED = re.compile(r"(?:[、和及与]|以及)$")
_WINDOW = 160
"""Clauses longer than this are cut: no rule looks further."""


def find_targets(passage: Passage, *, year: int | None = None, committed: bool = False) -> list[Target]:
    """Targets of a passage in order, their ids empty and ``restates`` None.

    :param passage: the words of a goal or of one paragraph of a measure
    :param year: the plan's year, to date 年底 and to tell the past from the future
    :param committed: whether the passage as a whole is a promise (a goal), so that a bare figure needs no verb
    """
    return [located.target for located in locate_targets(passage, year=year, committed=committed)]


@dataclass(slots=True)
class Located:
    """A target with the offsets of its quote in the passage."""

    start: int
    end: int
    carried: bool
    """Whether its indicator is that of the target before it."""
    target: Target


def locate_targets(passage: Passage, *, year: int | None, committed: bool) -> list[Located]:
    """As ``find_targets``, with offsets."""
    if not _DIGIT.search(passage.folded):
        return []
    masked = mask(passage.folded)
    quantities = list(find_quantities(masked))
    return _Reader(passage, masked, quantities, year, committed).run() if quantities else []


@dataclass(slots=True)
class _Reader:
    """One walk over the quantities of a passage, with what is in force in the present sentence."""

    passage: Passage
    masked: str
    quantities: list[Quantity]
    year: int | None
    committed: bool
    sentence: int = 0
    frame: Frame = field(default_factory=Frame)
    last: Claim | None = None
    found: list[Located] = field(default_factory=list)

    def run(self) -> list[Located]:
        """The targets of the passage."""
        previous_end = 0
        for i, q in enumerate(self.quantities):
            before = self._enter(previous_end, q)
            clause = self._clause(i, q, before)
            claim = read_claim(clause, self.last, self.committed)
            self.last = claim
            if claim is not None and not clause.origin and not clause.past:
                self.found.append(Located(claim.start, q.end, claim.carried, self._target(q, claim)))
            previous_end = q.end
        return self.found

    def _enter(self, previous_end: int, q: Quantity) -> int:
        """Update what is in force on the way from the last quantity; return where this one's clause begins."""
        masked, text = self.masked, self.passage.folded
        gap_start = previous_end
        for m in _SENTENCE_END.finditer(masked, previous_end, q.start):
            self.sentence = gap_start = m.end()
            self.frame, self.last = Frame(), None
        begin = max(gap_start, q.start - 3 * _WINDOW)
        skipped = False
        for m in _HARD.finditer(masked, begin, q.start):
            words, between = text[begin : m.start()], begin
            used, frame = context.strip_prefix(words)
            if used == len(words):
                self.frame = frame.over(self.frame)
            skipped = skipped or (between != previous_end and used < len(words))
            if m.group() == ";":
                self.frame = Frame(due=self.frame.due, period=self.frame.period)
            begin = m.end()
        if skipped:
            self.last = None
        return max(begin, q.start - _WINDOW)

    def _clause(self, i: int, q: Quantity, begin: int) -> Clause:
        """The clause around a quantity, shared words between two quantities of one clause given to one of them."""
        text, masked = self.passage.folded, self.masked
        previous = self.quantities[i - 1] if i else None
        following = self.quantities[i + 1] if i + 1 < len(self.quantities) else None
        if previous is not None and begin == previous.end:
            begin += _split_gap(masked[begin : q.start])
        stop = min(len(masked), q.end + _WINDOW, following.start if following else len(masked))
        hard = _HARD.search(masked, q.end, stop)
        if hard:
            stop = hard.start()
        elif following and stop == following.start:
            stop = q.end + _split_gap(masked[q.end : stop])
        return Clause(
            text=text,
            original=self.passage.text,
            quantity=q,
            left=begin,
            right=stop,
            past=self._is_past(q),
            origin=_is_origin(text, begin, q, following),
            sharing=_sharing(self.quantities, i, masked),
        )

    def _is_past(self, q: Quantity) -> bool:
        before = self.passage.folded[max(self.sentence, q.start - 2 * _WINDOW) : q.start]
        return context.is_past(before, self.year)

    def _target(self, q: Quantity, claim: Claim) -> Target:
        frame = claim.frame.over(self.frame)
        self.frame = frame
        factor, base_unit = split_unit(q.unit)
        start = claim.start
        while self.passage.text[start].isspace():
            start += 1
        due = resolve(frame.due, self.year) if frame.due else None
        return Target(
            indicator=claim.indicator,
            verb=claim.verb,
            comparator=claim.comparator,
            value=q.value,
            value_max=q.value_max,
            unit=q.unit,
            base_value=to_base(q.value, factor),
            base_unit=base_unit,
            per=indicators.per_of(claim.indicator),
            basis=claim.basis,
            hedge=frame.hedge,
            scope=frame.scope,
            period=frame.period,
            due=due.isoformat() if due else None,
            quote=self.passage.text[start : q.end],
            span=self.passage.span(start, q.end),
        )


def _split_gap(gap: str) -> int:
    """How much of the words between two quantities of one clause belongs to the first.

    桥梁30座、涵洞20个: none; 10个目标区和300处矿产地: 目标区; 100家企业产值突破10亿元: the words serve both, none is taken away.
    """
    if _CONJUNCTION.match(gap):
        return 0
    if m := _ENDS_JOINED.search(gap):
        return m.start()
    return max(gap.rfind("、"), 0)


def _is_origin(text: str, begin: int, q: Quantity, following: Quantity | None) -> bool:
    """Whether the figure is where a change starts from: 从75%提高到100%."""
    if following is None or following.start - q.end > 12:
        return False
    left = text[begin : q.start]
    at = max(left.rfind("从"), left.rfind("由"))
    return at >= 0 and bool(
        re.match(
            r"[左右以上]*(?:再|逐步)?(?:提高|增加|扩大|上升|提升|增长|降|下降|压|减|缩|到|至)",
            text[q.end : following.start],
        )
    )


def _sharing(quantities: list[Quantity], i: int, masked: str) -> tuple[int, int]:
    """Place and number of the quantities that one predicate shares out: 分别达到65%和55% is (0, 2) and (1, 2)."""
    first = i
    while (
        first > 0
        and i - first < 8
        and _CONJUNCTION.fullmatch(masked, quantities[first - 1].end, quantities[first].start)
    ):
        first -= 1
    last = i
    while (
        last + 1 < len(quantities)
        and last - i < 8
        and _CONJUNCTION.fullmatch(masked, quantities[last].end, quantities[last + 1].start)
    ):
        last += 1
    return i - first, last - first + 1
