"""A plan as YAML, the same bytes everywhere, and the same values in every reader.

PyYAML's C and Python dumpers differ from each other (characters beyond the BMP), and both leave words bare that a
YAML 1.2 reader takes for numbers (1e3, 0o17). The shape of a plan is fixed, so it is written here: block style, spans
in flow style, no folding, no anchors; every string that some reader might take for something else is quoted.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from kjplan.model import Plan
from kjplan.storage.codec import SPANS, entries, is_object

SCHEMA_LINE = "# yaml-language-server: $schema=workplan.schema.json\n"
"""Tells editors which schema checks the file: the one beside it, which ``kjplan add`` puts there and ``kjplan schema``
prints. A file and not a web address: it works offline, and it is the schema of the kjplan that wrote the plan."""

_UNSEEN = (
    r"\x00-\x1f\x7f-\x9f"  # control characters, tab and line feed among them; NEL breaks a line in YAML 1.1
    r"\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # soft hyphen, zero width, LS, PS, direction overrides
    r"\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"  # surrogates, noncharacters, BOM
    r"\U000e0000-\U000e007f"  # tags
)
"""Characters that are written as escapes: a person would not see them, or a reader would change or refuse them."""

_ESCAPED = re.compile(rf'[{_UNSEEN}"\\]')
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}

_VISIBLE = re.compile(rf"[^{_UNSEEN}]*")
_INK = rf"[^{_UNSEEN}\s]"
_BLOCK = re.compile(rf"(?={_INK})(?:[^{_UNSEEN}]*{_INK}\n+)+[^{_UNSEEN}]*{_INK}")
"""A text of several lines that a literal block can hold: nothing unseen, no blank at its edges or at a line's end."""

_PLAIN = re.compile(
    rf"(?:[A-Za-z(]|[0-9]*[^\x00-\x7f{_UNSEEN}\s])"  # 2022年 is plain, 2022, 12:30, 1_000, 0x1f, .5 and -1 are not
    rf"(?:[^{_UNSEEN}\s:#]|:(?=[^\s])|(?<=[^\s])#|[ ](?=[^\s#]))*"
)
"""What may stand without quotes. First characters are those that start nothing else in YAML; no ``: ``, no `` #``, no
blank but single spaces inside, no colon at the end."""

_WORDS = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null")
"""Words that YAML 1.1 or 1.2 reads as something else than a string."""


_CHUNK = 500
"""Lines that are handed on at a time."""


def dump_plan(plan: Plan) -> str:
    """The plan as YAML: the schema line, then keys in the model's order, empty ones left out, numbers as written.

    YAML 1.1 and 1.2 readers give back the same strings and numbers.
    """
    return "".join(plan_chunks(plan))


def plan_chunks(plan: Plan) -> Iterator[str]:
    """The same bit by bit: the YAML of a large plan is twice its notice, and need not be held in memory beside it."""
    yield SCHEMA_LINE
    lines = _lines(plan, "", "")
    while chunk := "\n".join(islice(lines, _CHUNK)):
        yield chunk + "\n"


def dump_data(data: Any) -> str:
    """Dicts, lists, strings, numbers, booleans and None as YAML, ending in a line feed; keys are written as they are.

    Lists under ``span`` and ``title_span`` are written in flow style.
    """
    return "".join(f"{line}\n" for line in _lines(data, "", ""))


def _lines(data: Any, head: str, indent: str) -> Iterator[str]:
    """The lines of a value; the first begins with ``head`` (``"  - "``), the others with ``indent``."""
    if is_object(data):
        data = entries(data, keep_empty=False)
    if isinstance(data, dict) and data:
        for key, value in data.items():
            yield from _entry(f"{head}{key}:", key, value, indent)
            head = indent
    elif isinstance(data, list) and data:
        for value in data:
            yield from _lines(value, f"{head}- ", f"{indent}  ")
            head = indent
    else:
        yield head + _scalar(data, indent[:-2])


def _entry(head: str, key: str, value: Any, indent: str) -> Iterator[str]:
    """The lines of a key and its value."""
    if is_object(value):
        value = entries(value, keep_empty=False)
    if key in SPANS and value:
        yield f"{head} [{', '.join(map(str, value))}]"
    elif isinstance(value, dict) and value:
        yield head
        yield from _lines(value, f"{indent}  ", f"{indent}  ")
    elif isinstance(value, list) and value:
        yield head
        yield from _lines(value, indent, indent)
    else:
        yield f"{head} {_scalar(value, indent)}"


def _scalar(value: Any, indent: str) -> str:
    if isinstance(value, str):
        return _string(value, indent)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return format(value, "f") if isinstance(value, Decimal) else repr(value)


def _string(text: str, indent: str) -> str:
    """A string without quotes where every reader takes it for that string, else as a block, else quoted."""
    if _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text):
        return text
    if "\n" in text and _BLOCK.fullmatch(text):
        return "|-" + "".join(f"\n{indent}  {line}" if line else "\n" for line in text.split("\n"))
    if _VISIBLE.fullmatch(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    return _SHORT.get(char) or (f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}")
