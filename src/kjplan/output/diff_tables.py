"""The rows of a diff as tables, in the order in which a reader looks for them: figures first, then what came and went."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kjplan.diffing import GoalChange, MeasureChange, PlanDiff, Reference
from kjplan.diffing.reasons import describe
from kjplan.language import say
from kjplan.output.diff_words import (
    change_words,
    delta_words,
    fact_kind_words,
    fact_words,
    notes_words,
    value_words,
)
from kjplan.querying.table import Column, Table

_CHANGE = Column("change", "变化", "change")
_OLD = Column("old", "旧", "old")
_NEW = Column("new", "新", "new")
_DELTA = Column("delta", "差", "delta", align="right")
_NOTES = Column("notes", "其他变化", "notes")
_MEASURE = Column("measure", "举措", "measure")
_INDICATOR = Column("indicator", "指标", "indicator")
_SECTION = Column("section", "所属部分", "section")
_SIMILARITY = Column("similarity", "相似度", "similarity", align="right")
_WHY = Column("reason", "依据", "why")

_PLACED = ("split", "merged", "moved")
_LONGEST = 40
"""Characters of a title that a table for people shows; some measures have a whole sentence for a title."""


class Part(NamedTuple):
    """One heading of a diff with what stands under it."""

    title: str
    table: Table | None = None
    note: str = ""
    """A line under the table, or in its place."""


def parts(diff: PlanDiff, *, why: bool = False) -> list[Part]:
    """Headings, tables and notes, what matters most first; parts without anything are left out.

    :param why: also why each pair was made, and the likeliest other pairs
    """
    everything = [
        Part(say("目标", "Goals"), goals(diff, why), "" if why else _unchanged(diff)),
        Part(say("举措中的指标", "Targets of measures"), measure_targets(diff)),
        Part(say("新增的举措", "Measures added"), _one_sided(diff, "added")),
        Part(say("取消的举措", "Measures removed"), _one_sided(diff, "removed")),
        Part(say("拆分、合并、移动的举措", "Measures split, merged or moved"), _paired(_placed(diff), why)),
        Part(say("责任、时限、力度", "Responsibility, deadlines, commitment"), facts(diff)),
        Part(say("改题及其他", "Measures retitled or changed otherwise"), _paired(_others(diff, why), why)),
        Part(say("改号的举措", "Measures renumbered"), None, "" if why else _renumbered(diff)),
        Part(say("章节", "Sections"), sections(diff, why)),
        Part(say("文件", "Documents"), documents(diff)),
        Part(say("提法", "Terms"), _listed(*_slogans(diff))),
        Part(say("单位", "Bodies"), _listed(diff.bodies.added, diff.bodies.removed)),
    ]
    if why:
        everything.append(Part(say("还考虑过", "Also considered"), considered(diff)))
    return [part for part in (_without_empty(part) for part in everything) if part.table or part.note]


def _without_empty(part: Part) -> Part:
    return part if part.table and part.table.rows else part._replace(table=None)


def goals(diff: PlanDiff, why: bool = False) -> Table:
    """The targets of the goals that are not the same; with ``why`` those too."""
    columns = [_CHANGE, _INDICATOR, _OLD, _NEW, _DELTA, _NOTES, *([_WHY] if why else [])]
    shown = [row for row in diff.goals if why or row.change != "same"]
    return Table(columns, [_figure_row(row) + ([_reason(row.reason)] if why else []) for row in shown])


def measure_targets(diff: PlanDiff) -> Table:
    """The targets of paired measures that are not the same."""
    rows = []
    for measure in diff.measures:
        for row in measure.targets:
            if row.change != "same":
                change, *cells = _figure_row(row)
                rows.append([change, _short(measure.new or measure.old), *cells])
    return Table([_CHANGE, _MEASURE, _INDICATOR, _OLD, _NEW, _DELTA, _NOTES], rows)


def _figure_row(row: GoalChange) -> list[str]:
    names = " → ".join(dict.fromkeys(t.indicator for t in (row.old, row.new) if t is not None))
    values = [value_words(row.old), value_words(row.new), delta_words(row), notes_words(row.notes)]
    return [change_words([row.change]), names, *values]


def _unchanged(diff: PlanDiff) -> str:
    """The goals that are the same, in a line; nothing where there is none, or nothing else."""
    same = [row.new for row in diff.goals if row.change == "same" and row.new is not None]
    words = (target.indicator + value_words(target) for target in same)
    return say(f"不变（{len(same)}）：", f"Unchanged ({len(same)}): ") + say("；", "; ").join(words) if same else ""


def _one_sided(diff: PlanDiff, kind: str) -> Table:
    """The measures that only one plan has, with their sections."""
    found = [m.new or m.old for m in diff.measures if kind in m.changes]
    return Table([_MEASURE, _SECTION], [[_short(r), _short(r.section)] for r in found if r is not None])


def _placed(diff: PlanDiff) -> list[MeasureChange]:
    """Measures that are split, merged or moved, in this order."""
    found = [m for m in diff.measures if any(c in _PLACED for c in m.changes)]
    return sorted(found, key=lambda m: next(n for n, kind in enumerate(_PLACED) if kind in m.changes))


def _others(diff: PlanDiff, why: bool) -> list[MeasureChange]:
    """What the other parts do not tell; with ``why`` every pair that is not the same and stands in none of them."""
    told = {"same", "added", "removed", *_PLACED}
    rest = [m for m in diff.measures if not told.intersection(m.changes)]
    return rest if why else [m for m in rest if "retitled" in m.changes]


def _renumbered(diff: PlanDiff) -> str:
    """The measures with another number that no table has, in a line: ``5 → 6, 6 → 7``."""
    shown = {*_PLACED, "retitled"}
    found = [m for m in diff.measures if "renumbered" in m.changes and not shown.intersection(m.changes)]
    return say("、", ", ").join(f"{_number(m.old)} → {_number(m.new)}" for m in found)


def _number(reference: Reference | None) -> str:
    return "–" if reference is None else reference.number or "–"


def _paired(rows: Sequence[MeasureChange], why: bool) -> Table:
    """Pairs of measures with all their changes; where one moved, also its sections."""
    cells = [[change_words(list(m.changes)), *_places(m), *_because(m.similarity, m.reason, why)] for m in rows]
    return Table([_CHANGE, _OLD, _NEW, *([_SIMILARITY, _WHY] if why else [])], cells)


def facts(diff: PlanDiff) -> Table:
    """Who is responsible, by when and how strongly, where a measure says that otherwise than before."""
    rows = [
        [
            fact_kind_words(fact),
            _short(m.new or m.old),
            fact_words(fact.kind, fact.old),
            fact_words(fact.kind, fact.new),
        ]
        for m in diff.measures
        for fact in m.facts
    ]
    return Table([_CHANGE, _MEASURE, _OLD, _NEW], rows)


def sections(diff: PlanDiff, why: bool = False) -> Table:
    """The sections that are not the same; those that only have other words directly under them only with ``why``."""
    silent = (["same"],) if why else (["same"], ["reworded"])
    rows = [
        [change_words(list(s.changes)), _short(s.old), _short(s.new), *_because(s.similarity, s.reason, why)]
        for s in diff.sections
        if s.changes not in silent
    ]
    return Table([_CHANGE, _OLD, _NEW, *([_SIMILARITY, _WHY] if why else [])], rows)


def documents(diff: PlanDiff) -> Table:
    """Documents promised and now issued, promised again, new ones and those no longer named."""
    rows = [[change_words(["issued"]), pair.new.title] for pair in diff.documents.issued]
    rows += [[change_words(["promised_again"]), pair.new.title] for pair in diff.documents.promised_again]
    rows += [[change_words(["added"]), document.title] for document in diff.documents.added]
    rows += [[change_words(["removed"]), document.title] for document in diff.documents.removed]
    return Table([_CHANGE, Column("text", "名称", "text")], rows)


def considered(diff: PlanDiff) -> Table:
    """Pairs that were likely and not made."""
    found = {
        (c.old.id, c.new.id): [_short(c.old), _short(c.new), f"{c.similarity:.2f}"]
        for measure in diff.measures
        for c in measure.candidates
    }
    return Table([_OLD, _NEW, _SIMILARITY], list(found.values()))


def summary(diff: PlanDiff) -> Table:
    """How many rows of each part have each change, with names for programs."""
    columns = [Column("part", "部分", "part"), _CHANGE, Column("count", "数量", "count", align="right")]
    return Table(columns, [[part, kind, str(n)] for part, counts in diff.summary.items() for kind, n in counts.items()])


def everything(diff: PlanDiff) -> Table:
    """Every row of the diff in one table, for csv and tsv."""
    keys = (
        "part",
        "change",
        "old_id",
        "old",
        "old_value",
        "new_id",
        "new",
        "new_value",
        "delta",
        "notes",
        "similarity",
    )
    rows = []
    for goal in diff.goals:
        sides = [(t.id, t.indicator, value_words(t)) if t else ("", "", "") for t in (goal.old, goal.new)]
        rows.append(["goal", goal.change, *sides[0], *sides[1], delta_words(goal), " ".join(goal.notes), ""])
    for part, pairs in (("section", diff.sections), ("measure", diff.measures)):
        for pair in pairs:
            sides = [(r.id, named(r), "") if r else ("", "", "") for r in (pair.old, pair.new)]
            rows.append([part, " ".join(pair.changes), *sides[0], *sides[1], "", "", _similarity(pair.similarity)])
    documents = diff.documents
    for change, promised in (("issued", documents.issued), ("promised_again", documents.promised_again)):
        rows += [["document", change, "", p.old.title, "", "", p.new.title, "", "", "", ""] for p in promised]
    for part, added, removed in (
        ("document", [d.title for d in documents.added], [d.title for d in documents.removed]),
        ("term", [t.text for t in diff.terms.added], [t.text for t in diff.terms.removed]),
    ):
        rows += [[part, "added", "", "", "", "", text, "", "", "", ""] for text in added]
        rows += [[part, "removed", "", text, "", "", "", "", "", "", ""] for text in removed]
    return Table([Column(key, key, key) for key in keys], rows)


def _places(row: MeasureChange) -> tuple[str, str]:
    """Old and new measure, with their sections where it moved."""
    moved = "moved" in row.changes
    old, new = (
        _short(r) + (f" ← {_short(r.section)}" if moved and r and r.section else "") for r in (row.old, row.new)
    )
    return old, new


def named(reference: Reference | None) -> str:
    """A node by number and title, else by its id."""
    return "" if reference is None else " ".join(filter(None, (reference.number, reference.title))) or reference.id


def _because(similarity: float | None, reason: str | None, why: bool) -> list[str]:
    return [_similarity(similarity), _reason(reason)] if why else []


def _similarity(similarity: float | None) -> str:
    return "" if similarity is None else f"{similarity:.2f}"


def _reason(reason: str | None) -> str:
    return "" if reason is None else describe(reason)


def _short(reference: Reference | None) -> str:
    """A node by number and title, the title cut where it is a whole sentence."""
    name = named(reference)
    return name if len(name) <= _LONGEST else name[:_LONGEST] + "…"


def _slogans(diff: PlanDiff) -> tuple[list[str], list[str]]:
    """Slogans of the principles and terms of the measures, new and retired, each once."""
    came = [*diff.principles.slogans_added, *(t.text for t in diff.terms.added)]
    went = [*diff.principles.slogans_removed, *(t.text for t in diff.terms.removed)]
    return list(dict.fromkeys(came)), list(dict.fromkeys(went))


def _listed(added: Iterable[str], removed: Iterable[str]) -> Table:
    rows = [[change_words(["added"]), text] for text in added] + [[change_words(["removed"]), text] for text in removed]
    return Table([_CHANGE, Column("text", "名称", "text")], rows)
