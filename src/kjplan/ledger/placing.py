"""Which goal or measure of a plan each task of a ledger is, by its words: a plan may be read again, or amended in July.

1. What the id names, if the words that the task is known by stand there.
2. Else the only goal or measure in which they stand: its number shifted. First the title, then how the text begins.
3. Else what is most alike of what nothing else claims, by the alignment that also compares two years' plans; such a
   task is marked, so that a person can look at it.
4. Else none. The task and all its entries are reported, and stay in the file.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from kjplan.ledger.entries import Task
from kjplan.model import Goal, Measure, Plan, Section, Target
from kjplan.storage.corrections.places import bare

HEAD = 60
"""How many characters of a text a task keeps of how it begins."""

How = Literal["same", "moved", "alike", "lost"]


@dataclass(slots=True)
class Placed:
    """A task of the ledger and what it is in the plan."""

    task: Task
    node: Goal | Measure | None
    """None where it is lost."""
    how: How


def known_by(node: Goal | Measure) -> tuple[str, str | None]:
    """The words that a goal or measure is known by, and how its text begins where that is not the same.

    A measure is known by its title, else by its first words; a goal by its text.
    """
    words = " ".join(node.text.split())
    title = None if isinstance(node, Goal) else node.title
    return (title, words[:HEAD] or None) if title else (words[:HEAD], None)


def place(plan: Plan, tasks: Iterable[Task]) -> list[Placed]:
    """Where the tasks of a ledger stand in a plan, in the order of the file."""
    nodes = [node for node, _ in plan.nodes() if not isinstance(node, Section)]
    by_id = {node.id: node for node in reversed(nodes)}
    words = {id(node): bare(_whole(node)) for node in nodes}
    placed = [_by_words(task, nodes, by_id, words) for task in tasks]
    claimed = {id(found.node) for found in placed if found.node is not None}
    free = [node for node in nodes if id(node) not in claimed]
    for kind in (Goal, Measure):
        lost = [found for found in placed if found.node is None and found.task.id.startswith(kind.__name__[0])]
        _by_likeness(lost, [node for node in free if isinstance(node, kind)])
    return placed


def _whole(node: Goal | Measure) -> str:
    items = [] if isinstance(node, Goal) else [(item.title or "") + item.text for item in node.items]
    title = None if isinstance(node, Goal) else node.title
    return "\n".join([title or "", node.text, *items])


def _by_words(
    task: Task, nodes: list[Goal | Measure], by_id: dict[str, Goal | Measure], words: dict[int, str]
) -> Placed:
    named = by_id.get(task.id)
    for known in filter(None, (bare(task.was), bare(task.text or ""))):
        if named is not None and known in words[id(named)]:
            return Placed(task, named, "same")
        found = [node for node in nodes if known in words[id(node)]]
        # The title of one measure is often said again in the text of another: where it stands as a title decides.
        titled = [node for node in found if bare(known_by(node)[0]) == known]
        for choice in (titled, found):
            if len(choice) == 1:
                return Placed(task, choice[0], "moved")
    return Placed(task, None, "lost")


def _by_likeness(lost: list[Placed], free: list[Goal] | list[Measure] | list[Goal | Measure]) -> None:
    """Place what is left by how alike its words are; what nothing is like stays lost."""
    if not lost or not free:
        return
    from kjplan.diffing.align import align, places
    from kjplan.matching.wording import Words, canonical

    old = [Words(canonical(p.task.was), canonical(p.task.text)) for p in lost]
    new = [Words(canonical(was), canonical(text)) for was, text in map(known_by, free)]
    nowhere = places([""] * len(old)), places([""] * len(new))
    best: dict[int, tuple[float, int]] = {}
    for link in align(old, new, *nowhere).links:
        if link.reason != "faint" and link.similarity > best.get(link.old, (0.0, 0))[0]:
            best[link.old] = (link.similarity, link.new)
    for at, (_, to) in best.items():
        lost[at].node, lost[at].how = free[to], "alike"


def find_target(node: Goal | Measure, words: str) -> Target | None:
    """The target of a goal or measure that some words name; None where none or several are meant.

    By its indicator, with its verb or its quoted words, by its indicator under another name (研发平台, 创新平台), else by words that
    stand in only one of them.
    """
    wanted = bare(words)
    tests: tuple[Callable[[Target], bool], ...] = (
        lambda t: bare(t.indicator) == wanted,
        lambda t: bool(t.verb) and bare(f"{t.verb}{t.indicator}") == wanted,
        lambda t: bool(t.quote) and bare(f"{t.indicator}{t.quote}") == wanted,
        lambda t: _is_renamed(words, t.indicator),
        lambda t: wanted in bare(t.indicator + (t.quote or "")) or (t.indicator != "" and bare(t.indicator) in wanted),
    )
    for test in tests:
        found = [target for target in node.targets if test(target)]
        if len(found) == 1:
            return found[0]
    return None


def _is_renamed(one: str, other: str) -> bool:
    """Whether two names are of one indicator; asked only where they differ, as the diff costs something to import."""
    from kjplan.matching.indicators import named, relation

    return relation(named(one), named(other)) in ("same", "renamed")


def target_name(node: Goal | Measure, target: Target) -> str:
    """The words that name a target in a ledger.

    Its indicator; with its verb where it shares the indicator with another (新建粮库, 扩建粮库), as numbers are what an
    amended plan changes; with its quoted words where the verb is the same, too.
    """
    alike = [t for t in node.targets if bare(t.indicator) == bare(target.indicator)]
    if len(alike) == 1:
        return target.indicator
    if target.verb and sum(t.verb == target.verb for t in alike) == 1:
        return target.verb + target.indicator
    return target.indicator + (target.quote or "")
