"""Words on lines of a width: broken where a reader of Chinese expects it, and never inside a figure."""

import re

from kjplan.output.width import width

_OPENING = "（《〈“‘「『【〔([{<"
_CLOSING = "，。、；：？！）》〉”’」』】〕％‰…,.;:?!)]}>%"
_WORD = r"[0-9](?:[0-9.,:/–~+-]*[0-9])?(?:[%％‰]|[万亿]?[^\W\d_])?|-{0,2}[A-Za-z0-9][A-Za-z0-9_.'/+&@#-]*"
"""A figure with its unit (2.6%, 1000家, 400亿元), a Latin word, a file's name: what stays on one line."""
_OPENS, _CLOSES = f"[{re.escape(_OPENING)}]", f"[{re.escape(_CLOSING)}]"
_PIECE = re.compile(rf"{_OPENS}*+(?:{_WORD}|.){_CLOSES}*+|{_OPENS}++", re.DOTALL)


def pieces(text: str) -> list[str]:
    """What a text may be broken between: no line begins with a closing mark or ends with an opening one.

    >>> pieces("达到65%（力争70%）。")
    ['达', '到', '65%', '（力', '争', '70%）。']
    """
    return _PIECE.findall(text)


def widest(text: str) -> int:
    """Columns of the widest piece of a text."""
    return max(map(width, pieces(text)), default=0)


def folded(text: str, columns: int) -> list[str]:
    """The text on lines of so many columns; a piece that is wider is broken anywhere."""
    if width(text) <= columns:
        return [text]
    lines, line, used = [], "", 0
    for piece in pieces(text):
        wide = width(piece)
        if used + wide > columns and wide > columns:
            cut, piece = _cut(piece, columns - used)
            line += cut
            while piece:
                lines.append(line)
                line, piece = _cut(piece, columns)
            used = width(line)
            continue
        if used + wide > columns:
            lines.append(line.rstrip())
            line, used = "", 0
            if piece == " ":
                continue
        line, used = line + piece, used + wide
    return [*lines, line] if line or not lines else lines


def _cut(text: str, columns: int) -> tuple[str, str]:
    """As much of a text as fits, and the rest; at least one character where a whole line is free."""
    used = 0
    for at, char in enumerate(text):
        used += width(char)
        if used > columns:
            # A character that no line has room for stands all the same.
            at = max(at, 1) if columns >= 2 or at else at
            return text[:at], text[at:]
    return text, ""
