"""Stable ids: the document's own numbers where these are unique."""

from functools import lru_cache

from kjplan.model import Goal, Measure, Plan, Section
from kjplan.parsing.markers import ordinal_of, single_ordinal

_HYPHENS = str.maketrans("-–—", "...")


def assign_ids(plan: Plan) -> None:
    """Give every node its id: S and the path of ordinals (S3.2); G4 and M11 where the number is unique in the plan, else
    the path of its section and the number (M2.1.3), else that with a count (M2.1.3~2). Deterministic for the same tree.
    """
    _Numberer(plan).number(plan.parts, "")
    for k, attachment in enumerate(plan.attachments, 1):
        inner = Plan(parts=attachment.parts)
        _Numberer(inner, f"A{k}.").number(attachment.parts, "")


class _Numberer:
    def __init__(self, plan: Plan, prefix: str = "") -> None:
        self.prefix = prefix
        self.counts: dict[str, dict[str | None, int]] = {"G": {}, "M": {}}
        todo = [*plan.parts]
        while todo:
            node = todo.pop()
            if isinstance(node, Section):
                todo += node.children
            else:
                counts, ordinal = self.counts["G" if isinstance(node, Goal) else "M"], _ordinal(node.number)
                counts[ordinal] = counts.get(ordinal, 0) + 1
        self.running: dict[str, int] = {}
        self.taken: dict[str, int] = {}

    def number(self, nodes: list[Section | Measure | Goal], path: str) -> None:
        for place, node in enumerate(nodes, 1):
            if isinstance(node, Section):
                part = (_ordinal(node.number) or f"n{place}").rpartition(".")[2]
                own = f"{path}.{part}" if path else part
                node.id = self._free("S" + own)
                self.number(node.children, node.id[len(self.prefix) + 1 :])
            else:
                node.id = self._leaf_id(node, path)

    def _leaf_id(self, node: Goal | Measure, path: str) -> str:
        kind = "G" if isinstance(node, Goal) else "M"
        counts, ordinal = self.counts[kind], _ordinal(node.number)
        if ordinal is None:
            return self._free(kind + (self._next(kind) if len(counts) == 1 else f"{path}-{self._next(kind + path)}"))
        return self._free(kind + ordinal if counts[ordinal] == 1 or not path else f"{kind}{path}.{ordinal}")

    def _free(self, wanted: str) -> str:
        """The id itself, or with the first count that nobody has."""
        wanted = self.prefix + wanted
        n = self.taken[wanted] = self.taken.get(wanted, 0) + 1
        return wanted if n == 1 else f"{wanted}~{n}"

    def _next(self, name: str) -> str:
        """Counts what goes by one name, from 1."""
        n = self.running[name] = self.running.get(name, 0) + 1
        return str(n)


@lru_cache(maxsize=1024)
def _ordinal(number: str | None) -> str | None:
    """The value of a node's number in Arabic digits, decimals (1.2) as they are and those with a hyphen (1-2) like them; None
    where it has none."""
    if not number or "." in number:
        return number or None
    if number[0].isdecimal() and not number.isdecimal():
        return number.translate(_HYPHENS)
    value = single_ordinal(number) or ordinal_of(number)
    return str(value) if value else None
