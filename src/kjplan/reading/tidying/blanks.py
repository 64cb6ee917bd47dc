"""Blanks that part what belongs together: 2022 年 3 月, 〔2021〕 5 号, 新 建 实 验 室 10 家."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kjplan.late import late
from kjplan.reading.tidying.draft import Draft, Edit

_B = " \u00a0\u2002\u2003\u2005\u2009\u202f"
"""Blanks that programs put between characters; tabs and wide blanks part cells and paragraphs."""
_HAN = "一-鿿〇"
_OPENING = "（(〔［[【《“"
_CLOSING = "）)〕］]】》”，、；："
_MARKS = "，、；：—-–~～．."
"""No blank that typesetting put beside these parts anything."""
_NEAR = tuple(re.compile(rf"{blank}(?<=[^\s]{blank})(?=[^\s])") for blank in _B)
_DATE = late(
    rf"(?<![0-9])(?:19|20)[0-9]{{2}}[{_B}]{{0,2}}年(?:[{_B}]{{0,2}}[0-9]{{1,2}}[{_B}]{{0,2}}月(?:[{_B}]{{0,2}}[0-9]{{1,2}}[{_B}]{{0,2}}日)?)?"
)
_NUMBER = late(
    rf"[〔［\[﹝(（][{_B}]?(?:19|20)[0-9]{{2}}[{_B}]?[〕］\]﹞)）][{_B}]{{0,2}}(?:第[{_B}]?)?[0-9]{{1,5}}[{_B}]{{0,2}}号"
)
_BRACKETED = late(rf"[（(][{_B}]{{0,2}}(?:[一二三四五六七八九十]{{1,3}}|[0-9]{{1,2}})[{_B}]{{0,2}}[)）]")
_SHARE = late(rf"[0-9][{_B}](?=[%％‰][，。；、）)以左的内,;])")
_CN_DATE = late(
    rf"(?:[二一九][{_B}]{{0,2}})(?:[〇○零Ｏ一二三四五六七八九][{_B}]{{0,2}}){{3}}年[{_B}]{{0,2}}(?:[一二三四五六七八九十][{_B}]{{0,2}}){{1,3}}月"
    rf"(?:[{_B}]{{0,2}}[一二三四五六七八九十]){{1,3}}[{_B}]{{0,2}}日"
)
_CERTAIN = (("年", _DATE), ("年", _CN_DATE), ("号", _NUMBER), ("（(", _BRACKETED), ("%％‰", _SHARE))
"""What no blank parts, wherever it stands, behind the characters one of which it holds."""
_LABELS = (
    "责任单位 责任部门 责任科室 责任处室 责任人 责任主体 责任领导 牵头单位 牵头部门 牵头科室 牵头处室 配合单位 配合部门 配合科室 主办单位 承办单位 协办单位 协同单位 参与单位 参加单位"
    " 完成时限 完成时间 整改时限 办结时限 时限要求 整改目标 整改措施"
)
_LABEL = late("(?:" + "|".join(f"[{_B}]{{0,2}}".join(label) for label in _LABELS.split()) + rf")(?=[{_B}]{{0,2}}[：:])")
"""Labels in which a line end or the type left blanks: 责任部 门：."""
_LABEL_STARTS = frozenset("".join(label[:-1] for label in _LABELS.split()))
_TOUCHED = frozenset("0123456789年月号〇○零一二三四五六七八九十（）()〔〕［］[]﹝﹞")
"""One of these stands beside each of their blanks."""
_TIGHT = late(rf"[{_HAN}][A-Za-z0-9]|[A-Za-z0-9][{_HAN}]")
_MARK_AHEAD = late(
    rf"(?:^|(?<=[ \u3000]{{2}})|(?<=[。；;] ))(?:[0-9]{{1,3}}(?:\.[0-9]{{1,2}}){{0,3}})[.、．]?[{_B}](?=[{_HAN}“《])(?![年月日号个家项%])"
)
"""A number that only a blank parts from its title: 1 总则; at the start of a line, or where wide blanks stand for one."""
_FEWEST = 3
_ROW = late(
    rf"[0-9]{{1,3}}[{_B}](?![年月])(?:[^，。；：]*|[^。；：]*[局委部办厅会院所站队司心府股科处室][{_B}](?:20[0-9]{{2}}[{_B}]?年|[0-9]{{1,2}}[{_B}]?月|全年|年底|长期|持续)[^，。；：]{{0,16}})$"
)
"""Cells of a row that begins with its number, those that end with who and by when among them."""
_FIELD = re.compile(r"(?:19|20)[0-9]{2}[-/][0-9]{1,5}")
"""A date or number as the header of a page has it."""
_CLAUSE = re.compile("[，。；,;]")
_SINGLE = late(
    rf"(?:(?<![{_HAN}])|^)(?P<run>(?:[{_HAN}][{_B}]){{3,400}}[{_HAN}])(?![{_HAN}])(?P<figure>[{_B}](?:[0-9](?:[{_B}][0-9]){{1,8}}|[0-9.]{{1,9}})[{_B}]?(?=[{_HAN}]))?"
)
_LISTED = frozenset("一二三四五六七八九十日大中小省市县区乡镇村年月是否")
"""Characters that stand alone in lists: 省 市 县 乡, 一 二 三 四."""
_PAIR = late(rf"(?<=[{_HAN}])(?P<blank>[{_B}\u3000]{{0,3}})(?=[{_HAN}])")
_INSIDE = late(rf"[{_B}\u3000]{{1,3}}(?<=[^\s][{_B}\u3000])(?=[^\s])|[{_B}\u3000]{{2,3}}(?=[^\s])")
_WIDE = re.compile(rf"\u3000[{_HAN}]\u3000[{_HAN}]\u3000[{_HAN}]")
"""Three characters that wide blanks part."""
_MOST_TIGHT = 0.2
"""So many pairs of a line that is spaced out may stand close."""


def close_blanks(draft: Draft) -> None:
    """Leave out the blanks that typesetting put between characters."""
    lines = _lines_with_blanks(draft.text)
    if (any(map(_has_lone, lines)) or _WIDE.search(draft.text)) and draft.apply(_spaced_out(draft.text)):
        lines = _lines_with_blanks(draft.text)
    gone = set[int]()
    for line in lines:
        gone.update(line.start + at for at in _certain(line))
    gone.update(_habitual(draft.text, lines))
    draft.apply((at, at + 1, "") for at in sorted(gone))


@dataclass(slots=True)
class _Line:
    """A line with blanks between its words: where it begins, and where in it they stand."""

    start: int
    words: str
    blanks: list[int]


def _lines_with_blanks(text: str) -> list[_Line]:
    found: list[int] = []
    for blank, near in zip(_B, _NEAR, strict=True):
        if blank in text:
            found += [m.start() for m in near.finditer(text)]
    found.sort()
    lines: list[_Line] = []
    end = 0
    for at in found:
        if at >= end:
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at) + 1 or len(text)
            lines.append(_Line(start, text[start:end], []))
        lines[-1].blanks.append(at - lines[-1].start)
    return lines


def _has_lone(line: _Line) -> bool:
    """Whether blanks part three Chinese characters or more one by one."""
    words, run, before = line.words, 0, -2
    for at in line.blanks:
        run = run + 1 if at == before + 2 and _is_han(words[at - 1]) and _is_han(words[at + 1]) else 0
        before = at
        if run + 1 >= _FEWEST:
            return True
    return False


def _certain(line: _Line) -> Iterator[int]:
    """Blanks at brackets, in dates, numbers of documents, bracketed numbers, and before %."""
    words = line.words
    yield from (at for at in line.blanks if words[at - 1] in _OPENING or words[at + 1] in _CLOSING)
    if ("：" in words or ":" in words) and any(words[at - 1] in _LABEL_STARTS for at in line.blanks):
        for m in _LABEL.finditer(words):
            yield from (at for at in range(m.start(), m.end()) if words[at] in _B)
    if not any(words[at - 1] in _TOUCHED or words[at + 1] in _TOUCHED for at in line.blanks):
        return
    for signs, pattern in _CERTAIN:
        if any(map(words.__contains__, signs)):
            for m in pattern.finditer(words):
                yield from (at for at in range(m.start(), m.end()) if words[at] in _B)


def _habitual(text: str, lines: list[_Line]) -> Iterator[int]:
    """Blanks between figures and Chinese, where most of them in the text, or all in a sentence, stand apart."""
    parting = [(line, sum(_parts(line.words, at) for at in line.blanks)) for line in lines]
    if sum(times for _, times in parting) < _FEWEST:
        return
    spaced = sum(times for line, times in parting if _CLAUSE.search(line.words))
    tight = sum(len(_TIGHT.findall(line)) for line in text.splitlines() if _CLAUSE.search(line))
    habit = spaced >= max(_FEWEST, tight)
    for line, times in parting:
        if times:
            yield from (line.start + at for at in _in_line(line.words, line.blanks, habit))


def _in_line(line: str, blanks: list[int], habit: bool) -> Iterator[int]:
    """The blanks of a line that typesetting put there; none where they part the cells of a row."""
    parting = sum(_parts(line, at) for at in blanks)
    if not parting or ("。" not in line and _are_cells(line, blanks)):
        return
    if not habit and (parting < _FEWEST or parting < 4 * len(_TIGHT.findall(line))):
        return
    ahead = {m.end() - 1 for m in _MARK_AHEAD.finditer(line)}
    for at in blanks:
        if at not in ahead and (_parts(line, at) or line[at - 1] in _MARKS or line[at + 1] in _MARKS):
            yield at


def _are_cells(line: str, blanks: list[int]) -> bool:
    """Whether the blanks of a line without a sentence part cells, or labels and values."""
    return _ROW.match(line) is not None or _FIELD.search(line) is not None or any(_columns(line, at) for at in blanks)


def _parts(text: str, at: int) -> bool:
    """Whether a blank stands between Chinese and a figure or Latin letters."""
    before, after = text[at - 1], text[at + 1]
    return (_is_han(before) and _is_latin(after)) or (_is_latin(before) and _is_han(after))


def _columns(text: str, at: int) -> bool:
    """Whether a blank parts two words or two figures, as it does cells."""
    before, after = text[at - 1], text[at + 1]
    return (_is_han(before) and _is_han(after)) or (before.isdecimal() and after.isdecimal())


def _is_han(ch: str) -> bool:
    return "一" <= ch <= "鿿" or ch == "〇"


def _is_latin(ch: str) -> bool:
    return (ch.isascii() and ch.isalnum()) or ch in "%％‰℃＋+" or "０" <= ch <= "ｚ"


def _spaced_out(text: str) -> Iterator[Edit]:
    """Blanks in lines, and in stretches of lines, whose characters stand apart one by one."""
    at, fewest = 0, _FEWEST
    lines = text.splitlines(keepends=True)
    if sum(_spacing(line, _FEWEST) > 0 for line in lines) >= _FEWEST:
        fewest = 1
    for line in lines:
        width = _spacing(line, fewest)
        if width:
            yield from ((at + a, at + b, "") for a, b in _of_width(line, width))
        else:
            for m in _SINGLE.finditer(line):
                if not _LISTED.issuperset(m["run"][::2]):
                    yield from ((at + k, at + k + 1, "") for k in range(*m.span()) if line[k] in _B)
        at += len(line)


def _spacing(line: str, fewest: int) -> int:
    """How many blanks part the characters of a line one by one; 0 where they do not."""
    widths = Counter(len(m["blank"]) for m in _PAIR.finditer(line))
    tight = widths.pop(0, 0)
    if not widths:
        return 0
    width, times = widths.most_common(1)[0]
    listed = _LISTED.issuperset(ch for ch in line if _is_han(ch))
    return width if times >= fewest and tight <= _MOST_TIGHT * times and not listed else 0


def _of_width(line: str, width: int) -> Iterator[tuple[int, int]]:
    ahead = {m.end() - 1 for m in _MARK_AHEAD.finditer(line)}
    lone = not re.search("[0-9]{2}", line)
    for m in _INSIDE.finditer(line):
        before, after = line[m.start() - 1], line[m.end()]
        if m.end() - m.start() != width or m.start() == 0 or m.start() in ahead:
            continue
        both = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
        figures = before.isdecimal() and after.isdecimal()
        apart = lone or (_stands_apart(line, m.start() - 1) and _stands_apart(line, m.end()))
        if not both or (figures and apart):
            yield m.span()


def _stands_apart(line: str, at: int) -> bool:
    """Whether no character touches the one at a place: each figure of 1 0, none of 2022."""
    return not (line[max(0, at - 1) : at].strip() or line[at + 1 : at + 2].strip())
