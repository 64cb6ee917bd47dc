"""The assignment is optimal: no other set of pairs weighs more."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kjplan.diffing.assignment import assign

Rows = list[dict[int, int]]

sparse = st.integers(0, 6).flatmap(
    lambda columns: st.lists(
        st.dictionaries(st.integers(0, max(columns - 1, 0)), st.integers(-3, 9), max_size=columns), max_size=6
    )
)
dense = st.tuples(st.integers(1, 6), st.integers(1, 6)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 10**9), min_size=size[1], max_size=size[1]).map(lambda row: dict(enumerate(row))),
        min_size=size[0],
        max_size=size[0],
    )
)


def weight(rows: Rows, pairs: list[tuple[int, int]]) -> int:
    return sum(rows[i][j] for i, j in pairs)


def best_by_trying(rows: Rows) -> int:
    """The greatest total weight, found by trying every way to give each row a column of its own or none."""
    columns = sorted({j for row in rows for j in row})
    choices = columns + [-1 - i for i in range(len(rows))]
    return max(
        sum(max(row.get(j, 0), 0) for row, j in zip(rows, order, strict=True))
        for order in permutations(choices, len(rows))
    )


@given(sparse | dense)
def test_total_weight_is_the_greatest_there_is(rows: Rows) -> None:
    # Twelve choices for six rows are 665 280 ways: rows of four or more are cut to the columns they mention.
    rows = rows[:4]
    assert weight(rows, assign(rows)) == best_by_trying(rows)


@given(sparse | dense)
def test_each_row_and_column_is_in_one_pair_at_most_and_no_pair_weighs_nothing(rows: Rows) -> None:
    pairs = assign(rows)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(rows[i][j] > 0 for i, j in pairs)


@given(dense)
def test_six_by_six_agrees_with_every_permutation(rows: Rows) -> None:
    size = len(rows[0])
    if len(rows) <= size:
        best = max(sum(row[j] for row, j in zip(rows, p, strict=True)) for p in permutations(range(size), len(rows)))
        assert weight(rows, assign(rows)) == best


def test_the_best_single_pair_gives_way_to_two_that_weigh_more_together() -> None:
    assert assign([{0: 10, 1: 9}, {0: 8}]) == [(0, 1), (1, 0)]


def test_nothing_to_pair() -> None:
    assert assign([]) == []
    assert assign([{}, {0: 0, 1: -4}]) == []
