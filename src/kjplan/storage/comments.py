"""Comments in a plan's YAML that say what ``check`` leaves out: ``# kjplan: ignore[list-terminator]``.

One at the top of the file, before its first key, is about everything in it. One on the first line of a node
(``- kind: measure``) is about the node with all that stands under it; one on the line of a field is about what that
field belongs to; one alone on its line is about the line below it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from kjplan.model import Span
from kjplan.storage.draft import Draft, Keys

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*kjplan:\s*ignore\b[ \t]*(?:\[([^\]\r\n]*)\])?")
_MENTION = "kjplan:"
"""What a file must hold for it to be worth a second look."""


class Scope(NamedTuple):
    """What a comment is about: spans of the notice, findings without a place, or everything."""

    span: Span | None = None
    placeless: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment."""

    line: int
    """Line in the plan's file, from 1."""
    column: int
    """Column of its ``#``, from 1."""
    codes: tuple[str, ...]
    """What it says to leave out, as written."""
    scope: Scope
    """What it is about."""
    path: str | None = None
    """The file, as it was named."""

    def concerns(self, span: Span | None) -> bool:
        """Whether a finding at this place is among those meant; None for one that concerns the whole."""
        if self.scope.whole:
            return True
        if span is None:
            return self.scope.placeless
        own = self.scope.span
        return own is not None and own[0] <= span[0] and span[1] <= own[1]


def read_comments(text: str, where: str) -> list[Comment]:
    """The comments in the text of a valid plan file, in its order; JSON has none.

    :param where: the file's name
    """
    lines = text.splitlines()
    if not (found := _found(text, lines)):
        return []
    from kjplan.storage.yaml_read import read_yaml

    draft = read_yaml(text, where)
    comments = []
    for n, m in found:
        words = tuple(word.strip() for word in (m[1] or "").split(",") if word.strip())
        meant = _line_meant(lines, n, m.start())
        scope = _scope(draft, meant, _without_comment(lines[meant - 1]).endswith(":"))
        comments.append(Comment(n, m.start() + 1, words, scope, where))
    return comments


def without_comments(text: str) -> str:
    """The text of a valid plan file as it would be without these comments: what ``kjplan parse`` wrote."""
    lines = text.splitlines(keepends=True)
    for n, m in reversed(_found(text, text.splitlines())):
        line = lines[n - 1]
        before = line[: m.start()].rstrip(" ")
        ending = line[len(line.rstrip("\r\n")) :]
        lines[n - 1 : n] = [before + ending] if before else []
    return "".join(lines)


def _found(text: str, lines: list[str]) -> list[tuple[int, re.Match[str]]]:
    """Line numbers and matches of the comments, those inside of values left out."""
    if _MENTION not in text or text.lstrip("\ufeff \t\r\n").startswith("{"):
        return []
    found = [(n, m) for n, line in enumerate(lines, 1) if _MENTION in line and (m := _COMMENT.search(line))]
    scalars = list(_scalars(text)) if found else []
    return [(n, m) for n, m in found if not any(start <= (n, m.start()) < end for start, end in scalars)]


def _scalars(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where scalars stand, as pairs of line (from 1) and column (from 0): a ``#`` inside of one begins no comment."""
    import yaml

    from kjplan.storage.yaml_read import loader_for

    for event in yaml.parse(text, Loader=loader_for(text)):
        if isinstance(event, yaml.ScalarEvent):
            start: Any = event.start_mark
            end: Any = event.end_mark
            yield (start.line + 1, start.column), (end.line + 1, end.column)


def _line_meant(lines: list[str], line: int, column: int) -> int:
    """The comment's own line, or the next that is no comment where it stands alone."""
    if lines[line - 1][:column].strip():
        return line
    return next((n for n in range(line + 1, len(lines) + 1) if _without_comment(lines[n - 1])), line)


def _without_comment(line: str) -> str:
    """The line up to a comment; a ``#`` in quotes is taken for one too, which does no harm where this is asked."""
    return re.split(r"(?:^|(?<=\s))#", line, maxsplit=1)[0].strip()


def _scope(draft: Draft, line: int, opens: bool) -> Scope:
    """What a line of the file is about.

    :param opens: whether the line holds a key alone, its value beginning below it
    """
    first = min(mark[0] for keys, mark in draft.marks.items() if len(keys) == 1)
    if line <= first and isinstance(draft.data, dict):
        return Scope(whole=True)
    keys = _keys_on(draft, line, opens)
    if keys[:1] == ("document",):
        return Scope(_before_parts(draft.data), placeless=True)
    if keys[:1] in (("title",), ("title_span",)):
        return Scope(_span_of(draft.data, "title_span"), placeless=True)
    for length in range(len(keys), 0, -1):
        value = _at(draft.data, keys[:length])
        if isinstance(value, dict) and (span := _span_of(value)):
            whole_node = draft.marks[keys[:length]][0] == line
            return Scope(span if whole_node else _own_words(value, span))
    return Scope(placeless=True)


def _keys_on(draft: Draft, line: int, opens: bool) -> Keys:
    """The way to the value on a line, the innermost that begins there or above; or, where it opens one, to the one below."""
    if opens:
        below = [keys for keys, mark in draft.marks.items() if mark[0] > line]
        return min(below, key=lambda keys: (draft.marks[keys], len(keys)), default=())
    above = (keys for keys, mark in draft.marks.items() if mark[0] <= line)
    return max(above, key=lambda keys: (draft.marks[keys], len(keys)))


def _at(data: Any, keys: Keys) -> Any:
    for key in keys:
        data = data[key]
    return data


def _span_of(value: dict[str, Any], name: str = "span") -> Span | None:
    span = value.get(name)
    return (int(span[0]), int(span[1])) if isinstance(span, list) and len(span) == 2 else None


def _own_words(value: dict[str, Any], span: Span) -> Span:
    """A section's words before its first child; all the words of anything else."""
    starts = [own[0] for child in value.get("children") or () if (own := _span_of(child))]
    return span[0], min(starts, default=span[1])


def _before_parts(data: dict[str, Any]) -> Span | None:
    """Everything before the plan's first part: header, covering notice, title."""
    starts = [own[0] for part in data.get("parts") or () if (own := _span_of(part))]
    return (0, min(starts)) if starts else None
