"""The report on a plan as one page that needs nothing else: goals with progress, measures with filters, trace, checks."""

from typing import TYPE_CHECKING, Any, NamedTuple

from kjplan.checking import SEVERITIES
from kjplan.checking.rules import SEVERITY_NAMES
from kjplan.checklists import Row
from kjplan.checklists.sheet import cell_words
from kjplan.language import say
from kjplan.model import Goal, Measure, Section
from kjplan.output.findings import count_text
from kjplan.output.page import fill, render_page
from kjplan.querying import tables
from kjplan.querying.table import Column, Table
from kjplan.querying.wording import document_words, full_text, number, target_words
from kjplan.reporting import Reached, Report

if TYPE_CHECKING:
    from markupsafe import Markup

_KINDS = (
    ("targets", "量化指标", "targets"),
    ("documents", "文件", "documents"),
    ("due", "时限", "deadlines"),
    ("goals", "落实的目标", "a goal it carries"),
)
"""What a measure may have, by which the page filters: key, Chinese, English."""


class _Progress(NamedTuple):
    """Progress as the template draws it."""

    rate: str
    full: str | None
    """Length of the bar, from 0 to 100; None where there is none to draw."""
    share: str
    """Place of the line that says how much of the time is gone; empty where there is none."""
    line: str


class _TargetRow(NamedTuple):
    words: str
    reached: _Progress | None


def to_html(report: Report) -> str:
    """The page."""
    values = _goals(report) | _measures(report) | _checks(report) | _diff(report)
    values["trace"] = _trace(report)
    values["promises"] = _promises(report)
    values["overview"] = tables.overview(report.plan).rows
    values["as_of"] = report.as_of
    values["contents"] = _contents(values)
    title = report.plan.title or say("工作要点", "work plan")
    return render_page(title, fill("report.html.j2", **values), style="report.css", script="report.js")


def _contents(values: dict[str, Any]) -> list[tuple[str, str]]:
    """The parts that the page has: anchor and heading."""
    parts = (
        ("overview", say("概况", "Overview"), True),
        ("goals", say("主要目标", "Goals"), values["goals"]),
        ("measures", say("工作举措", "Measures"), values["runs"]),
        ("trace", say("目标与举措", "Goals and measures"), values["trace"]),
        ("checks", say("检查", "Checks"), True),
        ("documents", say("承诺出台的文件", "Documents promised"), values["promises"].rows),
        ("changes", say("比较", "Compared"), values["diff"]),
    )
    return [(anchor, title) for anchor, title, there in parts if there]


def _goals(report: Report) -> dict[str, Any]:
    rows = [
        {
            "id": row.goal.id,
            "number": row.goal.number,
            "text": row.goal.text,
            "targets": _targets(row.goal, report),
            "links": [{"id": link.measure.id, "title": tables.heading(link.measure)} for link in row.links],
        }
        for row in report.trace.goals
    ]
    return {"goals": rows}


def _targets(owner: Goal | Measure, report: Report) -> list[_TargetRow]:
    """The targets with their progress; progress of the task as a whole stands in a row of its own."""
    rows = [_TargetRow(target_words(t), _progress(report.reached.get(t.id))) for t in owner.targets]
    whole = _progress(report.reached.get(owner.id))
    return [*rows, _TargetRow(say("全项任务", "the task as a whole"), whole)] if whole else rows


def _progress(reached: Reached | None) -> _Progress | None:
    if reached is None:
        return None
    rate = None if reached.rate is None else number(reached.rate)
    full = None if reached.rate is None else number(max(0 * reached.rate, min(reached.rate, 100 + 0 * reached.rate)))
    told = (reached.status, reached.words, f"{rate}%" if rate else "", reached.reported)
    return _Progress(
        rate or "", full, "" if reached.share is None else number(reached.share), " · ".join(filter(None, told))
    )


def _measures(report: Report) -> dict[str, Any]:
    carried = _carried(report)
    anchors: dict[int, str] = {}
    runs: list[dict[str, Any]] = []
    bars: list[dict[str, Any]] = []
    for n, (section, measures) in enumerate(report.sections, 1):
        anchor = anchors.setdefault(id(section), _anchor(section))
        runs.append(
            {
                "anchor": anchor if all(run["section"] != anchor for run in runs) else f"{anchor}-{n}",
                "section": anchor,
                "title": _section_title(section),
                "measures": [_measure(m, report, carried.get(m.id, [])) for m in measures],
            }
        )
        bars.append({"anchor": anchor, "title": _section_title(section), "count": len(measures)})
    most = max((row["count"] for row in bars), default=1)
    for row in bars:
        row["width"] = round(100 * row["count"] / most)
    return {
        "runs": runs,
        "bars": bars if len(bars) > 1 else [],
        "sections": list({row["anchor"]: row for row in bars}.values()),
        "bodies": list(dict.fromkeys(name for m in report.plan.measures for name in _bodies(m, report.rows[m.id]))),
        "kinds": [(key, say(zh, en)) for key, zh, en in _KINDS],
    }


def _measure(measure: Measure, report: Report, goals: list[str]) -> dict[str, Any]:
    row = report.rows[measure.id]
    has = {"targets": measure.targets, "documents": measure.documents, "due": row.due, "goals": goals}
    return {
        "id": measure.id,
        "number": measure.number,
        "title": measure.title or tables.opening(measure),
        "text": full_text(measure),
        "bodies": "\n".join(_bodies(measure, row)),
        "has": " ".join(key for key, there in has.items() if there),
        "targets": _targets(measure, report),
        "facts": [fact for fact in _facts(measure, row, goals) if fact[1]],
    }


def _facts(measure: Measure, row: Row, goals: list[str]) -> list[tuple[str, str]]:
    return [
        (say("牵头单位", "lead"), cell_words(row, "lead")),
        (say("配合单位", "support"), cell_words(row, "support") if row.support else ""),
        (say("责任人", "person"), cell_words(row, "person")),
        (say("完成时限", "due"), cell_words(row, "due")),
        (say("文件", "documents"), "、".join(map(document_words, measure.documents))),
        (say("落实的目标", "goals it carries"), say("、", ", ").join(goals)),
    ]


def _bodies(measure: Measure, row: Row) -> list[str]:
    """The names of the bodies that answer or help, stated or assigned, each on one line."""
    stated = (body.name for body in measure.responsibility.bodies)
    return list(dict.fromkeys(" ".join(name.split()) for name in (*stated, *row.answerable)))


def _carried(report: Report) -> dict[str, list[str]]:
    """The goals that each measure carries, by the measure's id."""
    found: dict[str, list[str]] = {}
    for row in report.trace.goals:
        for link in row.links:
            found.setdefault(link.measure.id, []).append(tables.heading(row.goal))
    return found


def _anchor(section: Section | None) -> str:
    return "plan" if section is None else section.id


def _section_title(section: Section | None) -> str:
    if section is None:
        return say("未分部分", "no section")
    return " ".join(filter(None, (section.marker, section.title)))


def _trace(report: Report) -> list[tuple[str, Table]]:
    from kjplan.output.trace_tables import parts

    return parts(report.trace)


def _checks(report: Report) -> dict[str, Any]:
    columns = [
        Column("severity", "级别", "severity"),
        Column("message", "内容", "message"),
        Column("line", "行", "line", align="right"),
        Column("code", "规则", "rule"),
    ]
    found = sorted(report.checks.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    rows = [[say(*SEVERITY_NAMES[f.severity]), f.message, "" if f.line is None else str(f.line), f.code] for f in found]
    reasons: dict[str, list[str]] = {}
    for rule in report.checks.not_run:
        reasons.setdefault(rule.reason, []).append(rule.code)
    return {
        "checked": count_text(report.checks),
        "findings": Table(columns, rows),
        "not_run": [(reason, ", ".join(codes)) for reason, codes in reasons.items()],
    }


def _promises(report: Report) -> Table:
    return tables.documents(report.plan, [(p.measure, p.document) for p in report.promises])


def _diff(report: Report) -> "dict[str, str | Markup | None]":
    if report.diff is None:
        return {"diff": None, "compared": ""}
    from kjplan.output.diff_html import body
    from kjplan.output.diff_text import heading

    return {"diff": body(report.diff), "compared": heading(report.diff)}
