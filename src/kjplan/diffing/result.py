"""What a diff of two plans holds: plain dataclasses, one row a pair."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from kjplan.matching.values import Direction
from kjplan.model import DocumentReference, Target, Term

Op = Literal["equal", "insert", "delete"]
TextDiff = list[tuple[Op, str]]

GoalKind = Literal["same", "changed", "renamed", "replaced", "added", "removed"]
FactKind = Literal["responsibility", "deadline", "commitment"]
SectionKind = Literal["same", "renumbered", "moved", "retitled", "reworded", "split", "merged", "added", "removed"]
MeasureKind = Literal[
    "same",
    "renumbered",
    "moved",
    "retitled",
    "reworded",
    "targets_changed",
    "responsibility_changed",
    "deadline_changed",
    "commitment_changed",
    "split",
    "merged",
    "added",
    "removed",
]


@dataclass(slots=True, kw_only=True)
class PlanReference:
    """Which plan is meant."""

    title: str | None
    """The plan's title."""
    year: int | None
    """The year it plans for."""


@dataclass(slots=True, kw_only=True)
class Reference:
    """A section or measure, by what a reader finds it by."""

    id: str
    """Its id in its own plan: M11."""
    number: str | None
    """Its own number there: 11."""
    title: str | None
    """Its title."""
    section: "Reference | None" = None
    """The section that holds a measure; None for sections, and for a measure under none."""


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A node that might have been the partner, and was not."""

    old: Reference
    """The node of the old plan."""
    new: Reference
    """The node of the new plan."""
    similarity: float
    """How alike the two are, from 0 to 1."""


@dataclass(slots=True, kw_only=True)
class GoalChange:
    """What became of one target, or of one goal without a figure."""

    change: GoalKind
    """same, changed, renamed (another name of the same indicator), replaced (another indicator), added or removed."""
    old: Target | None
    """The old target; for a goal without a figure its words as indicator and no value. None when added."""
    new: Target | None
    """The new target, in the same way; None when removed."""
    delta: Decimal | None = None
    """New value less old value, exact; in the base unit where the units differ. None where they do not compare."""
    delta_unit: str | None = None
    """The unit of the delta: that of both, or the base unit, of things counted in two ways the new one's (5家, then 4个); 个百分点 for
    two percentages. None without a delta."""
    percent: Decimal | None = None
    """The delta in percent of the old value, to two decimals; None for ranges and ranks, and where the old value is 0."""
    direction: Direction | None = None
    """Whether the value went up or down; None where the values do not compare."""
    notes: list[str] = field(default_factory=list)
    """What else changed: hedge_dropped, bound_added, responsibility_dropped, basis_changed ... in a fixed order."""
    reason: str | None = None
    """Why the two belong together: a code that ``reasons.describe`` puts into words."""


@dataclass(slots=True, kw_only=True)
class SectionChange:
    """What became of one section."""

    changes: list[SectionKind]
    """same, added or removed alone, else everything that changed."""
    old: Reference | None
    """The old section; None when added."""
    new: Reference | None
    """The new section; None when removed."""
    similarity: float | None = None
    """How alike they are by title and members, from 0 to 1; None without a partner."""
    reason: str | None = None
    """Why the two belong together."""


@dataclass(slots=True, kw_only=True)
class FactChange:
    """What a measure says otherwise about who is responsible, by when, or how strongly it commits."""

    kind: FactKind
    """responsibility, deadline or commitment: as in ``responsibility_changed`` of the measure's ``changes``."""
    note: str
    """responsibility_dropped, _added or _changed, deadline_.. in the same way, commitment_raised or commitment_lowered."""
    old: str | None
    """The old fact in words: 市科技局(lead)、市财政局(joint), 年底前, explore. None where there was none."""
    new: str | None
    """The new one."""


@dataclass(slots=True, kw_only=True)
class MeasureChange:
    """What became of one measure; a split or merge has a row for each of its pairs."""

    changes: list[MeasureKind]
    """same, added or removed alone, else everything that changed."""
    old: Reference | None
    """The old measure; None when added."""
    new: Reference | None
    """The new measure; None when removed."""
    similarity: float | None = None
    """How alike they are, from 0 to 1; of a part split off or merged the share of its words that the whole has."""
    text_diff: TextDiff = field(default_factory=list)
    """How the words (without the title) changed; empty where they did not."""
    targets: list[GoalChange] = field(default_factory=list)
    """What became of its targets, unchanged ones included."""
    facts: list[FactChange] = field(default_factory=list)
    """What changed about responsibility, deadlines and commitment, in this order; empty where nothing did."""
    reason: str | None = None
    """Why the two belong together."""
    candidates: list[Candidate] = field(default_factory=list)
    """The likeliest other pairs of either side, best first."""


@dataclass(slots=True, kw_only=True)
class PrinciplesChange:
    """What became of the guiding principles."""

    changed: bool = False
    """Whether their words differ."""
    text_diff: TextDiff = field(default_factory=list)
    """How they changed; empty where they did not."""
    slogans_added: list[str] = field(default_factory=list)
    """Slogans, meetings and whole clauses that only the new principles have, in their order."""
    slogans_removed: list[str] = field(default_factory=list)
    """Those that only the old ones have."""


@dataclass(slots=True, kw_only=True)
class DocumentPair:
    """One document that both plans name."""

    old: DocumentReference
    """What the old plan says of it."""
    new: DocumentReference
    """What the new plan says of it."""


@dataclass(slots=True, kw_only=True)
class DocumentChanges:
    """Documents that only one of the plans names, and what became of those promised."""

    added: list[DocumentReference] = field(default_factory=list)
    """Those that only the new plan names, each once, in its order."""
    removed: list[DocumentReference] = field(default_factory=list)
    """Those that only the old plan names."""
    issued: list[DocumentPair] = field(default_factory=list)
    """Promised in the old plan (to be drafted, revised or issued), carried out or cited as issued in the new one."""
    promised_again: list[DocumentPair] = field(default_factory=list)
    """Promised in the old plan and still, or again, in the new one."""


@dataclass(slots=True, kw_only=True)
class BodyChanges:
    """Bodies that only one of the plans names, responsible or touched by a measure."""

    added: list[str] = field(default_factory=list)
    """Names that only the new plan has, each once, in its order."""
    removed: list[str] = field(default_factory=list)
    """Names that only the old plan has."""


@dataclass(slots=True, kw_only=True)
class TermChanges:
    """Quoted terms that only one of the plans has."""

    added: list[Term] = field(default_factory=list)
    """Those that only the new plan has, each once, in its order."""
    removed: list[Term] = field(default_factory=list)
    """Those that only the old plan has."""


@dataclass(slots=True, kw_only=True)
class PlanDiff:
    """Everything that changed from one plan to another."""

    old: PlanReference
    """The plan compared with."""
    new: PlanReference
    """The plan compared."""
    identical: bool = False
    """Whether both say the same in everything that is compared, and the same is recorded of both."""
    not_recorded: list[str] = field(default_factory=list)
    """What a plan's file does not hold, and was therefore not compared: old.measures."""
    goals: list[GoalChange] = field(default_factory=list)
    """The targets of the goals, in the new plan's order, then those removed."""
    sections: list[SectionChange] = field(default_factory=list)
    """The sections, in the new plan's order, then those removed."""
    measures: list[MeasureChange] = field(default_factory=list)
    """The measures, in the new plan's order, then those removed."""
    principles: PrinciplesChange = field(default_factory=PrinciplesChange)
    """The guiding principles."""
    documents: DocumentChanges = field(default_factory=DocumentChanges)
    """The documents that measures name."""
    terms: TermChanges = field(default_factory=TermChanges)
    """The quoted terms of measures."""
    bodies: BodyChanges = field(default_factory=BodyChanges)
    """The bodies that goals and measures name."""

    @property
    def summary(self) -> dict[str, dict[str, int]]:
        """How many rows have each change: ``{"goals": {"changed": 2, ...}, "sections": .., "measures": .., ...}``."""
        return {
            "goals": _tally([[g.change] for g in self.goals]),
            "sections": _tally([s.changes for s in self.sections]),
            "measures": _tally([m.changes for m in self.measures]),
            "principles": _tally([["changed"]] if self.principles.changed else []),
            "documents": _tally([["added"]] * len(self.documents.added) + [["removed"]] * len(self.documents.removed)),
            "terms": _tally([["added"]] * len(self.terms.added) + [["removed"]] * len(self.terms.removed)),
        }


def _tally(
    rows: "list[list[GoalKind]] | list[list[SectionKind]] | list[list[MeasureKind]] | list[list[str]]",
) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows:
        for change in row:
            counts[change] = counts.get(change, 0) + 1
    return counts
