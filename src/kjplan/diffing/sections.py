"""Sections of two plans, aligned by their titles and by where their measures went."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, NamedTuple

from kjplan.diffing.align import Link
from kjplan.diffing.assignment import assign
from kjplan.diffing.result import Reference
from kjplan.diffing.similarity import Similarity, bigrams
from kjplan.matching.wording import Words, canonical, section_body
from kjplan.model import Measure, Plan, Section

Part = Literal["split", "merged"]
_TURNED: dict[Part, Part] = {"split": "merged", "merged": "split"}

PAIRED = 0.25
"""From this mean of likeness of titles and share of common measures on two sections are a pair."""
TITLED = 0.6
"""Sections that have no measure in common are a pair only if their titles are this much alike."""
PART = 0.6
"""Share of a section's measures that must come from one section for it to be a part of that section."""
# 保障措施 in two plans that have no task in common is the form of a plan, and not a section that they share.
_FORM = re.compile(
    r"(?:保障措施|组织(?:实施|保障|领导)|(?:工作|有关|总体|相关)要求|(?:重点|主要|工作)任务|(?:重点|主要)工作|工作(?:安排|措施|举措))$"
)


@dataclass(slots=True)
class Outline:
    """The sections of a plan that the diff compares, and what they hold."""

    sections: list[Section]
    words: list[Words]
    parents: list[str]
    """Id of the section above each; empty at the top."""
    members: list[list[int]]
    """For each section the indices of its own measures; of one that has none, of those in the sections below it."""
    keepers: list[list[int]]
    """For each measure the indices of the sections that have it as a member."""
    holder: list[int | None]
    """For each measure the index of its section; None for a measure directly under the plan."""

    def reference(self, at: int) -> Reference:
        """What names a section to the reader."""
        section = self.sections[at]
        return Reference(id=section.id, number=section.number, title=section.title)


class SectionPair(NamedTuple):
    """Two sections that belong together, by index."""

    old: int
    new: int
    similarity: float
    """Mean of likeness of titles and share of common measures; of a part the share of its measures."""
    reason: str
    """title, members or similar: what spoke for the pair most."""
    part: Part | None = None
    """split or merged for a part of a section that has its partner already."""


def outline(plan: Plan) -> Outline:
    """The sections that hold measures, and those that say something themselves and are no principles or goals."""
    sections: list[Section] = []
    parents: list[str] = []
    index: dict[int, int] = {}
    holder: list[int | None] = []
    keepers: list[list[int]] = []
    above_of: dict[int, Section | None] = {}
    for node, above in plan.nodes():
        if isinstance(node, Section):
            above_of[id(node)] = above
            if _compared(node):
                index[id(node)] = len(sections)
                sections.append(node)
                parents.append(above.id if above else "")
        elif isinstance(node, Measure):
            at = index.get(id(above)) if above else None
            holder.append(at)
            keepers.append([] if at is None else [at, *_containers(above, above_of, index)])
    members: list[list[int]] = [[] for _ in sections]
    for measure, kept in enumerate(keepers):
        for at in kept:
            members[at].append(measure)
    words = [Words(canonical(s.title), canonical(section_body(s))) for s in sections]
    return Outline(sections, words, parents, members, keepers, holder)


def _compared(section: Section) -> bool:
    return _holds_measures(section) or (bool(section.text) and section.role not in ("principles", "goals"))


def _holds_measures(section: Section) -> bool:
    return any(isinstance(child, Measure) for child in section.children)


def _containers(
    section: Section | None, above_of: Mapping[int, Section | None], index: Mapping[int, int]
) -> Iterator[int]:
    """The compared sections above one, nearest first, that have no measures of their own: a part is known by all below it."""
    above = above_of[id(section)] if section else None
    while above is not None:
        if id(above) in index and not _holds_measures(above):
            yield index[id(above)]
        above = above_of[id(above)]


def link_sections(old: Outline, new: Outline, links: Sequence[Link]) -> list[SectionPair]:
    """Pairs, splits and merges of sections, given the links of the measures; mirrored where old and new are swapped."""
    # Where two solutions are equally good, which is found depends on the direction: so there is only one direction.
    if _order(new) < _order(old):
        turned = [Link(link.new, link.old, link.similarity, link.reason) for link in links]
        return [_turned(pair) for pair in _linked(new, old, turned)]
    return _linked(old, new, links)


def _order(side: Outline) -> tuple[int, list[tuple[str, str, int]]]:
    return len(side.sections), [(w.title, w.body, len(m)) for w, m in zip(side.words, side.members, strict=True)]


def _turned(pair: SectionPair) -> SectionPair:
    return SectionPair(pair.new, pair.old, pair.similarity, pair.reason, pair.part and _TURNED[pair.part])


def _linked(old: Outline, new: Outline, links: Sequence[Link]) -> list[SectionPair]:
    common = _common(old, new, links)
    worth, candidates = _candidates(old, new, common)
    pairs = [candidates[i, j] for i, j in assign(worth)]
    partnered = {p.old for p in pairs}, {p.new for p in pairs}
    splits = _parts(common, partnered, new.members)
    merges = _parts({(j, i): n for (i, j), n in common.items()}, (partnered[1], partnered[0]), old.members)
    pairs += [SectionPair(i, j, share, "members", "split") for i, j, share in splits]
    return pairs + [SectionPair(i, j, share, "members", "merged") for j, i, share in merges]


def _common(old: Outline, new: Outline, links: Sequence[Link]) -> dict[tuple[int, int], int]:
    """How many links lead from one section to the other."""
    common: dict[tuple[int, int], int] = {}
    for link in links:
        for i, j in product(old.keepers[link.old], new.keepers[link.new]):
            common[i, j] = common.get((i, j), 0) + 1
    return common


def _candidates(
    old: Outline, new: Outline, common: Mapping[tuple[int, int], int]
) -> tuple[list[dict[int, int]], dict[tuple[int, int], SectionPair]]:
    """What each possible pair is worth to the assignment, and the pair it would become."""
    titles = Similarity([_heading(w) for w in old.words], [_heading(w) for w in new.words]).rows()
    worth: list[dict[int, int]] = [{} for _ in old.sections]
    pairs: dict[tuple[int, int], SectionPair] = {}
    likely = {(i, j) for i, row in enumerate(titles) for j in row} | common.keys() | set(_wordless(old, new))
    if not common:
        likely = {(i, j) for i, j in likely if _tells(old, new, i, j)}
    for i, j in sorted(likely):
        alike = 1.0 if _heading(old.words[i]) == _heading(new.words[j]) else titles[i].get(j, 0.0)
        size = len(old.members[i]) + len(new.members[j])
        shared = min(2 * common.get((i, j), 0) / size, 1.0) if size else alike
        total = (alike + shared) / 2
        if total >= PAIRED and (shared or alike >= TITLED):
            apart = i / len(old.sections) - j / len(new.sections)
            worth[i][j] = (round(total * 1e6) << 20) + round((1 - apart * apart) * 1000)
            reason = "title" if alike == 1 else "members" if shared > alike else "similar"
            pairs[i, j] = SectionPair(i, j, total, reason)
    return worth, pairs


def _wordless(old: Outline, new: Outline) -> Iterator[tuple[int, int]]:
    """Sections with nothing to be known by but their place among their like: no title and no words, or signs only."""
    at: dict[Words, tuple[list[int], list[int]]] = {}
    for side, outlined in enumerate((old, new)):
        for n, words in enumerate(outlined.words):
            if not bigrams(_heading(words).body):
                at.setdefault(words, ([], []))[side].append(n)
    for olds, news in at.values():
        yield from zip(olds, news, strict=False)


def _tells(old: Outline, new: Outline, i: int, j: int) -> bool:
    """Whether two headings of plans without common measures say more than what a part is for, or are the same in the same words."""
    mine, other = old.words[i], new.words[j]
    same = mine == other and (bool(mine.body) or list(old.words) == list(new.words))
    return same or not (_is_form(mine) and _is_form(other))


def _is_form(words: Words) -> bool:
    """Whether a heading says what a part is for, and nothing of what is in it."""
    return bool(_FORM.search(words.title))


def _heading(words: Words) -> Words:
    """What a section is known by: its title, or its words where it has none."""
    return Words("", words.title or words.body)


def _parts(
    common: Mapping[tuple[int, int], int], partnered: tuple[set[int], set[int]], members: Sequence[list[int]]
) -> list[tuple[int, int, float]]:
    """Sections (whole, part, share) without a partner whose measures mostly belong with one section that has one.

    :param common: how many measures each (whole, part) have in common
    :param partnered: the wholes and the parts that have a partner
    :param members: the measures of each part, those without a counterpart included
    """
    found: list[tuple[int, int, float]] = []
    for part in sorted({p for _, p in common} - partnered[1]):
        counts = {w: n for (w, p), n in common.items() if p == part}
        whole = max(counts, key=lambda w: (counts[w], -w))
        share = min(counts[whole] / len(members[part]), 1.0)
        if whole in partnered[0] and share >= PART:
            found.append((whole, part, share))
    return found
