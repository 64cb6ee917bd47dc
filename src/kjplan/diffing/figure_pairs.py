"""Which target of the old plan became which of the new one: by the names of their indicators, never by their order.

The pairs are made in steps, each on what the steps before it left: the same name first, then another name of the same
indicator, then the same indicator as another kind of figure (新增 against 总量), last another indicator in its place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kjplan.diffing.assignment import assign
from kjplan.diffing.crowds import KIND, UNIT, VALUE, VERB, Groups, Key, Link, blocks, pair_crowd
from kjplan.diffing.result import GoalKind
from kjplan.matching.indicators import Name, Relation, named, near_concepts, relation, relation_of_concepts
from kjplan.matching.values import kind_of, same_kind, same_measure
from kjplan.model import Deadline, Responsibility, Target

CROWDED = 2500
"""From so many possible pairs of one indicator on figures are not weighed each against each: that would take cubic time."""


@dataclass(slots=True)
class Figure:
    """A target with what its goal says around it."""

    target: Target
    responsibility: Responsibility = field(default_factory=Responsibility)
    """The responsibility of the goal; left empty for the targets of a measure, whose row tells it."""
    due: Sequence[Deadline] = ()
    """The deadlines of the goal, in the same way."""
    year: int | None = None
    """The year of the plan."""

    @property
    def order(self) -> tuple[str, str, str]:
        """What decides in which direction two lists are compared."""
        return self.target.indicator, str(self.target.value), str(self.target.unit)


class Step(NamedTuple):
    """One step of the pairing."""

    reason: str
    by: Literal["name", "concept", "near_concept"]
    """What the names of the two indicators must have in common; a near concept is a narrower or a wider one, or its successor."""
    kinds_compare: bool
    """Whether both must be the same kind of figure, in units that compare."""
    change: GoalKind

    def allows(self, old: Figure, new: Figure) -> bool:
        """Whether the two figures may be paired in this step, their names apart."""
        one, other = old.target, new.target
        return not self.kinds_compare or (same_kind(one, other) and same_measure(one, other))


STEPS = (
    Step("same_indicator", "name", True, "changed"),
    # Of what has one name nothing is left that compares.
    Step("other_name", "concept", True, "renamed"),
    # 新增科技型企业1200家 → 科技型企业总量达到5000家: the same indicator, and nothing to subtract.
    Step("other_kind", "concept", False, "changed"),
    Step("other_indicator", "near_concept", True, "replaced"),
)


class Pair(NamedTuple):
    """Two targets that belong together, by index."""

    old: int
    new: int
    step: Step
    """The step that paired them."""
    relation: Relation
    """How the new name relates to the old one."""


def pair_figures(old: Sequence[Figure], new: Sequence[Figure]) -> list[Pair]:
    """Pairs in the order of the old targets; ``pair_figures(new, old)`` makes the same ones."""
    names = [[named(figure.target.indicator) for figure in side] for side in (old, new)]
    # Where two solutions are equally good, which is found depends on the direction: so there is only one direction.
    if [f.order for f in new] < [f.order for f in old]:
        found = [(i, j, step) for j, i, step in _Pairing(new, old, names[::-1]).pairs()]
    else:
        found = list(_Pairing(old, new, names).pairs())
    pairs = [Pair(i, j, step, relation(names[0][i], names[1][j]) or "same") for i, j, step in found]
    return sorted(pairs, key=lambda pair: pair.old)


class _Pairing:
    """The steps of one pairing, each over what the steps before it left."""

    def __init__(self, one: Sequence[Figure], other: Sequence[Figure], names: Sequence[Sequence[Name]]) -> None:
        self.sides = one, other
        self.names: Sequence[Sequence[Key]] = names
        self.concepts: Sequence[Sequence[Key]] = [[name.concept for name in side] for side in names]
        self.left = [dict.fromkeys(range(len(side))) for side in self.sides]

    def pairs(self) -> Iterator[tuple[int, int, Step]]:
        """The pairs, step by step."""
        for step in STEPS:
            if not all(self.left):
                return
            keys = self.names if step.by == "name" else self.concepts
            groups = [_grouped(left, of) for left, of in zip(self.left, keys, strict=True)]
            for i, j in self._of_step(step, groups):
                del self.left[0][i], self.left[1][j]
                yield i, j, step

    def _of_step(self, step: Step, groups: Groups) -> list[tuple[int, int]]:
        links: list[Link] = [(key, key) for key in groups[0] if key in groups[1]]
        if step.by == "near_concept":
            links = near_links(*groups)
        if _count(groups, links) <= CROWDED:
            return self._weighed(step, groups, links) if links else []
        crowds = [block for block in blocks(links) if _count(groups, block) > CROWDED]
        crowded = {link for block in crowds for link in block}
        found = self._weighed(step, groups, [link for link in links if link not in crowded])
        targets = [[figure.target for figure in side] for side in self.sides]
        for block in crowds:
            found += pair_crowd(targets, groups, block, comparable=step.kinds_compare)
        return found

    def _weighed(self, step: Step, groups: Groups, links: Iterable[Link]) -> list[tuple[int, int]]:
        """Pairs that together are worth the most."""
        rows: dict[int, dict[int, int]] = {}
        one, other = self.sides
        for first, second in links:
            for i in groups[0][first]:
                for j in groups[1][second]:
                    if step.allows(one[i], other[j]):
                        worth = _worth(one[i].target, other[j].target, i / len(one) - j / len(other))
                        rows.setdefault(i, {})[j] = worth
        keys = sorted(rows)
        return [(keys[at], j) for at, j in assign([rows[key] for key in keys])]


def _grouped(left: Iterable[int], of: Sequence[Key]) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = {}
    for at in left:
        found.setdefault(of[at], []).append(at)
    return found


def _count(groups: Groups, links: Iterable[Link]) -> int:
    """How many pairs the links allow."""
    return sum(len(groups[0][one]) * len(groups[1][other]) for one, other in links)


def near_links(old: Mapping[Key, object], new: Mapping[Key, object]) -> list[Link]:
    """The concepts of which one took the other's place or is narrower than it, in the order of the old and then the new ones.

    What a concept may relate to is looked up, not compared with every other: 2,000 indicators that end alike are no more work each.
    """
    sides = [[key for key in side if isinstance(key, str)] for side in (old, new)]
    places = [{concept: at for at, concept in enumerate(side)} for side in sides]
    lengths = [sorted({len(concept) for concept in side}) for side in sides]
    found = {(one, near) for one in sides[0] for near in near_concepts(one, lengths[1]) if near in places[1]}
    found |= {(near, other) for other in sides[1] for near in near_concepts(other, lengths[0]) if near in places[0]}
    related = [
        (places[0][one], places[1][other], one, other) for one, other in found if relation_of_concepts(one, other)
    ]
    return [(one, other) for _, _, one, other in sorted(related)]


def _worth(old: Target, new: Target, apart: float) -> int:
    """Of several targets with one indicator the like ones go together: unit, value, kind, verb, and last the place."""
    alike = UNIT * (old.unit == new.unit) + VALUE * (old.value == new.value) + KIND * (kind_of(old) == kind_of(new))
    alike += VERB * (old.verb == new.verb)
    return (1 << 40) + (alike << 20) + round((1 - apart * apart) * 1_000_000)
