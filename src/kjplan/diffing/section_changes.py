"""What became of each section, given which sections belong together."""

from collections.abc import Sequence

from kjplan.diffing.result import SectionChange, SectionKind
from kjplan.diffing.sections import Outline, SectionPair
from kjplan.matching.wording import canonical


def compare_sections(old: Outline, new: Outline, pairs: Sequence[SectionPair]) -> list[SectionChange]:
    """One row a pair, in the new plan's order, then the sections removed."""
    strays = _strays(old, new, pairs)
    rows = [((pair.new, pair.old), _row(old, new, pair, moved=(pair.old, pair.new) in strays)) for pair in pairs]
    kept_old, kept_new = {p.old for p in pairs}, {p.new for p in pairs}
    rows += [
        ((j, 0), SectionChange(changes=["added"], old=None, new=new.reference(j)))
        for j in range(len(new.sections))
        if j not in kept_new
    ]
    removed = [
        SectionChange(changes=["removed"], old=old.reference(i), new=None)
        for i in range(len(old.sections))
        if i not in kept_old
    ]
    return [row for _, row in sorted(rows, key=lambda entry: entry[0])] + removed


def _row(old: Outline, new: Outline, pair: SectionPair, *, moved: bool) -> SectionChange:
    one, other = old.sections[pair.old], new.sections[pair.new]
    changes: list[SectionKind] = [pair.part] if pair.part else []
    if canonical(one.number) != canonical(other.number):
        changes.append("renumbered")
    if moved:
        changes.append("moved")
    if old.words[pair.old].title != new.words[pair.new].title:
        changes.append("retitled")
    if old.words[pair.old].body != new.words[pair.new].body:
        changes.append("reworded")
    return SectionChange(
        changes=changes or ["same"],
        old=old.reference(pair.old),
        new=new.reference(pair.new),
        similarity=round(pair.similarity, 4),
        reason=pair.reason,
    )


def _strays(old: Outline, new: Outline, pairs: Sequence[SectionPair]) -> set[tuple[int, int]]:
    """Pairs that stand under another part than most of the sections they stood with, seen from either plan."""
    whole = [pair for pair in pairs if not pair.part]
    votes: dict[tuple[str, str], int] = {}
    for pair in whole:
        key = old.parents[pair.old], new.parents[pair.new]
        votes[key] = votes.get(key, 0) + 1
    strays: set[tuple[int, int]] = set()
    for pair in whole:
        one, other = old.parents[pair.old], new.parents[pair.new]
        went = max((n for (a, b), n in votes.items() if a == one and b != other), default=0)
        came = max((n for (a, b), n in votes.items() if b == other and a != one), default=0)
        if min(went, came) > votes[one, other]:
            strays.add((pair.old, pair.new))
    return strays
