"""Findings as compilers print them: ``path:line:column: severity code message``, the line, and a caret under the place."""

from kjplan.checking.findings import Finding, Report
from kjplan.language import say
from kjplan.model import Severity
from kjplan.output.escape import visible
from kjplan.output.style import Style, paint
from kjplan.output.width import width
from kjplan.reading.text import SourceText

_STYLES: dict[Severity, Style] = {"error": Style.ERROR, "warning": Style.WARNING, "info": Style.INFO}
_BEFORE, _AFTER = 24, 36
"""Characters shown before and after a place; a paragraph of a notice is one line of hundreds."""


def to_text(report: Report, path: str, source: SourceText | None, *, color: bool = False) -> str:
    """A report for people: findings in order, the rules that did not run and why, and a count.

    :param path: what the findings call the file
    :param source: the text that lines and columns count in; None leaves source lines out
    """
    parts = [finding_text(finding, source, color=color) for finding in report.findings]
    reasons: dict[str, list[str]] = {}
    for rule in report.not_run:
        reasons.setdefault(rule.reason, []).append(rule.code)
    for reason, codes in reasons.items():
        listed = ", ".join(codes)
        note = say(f"未运行（{reason}）：{listed}", f"did not run ({reason}): {listed}")
        parts.append(f"{visible(path)}: {paint(note, Style.FAINT, color)}\n")
    return "".join([*parts, f"{visible(path)}: {count_text(report)}\n"])


def count_text(report: Report) -> str:
    """How much was found: ``2 errors, 1 warning, 3 infos``."""
    if not report.findings:
        return say("未发现问题", "nothing found")
    counts = [(report.count("error"), "错误", "error"), (report.count("warning"), "警告", "warning")]
    counts.append((report.count("info"), "提示", "info"))
    return say("，", ", ").join(say(f"{n} 个{zh}", f"{n} {en}{'s' * (n != 1)}") for n, zh, en in counts if n)


def finding_text(finding: Finding, source: SourceText | None, *, color: bool = False) -> str:
    """One finding, with its line and caret where it has a place and the text is at hand."""
    place = [finding.path or say("标准输入", "standard input")]
    if finding.line is not None:
        place += [str(finding.line), str(finding.column)]
    severity = paint(finding.severity, _STYLES[finding.severity], color)
    head = f"{visible(':'.join(place))}: {severity} {finding.code} {visible(finding.message)}\n"
    if source is None or finding.span is None:
        return head
    return head + excerpt(source, *finding.span, color=color)


def excerpt(source: SourceText, start: int, end: int, *, color: bool = False) -> str:
    """The line around a stretch of the text, and below it a caret under its first character, tildes under the rest."""
    line, column = source.position(start)
    first, last = source.line_span(line)
    at = first + column - 1
    left, right = max(first, at - _BEFORE), min(last, max(at, min(end, at + _AFTER)) + _AFTER)
    before, after = "…" if left > first else "", "…" if right < last else ""
    shown = visible(source.text[left:right])
    blanks = width(before + visible(source.text[left:at]))
    marked = max(1, width(visible(source.text[at : min(end, right)])))
    caret = paint("^" + "~" * (marked - 1), Style.INFO, color)
    return f"    {before}{shown}{after}\n    {' ' * blanks}{caret}\n"
