"""What a trace finds: goals, the measures that carry them, and on what grounds."""

from dataclasses import dataclass, field
from typing import Literal

from kjplan.model import Goal, Measure, Target

Reason = Literal["same_number", "same_indicator", "shared_topic", "related_topic", "shared_words"]
"""same_number (the figure is said again), same_indicator (its indicator with another figure, or with a word such as
全覆盖), shared_topic (its words in the title or text), related_topic (what such goals are usually reached by), shared_words (telling words in one sentence)."""

Certainty = Literal["high", "medium", "low"]

Note = Literal[
    "value_differs",
    "all_instead_of_part",
    "basis_differs",
    "bound_added",
    "bound_dropped",
    "comparator_changed",
    "hedge_added",
    "hedge_dropped",
    "scope_changed",
    "verb_changed",
    "period_differs",
]
"""How a measure's promise drifted from the goal's: 1000家 → 力争1000家以上 has bound_added and hedge_added."""

CONTRADICTIONS: frozenset[Note] = frozenset({"value_differs", "all_instead_of_part"})
"""Notes of two promises that say different figures for one thing."""

CERTAINTIES: tuple[Certainty, ...] = ("high", "medium", "low")
"""The surest first."""


@dataclass(slots=True, kw_only=True)
class Ground:
    """One reason to say that a measure carries a goal."""

    reason: Reason
    """What kind of reason it is."""
    certainty: Certainty
    """high (a figure or its indicator is said again), medium (for another time, or the topic is in the measure's title),
    low (it is in its text, or only related)."""
    shared: str
    """The words that both have, as the measure's target has them or in one spelling: 高新技术企业."""
    goal_target: Target | None = None
    """The goal's target concerned; None for a goal without a figure."""
    measure_target: Target | None = None
    """The measure's target that says it again; None where only its words do."""
    quote: str | None = None
    """The words of the measure: its target's quote, its title, or the clause that has the topic."""
    notes: list[Note] = field(default_factory=list)
    """How the promise differs, in a fixed order; empty where it does not."""


@dataclass(slots=True, kw_only=True)
class Link:
    """A measure that carries a goal."""

    measure: Measure
    """The measure."""
    grounds: list[Ground]
    """Why, the surest first; at least one."""

    @property
    def certainty(self) -> Certainty:
        """The certainty of the surest ground."""
        return self.grounds[0].certainty

    @property
    def notes(self) -> list[Note]:
        """The notes of all grounds, each once."""
        return list(dict.fromkeys(note for ground in self.grounds for note in ground.notes))

    @property
    def contradicts(self) -> bool:
        """Whether goal and measure say different figures for one thing: 65% and 全覆盖."""
        return any(note in CONTRADICTIONS for note in self.notes)


@dataclass(slots=True, kw_only=True)
class GoalTrace:
    """A goal with the measures that carry it."""

    goal: Goal
    """The goal."""
    links: list[Link] = field(default_factory=list)
    """The measures, the surest first, else in document order; empty for an orphan."""


@dataclass(slots=True, kw_only=True)
class Trace:
    """Every goal of a plan with its measures, and the measures that carry none."""

    goals: list[GoalTrace] = field(default_factory=list)
    """All goals, in document order."""
    without_goal: list[Measure] = field(default_factory=list)
    """The measures that carry no goal, in document order."""
    not_recorded: list[Literal["goals", "measures"]] = field(default_factory=list)
    """What the plan does not hold at all, so that nothing can be said of it."""

    @property
    def without_measure(self) -> list[Goal]:
        """The goals that no measure carries; none where the plan holds no measures."""
        return [] if "measures" in self.not_recorded else [row.goal for row in self.goals if not row.links]
