"""Quantified commitments: which figures of a passage are targets, and what they commit to.

Every number with a unit is read with the words of its clause. In 覆盖率达到65% a predicate stands between indicator and
number; in 新建研发平台100家 a verb takes the number as object, the indicator before it or after it (推进7家驻郑高校院所).
What a clause leaves out is carried over from the one before it in the sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kjplan.extraction.figures import context, indicators
from kjplan.extraction.figures.binding import only_binds
from kjplan.extraction.figures.bounds import bounds_of, tail_of
from kjplan.extraction.figures.claims import read_claim
from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.conditions import is_condition, only_rules
from kjplan.extraction.figures.context import NO_FRAME, Frame
from kjplan.extraction.figures.passages import Located, Words
from kjplan.extraction.figures.quantities import Quantity, find_quantities
from kjplan.extraction.figures.sharing import each_of
from kjplan.extraction.figures.stretches import (
    HARD,
    WINDOW,
    behind_holding,
    is_origin,
    own_clause,
    sharing,
    without_sizes,
)
from kjplan.extraction.figures.verbs import TOUCHES
from kjplan.extraction.figures.writing import written
from kjplan.extraction.masking import masked_words
from kjplan.extraction.tables import behind_last
from kjplan.model import Target
from kjplan.reading.text import Passage

_SENTENCE_ENDS = "。!?\n"
_TOPICS = 3
"""So many clauses before a figure are asked what it counts."""


def find_targets(
    passage: Passage, *, year: int | None = None, committed: bool = False, title: str | None = None
) -> list[Target]:
    """Targets of a passage in order, their ids empty and ``restates`` None.

    :param passage: the words of a goal or of one paragraph of a measure
    :param year: the plan's year, to date 年底 and to tell the past from the future
    :param committed: whether the passage as a whole is a promise (a goal), so that a bare figure needs no verb
    :param title: the title above the passage; it says what a figure counts that names nothing (建设实验室。新建5家)
    """
    return [located.target for located in locate_targets(passage, year=year, committed=committed, title=title)]


def locate_targets(
    passage: Passage, *, year: int | None, committed: bool, title: str | None = None, regulates: bool = False
) -> list[Located]:
    """As ``find_targets``, with offsets."""
    return locate_together([Words(passage, committed, title, regulates)], year)[0]


def locate_together(words: Sequence[Words], year: int | None) -> list[list[Located]]:
    """The targets of each of some passages.

    They are read in step, the first figures of all and then the second ones, and each step is taken for all of them
    before the next: its code and its tables stay in the processor's cache, which saves a fifth of the time.
    """
    readers = [_Reader(w.passage, masked_words(w.passage), year, w.committed, w.title, w.regulates) for w in words]
    for reader, w in zip(readers, words, strict=True):
        if not only_rules(reader.title):
            reader.quantities = without_sizes(reader.masked, find_quantities(reader.masked, w.hints))
    at, reading = 0, [reader for reader in readers if reader.quantities]
    while reading:
        begins = [reader.enter(at) for reader in reading]
        clauses = [reader.clause(at, begin) for reader, begin in zip(reading, begins, strict=True)]
        asked = [reader.asks(clause) for reader, clause in zip(reading, clauses, strict=True)]
        claims = [
            None if asks else read_claim(clause, reader.last, reader.committed)
            for reader, clause, asks in zip(reading, clauses, asked, strict=True)
        ]
        for reader, clause, claim in zip(reading, clauses, claims, strict=True):
            reader.take(clause, claim)
        at += 1
        reading = [reader for reader in reading if at < len(reader.quantities)]
    return [reader.found for reader in readers]


@dataclass(slots=True)
class _Reader:
    """One walk over the quantities of a passage, with what is in force in the present sentence."""

    passage: Passage
    masked: str
    year: int | None
    committed: bool
    title: str | None
    regulates: bool
    quantities: list[Quantity] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    sentence: int = 0
    frame: Frame = NO_FRAME
    last: Claim | None = None
    recent: list[str] = field(default_factory=list)
    """The indicators that were named in the sentence."""
    earlier: str = ""
    """The end of the sentence before."""
    normed: bool = False
    """Whether the claim before in the sentence only binds."""
    counted: str | None = None
    """What was counted last in the sentence."""
    asked: bool = False
    """Whether the figure before in the sentence is a condition."""
    found: list[Located] = field(default_factory=list)

    def take(self, clause: Clause, claim: Claim | None) -> None:
        """Take in what a clause claims."""
        before = self.last
        if claim is not None or not clause.before.lstrip().startswith(("比", "较")):
            if claim is not None and claim.kind == "count":
                self.counted = claim.indicator
            self.last = claim  # 赤字率安排3%，比去年高0.2个百分点；财政赤字3万亿元
        if claim is None or clause.origin or clause.past:
            return
        if self.regulates:
            frame = claim.frame.over(self.frame)
            self.normed = (self.normed and claim.carried) or (
                not self._goes_on(clause, claim, before) and only_binds(clause, claim, frame, self._said(clause))
            )
        if not self.normed:
            self._add(clause, claim)

    def _goes_on(self, clause: Clause, claim: Claim, before: Claim | None) -> bool:
        """Whether a bound is the next of a row that a deed opens: 选拔技师不少于90名，青年骨干不少于300名."""
        return (
            before is not None
            and before.actions != ()
            and claim.verb in TOUCHES
            and claim.comparator == before.comparator
            and clause.quantity.kind == "count"
            and bool(self.found)
            and self.found[-1].start >= self.sentence
            and self.found[-1].target.unit == clause.quantity.unit
        )

    def enter(self, i: int) -> int:
        """Update what is in force on the way from the last quantity, which was taken; return where this one's clause begins."""
        at, previous_end = self.quantities[i].start, self.quantities[i - 1].end if i else 0
        masked, text = self.masked, self.passage.folded
        gap_start = behind_last(_SENTENCE_ENDS, masked, previous_end, at)
        if gap_start > previous_end:
            end, self.sentence = gap_start - 1, gap_start
            self.earlier = text[max(behind_last(_SENTENCE_ENDS, masked, previous_end, end), end - WINDOW) : end]
            self.frame, self.last, self.about, self.recent = NO_FRAME, None, [], []
            self.asked, self.counted, self.normed = False, None, False
        begin = max(gap_start, at - 3 * WINDOW)
        for m in HARD.finditer(masked, begin, at):
            stop = m.start()
            words = text[begin:stop]
            used, frame = context.strip_prefix(words)
            if used == len(words):
                self.frame = frame.over(self.frame)
            elif begin != previous_end or not previous_end:
                self.last = None
                self.about.append(words)
            if masked[stop] == ";":
                self.frame = Frame(due=self.frame.due, period=self.frame.period)
            begin = stop + 1
        begin = max(behind_holding(text, begin), at - WINDOW)
        return begin if begin == previous_end > 0 else own_clause(masked, begin, at)

    def clause(self, i: int, begin: int) -> Clause:
        """The clause around a quantity; ``begin`` is where the words begin that no other mark parts from it."""
        text, masked, q = self.passage.folded, self.masked, self.quantities[i]
        previous = self.quantities[i - 1] if i else None
        following = self.quantities[i + 1] if i + 1 < len(self.quantities) else None
        left, right, ends, behind = bounds_of(text, masked, self.quantities, i, begin)
        shared = sharing(self.quantities, i, masked)
        return Clause(
            text=text,
            original=self.passage.text,
            quantity=q,
            left=left,
            right=right,
            before=text[left : q.start],
            after=text[q.end : right],
            past=self._is_past(q),
            origin=is_origin(text, left, q, following),
            sharing=shared,
            tail=tail_of(masked, self.quantities, i, shared),
            about=tuple(self.about[-_TOPICS:]) if ends else (),
            earlier=self.earlier if ends and not self.about else "",
            counted=self.counted,
            behind=behind,
            said=text[max(self.sentence, q.start - WINDOW) : previous.start] if previous is not None and behind else "",
            led=self.frame.due is not None or self.frame.hedge is not None,
            unit_before=previous.unit if previous is not None and previous.start >= self.sentence else None,
            title=self.title if ends else None,
        )

    def _add(self, clause: Clause, claim: Claim) -> None:
        """The target of a claim, or one for each thing it is about: 甲达到3万人，乙达到2亿元，分别增长8%."""
        if self.frame.hedge and context.SURE.search(clause.before):
            self.frame = Frame(due=self.frame.due, period=self.frame.period, scope=self.frame.scope)
        self.frame = claim.frame.over(self.frame)
        if self.frame.period == "年均" and not claim.frame.period and claim.basis in ("level", "share"):
            self.frame = Frame(
                due=self.frame.due, hedge=self.frame.hedge, scope=self.frame.scope
            )  # 年均增长6%，占比达73%
        if self.found and self._only_says_of_which(clause, claim):
            self.found.pop()
        for indicator in each_of(clause, claim, self.recent):
            target = written(self.passage, clause, claim, indicator, self.frame, self.year)
            self.found.append(Located(claim.start, clause.quantity.end, claim.carried, target))
        self._complete_classes(clause, claim)
        if not claim.carried:
            self.recent.append(claim.indicator)

    def _only_says_of_which(self, clause: Clause, claim: Claim) -> bool:
        """Whether the number before in the same words only says of how many things a figure is: 3个断面优良比例达到100%."""
        before = self.found[-1]
        return (
            before.start >= self.sentence
            and before.target.verb is None
            and before.target.basis == "scope"
            and before.target.comparator == "bare"
            and claim.verb is not None
            and before.target.indicator.startswith(claim.indicator)
            and HARD.search(self.masked, before.end, clause.quantity.start) is None
        )

    def _complete_classes(self, clause: Clause, claim: Claim) -> None:
        """Give the classes before a claim the noun that only the last of them has: 创建3个国家级、10个省级平台."""
        if clause.before not in ("、", "和", "及", "以及"):
            return
        thing = indicators.without_class(claim.indicator)
        if thing == claim.indicator:
            return
        for before in reversed(self.found[:-1]):
            if before.start < self.sentence or not indicators.is_class(before.target.indicator):
                break
            before.target.indicator += thing

    def asks(self, clause: Clause) -> bool:
        """Whether the figure of a clause is a condition that is set, and no target."""
        first = not self.found or self.found[-1].start < self.sentence
        said = self._said(clause)
        self.asked = not clause.origin and is_condition(clause, said, first=first, listed=self.asked)
        return self.asked

    def _said(self, clause: Clause) -> str:
        """The words of the sentence before a figure, or their end."""
        return clause.text[max(self.sentence, clause.quantity.start - 3 * WINDOW) : clause.quantity.start]

    def _is_past(self, q: Quantity) -> bool:
        text = self.passage.folded
        before = text[max(self.sentence, q.start - 2 * WINDOW) : q.start]
        return context.is_past(before, self.year) or context.laid_the_ground(text, q.end)
