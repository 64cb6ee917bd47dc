"""Findings as compilers print them: ``path:line:column: severity code message``, the line, and a caret under the place."""

from collections import Counter
from collections.abc import Sequence

from kjplan.checking.files import Examined
from kjplan.checking.findings import Finding, Report
from kjplan.checking.rules import RULES
from kjplan.language import say
from kjplan.model import Severity
from kjplan.output.escape import visible
from kjplan.output.remarks import remarks
from kjplan.output.style import Style, paint
from kjplan.output.width import width
from kjplan.reading.text import SourceText

_STYLES: dict[Severity, Style] = {"error": Style.ERROR, "warning": Style.WARNING, "info": Style.INFO}
_BEFORE, _AFTER = 24, 36
"""Characters shown before and after a place; a paragraph of a notice is one line of hundreds."""
_BAR = "  | "
_NARROWEST = 20
_MANY = 20
"""Findings beyond which they are counted by rule too."""


def to_texts(examined: Sequence[Examined], *, color: bool = False, columns: int | None = None) -> str:
    """Reports one after the other; of several, with a count of all at the end."""
    told: set[str] = set()
    text = "".join(to_text(one, color=color, columns=columns, remarked=told) for one in examined)
    if len(examined) < 2:
        return text
    files = say(f"共 {len(examined)} 个文件：", f"{len(examined)} files: ")
    return text + files + count_text(*(one.report for one in examined)) + "\n"


def to_text(one: Examined, *, color: bool = False, columns: int | None = None, remarked: set[str] | None = None) -> str:
    """A report for people: findings in order, with what to do where a code first occurs; how many more there are, the
    rules that did not run and why, of many findings how many each rule has, and a count.

    :param columns: width of the terminal, beyond which a line would wrap and its caret lose its place; None for no bound
    :param remarked: what was said of files before, see ``remarks``
    """
    told: set[str] = set()
    parts = []
    for finding in one.report.findings:
        source = one.source if finding.path in (None, one.where) else None
        tip = None if finding.code in told or finding.code not in RULES else RULES[finding.code].fix.say()
        told.add(finding.code)
        parts.append(finding_text(finding, source, tip, color=color, columns=columns))
    parts += [f"{visible(one.where)}: {paint(words, Style.FAINT, color)}\n" for words in remarks(one, remarked)]
    last = [words for words in (by_rule(one.report), count_text(one.report)) if words]
    return "".join([*parts, *(f"{visible(one.where)}: {words}\n" for words in last)])


def by_rule(report: Report) -> str:
    """How many findings each rule has, the most first: ``trailing-space 31, 2 others once``; "" where a reader sees them all."""
    counts = Counter(report.left_out)
    counts.update(finding.code for finding in report.findings)
    often = [f"{code} {n}" for code, n in counts.most_common() if n > 1]
    if counts.total() <= _MANY or not often or len(counts) == 1:
        return ""
    if once := len(counts) - len(often):
        often.append(say(f"另有 {once} 条规则各 1 处", f"{once} other{'s' * (once != 1)} once"))
    return say("，", ", ").join(often)


def count_text(*reports: Report) -> str:
    """How much was found in one or several: ``2 errors, 1 warning, 3 infos``, and how much comments in the plan's file silenced."""
    words: tuple[tuple[Severity, str], ...] = (("error", "错误"), ("warning", "警告"), ("info", "提示"))
    counts = [(sum(report.count(en) for report in reports), zh, en) for en, zh in words]
    found = [say(f"{n} 个{zh}", f"{n} {en}{'s' * (n != 1)}") for n, zh, en in counts if n]
    if not found:
        found = [say("未发现问题", "nothing found")]
    if silenced := sum(report.silenced for report in reports):
        found.append(say(f"按注释忽略 {silenced} 个", f"{silenced} ignored by comments"))
    return say("，", ", ").join(found)


def finding_text(
    finding: Finding,
    source: SourceText | None,
    tip: str | None = None,
    *,
    color: bool = False,
    columns: int | None = None,
) -> str:
    """One finding, with its line and caret where it has a place and the text is at hand, and what to do about it."""
    place = [finding.path or say("标准输入", "standard input")]
    if finding.line is not None:
        place += [str(finding.line), str(finding.column)]
    severity = paint(finding.severity, _STYLES[finding.severity], color)
    text = f"{visible(':'.join(place))}: {severity} {finding.code} {visible(finding.message)}\n"
    if source is not None and finding.span is not None:
        text += excerpt(source, *finding.span, color=color, columns=columns)
    return text if tip is None else f"{text}    {paint(f'= {tip}', Style.FAINT, color)}\n"


def excerpt(source: SourceText, start: int, end: int, *, color: bool = False, columns: int | None = None) -> str:
    """The line around a stretch of the text, and below it a caret under its first character, tildes under the rest.

    The bar before them keeps words of a document from being read as commands by what runs kjplan: a line that begins with
    ``::`` is one to GitHub's runner, blanks before it or not.

    :param columns: as of :func:`to_text`
    """
    line, column = source.position(start)
    first, last = source.line_span(line)
    at = first + column - 1
    left, right = max(first, at - _BEFORE), min(last, max(at, min(end, at + _AFTER)) + _AFTER)
    if columns is not None:
        left, right = _narrowed(
            source.text, (left, at, min(end, right), right), max(_NARROWEST, columns - len(_BAR) - 2)
        )
    before, after = "…" if left > first else "", "…" if right < last else ""
    shown = visible(source.text[left:right])
    blanks = width(before + visible(source.text[left:at]))
    marked = max(1, width(visible(source.text[at : min(end, right)])))
    caret = paint("^" + "~" * (marked - 1), Style.INFO, color)
    return f"{_BAR}{before}{shown}{after}\n{_BAR}{' ' * blanks}{caret}\n"


def _narrowed(text: str, stretch: tuple[int, int, int, int], room: int) -> tuple[int, int]:
    """The part of a stretch that has room: its place (second to third offset) first, then what stands on both sides."""
    left, at, end, right = stretch
    end = _fitting(text, at, end, room)
    room -= width(visible(text[at:end]))
    begin = at
    while begin > left and width(visible(text[begin - 1 : at])) <= room // 2:
        begin -= 1
    return begin, _fitting(text, end, right, room - width(visible(text[begin:at])))


def _fitting(text: str, start: int, end: int, room: int) -> int:
    """The last offset up to which a stretch has room."""
    stop = start
    while stop < end and width(visible(text[start : stop + 1])) <= room:
        stop += 1
    return stop
