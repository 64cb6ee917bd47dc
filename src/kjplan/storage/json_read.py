"""JSON text to values, numbers exact. Half of a JSON file is no YAML's business: surrogate pairs in escapes."""

import json
from decimal import Decimal
from typing import Any, NoReturn

from kjplan.language import say
from kjplan.storage.draft import MAX_DEPTH, Draft

_LARGEST = 1000
"""Digits before or after the point of a number with an exponent."""


def read_json(text: str, where: str) -> Draft:
    """The value of a JSON text.

    :raises PlanFileError: no JSON, a key that stands twice, NaN, or nesting without end
    """
    draft = Draft(where)
    try:
        draft.data = json.loads(text, parse_float=_number, parse_constant=_refuse, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise draft.error(f"{_bad()} ({error.msg})", (error.lineno, error.colno)) from error
    except (ValueError, RecursionError) as error:
        raise draft.error(f"{_bad()} ({error})") from error
    if _deeper_than(draft.data, MAX_DEPTH):
        raise draft.error(say("嵌套过深", "nested too deeply"))
    return draft


def _bad() -> str:
    return say("不是有效的 JSON", "no valid JSON")


def _number(words: str) -> Decimal:
    number = Decimal(words)
    if abs(number.adjusted()) > _LARGEST:
        _refuse(words[:40])
    return number


def _refuse(words: str) -> NoReturn:
    raise ValueError(words)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            _refuse(say("重复的键", "a key stands twice") + f": {key}")
        found[key] = value
    return found


def _deeper_than(data: Any, depth: int) -> bool:
    """Whether lists and dicts are nested deeper than this."""
    level = [data]
    while level and depth >= 0:
        level = [v for d in level if isinstance(d, dict | list) for v in (d.values() if isinstance(d, dict) else d)]
        depth -= 1
    return bool(level)
