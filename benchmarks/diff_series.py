"""Scores the diff of two real pairs of years against what a careful reader wrote down.

The truth (``expected/*__diff_*.yaml`` of the corpus beside the checkout) lists pairs of goals, sections and tasks, their
titles cut at 16 characters. A row is right where the diff has the pair, or what the reader called acceptable instead
(``added`` for a part split off, ``removed`` for one merged). Rows of low confidence are never counted against the diff.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from kjplan.api import diff, parse_file
from kjplan.diffing import GoalChange, MeasureChange, PlanDiff, SectionChange
from kjplan.matching.wording import canonical
from kjplan.model import Plan, Section

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
SERIES = ("hailar_gwr__diff_2014_2015", "central_gwr__diff_2021_2022")

Row = dict[str, Any]
Pair = tuple[str | None, str | None]


@dataclass
class Score:
    """Right, wrong and missed rows of one kind, and what was wrong or missed, in words."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Twice the right ones by all that are right, wrong or missed; 1 where there is nothing to find."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0

    @property
    def recall(self) -> float:
        """The share of the true ones that is right."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass
class SeriesScore:
    """One pair of years."""

    name: str
    sections: Score
    tasks: Score
    goals: Score
    crossed: int
    """Deltas told across an indicator that was replaced: there must be none."""


def score_series(name: str) -> SeriesScore:
    """Parse and compare the two reports of a series, and score the diff."""
    truth = yaml.safe_load((CORPUS / "expected" / f"{name}.yaml").read_text(encoding="utf-8"))
    files = truth.get("files") or [truth["old"], truth["new"]]
    old, new = (parse_file(CORPUS / file).plan for file in files)
    found = diff(old, new)
    made = _made(found, (_reviewed(old), _reviewed(new)))
    return SeriesScore(
        name,
        sections=_score_pairs(truth["sections"], made["section"], [*made["section"], *made["measure"]]),
        tasks=_score_pairs(
            truth.get("tasks") or truth["measures"], made["measure"], [*made["section"], *made["measure"]]
        ),
        goals=_score_goals(truth["goals"], found.goals),
        crossed=sum(_crossed(row, found.goals) for row in truth["goals"] if row["change"] == "replaced"),
    )


def _reviewed(plan: Plan) -> set[str]:
    """Ids of the sections that look back on the year before: the reader left them out."""
    ids: set[str] = set()
    for node, above in plan.nodes():
        if isinstance(node, Section) and (node.role == "review" or (above is not None and above.id in ids)):
            ids.add(node.id)
    return ids


def _made(found: PlanDiff, reviews: tuple[set[str], set[str]]) -> dict[str, list[Pair]]:
    rows: dict[str, Sequence[SectionChange] | Sequence[MeasureChange]] = {
        "section": [r for r in found.sections if not _in(r, reviews)],
        "measure": found.measures,
    }
    return {kind: [(_title(r.old), _title(r.new)) for r in some] for kind, some in rows.items()}


def _in(row: SectionChange, reviews: tuple[set[str], set[str]]) -> bool:
    return any(side is not None and side.id in ids for side, ids in zip((row.old, row.new), reviews, strict=True))


def _title(reference: Any) -> str | None:
    return None if reference is None else canonical(reference.title)


def _score_pairs(truth: Sequence[Row], own: Sequence[Pair], made: Sequence[Pair]) -> Score:
    """Score the pairs of one kind.

    :param own: the diff's pairs of this kind, each of which must be in the truth if it touches what the truth lists
    :param made: all pairs of the diff: a task of one year may be a section of the next
    """
    score = Score()
    for row in truth:
        if row["confidence"] != "high" or row.get("optional"):
            continue
        if any(_is(row, pair) for pair in made) or any(_instead(row, kind, made) for kind in row["acceptable"]):
            score.right += 1
        else:
            score.missed += 1
            score.faults.append(f"missed: {row['old']} → {row['new']}")
    for pair in own:
        if None not in pair and _listed(pair, truth) and not any(_is(row, pair) for row in truth):
            score.wrong += 1
            score.faults.append(f"wrong: {pair[0]} → {pair[1]}")
    return score


def _is(row: Row, pair: Pair) -> bool:
    return all(_cut(cut, title) for cut, title in zip((row["old"], row["new"]), pair, strict=True))


def _cut(cut: str | None, title: str | None) -> bool:
    """Whether a title is the one that the truth gives cut at 16 characters."""
    if cut is None or title is None:
        return cut is None and title is None
    return title.startswith(canonical(cut))


def _instead(row: Row, kind: str, made: Iterable[Pair]) -> bool:
    """Whether the diff has the new side as added, or the old one as removed, where the reader accepts that."""
    wanted: Pair = (None, row["new"]) if kind == "added" else (row["old"], None)
    return kind in ("added", "removed") and any(
        all(_cut(cut, title) for cut, title in zip(wanted, pair, strict=True)) for pair in made
    )


def _listed(pair: Pair, truth: Iterable[Row]) -> bool:
    return any(_cut(row["old"], pair[0]) or _cut(row["new"], pair[1]) for row in truth)


def _score_goals(truth: Sequence[Row], rows: Sequence[GoalChange]) -> Score:
    score = Score()
    for row in truth:
        if row["confidence"] != "high":
            continue
        accepted = {row["change"], *row["acceptable"]}
        if any(_same_goal(row, made) and made.change in accepted for made in rows) or _parted(row, accepted, rows):
            score.right += 1
        else:
            score.missed += 1
            score.faults.append(f"missed: {row['indicator']} {row['old_value']} → {row['new_value']}")
    return score


def _same_goal(row: Row, made: GoalChange) -> bool:
    return _side(row, "old", made) and _side(row, "new", made)


def _side(row: Row, side: str, made: GoalChange) -> bool:
    """Whether one side of a row is what the truth says: the clause, and the value with its unit where there is one."""
    target, clause, value = getattr(made, side), row[side], row[f"{side}_value"]
    if clause is None or target is None:
        return (clause is None or value is None) and target is None
    if value is None and target.value is not None:
        return False
    if value is not None and (target.value != Decimal(str(value)) or canonical(target.unit) != canonical(row["unit"])):
        return False
    return canonical(clause).startswith(canonical(target.indicator)[:16]) or _cut(clause, canonical(target.indicator))


def _parted(row: Row, accepted: set[str], rows: Sequence[GoalChange]) -> bool:
    """Whether both sides stand alone, one removed and one added, where the reader accepts that."""
    if not {"added", "removed"} <= accepted:
        return False
    gone = any(made.new is None and _side(row, "old", made) for made in rows)
    return gone and any(made.old is None and _side(row, "new", made) for made in rows)


def _crossed(row: Row, rows: Sequence[GoalChange]) -> int:
    return sum(made.delta is not None and _same_goal(row, made) for made in rows)
