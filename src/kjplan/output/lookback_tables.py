"""A look-back, and a plan against that of the level above, as tables and records."""

from collections.abc import Iterable
from typing import Any

from kjplan.diffing.levels import LevelDiff, LevelMeasure, LevelTarget
from kjplan.diffing.lookback import Lookback, Looked
from kjplan.diffing.records import goal_record
from kjplan.diffing.result import GoalChange, Reference
from kjplan.language import say
from kjplan.output.diff_tables import named
from kjplan.output.diff_words import delta_words, notes_words, value_words
from kjplan.querying.table import Column, Table
from kjplan.querying.wording import document_words, number

OUTCOMES: dict[str, tuple[str, str]] = {
    "kept": ("保留", "kept"),
    "target_raised": ("目标提高", "target raised"),
    "target_lowered": ("目标降低", "target lowered"),
    "target_changed": ("目标条件变动", "terms of a target changed"),
    "indicator_renamed": ("指标更名", "indicator renamed"),
    "target_replaced": ("指标被取代", "indicator replaced"),
    "target_dropped": ("目标取消", "target dropped"),
    "target_added": ("增加目标", "target added"),
    "split_into": ("拆分", "split"),
    "merged_into": ("并入他项", "merged into"),
    "moved": ("移至他处", "moved"),
    "renumbered": ("改号", "renumbered"),
    "retitled": ("改题", "retitled"),
    "reworded": ("改写", "reworded"),
    "responsibility_changed": ("责任单位变动", "responsibility changed"),
    "deadline_changed": ("时限变动", "deadline changed"),
    "commitment_raised": ("力度加强", "commitment raised"),
    "commitment_lowered": ("力度减弱", "commitment lowered"),
    "document_issued": ("文件已出台", "document issued"),
    "document_promised_again": ("文件再次列入", "document promised again"),
    "dropped": ("未再列入", "dropped"),
    "not_recorded": ("今年未收录", "not recorded"),
}
"""What became of last year's goals and measures."""

LEVELS: dict[str, tuple[str, str]] = {
    "taken_up": ("承接", "taken up"),
    "tightened": ("加码", "tightened"),
    "loosened": ("放松", "loosened"),
    "apportioned": ("分担", "a share of it"),
    "left_out": ("未承接", "left out"),
    "own": ("自行安排", "its own"),
    "other_indicator": ("改用别的指标", "another indicator"),
}
"""What a lower plan does with what the higher one asks."""

_KINDS: dict[str, tuple[str, str]] = {"goal": ("目标", "goal"), "measure": ("举措", "measure")}


def lookback_table(found: Lookback) -> Table:
    """A row for each goal and measure of last year's plan."""
    columns = [
        Column("kind", "类别", "kind"),
        Column("id", "编号", "id", detail=True),
        Column("old", "去年", "last year"),
        Column("outcome", "结果", "what became of it"),
        Column("new", "今年", "this year"),
        Column("targets", "指标", "targets"),
        Column("documents", "文件", "documents"),
    ]
    return Table(columns, [_looked(row) for row in found.rows])


def _looked(row: Looked) -> list[str]:
    documents = [f"{document_words(d)}{_said(OUTCOMES, [fate])}" for d, fate in row.documents]
    targets = [words for target in row.targets if (words := _target_words(target))]
    new = "；".join(dict.fromkeys(named(reference) for reference in row.new))
    cells = [say(*_KINDS[row.kind]), row.old.id, named(row.old), _said(OUTCOMES, row.outcomes), new]
    return [*cells, "；".join(targets), "；".join(documents)]


def _target_words(row: GoalChange) -> str:
    """A target's way in a few words: ``技术合同成交额 达到166亿元 → 达到400亿元（+234亿元）``; nothing for one without a figure."""
    sides = [value_words(side) for side in (row.old, row.new)]
    if not any(sides) or row.change == "same":
        return ""
    indicator = " → ".join(dict.fromkeys(t.indicator for t in (row.old, row.new) if t is not None))
    told = "；".join(filter(None, (delta_words(row), notes_words(row.notes))))
    return f"{indicator} {sides[0] or '–'} → {sides[1] or '–'}" + (f"（{told}）" if told else "")


def _said(words: dict[str, tuple[str, str]], codes: Iterable[str]) -> str:
    return say("、", ", ").join(say(*words[code]) for code in codes)


def summary_line(counts: dict[str, int], words: dict[str, tuple[str, str]]) -> str:
    """Counts in a line: ``12 kept, 3 dropped``."""
    return say("、", ", ").join(f"{n} {say(*words[code])}" for code, n in counts.items())


def lookback_record(found: Lookback) -> dict[str, Any]:
    """The look-back for programs."""
    return {
        "old": {"title": found.old.title, "year": found.old.year},
        "new": {"title": found.new.title, "year": found.new.year},
        "rows": [
            {
                "kind": row.kind,
                "outcomes": row.outcomes,
                "old": _reference(row.old),
                "new": [_reference(reference) for reference in row.new],
                "similarity": row.similarity,
                "targets": [goal_record(target) for target in row.targets],
                "documents": [{"title": d.title, "outcome": fate} for d, fate in row.documents],
            }
            for row in found.rows
        ],
        "summary": found.summary,
    }


def _reference(reference: Reference | None) -> dict[str, Any] | None:
    if reference is None:
        return None
    record: dict[str, Any] = {"id": reference.id, "number": reference.number, "title": reference.title}
    return record | ({"section": _reference(reference.section)} if reference.section else {})


def levels_table(found: LevelDiff) -> Table:
    """A row for each target of a goal, and for each measure, of either plan."""
    columns = [
        Column("kind", "类别", "kind"),
        Column("level", "情况", "what the lower plan does"),
        Column("higher", "上级", "higher plan"),
        Column("lower", "本级", "lower plan"),
        Column("targets", "指标", "targets"),
    ]
    rows = [[say(*_KINDS["goal"]), _said(LEVELS, row.levels), *_target_sides(row)] for row in found.goals]
    for row in found.measures:
        targets = "；".join(_level_words(target) for target in row.targets if target.levels != ["taken_up"])
        cells = [say(*_KINDS["measure"]), _said(LEVELS, row.levels), named(row.higher), named(row.lower)]
        rows.append([*cells, targets])
    return Table(columns, rows)


def _target_sides(row: LevelTarget) -> tuple[str, str, str]:
    higher, lower = ((t.indicator + value_words(t)) if t else "" for t in (row.row.old, row.row.new))
    return higher, lower, _beside(row)


def _beside(row: LevelTarget) -> str:
    """What stands beside both figures: the share of an amount, the difference of a rate, and notes."""
    told = notes_words(row.row.notes)
    figure = delta_words(row.row) if "tightened" in row.levels or "loosened" in row.levels else ""
    if row.share is not None:
        figure = say(f"占上级的{number(row.share)}%", f"{number(row.share)}% of the higher plan's")
    return "；".join(filter(None, (figure, told)))


def _level_words(row: LevelTarget) -> str:
    side = row.row.new or row.row.old
    sides = [value_words(t) or "–" for t in (row.row.old, row.row.new)]
    told = "；".join(filter(None, (_said(LEVELS, row.levels), _beside(row))))
    return f"{side.indicator if side else ''} {sides[0]} → {sides[1]}（{told}）"


def levels_record(found: LevelDiff) -> dict[str, Any]:
    """The comparison of two levels for programs."""
    return {
        "higher": {"title": found.diff.old.title, "year": found.diff.old.year},
        "lower": {"title": found.diff.new.title, "year": found.diff.new.year},
        "not_recorded": list(found.diff.not_recorded),
        "goals": [_level_target(row) for row in found.goals],
        "measures": [_level_measure(row) for row in found.measures],
        "summary": found.summary,
    }


def _level_target(row: LevelTarget) -> dict[str, Any]:
    record = goal_record(row.row)
    sides = {"higher": record["old"], "lower": record["new"]}
    return {"levels": row.levels, **sides, "share": row.share, "delta": row.row.delta, "notes": row.row.notes}


def _level_measure(row: LevelMeasure) -> dict[str, Any]:
    return {
        "levels": row.levels,
        "higher": _reference(row.higher),
        "lower": _reference(row.lower),
        "similarity": row.similarity,
        "targets": [_level_target(target) for target in row.targets],
    }
