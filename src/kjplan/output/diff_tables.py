"""The rows of a diff as tables: numbers, sections, measures, documents and terms, and what else was considered."""

from collections.abc import Iterable

from kjplan.diffing import MeasureChange, PlanDiff, Reference
from kjplan.diffing.reasons import describe
from kjplan.language import say
from kjplan.output.diff_words import CHANGES, change_words, delta_words, notes_words, value_words
from kjplan.querying.table import Column, Table

_CHANGE = Column("change", "变化", "change")
_OLD = Column("old", "旧", "old")
_NEW = Column("new", "新", "new")
_SIMILARITY = Column("similarity", "相似度", "similarity", align="right")
_WHY = Column("reason", "依据", "why")

_FIRST = ("added", "removed", "split", "merged", "moved", "retitled", "renumbered")
"""Changes of place and name, in the order in which a reader looks for them; what is only reworded comes later."""

Parts = list[tuple[str, Table]]


def parts(diff: PlanDiff, *, why: bool = False) -> Parts:
    """Headings and tables, numbers first; parts without rows are left out.

    :param why: also why each pair was made, and the likeliest other pairs
    """
    everything: Parts = [
        (say("目标", "Goals"), goals(diff, why)),
        (say("举措中的指标", "Targets of measures"), measure_targets(diff)),
        (say("章节", "Sections"), sections(diff, why)),
        (say("举措", "Measures"), measures(diff, why)),
        (say("文件", "Documents"), _listed(diff.documents.added, diff.documents.removed, "title")),
        (say("提法", "Terms"), _listed(diff.terms.added, diff.terms.removed, "text")),
    ]
    if why:
        everything.append((say("还考虑过", "Also considered"), considered(diff)))
    return [(title, table) for title, table in everything if table.rows]


def goals(diff: PlanDiff, why: bool = False) -> Table:
    """The targets of the goals, unchanged ones included."""
    columns = [_CHANGE, Column("indicator", "指标", "indicator"), _OLD, _NEW]
    columns += [
        Column("delta", "差", "delta", align="right"),
        Column("notes", "其他变化", "notes"),
        *([_WHY] if why else []),
    ]
    rows = []
    for row in diff.goals:
        names = [t.indicator for t in (row.old, row.new) if t is not None]
        cells = [" → ".join(dict.fromkeys(names)), value_words(row.old), value_words(row.new), delta_words(row)]
        rows.append(
            [change_words([row.change]), *cells, notes_words(row.notes), *([_reason(row.reason)] if why else [])]
        )
    return Table(columns, rows)


def measure_targets(diff: PlanDiff) -> Table:
    """The targets of paired measures that are not the same."""
    columns = [_CHANGE, Column("measure", "举措", "measure"), Column("indicator", "指标", "indicator"), _OLD, _NEW]
    columns += [Column("delta", "差", "delta", align="right"), Column("notes", "其他变化", "notes")]
    rows = []
    for measure in diff.measures:
        for row in measure.targets:
            if row.change != "same":
                names = dict.fromkeys(t.indicator for t in (row.old, row.new) if t is not None)
                cells = [
                    _named(measure.new or measure.old),
                    " → ".join(names),
                    value_words(row.old),
                    value_words(row.new),
                ]
                rows.append([change_words([row.change]), *cells, delta_words(row), notes_words(row.notes)])
    return Table(columns, rows)


def sections(diff: PlanDiff, why: bool = False) -> Table:
    """The sections that are not the same."""
    rows = [
        [change_words(list(s.changes)), _named(s.old), _named(s.new), *_because(s.similarity, s.reason, why)]
        for s in diff.sections
        if s.changes != ["same"]
    ]
    return Table([_CHANGE, _OLD, _NEW, *([_SIMILARITY, _WHY] if why else [])], rows)


def measures(diff: PlanDiff, why: bool = False) -> Table:
    """The measures that are not the same but in their words: added, removed, split, merged, moved first."""
    shown = [m for m in diff.measures if m.changes != ["same"] and (why or m.changes != ["reworded"])]
    shown.sort(key=_rank)
    rows = [[change_words(list(m.changes)), *_places(m), *_because(m.similarity, m.reason, why)] for m in shown]
    return Table([_CHANGE, _OLD, _NEW, *([_SIMILARITY, _WHY] if why else [])], rows)


def considered(diff: PlanDiff) -> Table:
    """Pairs that were likely and not made."""
    found = {
        (c.old.id, c.new.id): [_named(c.old), _named(c.new), f"{c.similarity:.2f}"]
        for measure in diff.measures
        for c in measure.candidates
    }
    return Table([_OLD, _NEW, _SIMILARITY], list(found.values()))


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
            sides = [(r.id, _named(r), "") if r else ("", "", "") for r in (pair.old, pair.new)]
            rows.append([part, " ".join(pair.changes), *sides[0], *sides[1], "", "", _similarity(pair.similarity)])
    for part, added, removed in (
        ("document", [d.title for d in diff.documents.added], [d.title for d in diff.documents.removed]),
        ("term", [t.text for t in diff.terms.added], [t.text for t in diff.terms.removed]),
    ):
        rows += [[part, "added", "", "", "", "", text, "", "", "", ""] for text in added]
        rows += [[part, "removed", "", text, "", "", "", "", "", "", ""] for text in removed]
    return Table([Column(key, key, key) for key in keys], rows)


def _rank(row: MeasureChange) -> int:
    return min((_FIRST.index(c) for c in row.changes if c in _FIRST), default=len(_FIRST))


def _places(row: MeasureChange) -> tuple[str, str]:
    """Old and new measure, with their sections where it moved."""
    moved = "moved" in row.changes
    old, new = (
        _named(r) + (f" ← {_named(r.section)}" if moved and r and r.section else "") for r in (row.old, row.new)
    )
    return old, new


def _named(reference: Reference | None) -> str:
    return "" if reference is None else " ".join(filter(None, (reference.number, reference.title))) or reference.id


def _because(similarity: float | None, reason: str | None, why: bool) -> list[str]:
    return [_similarity(similarity), _reason(reason)] if why else []


def _similarity(similarity: float | None) -> str:
    return "" if similarity is None else f"{similarity:.2f}"


def _reason(reason: str | None) -> str:
    return "" if reason is None else describe(reason)


def _listed(added: Iterable[object], removed: Iterable[object], name: str) -> Table:
    rows = [[say(*CHANGES["added"]), str(getattr(thing, name))] for thing in added]
    rows += [[say(*CHANGES["removed"]), str(getattr(thing, name))] for thing in removed]
    return Table([_CHANGE, Column("text", "名称", "text")], rows)
