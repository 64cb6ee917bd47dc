"""How a plan file differs from what its source gives: a short unified diff that names the node and the notice's line."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from kjplan.language import say
from kjplan.output.escape import visible
from kjplan.output.style import Style, paint

_LINES = 40
"""Lines shown; who wants all of them compares the files."""
_NAMES = 20
"""Places of further differences that are named behind them."""
_WIDTH = 100
"""A longer line shows no more than the words around what differs."""
_AROUND = 20
"""Characters on either side of what differs."""
_KEY = re.compile(r'( *)(- )?"?(\w+)"?: ?(.*)')
_SPAN = re.compile(r"\[([0-9]+), ?([0-9]+)\]")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of YAML or JSON: the column of its key, whether it opens an entry of a list, the key, its value."""

    column: int
    opens: bool
    key: str
    value: str


def drift_text(
    kept: str,
    made: str,
    kept_name: str,
    made_name: str,
    *,
    numbers: Sequence[int] | None = None,
    line_of: Callable[[int], int] | None = None,
    color: bool = False,
) -> str:
    """The first lines of a unified diff from the file to what its source gives, and where else they differ.

    :param numbers: the number in the file of each line of ``kept``, where lines were left out of it
    :param line_of: the notice's line for an offset in it; each place is then named by it too
    """
    from difflib import SequenceMatcher

    old, new = kept.split("\n"), made.split("\n")
    if old == new:
        return say("仅换行符不同", "they differ in bytes that are no text") + "\n"
    shown: list[tuple[str, Style | None]] = [(f"--- {kept_name}", Style.FAINT), (f"+++ parse {made_name}", Style.FAINT)]
    elsewhere: list[str] = []
    more = 0
    for group in SequenceMatcher(None, old, new).get_grouped_opcodes(1):
        full = len(shown) >= _LINES
        more += full
        if full and len(elsewhere) >= _NAMES:
            continue
        place = _place(old, new, next(code for code in group if code[0] != "equal"), made_name, line_of)
        if full:
            elsewhere.append(place)
            continue
        (_, start, _, made_start, _), (_, _, end, _, made_end) = group[0], group[-1]
        number = numbers[start] if numbers else start + 1
        ranges = f"-{number},{end - start} +{made_start + 1},{made_end - made_start}"
        shown.append((f"@@ {ranges} @@ {place}".rstrip(), Style.FAINT))
        for tag, i, j, k, m in group:
            shown += _changed(tag, old[i:j], new[k:m])
    lines = [paint(visible(line), style, color) if style else visible(line) for line, style in islice(shown, _LINES)]
    if len(shown) > _LINES:
        left = len(shown) - _LINES
        lines.append(say(f"……此处还有 {left} 行", f"... {left} more lines here"))
    if more:
        words = say("、", ", ").join(dict.fromkeys(filter(None, elsewhere))) + say("……", " ...") * (more > _NAMES)
        lines.append(visible(say(f"……另有 {more} 处不同：{words}", f"... {more} more places: {words}")))
    return "".join(f"{line}\n" for line in lines)


def _changed(tag: str, old: list[str], new: list[str]) -> list[tuple[str, Style | None]]:
    """The lines of one step of the diff; long lines that stand for one another show where they differ."""
    if tag == "equal":
        return [(f" {_short(line)}", None) for line in old]
    if len(old) == len(new):
        pairs = [_around(a, b) for a, b in zip(old, new, strict=True)]
        old, new = [a for a, _ in pairs], [b for _, b in pairs]
    else:
        old, new = [_short(line) for line in old], [_short(line) for line in new]
    return [*((f"-{line}", Style.REMOVED) for line in old), *((f"+{line}", Style.ADDED) for line in new)]


def _short(line: str) -> str:
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"


def _around(old: str, new: str) -> tuple[str, str]:
    """Two long lines without what they share, but for some words around what differs."""
    if max(len(old), len(new)) <= _WIDTH:
        return old, new
    before = _shared(old, new)
    after = min(_shared(old[::-1], new[::-1]), min(len(old), len(new)) - before)
    key = _KEY.match(old)
    opening = min(key.start(4) if key else 0, before)
    start = max(before - _AROUND, opening)
    return _cut(old, opening, start, len(old) - after), _cut(new, opening, start, len(new) - after)


def _shared(old: str, new: str) -> int:
    """How many characters two lines have in common at their start."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(old), len(new)))


def _cut(line: str, opening: int, start: int, end: int) -> str:
    """A line from some words before what differs to some behind it, with the key that opens it."""
    end = min(end, start + 3 * _WIDTH) + _AROUND
    gap = "…" if start > opening else ""
    return line[:opening] + gap + line[start:end] + ("…" if end < len(line) else "")


def _place(
    old: list[str],
    new: list[str],
    code: tuple[str, int, int, int, int],
    notice: str,
    line_of: Callable[[int], int] | None,
) -> str:
    """The name of what differs, and the line of the notice where it stands."""
    _, i, j, k, m = code
    name, _ = _owner(old, i) if j > i else _owner(new, k)
    _, span = _owner(new, k) if m > k else ("", None)
    if span is None or line_of is None:
        return name
    return f"{name} ({notice}:{line_of(span)})".lstrip()


def _owner(lines: list[str], at: int) -> tuple[str, int | None]:
    """The id of the node around a line with the keys below it that lead there, and where the node's words begin."""
    keys: list[str] = []
    span: int | None = None
    here = _read(lines[at])
    while here is None and at > 0:
        at -= 1
        here = _read(lines[at])
    if here is not None and not (here.opens and here.key in ("kind", "id")):
        keys.append(here.key)
    while here is not None:
        fields = _fields(lines, at, here.column)
        if span is None and (m := _SPAN.search(fields.get("span", ""))):
            span = int(m[1])
        if name := fields.get("id"):
            return " ".join([name.strip('",'), *(key for key in reversed(keys) if key != "id")]), span
        at, here = _above(lines, at, here.column)
        if here is not None:
            keys.append(here.key)
    return " ".join(reversed(keys)), span


def _read(line: str) -> _Line | None:
    m = _KEY.match(line)
    return _Line(m.end(2) if m[2] else m.end(1), bool(m[2]), m[3], m[4]) if m else None


def _fields(lines: list[str], at: int, column: int) -> dict[str, str]:
    """Keys and values of the mapping that has a line with its key in this column."""
    found: dict[str, str] = {}
    for steps in (range(at, -1, -1), range(at + 1, len(lines))):
        down = steps.step > 0
        for n in steps:
            line = _read(lines[n])
            outside = line.column < column if line else len(lines[n]) - len(lines[n].lstrip()) < column
            if outside or (down and line and line.opens and line.column == column):
                break
            if line and line.column == column:
                found.setdefault(line.key, line.value)
                if line.opens and not down:
                    break
    return found


def _above(lines: list[str], at: int, column: int) -> tuple[int, _Line | None]:
    """The nearest line above with its key further left: the key that holds this mapping."""
    above = ((n, _read(lines[n])) for n in range(at - 1, -1, -1))
    return next(((n, line) for n, line in above if line and line.column < column), (-1, None))
