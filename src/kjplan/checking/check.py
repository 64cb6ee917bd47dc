"""Run the rules over a plan and its notice."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kjplan.checking.findings import Finding, NotRun, Report
from kjplan.checking.rules import RULES, Rule, Subject, Words, chosen
from kjplan.checking.rules.parser_codes import said
from kjplan.model import Plan, Severity, Span
from kjplan.reading.text import SourceText

if TYPE_CHECKING:
    from kjplan.parsing import Parsed

_NO_TEXT = Words("需要原文，只给了要点文件", "it reads the notice, and only the plan is at hand")
_OTHER_TEXT = Words("原文与要点文件所记的不是同一份", "the notice is not the one that the plan was made from")
_BY_HAND = Words("要点是人工录入的", "the plan was transcribed by hand, not parsed")
_NOT_APPLICABLE = {
    "goals": Words("要点只记有目标", "only the plan's goals are recorded"),
    "notice": Words("要点不在文中", "the plan is missing from the text"),
    "none": Words("这不是要点", "the text is not a plan"),
    "full": Words("要点完整，不适用", "the plan is complete"),
}


def check(
    subject: "Plan | Parsed",
    *,
    source: SourceText | None = None,
    path: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Report:
    """Findings of the rules and of the parser, and the rules that could not run.

    :param subject: a parsed notice, or a plan that was read from a file
    :param source: for a plan: the notice it was made from, where that is at hand; else rules on the text do not run.
        A notice whose SHA-256 is not the one that the plan records is not used, as its places would be wrong
    :param path: how findings name the file; the source's path or name where None
    :param select: codes of the rules to run; all where empty
    :param ignore: codes of rules to leave out
    :raises KjplanError: an unknown code
    """
    plan = subject if isinstance(subject, Plan) else subject.plan
    no_text = _NO_TEXT
    if not isinstance(subject, Plan):
        source = subject.source
    elif source is not None and not _made_from(plan, source):
        source, no_text = None, _OTHER_TEXT
    if path is None and source is not None:
        path = source.path or source.name
    asked = Subject(plan, source)
    rules = chosen(select, ignore)
    report = Report(findings=list(_parser_findings(asked, path, {rule.code for rule in rules})))
    for rule in rules:
        if rule.run is None:
            continue
        reason = _reason_not_to_run(rule, plan) or (no_text if rule.needs_text and source is None else None)
        if reason is None:
            report.findings.extend(_findings(rule, asked, path))
        else:
            report.not_run.append(NotRun(rule.code, reason.say()))
    report.findings.sort(key=_place)
    return report


def _reason_not_to_run(rule: Rule, plan: Plan) -> Words | None:
    """Why a rule does not apply to a plan, or None where it does."""
    if plan.extent not in rule.extents:
        return _NOT_APPLICABLE[plan.extent]
    if rule.parsed_only and plan.document.source.origin == "transcribed":
        return _BY_HAND
    return None


def _made_from(plan: Plan, source: SourceText) -> bool:
    recorded = plan.document.source.sha256
    return recorded is None or source.sha256 is None or recorded == source.sha256


def _findings(rule: Rule, subject: Subject, path: str | None) -> Iterator[Finding]:
    assert rule.run is not None
    for hit in rule.run(subject):
        yield _finding(subject, path, rule.code, rule.severity, rule.message.say().format(*hit.words), hit.span)


def _parser_findings(subject: Subject, path: str | None, wanted: set[str]) -> Iterator[Finding]:
    """What the parser met; a code that the registry does not know yet is passed on as it is."""
    for met in subject.plan.diagnostics:
        if met.code not in wanted and met.code in RULES:
            continue
        finding = _finding(subject, path, met.code, met.severity, said(met), met.span)
        if finding.line is None and met.line is not None:
            finding = Finding(
                code=met.code,
                severity=met.severity,
                message=finding.message,
                path=path,
                line=met.line,
                column=met.column,
                span=met.span,
            )
        yield finding


def _finding(
    subject: Subject, path: str | None, code: str, severity: Severity, message: str, span: Span | None
) -> Finding:
    line, column = subject.source.position(span[0]) if subject.source and span else (None, None)
    return Finding(code=code, severity=severity, message=message, path=path, line=line, column=column, span=span)


def _place(finding: Finding) -> tuple[bool, int, int, str]:
    """Sort key: by place, what concerns the whole last, then by code."""
    start = finding.span[0] if finding.span else 0
    return finding.span is None, start, finding.line or 0, finding.code
