"""A plan a year later: seeded changes to a real plan, with the truth about every one of them."""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from benchmarks.diff_noise import make_noise
from benchmarks.diff_sources import Donor
from kjplan.matching.wording import canonical
from kjplan.model import Goal, Measure, Plan, Section, Target

Figure = tuple[Decimal, Decimal]

_CLAUSES = re.compile(r"[^,，;；。\n]+[,，;；。\n]?")
_STRICT = re.compile(r"[0-9０-９“”\"《》()（）]")
_SENTENCE = re.compile(r"[^。\n]+[。\n]?")
_SMALLEST = 30
"""Characters that a measure, or a part of one, has at least if it is to be cut, joined or reworded."""
_FACTORS = ("0.5", "0.8", "0.9", "1.1", "1.25", "1.5", "2")


@dataclass
class Mutation:
    """The new plan in the making, and what was done to each old measure (by its place in the old plan)."""

    new: Plan
    draw: Random
    donor: Donor
    became: dict[int, list[Measure]]
    """For each old measure those that it became; none where it was deleted."""
    kinds: dict[int, set[str]]
    """For each old measure what was done to it: moved, retitled, reworded, split, merged, figure."""
    sections: list[Section]
    """The copies of the old plan's sections, in its order."""
    figures: dict[int, list[Figure]] = field(default_factory=dict)
    """For each old measure the values changed: old and new, in the base unit."""
    goal_figures: list[Figure] = field(default_factory=list)
    noisy: bool = False

    @classmethod
    def of(cls, old: Plan, draw: Random, donor: Donor) -> "Mutation":
        """A copy of the plan to change."""
        new = deepcopy(old)
        measures = new.measures
        became = {n: [m] for n, m in enumerate(measures)}
        return cls(new, draw, donor, became, {n: set() for n in range(len(measures))}, new.sections)


def mutate(change: Mutation) -> None:
    """About half of the measures are changed in some way, and now and then a section; the rest is left alone."""
    ids = list(change.became)
    change.draw.shuffle(ids)
    budget = max(6, len(ids) // 2)
    for at in ids[:budget]:
        if not change.kinds[at]:
            change.draw.choices(_CHANGES, _WEIGHTS)[0](change, at)
    for _ in range(change.draw.randint(0, max(1, len(ids) // 8))):
        _insert(change)
    if change.draw.random() < 0.5:
        _change_goal(change)
    if change.draw.random() < 0.3:
        _swap(change)
    if change.draw.random() < 0.2:
        _retitle_section(change)
    if change.draw.random() < 0.2:
        _swap_sections(change)
    if change.draw.random() < 0.2:
        make_noise(change.new, change.draw)
        change.noisy = True


def _holder(change: Mutation, measure: Measure) -> tuple[Section, int] | None:
    for section in change.new.sections:
        for place, child in enumerate(section.children):
            if child is measure:
                return section, place
    return None


def _delete(change: Mutation, at: int) -> None:
    held = _holder(change, change.became[at][0])
    if held and len(held[0].children) > 2:
        del held[0].children[held[1]]
        change.became[at] = []


def _move(change: Mutation, at: int) -> None:
    measure = change.became[at][0]
    held = _holder(change, measure)
    others = [s for s in change.new.sections if held and s is not held[0]]
    if not held or not others or len(held[0].children) < 4 or len(measure.text) < _SMALLEST:
        return
    del held[0].children[held[1]]
    there = change.draw.choice(others)
    there.children.insert(change.draw.randint(0, len(there.children)), measure)
    _dress(measure, there)
    change.kinds[at].add("moved")
    if change.draw.random() < 0.5:
        _reword(change, at)


def _dress(measure: Measure, section: Section) -> None:
    """Give a measure the kind of number that its new neighbours have."""
    for child in section.children:
        if isinstance(child, Measure) and child is not measure:
            measure.number, measure.marker = child.number, child.marker
            return


def _retitle(change: Mutation, at: int) -> None:
    measure = change.became[at][0]
    title = change.draw.choice(change.donor.titles)
    if measure.title and len(measure.text) >= _SMALLEST and canonical(title) != canonical(measure.title):
        measure.title = title
        change.kinds[at].add("retitled")


def _reword(change: Mutation, at: int) -> None:
    """Replace or drop clauses until a share of 5 to 60 % of the characters is other words."""
    measure = change.became[at][0]
    clauses = _CLAUSES.findall(measure.text)
    if measure.items or "".join(clauses) != measure.text or len(measure.text) < _SMALLEST:
        return
    most = change.draw.uniform(0.05, 0.6) * len(measure.text)
    done = 0
    places = [n for n, clause in enumerate(clauses) if not _STRICT.search(clause) and len(clause) > 4]
    change.draw.shuffle(places)
    for n in places:
        # One clause at least; beyond that never more than the share drawn, and in no case more than 60 %.
        if done + len(clauses[n]) > (most if done else 0.6 * len(measure.text)):
            continue
        done += len(clauses[n])
        clauses[n] = _other_words(change, clauses[n])
    text = "".join(clauses)
    if canonical(text) != canonical(measure.text):
        measure.text = text
        change.kinds[at].add("reworded")


def _other_words(change: Mutation, clause: str) -> str:
    end = clause[-1] if clause[-1] in ",，;；。\n" else ""
    if end in ("，", ",") and change.draw.random() < 0.25:
        return ""
    return change.draw.choice(change.donor.clauses) + end


def _insert(change: Mutation) -> None:
    title, text = change.draw.choice(change.donor.tasks)
    section = change.draw.choice(change.new.sections)
    made = Measure(title=title, text=text)
    section.children.insert(change.draw.randint(0, len(section.children)), made)
    _dress(made, section)


def _halves(text: str) -> tuple[str, str] | None:
    """The text cut between two sentences, as near to its middle as may be; None where a part would be small."""
    ends = [m.end() for m in _SENTENCE.finditer(text)][:-1]
    if not ends:
        return None
    at = min(ends, key=lambda end: abs(2 * end - len(text)))
    return (text[:at], text[at:]) if min(at, len(text) - at) >= max(_SMALLEST, 0.25 * len(text)) else None


def _split(change: Mutation, at: int) -> None:
    measure = change.became[at][0]
    held, halves = _holder(change, measure), _halves(measure.text)
    if not held or not halves or measure.items or not measure.number:
        return
    heading = _CLAUSES.match(halves[1])
    if not heading or not 6 <= heading.end() <= 24 or len(halves[1]) - heading.end() < _SMALLEST:
        return
    title, text = halves[1][: heading.end()].rstrip(",，;；。\n"), halves[1][heading.end() :]
    rest = Measure(title=title, text=text, number=measure.number, marker=measure.marker)
    measure.text = halves[0].rstrip("\n")
    rest.targets = [t for t in measure.targets if t.quote and t.quote not in measure.text]
    measure.targets = [t for t in measure.targets if t not in rest.targets]
    held[0].children.insert(held[1] + 1, rest)
    change.became[at].append(rest)
    change.kinds[at].add("split")


def _merge(change: Mutation, at: int) -> None:
    measure = change.became[at][0]
    held = _holder(change, measure)
    following = held[0].children[held[1] + 1 : held[1] + 2] if held else []
    gone = following[0] if following and isinstance(following[0], Measure) else None
    other = next((n for n, news in change.became.items() if gone is not None and news and news[0] is gone), None)
    if held is None or gone is None or other is None or change.kinds[other] or gone.items or measure.items:
        return
    if min(len(measure.text), len(gone.text)) < _SMALLEST or 4 * len(gone.text) < len(measure.text):
        return
    words = f"{gone.title}。" if gone.title and change.draw.random() < 0.5 else ""
    measure.text += words + gone.text
    measure.targets = measure.targets + gone.targets
    del held[0].children[held[1] + 1]
    change.became[other] = [measure]
    change.kinds[at].add("merged")
    change.kinds[other].add("merged")


def _change_figure(change: Mutation, at: int) -> None:
    measure = change.became[at][0]
    targets = [t for t in measure.targets if _changeable(t, measure.text)]
    if not targets or measure.items:
        return
    target = change.draw.choice(targets)
    quote, figure = _other_figure(target, change.draw)
    measure.text = measure.text.replace(target.quote or "", quote, 1)
    target.quote = quote
    change.figures.setdefault(at, []).append(figure)
    change.kinds[at].add("figure")


def _change_goal(change: Mutation) -> None:
    goals = [g for g in change.new.goals if g.number and any(_changeable(t, g.text) for t in g.targets)]
    if goals:
        goal: Goal = change.draw.choice(goals)
        target = next(t for t in goal.targets if _changeable(t, goal.text))
        quote, figure = _other_figure(target, change.draw)
        goal.text = goal.text.replace(target.quote or "", quote, 1)
        target.quote = quote
        change.goal_figures.append(figure)


def _changeable(target: Target, text: str) -> bool:
    if target.value is None or target.value_max is not None or not target.quote or not target.value:
        return False
    return text.count(target.quote) == 1 and target.quote.count(str(target.value)) == 1


def _other_figure(target: Target, draw: Random) -> tuple[str, Figure]:
    """The words with another number in them, and both values in the base unit; 亿元 becomes 万元 now and then."""
    assert target.value is not None and target.quote is not None
    before = target.base_value if target.base_value is not None else target.value
    value = (target.value * Decimal(draw.choice(_FACTORS))).quantize(target.value)
    if value in (target.value, 0):
        value = target.value + 1
    scale = before / target.value
    target.base_value = value * scale
    written, unit = f"{value}", target.unit or ""
    if unit == "亿元" and draw.random() < 0.4:
        written, target.unit, value = f"{int(value * 10000)}", "万元", Decimal(int(value * 10000))
    quote = target.quote.replace(f"{target.value}{unit}", f"{written}{target.unit or ''}", 1)
    target.value = value
    return quote, (before, target.base_value)


def _swap(change: Mutation) -> None:
    """Two neighbours change places."""
    sections = [s for s in change.new.sections if len(s.children) > 1]
    if sections:
        section = change.draw.choice(sections)
        at = change.draw.randrange(len(section.children) - 1)
        section.children[at : at + 2] = section.children[at : at + 2][::-1]


def _retitle_section(change: Mutation) -> None:
    section = change.draw.choice(change.new.sections)
    if section.title and len(section.children) > 2:
        section.title = change.draw.choice(change.donor.titles)


def _swap_sections(change: Mutation) -> None:
    """Two neighbouring sections change places, and with them their numbers: their measures have not moved."""
    parts = [part for part in change.new.walk(Section) if sum(isinstance(c, Section) for c in part.children) > 1]
    if not parts:
        return
    part = change.draw.choice(parts)
    at = change.draw.randrange(len(part.children) - 1)
    one, other = part.children[at : at + 2]
    if isinstance(one, Section) and isinstance(other, Section) and not {one.role, other.role} - {"measures"}:
        one.number, other.number = other.number, one.number
        one.marker, other.marker = other.marker, one.marker
        part.children[at : at + 2] = [other, one]


_CHANGES: tuple[Callable[[Mutation, int], None], ...] = (
    _delete,
    _move,
    _retitle,
    _reword,
    _split,
    _merge,
    _change_figure,
)
_WEIGHTS = (1, 2, 1, 3, 2, 1, 2)
