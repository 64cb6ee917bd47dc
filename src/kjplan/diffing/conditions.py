"""Named conditions on a diff, for a CI job that must fail when a plan changes in a certain way."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kjplan.diffing.result import GoalChange, MeasureKind, PlanDiff, SectionKind
from kjplan.errors import KjplanError
from kjplan.language import say

_AT_MOST = frozenset({"lt", "le"})


class Condition(NamedTuple):
    """One kind of change that can be asked for by name."""

    zh: str
    """What it means, in Chinese."""
    en: str
    """What it means, in English."""
    holds: Callable[[PlanDiff], bool]
    """Whether a diff has it."""

    @property
    def meaning(self) -> str:
        """What it means, in the language in force."""
        return say(self.zh, self.en)


def met(diff: PlanDiff, kinds: Iterable[str]) -> list[str]:
    """Those of the named conditions that hold for a diff, in the order asked for.

    :raises KjplanError: if a name is not in ``CONDITIONS``
    """
    asked = list(kinds)
    for kind in asked:
        if kind not in CONDITIONS:
            names = ", ".join(CONDITIONS)
            raise KjplanError(
                say("没有这种变化", "no such kind of change"), kind, say(f"可用：{names}", f"known: {names}")
            )
    return [kind for kind in asked if CONDITIONS[kind].holds(diff)]


def _targets(diff: PlanDiff) -> Iterator[GoalChange]:
    """The rows of the goals and of the targets of all measures."""
    yield from diff.goals
    for measure in diff.measures:
        yield from measure.targets


def lowered(row: GoalChange) -> bool:
    """Whether a target asks for less than before."""
    return row.direction == ("up" if _less_is_more(row) else "down")


def raised(row: GoalChange) -> bool:
    """Whether a target asks for more than before."""
    return row.direction == ("down" if _less_is_more(row) else "up")


def _less_is_more(row: GoalChange) -> bool:
    """A cap (控制在5%以内) and a rank (前40位) ask for more where the number is smaller."""
    return row.new is not None and (row.new.comparator in _AT_MOST or row.new.basis == "rank")


def _weakened(row: GoalChange) -> bool:
    return lowered(row) or not {"hedge_added", "bound_dropped", "figure_dropped"}.isdisjoint(row.notes)


def _target(test: Callable[[GoalChange], bool]) -> Callable[[PlanDiff], bool]:
    return lambda diff: any(test(row) for row in _targets(diff))


def _goal(*changes: str) -> Callable[[PlanDiff], bool]:
    return lambda diff: any(row.change in changes for row in diff.goals)


def _section(kind: SectionKind) -> Callable[[PlanDiff], bool]:
    return lambda diff: any(kind in row.changes for row in diff.sections)


def _measure(kind: MeasureKind) -> Callable[[PlanDiff], bool]:
    return lambda diff: any(kind in row.changes for row in diff.measures)


CONDITIONS: dict[str, Condition] = {
    "any": Condition("有任何变化", "anything changed", lambda diff: not diff.identical),
    "target-lowered": Condition(
        "目标值降低（上限或位次则为放宽）", "a target asks for less (a cap or rank: for more room)", _target(lowered)
    ),
    "target-raised": Condition("目标值提高", "a target asks for more", _target(raised)),
    "target-weakened": Condition(
        "目标值降低、失去下限或加了“力争”等词",
        "a target asks for less, lost its bound or was hedged",
        _target(_weakened),
    ),
    "target-changed": Condition("目标有变", "a target changed", _target(lambda row: row.change != "same")),
    "target-replaced": Condition(
        "指标被另一指标取代", "another indicator took a target's place", _target(lambda row: row.change == "replaced")
    ),
    "target-removed": Condition("目标取消", "a target is gone", _target(lambda row: row.change == "removed")),
    "target-added": Condition("目标新增", "a target is new", _target(lambda row: row.change == "added")),
    "goal-changed": Condition(
        "主要目标有变", "a goal changed", _goal("changed", "renamed", "replaced", "added", "removed")
    ),
    "goal-removed": Condition("主要目标取消", "a goal is gone", _goal("removed")),
    "goal-added": Condition("主要目标新增", "a goal is new", _goal("added")),
    "measure-removed": Condition("举措取消", "a measure is gone", _measure("removed")),
    "measure-added": Condition("举措新增", "a measure is new", _measure("added")),
    "measure-moved": Condition("举措移到另一章节", "a measure moved to another section", _measure("moved")),
    "measure-renumbered": Condition("举措重新编号", "a measure has another number", _measure("renumbered")),
    "measure-retitled": Condition("举措标题改变", "a measure has another title", _measure("retitled")),
    "measure-reworded": Condition("举措措辞改变", "a measure is worded differently", _measure("reworded")),
    "measure-split": Condition("举措拆分", "a measure was split", _measure("split")),
    "measure-merged": Condition("举措合并", "measures were merged", _measure("merged")),
    "responsibility-changed": Condition(
        "举措的责任单位改变", "the bodies responsible for a measure changed", _measure("responsibility_changed")
    ),
    "deadline-changed": Condition("举措的时限改变", "the deadline of a measure changed", _measure("deadline_changed")),
    "commitment-changed": Condition(
        "举措的力度改变", "the strength of a measure's leading verb changed", _measure("commitment_changed")
    ),
    "section-removed": Condition("章节取消", "a section is gone", _section("removed")),
    "section-added": Condition("章节新增", "a section is new", _section("added")),
    "principles-changed": Condition(
        "指导思想改变", "the guiding principles changed", lambda diff: diff.principles.changed
    ),
    "document-removed": Condition(
        "不再提及某文件", "a document is no longer named", lambda diff: bool(diff.documents.removed)
    ),
    "term-removed": Condition("不再使用某提法", "a quoted term is gone", lambda diff: bool(diff.terms.removed)),
}
"""The conditions by name, in the order of the help."""
