"""``kjplan diff --base``: a plan against that of the level above."""

from collections.abc import Sequence
from dataclasses import replace

from kjplan.cli.deliver import deliver, note
from kjplan.diffing import PlanDiff
from kjplan.diffing.levels import LEVELS, LevelDiff, compare_levels
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.output import lookback_tables as tables
from kjplan.output.diff_words import not_recorded_words, plan_words
from kjplan.output.formats import Answer, Format
from kjplan.querying.table import Column, Table


def show(
    higher: Plan,
    lower: Plan,
    diff: PlanDiff,
    form: Format,
    output: str | None,
    *,
    kinds: Sequence[str],
    summary: bool,
    force: bool,
) -> None:
    """Write what the lower plan takes up, tightens, loosens and leaves out.

    :param kinds: only rows of these ``LEVELS``; none lets everything through
    :param summary: only how many rows of each there are
    """
    found = _only(compare_levels(higher, lower, diff), [kind.replace("-", "_") for kind in kinds])
    title = say(
        f"{plan_words(diff.new)}，对照上级的{plan_words(diff.old)}",
        f"{plan_words(diff.new)} against {plan_words(diff.old)} above it",
    )
    if summary:
        answer = Answer(lambda: _counts(found), lambda: tables.levels_record(found)["summary"], title=title)
    else:
        answer = Answer(lambda: tables.levels_table(found), lambda: tables.levels_record(found), title=title)
    deliver(answer, form, output, force=force)
    for line in not_recorded_words(diff):
        note(line)


def _only(found: LevelDiff, kinds: Sequence[str]) -> LevelDiff:
    for kind in kinds:
        if kind not in LEVELS:
            known = ", ".join(LEVELS)
            what = say("--base 没有这种情况", "no such kind with --base")
            raise KjplanError(what, kind, say(f"可用：{known}", f"known: {known}"))
    if not kinds:
        return found
    wanted = set(kinds)
    return replace(
        found,
        goals=[row for row in found.goals if wanted.intersection(row.levels)],
        measures=[row for row in found.measures if wanted.intersection(row.levels)],
    )


def _counts(found: LevelDiff) -> Table:
    columns = [
        Column("part", "部分", "part"),
        Column("level", "情况", "what"),
        Column("count", "数量", "count", align="right"),
    ]
    parts = {"goals": say("目标", "goals"), "measures": say("举措", "measures")}
    rows = [
        [parts[part], say(*tables.LEVELS[level]), str(n)]
        for part, counts in found.summary.items()
        for level, n in counts.items()
    ]
    return Table(columns, rows)
