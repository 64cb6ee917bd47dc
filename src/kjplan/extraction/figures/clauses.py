"""A quantity with the clause around it, and what such a clause claims."""

from dataclasses import dataclass

from kjplan.extraction.figures.context import NO_FRAME, Frame
from kjplan.extraction.figures.quantities import Quantity
from kjplan.extraction.figures.topics import LONGEST_TITLE, counts, label_of, topic_of
from kjplan.extraction.figures.units import UnitKind
from kjplan.model import Basis, Comparator
from kjplan.reading.text import fold


@dataclass(slots=True)
class Clause:
    """A quantity and the stretch ``[left, right)`` of the folded text that is its own."""

    text: str
    original: str
    quantity: Quantity
    left: int
    right: int
    before: str
    """The words before the number."""
    after: str
    """The words after the quantity."""
    past: bool
    origin: bool
    """Whether it is where a change starts from (从75%提高到100%)."""
    sharing: tuple[int, int]
    """Its place among the quantities that share a predicate (分别达到65%和55%), and how many they are."""
    tail: tuple[int, int] | None = None
    """Where the words stand behind the last figure of a row of them (3800户、58万平方米棚户区改造)."""
    about: tuple[str, ...] = ()
    """The clauses before it in the sentence, the nearest last; empty where the figure does not end its clause."""
    earlier: str = ""
    """The sentence before, where none of its own stands before the figure and the figure ends its clause."""
    counted: str | None = None
    """What was counted last in the sentence, for 其中新建70个 behind a sum of money."""
    led: bool = False
    """Whether the clauses before it in the sentence hope for it or say by when: 到2025年，60%的县…."""
    behind: bool = False
    """Whether nothing but 共计 or 至 stands between it and the quantity before: 6条18公里, 下降1个百分点至30%."""
    said: str = ""
    """The words before the quantity that it stands right behind."""
    unit_before: str | None = None
    """The unit of the quantity before it in the sentence."""
    title: str | None = None
    """The title above; None where the figure does not end its clause."""

    @property
    def label(self) -> str | None:
        """The indicator that stands as a label before the clause, which names nothing itself: 科技型企业：新培育1500家."""
        if not self.about or self.text[: self.left].rstrip()[-1:] != ":":
            return None
        return label_of(self.about[-1])

    @property
    def topic(self) -> str | None:
        """What the clause before it or the title is about, for a clause that names nothing itself: 建设实验室。新建5家."""
        if self.label:
            return self.label
        for words in reversed(self.about):
            if thing := topic_of(words):
                return thing
        if self.earlier and (thing := topic_of(self.earlier)) and counts(self.quantity.unit, thing):
            return thing
        short = self.title is not None and len(self.title) <= LONGEST_TITLE  # the title of each clause is folded again
        return topic_of(fold(self.title), title=True) if self.title and short else None


@dataclass(slots=True)
class Claim:
    """What a clause claims; ``start`` is where the words begin that bind the number."""

    indicator: str
    verb: str | None
    comparator: Comparator
    basis: Basis
    start: int
    actions: tuple[str, ...] = ()
    """The verbs whose object the quantity is; the next noun may go without them (新增A1000家,B1500家)."""
    carried: bool = False
    """Whether its indicator is that of the claim before it (地区生产总值增长9%，达到310亿元)."""
    subject: str | None = None
    """The whole subject where several figures share it out (甲和乙分别增长5%和7%)."""
    row: bool = False
    """Whether it is promised, without a verb, because the one before it is."""
    per: str | None = None
    """What the number is for one of, where that stands before it (人均320元)."""
    kind: UnitKind | None = None
    """The kind of unit of its quantity."""
    frame: Frame = NO_FRAME
