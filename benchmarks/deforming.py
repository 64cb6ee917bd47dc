"""What extractors of PDF, Word and OCR do to a text, though the document says what it said before."""

import re
from collections.abc import Callable

_HAN = "一-鿿"
_RUN = re.compile(r"[A-Za-z0-9&.%+\-]*[A-Za-z0-9%]")
_PAIR = re.compile(rf"(?<=[{_HAN}])(?=[{_HAN}])")
_MARKED = re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}[.．、]|[一二三四五六七八九十]{1,3}、")
_PIECE = re.compile(r"(?:[A-Za-z0-9.]{1,12}%?|.)[，。；：、）”》！？,;:)]*")
_WIDE = {ord(c): chr(ord(c) + 0xFEE0) for c in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%"}
_NARROW = str.maketrans("，；：（）", ",;:()")
_LINES_A_PAGE = 25


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def spaced_runs(text: str) -> str:
    """A blank around every run of digits and Latin letters, as Word and WPS part them: 到 2022 年底，R&D 投入达到 2.5 %."""
    spaced = _RUN.sub(lambda m: f" {m[0]} ", text)
    return "\n".join(re.sub(" +", " ", line).strip() for line in spaced.splitlines())


def spaced_marks(text: str) -> str:
    """The same, and in brackets and before the dot of numbers: （ 一 ）加强…, 1 ．推进…."""
    return re.sub(r"(?<=[（(〔\[]) ?| ?(?=[）)〕\]．])", " ", spaced_runs(text))


def spaced_titles(text: str) -> str:
    """A blank between all Chinese characters of short lines: titles, headings."""
    return "\n".join(_PAIR.sub(" ", line) if len(line) < 30 else line for line in text.splitlines())


def spaced_out(text: str) -> str:
    """A blank between all characters."""
    return "\n".join(_PAIR.sub(" ", spaced_runs(line)) for line in text.splitlines())


def _columns(text: str) -> int:
    return sum(1 if ch.isascii() else 2 for ch in text)


def wrapped(text: str, width: int, indent: str = "", measure: Callable[[str], int] = len) -> list[str]:
    """Lines of so many characters (or columns), the first of a paragraph indented; no figure or Latin word is broken, and
    no mark that ends a clause opens a line."""
    out: list[str] = []
    for line in _lines(text):
        now = indent
        for piece in _PIECE.findall(line):
            if now.strip() and measure(now + piece) > width:
                out.append(now)
                now = ""
            now += piece
        out.append(now)
    return out


def paged(lines: list[str], mark: Callable[[int], str], header: str = "") -> str:
    """The lines on pages, each with its number below and perhaps a running header above."""
    out: list[str] = []
    for k, line in enumerate(lines):
        if k and k % _LINES_A_PAGE == 0:
            out.append(mark(k // _LINES_A_PAGE))
            if header:
                out.append(header)
        out.append(line)
    return "\n".join(out)


def _head(text: str) -> str:
    return next((line for line in _lines(text) if len(line) > 8), "工作要点")[:30]


def _total(text: str, width: int) -> int:
    return len(wrapped(text, width)) // _LINES_A_PAGE + 1


def _glued(text: str) -> str:
    lines = _lines(text)
    return "\n".join("".join(lines[i : i + 3]) for i in range(0, len(lines), 3))


def _marked_down(text: str) -> str:
    out = []
    for line in _lines(text):
        m = _MARKED.match(line)
        short = len(line) < 40
        if m and short and m[0].endswith("、") and not m[0][0].isdigit():
            out.append(f"## **{line}**")
        elif m and short:
            out.append(f"**{line}**")
        else:
            out.append(line)
    return "\n\n".join(out)


def _pasted(text: str) -> str:
    out = []
    for line in _lines(text):
        line = re.sub(r"(?<=[，。；])", "\u200b", line)
        line = re.sub(r"(?<=[0-9])(?=[年%])", "\u00ad", line)
        out.append("&nbsp;&nbsp;&nbsp;&nbsp;" + line + "\\")
    return "\n".join(out)


def _bulleted(text: str) -> str:
    return "\n".join(
        ("● " if k % 2 else "•") + line if len(line) > 60 and not _MARKED.match(line) else line
        for k, line in enumerate(_lines(text))
    )


def _misread(text: str) -> str:
    text = re.sub(r"(?<=[12])0(?=[0-9]{2}年)", "O", text)
    text = text.replace("〔", "[").replace("〕", "]")
    return re.sub(r"(?m)^(\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}))[.、．](?![0-9])", r"\1·", text)


DEFORMATIONS: dict[str, Callable[[str], str]] = {
    "blanks around figures": spaced_runs,
    "blanks around figures, in brackets": spaced_marks,
    "blanks between characters of titles": spaced_titles,
    "blanks between all characters": spaced_out,
    "wrapped at 28, indented": lambda t: "\n".join(wrapped(t, 28, "\u3000\u3000")),
    "wrapped at 35": lambda t: "\n".join(wrapped(t, 35)),
    "wrapped at 40, - 3 -": lambda t: paged(wrapped(t, 40), lambda n: f"- {n} -"),
    "wrapped at 35, indented, — 3 —": lambda t: paged(wrapped(t, 35, "\u3000\u3000"), lambda n: f"— {n} —"),
    "wrapped at 28, 3": lambda t: paged(wrapped(t, 28), str),
    "wrapped at 35, 第3页 共9页": lambda t: paged(wrapped(t, 35), lambda n: f"第{n}页 共{_total(t, 35)}页"),
    "wrapped at 40, running heads": lambda t: paged(wrapped(t, 40), lambda n: f"- {n} -", _head(t)),
    "not wrapped, page numbers in paragraphs": lambda t: _broken(t),
    "wrapped at 70 columns": lambda t: "\n".join(wrapped(t, 70, measure=_columns)),
    "wrapped at 56 columns, indented, — 3 —": lambda t: paged(
        wrapped(t, 56, "\u3000\u3000", _columns), lambda n: f"— {n} —"
    ),
    "wrapped at 35, every line break twice": lambda t: "\n\n".join(wrapped(t, 35)),
    "three lines each joined": _glued,
    "full-width figures": lambda t: t.translate(_WIDE),
    "half-width marks": lambda t: t.translate(_NARROW),
    "Markdown left over": _marked_down,
    "pasted from a page": _pasted,
    "bullets": _bulleted,
    "misread characters": _misread,
}
"""Name of each, and what it makes of a text."""


def _broken(text: str) -> str:
    """A page number line in the middle of every eighth long paragraph."""
    out, page, long = [], 0, 0
    for line in _lines(text):
        if len(line) > 60:
            long += 1
            if long % 8 == 1:
                page += 1
                cut = len(line) // 2
                out += [line[:cut], f"— {page} —", line[cut:]]
                continue
        out.append(line)
    return "\n".join(out)
