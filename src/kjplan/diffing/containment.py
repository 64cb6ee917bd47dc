"""Splits and merges: a node whose words are mostly inside another one is a part of it."""

from collections.abc import Iterable, Mapping, Sequence

from kjplan.diffing.similarity import Similarity, Vector

CONTAINED = 0.6
"""Share of a part's words, by weight, that its whole must have: true parts reach 0.8 to 1, other tasks 0.1 to 0.3."""
GAIN = 0.12
"""Share of the whole's words that a part must account for on its own, beyond what the whole's other parts have."""
SMALLEST = 15
"""A part has so many different bigrams; a bare heading is "inside" any long text about its subject."""

Part = tuple[int, int, float]


def find_splits(
    similarity: Similarity,
    rows: Sequence[Mapping[int, float]],
    pairs: Sequence[tuple[int, int]],
    free: tuple[set[int], set[int]],
) -> list[Part]:
    """Free new nodes that were split off an old one: (old, new, share of the new one's words inside the old).

    :param rows: the similarities of each old node with the new ones that are at all like it
    :param pairs: pairs already made that are not word for word the same
    :param free: the old and the new nodes that are in no pair yet
    """
    return _parts(similarity.old_whole, similarity.new_whole, rows, dict(pairs), free)


def find_merges(
    similarity: Similarity,
    rows: Sequence[Mapping[int, float]],
    pairs: Sequence[tuple[int, int]],
    free: tuple[set[int], set[int]],
) -> list[Part]:
    """Free old nodes that went into a new one: (old, new, share of the old one's words inside the new)."""
    columns = transposed(rows, len(similarity.new_whole))
    partner = {j: i for i, j in pairs}
    found = _parts(similarity.new_whole, similarity.old_whole, columns, partner, (free[1], free[0]))
    return [(i, j, share) for j, i, share in found]


def transposed(rows: Sequence[Mapping[int, float]], columns: int) -> list[dict[int, float]]:
    """The same similarities, by the new node instead of the old one."""
    turned: list[dict[int, float]] = [{} for _ in range(columns)]
    for i, row in enumerate(rows):
        for j, similarity in row.items():
            turned[j][i] = similarity
    return turned


def _parts(
    wholes: Sequence[Vector],
    parts: Sequence[Vector],
    rows: Sequence[Mapping[int, float]],
    partner: Mapping[int, int],
    free: tuple[set[int], set[int]],
) -> list[Part]:
    """Pairs (whole, part, share): each free part goes to the whole that has most of its words, if that is enough."""
    best: dict[int, tuple[float, int]] = {}
    for w in sorted(partner.keys() | free[0]):
        for p in rows[w].keys() & free[1]:
            if len(parts[p]) >= SMALLEST:
                best[p] = max(best.get(p, (0.0, 0)), (contained(parts[p], wholes[w]), -w))
    found: list[Part] = []
    for w in sorted({-w for share, w in best.values() if share >= CONTAINED}):
        members = sorted((-share, p) for p, (share, other) in best.items() if -other == w and share >= CONTAINED)
        kept: list[Part] = []
        covered = [parts[partner[w]]] if w in partner else []
        for share, p in members:
            if _gain(wholes[w], parts[p], covered) >= GAIN:
                covered.append(parts[p])
                kept.append((w, p, -share))
        # One part alone of an unpaired whole is no split: the rest of the whole went nowhere.
        if w in partner or len(kept) > 1:
            found += kept
    return found


def contained(part: Vector, whole: Vector) -> float:
    """Share of a part's words, by weight, that the whole has too."""
    total = sum(w * w for w in part.values())
    return sum(w * w for g, w in part.items() if g in whole) / total if total else 0.0


def _gain(whole: Vector, part: Vector, covered: Iterable[Vector]) -> float:
    """Share of the whole's words that this part has and none of those already counted has."""
    known = set[str]().union(*covered)
    return sum(w * w for g, w in whole.items() if g in part and g not in known)
