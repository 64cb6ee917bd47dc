"""JSON with numbers exactly as the plan has them: 7.50 stays 7.50, and no float comes near it.

The standard library's encoder knows no ``Decimal``. Two further habits: Chinese stands unescaped, and what a person
would not see (C1 controls, direction overrides, line separators, lone surrogates) is escaped as well as what must be.
"""

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kjplan.output.escape import UNSEEN

_ESCAPED = re.compile(f'[{UNSEEN}"\\\\]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_WORDS = {None: "null", True: "true", False: "false"}


def dumps(value: Any) -> str:
    """A value as JSON, indented by two spaces, ending in a line feed; lists of numbers (spans) stand on one line.

    :param value: dicts with string keys, lists, tuples, strings, numbers, ``Decimal``, booleans and None
    :raises TypeError: anything else
    """
    return "".join(_chunks(value, "\n")) + "\n"


def _chunks(value: Any, newline: str) -> Iterator[str]:
    """The pieces of a value; ``newline`` is the line feed and the indent it stands at."""
    inner = newline + "  "
    if isinstance(value, dict) and value:
        lead = "{"
        for key, item in value.items():
            yield f"{lead}{inner}{_string(key)}: "
            yield from _chunks(item, inner)
            lead = ","
        yield newline + "}"
    elif isinstance(value, list | tuple) and value and not _is_span(value):
        lead = "["
        for item in value:
            yield lead + inner
            yield from _chunks(item, inner)
            lead = ","
        yield newline + "]"
    else:
        yield _scalar(value)


def _is_span(values: list[Any] | tuple[Any, ...]) -> bool:
    return all(type(value) is int for value in values)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return _string(value)
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(str, value))}]"
    return _number(value)


def _number(value: Any) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f")
    if isinstance(value, float) and math.isfinite(value):
        return repr(value)
    raise TypeError(f"JSON has no form for {value!r}")


def _string(text: str) -> str:
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if short := _SHORT.get(char):
        return short
    code = ord(char)
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
