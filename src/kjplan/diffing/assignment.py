"""Optimal assignment: which pairs together have the greatest total weight, each row and column in one pair at most.

Shortest augmenting paths with potentials (Jonker and Volgenant 1987) over sparse rows: a row explores only the columns
it has an edge to, and a column of its own that means "unpaired" and costs nothing. O(n^3) on a full matrix, close to
linear where each row has a handful of candidates. Weights are integers, so the result is exact and the same everywhere.
"""

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush


def assign(rows: Sequence[Mapping[int, int]]) -> list[tuple[int, int]]:
    """The pairs (row, column) of greatest total weight.

    :param rows: for each row, the weight of each column it may be paired with; weights of zero or less never pair
    :return: pairs in the order of the rows; rows and columns in no pair are left out
    """
    return _Solver(rows).solve()


class _Solver:
    """State of one assignment. Columns below zero are the rows' own: column ``~row`` is "row stays unpaired"."""

    def __init__(self, rows: Sequence[Mapping[int, int]]) -> None:
        # Costs are negated weights; the row's own column costs 0.
        self.edges = [[(j, -w) for j, w in row.items() if w > 0] + [(~i, 0)] for i, row in enumerate(rows)]
        self.row_price = [min(cost for _, cost in edges) for edges in self.edges]
        self.column_price: dict[int, int] = {}
        self.row_of: dict[int, int] = {}
        self.column_of: dict[int, int] = {}

    def solve(self) -> list[tuple[int, int]]:
        for row in range(len(self.edges)):
            self._augment(row)
        return sorted((row, column) for row, column in self.column_of.items() if column >= 0)

    def _augment(self, start: int) -> None:
        """Pair one more row: a shortest path from it to a free column, then flip the pairs along the path."""
        distance: dict[int, int] = {}
        parent: dict[int, int] = {}
        settled: list[int] = []
        done: set[int] = set()
        heap: list[tuple[int, bool, int]] = []
        row, reached = start, 0
        while True:
            base = reached - self.row_price[row]
            for column, cost in self.edges[row]:
                far = base + cost - self.column_price.get(column, 0)
                if column not in done and far < distance.get(column, far + 1):
                    distance[column], parent[column] = far, row
                    # At equal distance a free column comes first: it ends the search.
                    heappush(heap, (far, column in self.row_of, column))
            reached, taken, column = heappop(heap)
            while column in done:
                reached, taken, column = heappop(heap)
            if not taken:
                break
            done.add(column)
            settled.append(column)
            row = self.row_of[column]
        self._reprice(start, settled, distance, reached)
        self._flip(start, column, parent)

    def _reprice(self, start: int, settled: list[int], distance: dict[int, int], reached: int) -> None:
        """Move the prices so that the path just found costs nothing and no other edge becomes a bargain."""
        self.row_price[start] += reached
        for column in settled:
            slack = reached - distance[column]
            self.column_price[column] = self.column_price.get(column, 0) - slack
            self.row_price[self.row_of[column]] += slack

    def _flip(self, start: int, column: int, parent: dict[int, int]) -> None:
        """Give each column on the path to the row before it; that row's old column goes to the next one."""
        while True:
            row = parent[column]
            freed = self.column_of.get(row, column)
            self.row_of[column], self.column_of[row] = row, column
            if row == start:
                return
            column = freed
