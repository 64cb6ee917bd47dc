"""New entries put into a ledger's text, which is people's: order, comments and line ends of what is there stay.

An entry goes to the end of its task's list, so that what two people enter for different tasks, in two branches, stands
in different places of the file and git merges it.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from kjplan.errors import PlanFileError
from kjplan.language import say
from kjplan.ledger.entries import LEDGER_VERSION
from kjplan.ledger.placing import known_by
from kjplan.ledger.reading import read_ledger
from kjplan.model import Goal, Measure, Plan, Section
from kjplan.storage.yaml_write import dump_data

Data = dict[str, Any]
"""The keys and values of an entry, as they are to stand in the file."""


def new_ledger(plan: Plan, name: str) -> str:
    """The text of a ledger for a plan, in which nothing is entered: a task a goal and measure, in the plan's order.

    :param name: the file of the plan
    """
    title = " ".join((plan.title or "").split())
    nodes = [node for node, _ in plan.nodes() if not isinstance(node, Section)]
    tasks = [new_task(node) for node in nodes]
    body: Data = {"ledger_version": LEDGER_VERSION, "plan": name, "tasks": tasks}
    return f"# {title or name}: ledger, 台账 (kjplan ledger -h)\n{dump_data(body)}"


def new_task(node: Goal | Measure) -> Data:
    """The keys of a task without entries.

    A goal or measure without any words goes by its id, and is found by nothing else.
    """
    was, text = known_by(node)
    return {"id": node.id, "was": was or node.id} | ({"text": text} if text else {})


def with_entries(text: str, where: str, added: Iterable[tuple[int | Data, str, Data]]) -> str:
    """The text of a ledger with more entries in it.

    :param added: for each entry the place of its task in the list of tasks, or the keys of a task that is new; the list
        it goes to (assigned, progress); and its keys
    :raises PlanFileError: the file is written so that nothing can be put there, or an entry makes no sense
    """
    entries = list(added)
    longer = _grown(text, where, _by_list(entries)) if entries else text
    if longer is None:
        raise _no_place(where, entries[_first_at_fault(text, where, entries)][2])
    read_ledger(longer, where)
    return longer


def with_alias(text: str, where: str, alias: Data) -> str:
    """The text of a ledger with one more alias.

    :raises PlanFileError: as above
    """
    longer = _grown(text, where, {("aliases",): [alias]})
    if longer is None:
        raise _no_place(where, alias)
    read_ledger(longer, where)
    return longer


_Keys = tuple[str | int, ...]
"""What leads to a list in a ledger: ``("tasks", 3, "progress")``."""


def _by_list(added: Sequence[tuple[int | Data, str, Data]]) -> dict[_Keys, list[Data]]:
    """New entries by the list that they go to; those of new tasks stand in the task itself, whose list comes last."""
    found: dict[_Keys, list[Data]] = {}
    new: dict[str, Data] = {}
    for task, kind, entry in added:
        if isinstance(task, dict):
            new.setdefault(task["id"], dict(task)).setdefault(kind, []).append(entry)
        else:
            found.setdefault(("tasks", task, kind), []).append(entry)
    return found | ({("tasks",): [*new.values()]} if new else {})


def _first_at_fault(text: str, where: str, added: Sequence[tuple[int | Data, str, Data]]) -> int:
    """The first entry with which the entries up to it have no place any more."""
    low, high = 1, len(added)
    while low < high:
        middle = (low + high) // 2
        if _grown(text, where, _by_list(added[:middle])) is None:
            high = middle
        else:
            low = middle + 1
    return low - 1


def _no_place(where: str, entry: Data) -> PlanFileError:
    what = say("台账的写法使内容无法写入", "the file is written so that nothing can be put there")
    return PlanFileError(what, where, say("请自己写上：", "write it there yourself: ") + dump_data([entry]).strip())


def _grown(text: str, where: str, added: Mapping[_Keys, Sequence[Data]]) -> str | None:
    """The text with entries at the ends of the lists that their keys lead to, all at once; proved by reading it again. None where
    the file is written so that they cannot be put there.

    Of what ends in one line a list that is there comes first, then one that begins, then new tasks.
    """
    wanted, root = _data(text, where), _composed(text)
    blocks: dict[int, list[tuple[int, list[str]]]] = {}
    for keys, entries in added.items():
        holder = wanted
        for key in keys[:-1]:
            holder = holder[key]
        former = holder.get(keys[-1]) or []
        holder[keys[-1]] = [*former, *entries]
        at, block = _block(root, keys, entries, bool(former))
        blocks.setdefault(at, []).append((2 if len(keys) == 1 else int(not former), block))
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    made: list[str] = []
    done = 0
    for at in sorted(blocks):
        made += lines[done:at]
        for _, block in sorted(blocks[at], key=lambda ranked: ranked[0]):
            made += [line.replace("\n", newline) for line in block]
        done = at
    longer = "".join(made + lines[done:])
    try:
        return longer if _data(longer, where) == wanted else None
    except PlanFileError:
        return None


def _composed(text: str) -> Any:
    import yaml

    # The text was read before, without aliases and tags; half a surrogate pair it cannot hold, as it came from UTF-8.
    return yaml.compose(text, Loader=yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)


def _block(root: Any, keys: _Keys, entries: Sequence[Data], there: bool) -> tuple[int, list[str]]:
    """The line before which entries go, and their lines.

    :param there: whether their list has entries already
    """
    holder = _node(root, keys[:-1])
    values = _value(holder, str(keys[-1])) if there else None
    if values is not None:
        indent = " " * int(values.start_mark.column)
        return _end(values), _indented(dump_data(list(entries)), indent)
    indent = " " * int(holder.start_mark.column)
    return _end(holder), _indented(f"{keys[-1]}:\n{dump_data(list(entries))}", indent)


def _indented(block: str, indent: str) -> list[str]:
    return [indent + line if line.strip() else line for line in block.splitlines(keepends=True)]


def _node(node: Any, keys: Sequence[str | int]) -> Any:
    for key in keys:
        node = node.value[key] if isinstance(key, int) else _value(node, key)
    return node


def _value(mapping: Any, key: str) -> Any:
    return next((value for name, value in mapping.value if name.value == key), None)


def _end(node: Any) -> int:
    """The line after a value's last one, counted from 0: after its last scalar, as a list ends where the next begins."""
    while isinstance(node.value, list) and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end_mark
    return int(mark.line) + (1 if mark.column or mark.line == node.start_mark.line else 0)


def _data(text: str, where: str) -> Any:
    from kjplan.storage.yaml_read import read_yaml

    return read_yaml(text, where).data


def number(value: Decimal) -> Decimal | int:
    """A number as it is written in a ledger: 480, 2.6; never 4.8E+2."""
    whole = value.to_integral_value()
    return int(whole) if value == whole else value.normalize()
