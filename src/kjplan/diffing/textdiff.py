"""How a text became another, in pieces that a person can read.

Characters, numbers and Latin words are compared one by one. Chance matches are then taken out, because
技术合同[-交易-][+成交+]额 says what happened and 技术合同[+成+]交[-易-]额 does not.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from kjplan.diffing.lcs import LARGEST, Run, runs
from kjplan.diffing.result import Op, TextDiff
from kjplan.matching.wording import canonical

_TOKENS = re.compile(r"[0-9]+(?:\.[0-9]+)*%?|[A-Za-z]+|.", re.DOTALL)
_SENTENCES = re.compile(r"[^。;；!！?？\n]+[。;；!！?？\n]?|[。;；!！?？\n]")
_PUNCTUATION = frozenset("，,。;；、:：!！?？\n《》()（）")

_CHANCE = 4
"""The longest match, in characters, that may be an accident between two changes that are both twice as long."""
_SLIDE = 40
"""How many tokens a change is moved at most to let it begin and end where a clause does."""


def text_diff(old: str, new: str) -> TextDiff:
    """The pieces that turn ``old`` into ``new``: equal, delete, insert.

    The equal and deleted pieces joined are ``old``, the equal and inserted ones ``new``, character for character. Where
    only width, blanks or quotes differ the pieces say so too; ``without_spelling`` hides that. From ``new`` to ``old`` the
    pieces are the same, inserts for deletes.
    """
    # Of several ways to match two texts that are equally good, the one taken must not depend on which is the older.
    if (len(old), old) <= (len(new), new):
        return _emitted(_compared(old, new))
    return _emitted([Run(run.new, run.old, run.equal) for run in _compared(new, old)])


def _compared(old: str, new: str) -> list[Run]:
    if len(old) * len(new) > LARGEST:
        return _by_sentence(old, new)
    return _readable(_runs(_TOKENS.findall(old), _TOKENS.findall(new)))


def without_spelling(diff: TextDiff) -> TextDiff:
    """The same diff for reading: what differs by width, blanks or quotes alone shows as equal, in the new spelling."""
    shown: TextDiff = []
    at = 0
    while at < len(diff):
        op, text = diff[at]
        after, other = diff[at + 1] if at + 1 < len(diff) else ("equal", "")
        if op == "delete" and after == "insert":
            for piece in _but_for_spelling(text, other):
                _append(shown, *piece)
            op, text, at = "equal", "", at + 1
        elif op == "delete" and not canonical(text):
            text = ""
        elif op == "insert" and not canonical(text):
            op = "equal"
        _append(shown, op, text)
        at += 1
    return shown


def _but_for_spelling(old: str, new: str) -> TextDiff:
    """What is deleted and inserted in one place, without what both begin or end with in another spelling."""
    if canonical(old) == canonical(new):
        return [("equal", new)]
    one, other = _TOKENS.findall(old), _TOKENS.findall(new)
    before = _alike(one, other)
    behind = min(_alike(one[::-1], other[::-1]), len(one) - before, len(other) - before)
    gone, come = one[before : len(one) - behind], other[before : len(other) - behind]
    rest = other[len(other) - behind :]
    gone = gone if canonical("".join(gone)) else []
    plain: Op = "insert" if gone or canonical("".join(come)) else "equal"
    return [
        ("equal", "".join(other[:before])),
        ("delete", "".join(gone)),
        (plain, "".join(come)),
        ("equal", "".join(rest)),
    ]


def _alike(one: list[str], other: list[str]) -> int:
    """How many tokens two lists have in common at their start, in whatever spelling."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if canonical(a) != canonical(b)), min(len(one), len(other)))


def _append(diff: TextDiff, op: Op, text: str) -> None:
    if text and diff and diff[-1][0] == op:
        diff[-1] = (op, diff[-1][1] + text)
    elif text:
        diff.append((op, text))


def _runs(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    keys = {token: canonical(token) or " " for token in {*old, *new}}
    return runs(old, new, [keys[t] for t in old], [keys[t] for t in new])


def _by_sentence(old: str, new: str) -> list[Run]:
    """Runs of texts too long to compare by characters: by sentences first, then inside the changed ones."""
    found: list[Run] = []
    for run in _runs(_SENTENCES.findall(old), _SENTENCES.findall(new)):
        before, after = "".join(run.old), "".join(run.new)
        if run.equal or len(before) * len(after) > LARGEST:
            found.append(run)
        else:
            found += _readable(_runs(_TOKENS.findall(before), _TOKENS.findall(after)))
    return found


def _readable(found: Sequence[Run]) -> list[Run]:
    return _slid(_without_chance(_reversed(_joined(_reversed(_joined(found))))))


def _joined(found: Sequence[Run]) -> list[Run]:
    """Move a piece that only one text has to the change before it, if the match between the two can stand behind it.

    [-壮大-][+提+]高[+高+]新技术企业 becomes [-壮大-][+提高+]高新技术企业.
    """
    kept: list[Run] = []
    for run in found:
        if len(kept) > 2 and run.equal and _can_pass(kept[-3], kept[-2], kept[-1]):
            piece, match, before = kept.pop(), kept.pop(), kept.pop()
            size = len(match.old)
            old, new = ((match.old + side)[:-size] if side else [] for side in (piece.old, piece.new))
            kept.append(Run(before.old + old, before.new + new, False))
            run = Run(match.old + run.old, match.new + run.new, True)
        kept.append(run)
    return kept


def _can_pass(before: Run, match: Run, piece: Run) -> bool:
    tokens = piece.old or piece.new
    if before.equal or not match.equal or piece.equal or (piece.old and piece.new) or match.old != match.new:
        return False
    return (match.old + tokens)[-len(match.old) :] == match.old


def _reversed(found: Sequence[Run]) -> list[Run]:
    return [Run(run.old[::-1], run.new[::-1], run.equal) for run in reversed(found)]


def _without_chance(found: Sequence[Run]) -> list[Run]:
    """Put a match into the changes on its two sides where it is too short to mean anything."""
    kept: list[Run] = []
    for run in found:
        if not run.equal and len(kept) > 1 and _by_chance(kept[-2], kept[-1], run):
            match, before = kept.pop(), kept.pop()
            run = Run(before.old + match.old + run.old, before.new + match.new + run.new, False)
        kept.append(run)
    return kept


def _by_chance(before: Run, match: Run, after: Run) -> bool:
    if not match.equal or before.equal or _PUNCTUATION.issuperset(match.new):
        return False
    length = len("".join(match.new))
    return length == 1 or (length <= _CHANCE and 2 * length <= min(_size(before), _size(after)))


def _size(run: Run) -> int:
    return max(len("".join(run.old)), len("".join(run.new)))


def _slid(found: list[Run]) -> list[Run]:
    """Move each piece that only one text has to where a clause begins and ends, if the words allow it.

    加强培训[+,加强指导+],加强考核 and not 加强培训,加强[+指导,加强+]考核.
    """
    for at in range(1, len(found) - 1):
        run, before, after = found[at], found[at - 1], found[at + 1]
        if run.equal or bool(run.old) == bool(run.new) or not (before.equal and after.equal):
            continue
        shift = _best_shift(before, run.old or run.new, after)
        if shift:
            found[at - 1 : at + 2] = _shifted(before, run, after, shift)
    return [run for run in found if run.old or run.new]


def _best_shift(before: Run, piece: list[str], after: Run) -> int:
    """By how many tokens the piece is best moved: to the left (negative) or right; 0 to leave it."""
    left = 0
    while left < min(len(before.old), _SLIDE) and _again(before, -1 - left, piece, -1 - left):
        left += 1
    right = 0
    while right < min(len(after.old), _SLIDE) and _again(after, right, piece, right):
        right += 1
    text = before.new[len(before.new) - left :] + piece + after.new[:right]
    size = len(piece)
    scores = {s: _neatness(before, text, left + s, size, left) for s in range(-left, right + 1)}
    return max(scores, key=lambda s: (scores[s], -abs(s), -s))


def _again(run: Run, at: int, piece: list[str], place: int) -> bool:
    """Whether the token of a match next to a piece is the one at the piece's other end, in the same spelling."""
    token = piece[place % len(piece)]
    return run.old[at] == run.new[at] == token


def _neatness(before: Run, text: list[str], start: int, size: int, left: int) -> int:
    """How well a piece at ``start`` of ``text`` is cut: 2 for a clause with its punctuation, 1 for one clean end."""
    rest = before.new[: len(before.new) - left]
    ahead = text[start - 1] if start else (rest[-1] if rest else "\n")
    last = text[start + size - 1]
    following = text[start + size] if start + size < len(text) else ""
    begins, ends = ahead in _PUNCTUATION, last in _PUNCTUATION
    opens = text[start] in _PUNCTUATION and following in _PUNCTUATION
    return 2 * (begins and ends) + 2 * opens + (begins or ends)


def _shifted(before: Run, run: Run, after: Run, shift: int) -> list[Run]:
    """The three runs with the piece moved by ``shift`` tokens; what it passes changes from one match to the other."""
    piece = run.old or run.new
    if shift > 0:
        passed = after.new[:shift]
        moved = (piece + passed)[shift:]
        before = Run(before.old + (piece + passed)[:shift], before.new + (piece + passed)[:shift], True)
        after = Run(after.old[shift:], after.new[shift:], True)
    else:
        passed = before.new[shift:]
        moved = (passed + piece)[: len(piece)]
        after = Run((passed + piece)[len(piece) :] + after.old, (passed + piece)[len(piece) :] + after.new, True)
        before = Run(before.old[:shift], before.new[:shift], True)
    return [before, Run(moved if run.old else [], moved if run.new else [], False), after]


def _emitted(found: Sequence[Run]) -> TextDiff:
    """Pieces as text, between two matches one that is deleted and one that is inserted; inside a match, tokens that differ in
    spelling are told so too.
    """
    diff: TextDiff = []
    old = new = ""
    for run in found:
        pairs = zip(run.old, run.new, strict=True) if run.equal else [("".join(run.old), "".join(run.new))]
        for same, group in groupby(pairs, key=lambda pair: run.equal and pair[0] == pair[1]):
            one, other = ("".join(side) for side in zip(*group, strict=True))
            if same:
                _append(diff, "delete", old)
                _append(diff, "insert", new)
                _append(diff, "equal", one)
                old = new = ""
            else:
                old, new = old + one, new + other
    _append(diff, "delete", old)
    _append(diff, "insert", new)
    return diff
