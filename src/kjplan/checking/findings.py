"""What a check hands back: findings, and the rules that could not run."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kjplan.model import Severity, Span

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""All severities, the gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. Line and column count from 1, the span in code points of the notice."""

    code: str
    """The rule's code: list-terminator. ``kjplan rule CODE`` explains it."""
    severity: Severity
    """error, warning or info."""
    message: str
    """What was found, in the language in force when the check ran."""
    path: str | None
    """The file that line and column count in, as it was named."""
    line: int | None
    """None where the finding concerns the whole, or where only the plan was checked and not its notice."""
    column: int | None
    """As for ``line``."""
    span: Span | None
    """The characters concerned; None where the finding concerns the whole."""


class NotRun(NamedTuple):
    """A rule that did not run: that is not the same as finding nothing."""

    code: str
    """The rule's code."""
    reason: str
    """Why, in the language in force when the check ran."""


@dataclass(slots=True)
class Report:
    """The result of a check."""

    findings: list[Finding] = field(default_factory=list)
    """In the order of their places; those that concern the whole come last."""
    not_run: list[NotRun] = field(default_factory=list)
    """Rules that were asked for and could not run, in the order of the registry."""
    left_out: dict[str, int] = field(default_factory=dict)
    """How many more findings of a code there are than the limit that was set, by code."""
    silenced: int = 0
    """Findings that comments in the plan's file say to leave out."""

    def fails(self, at: Severity = "error") -> bool:
        """Whether anything was found at this severity or a graver one."""
        grave = SEVERITIES[: SEVERITIES.index(at) + 1]
        return any(finding.severity in grave for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings have exactly this severity, those beyond the limit included."""
        codes = {finding.code for finding in self.findings if finding.severity == severity}
        listed = sum(finding.severity == severity for finding in self.findings)
        return listed + sum(more for code, more in self.left_out.items() if code in codes)


def record(finding: Finding) -> dict[str, Any]:
    """A finding for JSON: code, severity, message, path, line, column, span (a list)."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "span": None if finding.span is None else list(finding.span),
    }


def records(report: Report) -> list[dict[str, Any]]:
    """All findings of a report for JSON, see ``record``."""
    return [record(finding) for finding in report.findings]
