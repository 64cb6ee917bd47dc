"""Whether the values of a file are a plan: pydantic over the model's type hints, and what type hints cannot say."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from kjplan.language import say
from kjplan.model import Plan, Target
from kjplan.storage.codec import NODES, SPANS
from kjplan.storage.draft import Draft, Keys

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

Problem = tuple[Keys, str]
"""Where, and what is wrong there."""

_SHOWN = 4
"""Problems told at once: one and its relatives; the rest are mostly their echo."""

_LABELS = {cls.__name__: kind for kind, cls in NODES.items()}
"""How pydantic names the branch of a union that it tried."""

_WORDS: dict[str, tuple[str, str]] = {
    "missing": ("缺少这一项", "is missing"),
    "unexpected_keyword_argument": ("没有这一项", "is no key of the format"),
    "string": ("应为文字（数字请加引号）", "should be a string (put a number in quotes)"),
    "int": ("应为整数", "should be a whole number"),
    "bool": ("应为 true 或 false", "should be true or false"),
    "decimal": ("应为数字", "should be a number"),
    "list": ("应为列表", "should be a list"),
    "tuple": ("应为 [起, 止]", "should be [start, end]"),
    "too": ("应为 [起, 止]", "should be [start, end]"),
    "dataclass": ("应为键值对", "should be a mapping"),
    "literal": ("应为 {expected} 之一", "should be one of {expected}"),
}
"""pydantic's error types, or their first word, in the words of a user (zh, en)."""

_TYPES: dict[type, str] = {str: "string", int: "int", bool: "bool", Decimal: "decimal"}
"""The error type for a value that pydantic would convert without a word."""


@cache
def adapter() -> "TypeAdapter[Plan]":
    """pydantic's validator for a plan; making it takes a tenth of a second."""
    from pydantic import TypeAdapter

    return TypeAdapter(Plan)


def validate(draft: Draft, within: int = 0) -> Plan:
    """The plan that a draft is.

    :param within: keys that messages leave out, where only what they lead to was written by a person
    :raises PlanFileError: naming the first problem with its place, and a few more
    """
    from pydantic import ValidationError

    problems: list[Problem]
    try:
        plan = adapter().validate_python(draft.data)
    except ValidationError as error:
        problems = list(dict.fromkeys(_problems(error, draft.data)))
        problems.sort(key=lambda problem: draft.mark(problem[0]) or (0, 0))
    else:
        problems = list(islice(_conflicts(draft.data, plan), _SHOWN + 1))
        if not problems:
            return plan
    (keys, what), *others = problems
    tip = "; ".join(f"{_at(draft, k)}{_path(k[within:])} {w}" for k, w in others[: _SHOWN - 1])
    more = "; …" if len(others) >= _SHOWN else ""
    raise draft.error(
        f"{_path(keys[within:])} {what}", draft.mark(keys), say("还有：", "also: ") + tip + more if tip else None
    )


def _at(draft: Draft, keys: Keys) -> str:
    mark = draft.mark(keys)
    return f"{mark[0]}:{mark[1]} " if mark else ""


def _path(keys: Keys) -> str:
    """Keys as people write them: parts[0].title."""
    return "".join(f"[{k}]" if isinstance(k, int) else f".{k}" for k in keys).lstrip(".")


def _say(kind: str, context: dict[str, Any] | None = None, fallback: str = "") -> str:
    zh, en = _WORDS.get(kind) or _WORDS.get(kind.split("_")[0]) or (fallback, fallback)
    return say(zh, en).format_map(context or {})


def _problems(error: "ValidationError", data: Any) -> Iterator[Problem]:
    """pydantic's errors without those of union branches that the ``kind`` in the file does not mean."""
    for found in error.errors(include_url=False, include_input=False):
        keys: Keys = ()
        for label in found["loc"]:
            if keys and isinstance(keys[-1], int) and label in _LABELS:
                kind = _get(data, (*keys, "kind"))
                if kind not in NODES:
                    yield (*keys, "kind"), _say("literal", {"expected": "section, goal, measure"})
                if kind != _LABELS[str(label)]:
                    break
            else:
                keys = (*keys, label)
        else:
            yield keys, _say(found["type"], found.get("ctx"), found["msg"])


def _get(data: Any, keys: Keys) -> Any:
    """The value at some keys; None where there is none."""
    for key in keys:
        try:
            data = data[key]
        except (KeyError, TypeError, IndexError):
            return None
    return data


def _conflicts(data: Any, plan: Plan) -> Iterator[Problem]:
    """What pydantic lets pass: converted values, nodes without a kind, repeated ids, spans that run backwards.

    A converted value (year: "2022") would be another one for other readers of the file.
    """
    ids: dict[str, Keys] = {}
    todo: list[tuple[Keys, Any, Any]] = [((), data, plan)]
    while todo:
        keys, raw, taken = todo.pop()
        if isinstance(raw, dict):
            yield from _node_conflicts(keys, raw, taken, ids)
            todo += [((*keys, k), v, getattr(taken, k)) for k, v in reversed(raw.items()) if v is not None]
        elif isinstance(raw, list):
            if keys[-1] in SPANS and not 0 <= taken[0] <= taken[1]:
                yield keys, say("起点应不大于终点", "should start at 0 or later and not end before it starts")
            todo += [((*keys, i), raw[i], taken[i]) for i in reversed(range(len(raw)))]
        elif type(raw) is not type(taken) and (type(raw), type(taken)) != (int, Decimal):
            yield keys, _say(_TYPES[type(taken)])


def _node_conflicts(keys: Keys, raw: dict[str, Any], taken: Any, ids: dict[str, Keys]) -> Iterator[Problem]:
    """A node without its kind, or an id that another one has; attachments count by themselves."""
    is_node = type(taken) in NODES.values()
    if is_node and "kind" not in raw:
        yield (*keys, "kind"), _say("literal", {"expected": "section, goal, measure"})
    if (is_node or isinstance(taken, Target)) and taken.id and keys[0] != "attachments":
        if taken.id in ids:
            yield (*keys, "id"), say(f"与 {_path(ids[taken.id])} 重复", f"is also that of {_path(ids[taken.id])}")
        ids.setdefault(taken.id, keys)
