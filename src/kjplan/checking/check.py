"""Run the rules over a plan and its notice."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kjplan.checking.findings import Finding, NotRun, Report
from kjplan.checking.ignoring import Ignoring
from kjplan.checking.rules import RULES, Rule, Subject, Words, chosen
from kjplan.checking.rules.parser_codes import said
from kjplan.model import Plan, Severity, Span
from kjplan.reading.text import SourceText

if TYPE_CHECKING:
    from kjplan.parsing import Parsed
    from kjplan.storage.comments import Comment

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
    severity: Mapping[str, Severity] | None = None,
    comments: "Sequence[Comment]" = (),
    limit: int = 0,
    folder: Path | None = None,
) -> Report:
    """Findings of the rules and of the parser, and the rules that could not run.

    :param subject: a parsed notice, or a plan that was read from a file
    :param source: for a plan: the notice it was made from, where that is at hand; else rules on the text do not run.
        A notice whose SHA-256 is not the one that the plan records is not used, as its places would be wrong
    :param path: how findings name the file; the source's path or name where None
    :param select: codes, groups or first words of codes of the rules to run; all where empty
    :param ignore: the same, of rules to leave out
    :param severity: severities that findings have instead of their rule's, by code
    :param comments: what comments in the plan's file say to leave out
    :param folder: where the user's ``aliases.yaml`` may be
    :param limit: findings of one code that are listed; the others are only counted. 0 lists all
    :raises KjplanError: an unknown code, or a file of aliases that is none
    """
    plan = subject if isinstance(subject, Plan) else subject.plan
    no_text = _NO_TEXT
    if not isinstance(subject, Plan):
        source = subject.source
    elif source is not None and not _made_from(plan, source):
        source, no_text = None, _OTHER_TEXT
    if path is None and source is not None:
        path = source.path or source.name
    rules = chosen(select, ignore)
    taking = _Taking(Subject(plan, source, folder), path, severity or {}, Ignoring(comments), limit)
    taking.parser_findings({rule.code for rule in rules})
    ran = set()
    for rule in rules:
        reason = _reason_not_to_run(rule, plan) or (no_text if rule.needs_text and source is None else None)
        if reason is None or rule.run is None:
            taking.run(rule)
            ran.add(rule.code)
        else:
            taking.report.not_run.append(NotRun(rule.code, reason.say()))
    taking.report.findings.sort(key=_place)
    taking.about_comments(ran)
    return taking.report


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


class _Taking:
    """Takes findings into a report: silences, counts and words them."""

    def __init__(
        self, subject: Subject, path: str | None, severity: Mapping[str, Severity], ignoring: Ignoring, limit: int
    ) -> None:
        self.subject = subject
        self.path = path
        self.severity = severity
        self.ignoring = ignoring
        self.limit = limit
        self.report = Report()

    def run(self, rule: Rule) -> None:
        """Run a rule; those of the parser have run."""
        listed = 0
        for hit in rule.run(self.subject) if rule.run else ():
            if self.ignoring.covers(rule.code, hit.span):
                self.report.silenced += 1
            elif self.limit and listed >= self.limit:
                self.report.left_out[rule.code] = self.report.left_out.get(rule.code, 0) + 1
            else:
                listed += 1
                message = rule.message.say().format(*hit.words)
                self.report.findings.append(self._finding(rule.code, rule.severity, message, hit.span))

    def parser_findings(self, wanted: set[str]) -> None:
        """What the parser met; a code that the registry does not know yet is passed on as it is."""
        listed: dict[str, int] = {}
        for met in self.subject.plan.diagnostics:
            if met.code not in wanted and met.code in RULES:
                continue
            if self.ignoring.covers(met.code, met.span):
                self.report.silenced += 1
                continue
            listed[met.code] = listed.get(met.code, 0) + 1
            if self.limit and listed[met.code] > self.limit:
                self.report.left_out[met.code] = listed[met.code] - self.limit
                continue
            place = None if met.line is None or met.column is None else (met.line, met.column)
            self.report.findings.append(self._finding(met.code, met.severity, said(met), met.span, place))

    def about_comments(self, ran: set[str]) -> None:
        """What is wrong with the comments themselves; their lines count in the plan's file."""
        for code, comment, words in self.ignoring.faults(ran):
            if code in ran:
                rule = RULES[code]
                self.report.findings.append(
                    Finding(
                        code=code,
                        severity=self.severity.get(code, rule.severity),
                        message=rule.message.say().format(words),
                        path=comment.path or self.path,
                        line=comment.line,
                        column=comment.column,
                        span=None,
                    )
                )

    def _finding(
        self, code: str, severity: Severity, message: str, span: Span | None, place: tuple[int, int] | None = None
    ) -> Finding:
        """A finding at a span; ``place`` is its line and column where only the plan knows them."""
        source = self.subject.source
        line, column = source.position(span[0]) if source and span else place or (None, None)
        severity = self.severity.get(code, severity)
        return Finding(
            code=code, severity=severity, message=message, path=self.path, line=line, column=column, span=span
        )


def _place(finding: Finding) -> tuple[bool, int, int, str]:
    """Sort key: by place, what concerns the whole last, then by code."""
    start = finding.span[0] if finding.span else 0
    return finding.span is None, start, finding.line or 0, finding.code
