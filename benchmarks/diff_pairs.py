"""Pairs of plans with known changes, and how well the diff finds them.

The changed plan is written out as a notice and parsed again, as a plan of the next year would be. Where the parser reads
the changed notice otherwise than it was made (measured and told), the changed tree itself is compared.
"""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from benchmarks.diff_mutations import Figure, Mutation, mutate
from benchmarks.diff_sources import Original, donor, originals
from kjplan.api import diff, parse, render
from kjplan.diffing import GoalChange, MeasureChange, PlanDiff
from kjplan.matching.wording import canonical, measure_words
from kjplan.model import Measure, Plan, Section

Link = tuple[int, int]

_CHINESE = "一二三四五六七八九十"


@dataclass
class Pair:
    """Two plans and what is true of them; measures by their place in their plan."""

    name: str
    old: Plan
    new: Plan
    links: dict[Link, set[str]]
    """Which measures belong together, and what was done to them."""
    figures: list[tuple[Link, Figure]]
    goal_figures: list[Figure]
    sections: set[Link]
    """Which of the sections with measures belong together."""
    reparsed: bool
    noisy: bool


def make_pairs(count: int) -> Iterator[Pair]:
    """So many pairs, the originals taken in turn, each time with another seed; half of them from the shipped notice."""
    usable = [one for one in originals() if _scheme(one.plan) is not None]
    for seed in range(count):
        one = usable[0] if seed % 4 == 0 else usable[seed % len(usable)]
        yield make_pair(one, seed)


def make_pair(original: Original, seed: int) -> Pair:
    """One pair: the original and a changed copy."""
    scheme = _scheme(original.plan)
    change = Mutation.of(original.plan, Random(seed), donor(original.kind))
    mutate(change)
    _renumber(change.new, scheme or "restart")
    _identify(change.new)
    again = parse(render(change.new), name="changed")
    reparsed = _reads(again, change.new)
    place = {id(m): n for n, m in enumerate(change.new.measures)}
    words = measure_words(original.plan.measures)
    links = {
        (n, place[id(m)]): change.kinds[n]
        for n, news in change.became.items()
        for m in news
        if words.count(words[n]) == 1
    }
    figures = [(link, figure) for link in links for figure in change.figures.get(link[0], ())]
    return Pair(
        name=f"{original.name}#{seed}",
        old=original.plan,
        new=again if reparsed else change.new,
        links=links,
        figures=figures,
        goal_figures=change.goal_figures,
        sections=_section_links(change),
        reparsed=reparsed,
        noisy=change.noisy,
    )


def _section_links(change: Mutation) -> set[Link]:
    place = {id(s): n for n, s in enumerate(change.new.sections)}
    return {(n, place[id(s)]) for n, s in enumerate(change.sections) if id(s) in place}


def _scheme(plan: Plan) -> str | None:
    """How the plan numbers its measures: run-on, restart or, where neither rule gives its numbers, None."""
    if len(plan.sections) < 3:
        return None
    numbers = [m.number for m in plan.measures]
    for scheme in ("run-on", "restart"):
        copy = deepcopy(plan)
        _renumber(copy, scheme)
        if [m.number for m in copy.measures] == numbers:
            return scheme
    return None


def _renumber(plan: Plan, scheme: str) -> None:
    """Number the measures through, as an editor does at the end: over the whole plan, or in each section anew."""
    n = 0
    for section in plan.sections:
        n = n if scheme == "run-on" else 0
        for measure in (child for child in section.children if isinstance(child, Measure)):
            if measure.number is not None:
                n += 1
                number = str(n) if measure.number.isdecimal() else _chinese(n)
                measure.marker = (measure.marker or "").replace(measure.number, number, 1)
                measure.number = number


def _chinese(n: int) -> str:
    if n > 99:
        return str(n)
    tens, ones = divmod(n, 10)
    return ("" if not tens else "十" if tens == 1 else _CHINESE[tens - 1] + "十") + (_CHINESE[ones - 1] if ones else "")


def _identify(plan: Plan) -> None:
    for n, (node, _) in enumerate(plan.nodes()):
        node.id = f"{node.kind[0].upper()}~{n}"


def _reads(again: Plan, made: Plan) -> bool:
    """Whether the changed notice was read as it was made: the same sections, measures, numbers and figures."""

    def seen(plan: Plan) -> object:
        measures = [
            (m.number, canonical(m.title), canonical(m.text), [t.value for t in m.targets]) for m in plan.measures
        ]
        sections = [(canonical(s.title), len(s.children)) for s in plan.walk(Section)]
        return measures, sections, [t.value for g in plan.goals for t in g.targets]

    return seen(again) == seen(made)


def score(pair: Pair, found: PlanDiff) -> Counter[str]:
    """Counts of what was found, made, right and false for each kind; see ``figures`` for what they add up to."""
    counts: Counter[str] = Counter()
    rows = _rows(pair, found)
    counts["pairs right"] = len(rows.keys() & pair.links.keys())
    counts["pairs wrong"] = len(rows.keys() - pair.links.keys())
    counts["pairs missed"] = len(pair.links.keys() - rows.keys())
    for kind in ("moved", "retitled", "reworded"):
        _count_kind(counts, kind, rows, pair)
    _count_sections(counts, pair, found)
    parts = {link for link, kinds in pair.links.items() if kinds & {"split", "merged"}}
    told = {link for link, row in rows.items() if {"split", "merged"} & set(row.changes)}
    counts["parts right"], counts["parts false"] = len(parts & told), len(told - parts)
    counts["parts missed"] = len(parts - told)
    for link in rows.keys() & pair.links.keys():
        _count_numbers(counts, link, rows[link], pair)
    _count_targets(counts, rows, pair, found)
    return counts


def _rows(pair: Pair, found: PlanDiff) -> dict[Link, MeasureChange]:
    """The pairs found, without those of measures that an old plan has twice in the same words (各位代表！)."""
    words = Counter(measure_words(pair.old.measures))
    old, new = ({m.id: n for n, m in enumerate(plan.measures)} for plan in (pair.old, pair.new))
    twice = {m.id for m, own in zip(pair.old.measures, measure_words(pair.old.measures), strict=True) if words[own] > 1}
    return {(old[r.old.id], new[r.new.id]): r for r in found.measures if r.old and r.new and r.old.id not in twice}


def _count_sections(counts: Counter[str], pair: Pair, found: PlanDiff) -> None:
    old, new = ({s.id: n for n, s in enumerate(plan.sections)} for plan in (pair.old, pair.new))
    pairs = [(r.old.id, r.new.id) for r in found.sections if r.old and r.new]
    made = {(old[one], new[other]) for one, other in pairs if one in old and other in new}
    counts["sections right"] = len(made & pair.sections)
    counts["sections wrong"] = len(made - pair.sections)
    counts["sections missed"] = len(pair.sections - made)


def _count_kind(counts: Counter[str], kind: str, rows: dict[Link, MeasureChange], pair: Pair) -> None:
    made = {link for link, kinds in pair.links.items() if kind in kinds and "merged" not in kinds}
    told = {link for link, row in rows.items() if kind in row.changes}
    blurred = {link for link, kinds in pair.links.items() if kinds & {"split", "merged"} and kind != "moved"}
    counts[f"{kind} made"], counts[f"{kind} found"] = len(made), len(made & told)
    counts[f"{kind} false"] = len(told - made - blurred)


def _count_numbers(counts: Counter[str], link: Link, row: MeasureChange, pair: Pair) -> None:
    old, new = pair.old.measures[link[0]], pair.new.measures[link[1]]
    other = old.number != new.number
    counts["numbers right" if other == ("renumbered" in row.changes) else "numbers wrong"] += 1
    if not pair.links[link]:
        wanted = ["renumbered"] if other else ["same"]
        counts["untouched right" if row.changes == wanted else "untouched wrong"] += 1


def _count_targets(counts: Counter[str], rows: dict[Link, MeasureChange], pair: Pair, found: PlanDiff) -> None:
    made = Counter(figure for _, figure in pair.figures) + Counter(pair.goal_figures)
    told: Counter[Figure] = Counter()
    for link, figure in pair.figures:
        if link in rows and any(_is_change(t, figure) for t in rows[link].targets):
            told[figure] += 1
    for figure in pair.goal_figures:
        told[figure] += any(_is_change(g, figure) for g in found.goals)
    counts["figures made"] = sum(made.values())
    counts["figures found"] = sum((made & told).values())
    every = [*found.goals, *(t for row in found.measures for t in row.targets)]
    counts["figures false"] = sum(t.change == "changed" and not any(_is_change(t, f) for f in made) for t in every)
    counts["renames false"] = sum(t.change in ("renamed", "replaced") for t in every)


def _is_change(row: GoalChange, figure: Figure) -> bool:
    """Whether a row tells this change of a figure, with the exact difference."""
    if row.change != "changed" or not row.old or not row.new or row.delta is None:
        return False
    before, after = (_base(t.base_value, t.value) for t in (row.old, row.new))
    scale = _base(row.old.base_value, row.old.value) / (row.old.value or 1) if row.old.unit == row.new.unit else 1
    return (before, after) == figure and row.delta * scale == after - before


def _base(base: Decimal | None, value: Decimal | None) -> Decimal:
    return base if base is not None else value if value is not None else Decimal(0)


def run(count: int) -> Counter[str]:
    """Make, compare and score so many pairs."""
    total: Counter[str] = Counter()
    for pair in make_pairs(count):
        total += score(pair, diff(pair.old, pair.new))
        total["plans"] += 1
        total["parsed again"] += pair.reparsed
        total["noisy"] += pair.noisy
    return total
