"""The functions of the library; the commands call the same ones. Each imports what is heavy when it is first called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kjplan.checking import Report
    from kjplan.checklists import Row
    from kjplan.diffing import PlanDiff
    from kjplan.diffing.levels import LevelDiff
    from kjplan.diffing.lookback import Lookback
    from kjplan.diffing.trend import Trend
    from kjplan.ledger import Ledger
    from kjplan.ledger.pacing import Pace
    from kjplan.model import Plan, Severity
    from kjplan.naming import Aliases
    from kjplan.parsing import Parsed
    from kjplan.searching import Found
    from kjplan.searching.counting import WordCount
    from kjplan.tracing import Trace


def parse(text: str | bytes, *, name: str | None = None) -> Plan:
    """The plan in the text of a notice; odd input gives a plan with diagnostics, never an exception.

    :param text: the notice, decoded, or its bytes (UTF-8, UTF-16, GB18030, Big5)
    :param name: file name to keep in ``plan.document.source``
    :raises SourceError: the bytes are no text, or there is nothing but blanks

    >>> import kjplan
    >>> plan = kjplan.parse("2023年工作要点\\n一、主要目标\\n1.新增企业1000家以上。\\n")
    >>> plan.goals[0].targets[0].quote
    '1000家以上'
    """
    from kjplan.parsing import parse_source
    from kjplan.reading import decode, from_text

    source = from_text(text, name) if isinstance(text, str) else decode(text, name, where=name or "<bytes>")
    return parse_source(source).plan


def parse_file(path: str | Path) -> Parsed:
    """The plan in a file, with its text, leaves and findings; ``-`` is standard input.

    :raises SourceError: missing, unreadable, a folder, too large, binary, undecodable, blank, or a plan already
    """
    from kjplan.parsing import parse_source
    from kjplan.reading import read
    from kjplan.storage.loading import expect_notice

    source = read(path)
    expect_notice(source.text, str(path))
    return parse_source(source)


def load(name: str | int | Path | None = None, *, data: str | Path | None = None) -> Plan:
    """A plan by name: a year of the library, ``folder/year``, a plan file, a notice parsed on the fly, ``-``.

    :param name: None for the library's newest
    :param data: the library's folder; else KJPLAN_DATA, the nearest ``data/`` upward or this folder, or the plans shipped
    :raises UnknownPlanError: the library has no such plan
    :raises PlanFileError: the YAML is no plan
    :raises SourceError: the notice cannot be read
    """
    from kjplan.storage.loading import load as load_plan

    return load_plan(name, data=data)


def dumps(plan: Plan) -> str:
    """The plan as YAML, the bytes that ``kjplan parse`` writes."""
    from kjplan.storage.yaml_write import dump_plan

    return dump_plan(plan)


def loads(text: str, *, where: str = "<text>") -> Plan:
    """The plan in YAML text, validated.

    :param where: what errors call the text
    :raises PlanFileError: it is no plan; line and column are named
    """
    from kjplan.storage.yaml_read import load_plan_text

    return load_plan_text(text, where)


def diff(old: Plan, new: Plan) -> PlanDiff:
    """What changed from one plan to another, aligned by content and never by number."""
    from kjplan.diffing import diff as diff_plans

    return diff_plans(old, new)


def trend(plans: Sequence[Plan]) -> Trend:
    """What became of each indicator and each measure through several plans of one body, in any order.

    >>> import kjplan
    >>> found = kjplan.trend([kjplan.load(2020), kjplan.load(2022)])
    >>> [(line.names, [str(p.value) for p in line.points]) for line in found.indicators][2]
    (['技术合同交易额', '技术合同成交额'], ['16600000000', '40000000000'])
    """
    from kjplan.diffing.trend import trend as follow

    return follow(plans)


def lookback(old: Plan, new: Plan) -> Lookback:
    """What became of every goal and every measure of last year's plan, one row each."""
    from kjplan.diffing.lookback import lookback as look

    return look(old, new)


def levels(higher: Plan, lower: Plan) -> LevelDiff:
    """What a plan makes of that of the level above: taken up, tightened, loosened, apportioned, left out, its own."""
    from kjplan.diffing import diff as diff_plans
    from kjplan.diffing.levels import compare_levels

    return compare_levels(higher, lower, diff_plans(higher, lower))


def checklist(
    plan: Plan,
    *,
    with_goals: bool = False,
    split_targets: bool = False,
    first_leads: bool = False,
    ledger: Ledger | None = None,
) -> list[Row]:
    """The responsibility checklist: a row a measure, and a row a goal before them if asked.

    :param ledger: laid over the rows, which tell what it assigns from what the plan states
    :param split_targets: a row for each target of a task with several
    :param first_leads: of a bare list of bodies the first leads and the others support it
    """
    from kjplan.checklists import build

    rows = build(plan, with_goals=with_goals, split_targets=split_targets, first_leads=first_leads)
    if ledger is None:
        return rows
    from kjplan.checklists.assigned import overlay

    return overlay(rows, plan, ledger)


def load_ledger(name: str | int | Path | None = None, *, data: str | Path | None = None) -> Ledger | None:
    """The ledger beside a plan; None where there is none.

    :param name: the plan, as for ``load``
    :raises UnknownPlanError: the library has no such plan
    :raises PlanFileError: the file is no ledger; line and column are named
    """
    from kjplan.ledger.files import load as load_beside
    from kjplan.storage.loading import locate

    return load_beside(locate(name, data=data))


def pace(plan: Plan, ledger: Ledger, as_of: date) -> list[Pace]:
    """Where every target of a plan stands on a day, against the share of the year that is gone.

    :raises KjplanError: the plan names no year
    """
    from kjplan.ledger.pacing import pace as judge

    return judge(plan, ledger, as_of)


def checklist_file(
    plan: Plan, form: Literal["xlsx", "docx", "ics"], *, rows: list[Row] | None = None, profile: str | None = None
) -> bytes:
    """The checklist as a spreadsheet, a Word document or a calendar; the same bytes for the same plan.

    :param rows: what ``checklist`` gives, perhaps fewer; None for all measures
    :param profile: the name of a shipped profile or the path of a YAML file; None for the default columns
    :raises KjplanError: there is no such profile
    :raises PlanFileError: the profile's file is none
    """
    from kjplan.checklists import build, sheet
    from kjplan.checklists.files import find_profile
    from kjplan.output.exports import to_bytes

    columns = find_profile(profile)
    if rows is None:
        rows = build(plan, first_leads=columns.first_leads)
    return to_bytes(sheet(plan, rows, profile=columns), form)


def report(subject: Plan | Parsed, *, against: Plan | None = None) -> str:
    """The report on a plan as one HTML page that needs nothing else.

    :param subject: a plan, or what ``parse_file`` gives; rules of ``check`` that need the text run only on the latter
    :param against: an older plan to compare it with
    """
    from kjplan.checking import check as check_plan
    from kjplan.model import Plan
    from kjplan.output.report_page import to_html
    from kjplan.reporting import report as put_together

    plan = subject if isinstance(subject, Plan) else subject.plan
    return to_html(put_together(plan, check_plan(subject), against=against))


def check(
    subject: Plan | Parsed,
    *,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
) -> Report:
    """What is wrong or missing in a plan; rules that need the text run only on what ``parse_file`` gives.

    :param select: codes, groups or first words of codes of rules to run, all where empty; a string may name several, with commas
    :param ignore: the same, of rules to leave out
    :param severity: severities in place of the rules', by code, group or first word
    :raises KjplanError: an unknown code or severity
    """
    from kjplan.checking import check as check_plan
    from kjplan.checking.settings import as_codes, severities

    levels = severities(f"{code}={level}" for code, level in (severity or {}).items())
    return check_plan(subject, select=as_codes(select), ignore=as_codes(ignore), severity=levels)


def check_file(path: str | Path, *, select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()) -> Report:
    """The same for a file, as ``kjplan check`` does it: with the notice beside a plan, the configuration above, its comments.

    :raises KjplanError: it cannot be read, an unknown code, or a wrong configuration
    """
    from pathlib import Path

    from kjplan.checking.files import Options, examine
    from kjplan.checking.settings import as_codes

    return examine(Path(path), Options(select=as_codes(select), ignore=as_codes(ignore))).report


def trace(plan: Plan) -> Trace:
    """Which measures carry each goal, why and how certainly; goals without a measure, measures without a goal."""
    from kjplan.tracing import trace as trace_plan

    return trace_plan(plan)


def search(words: str | Iterable[str], *plans: Plan, data: str | Path | None = None) -> Found:
    """Goals and measures by the words in them, the best first; no dictionary is needed.

    :param words: at most 20; blanks part words
    :param plans: where to look; the whole library, newest plan first, where none is given
    :param data: the library's folder, as in ``load``
    :raises KjplanError: no word, too many, or too long a one; a plan of the library is broken
    """
    from kjplan.searching import search as search_plans

    if plans:
        return search_plans([(str(plan.year or plan.title or n), plan) for n, plan in enumerate(plans, 1)], words)
    from kjplan.storage.library import find_library
    from kjplan.storage.loading import load as load_plan

    shelf = find_library(data).newest_first()
    return search_plans([(entry.name, load_plan(entry.path)) for entry in shelf], words)


def words(plan: Plan, *, sections: str | Sequence[str] = ()) -> list[WordCount]:
    """The words of a plan, counted and weighed by how few of its sections have each, the weightiest first.

    :param sections: count only in these: words of a title, a number or an id
    """
    from kjplan.searching.counting import count_words

    return count_words(plan, sections=(sections,) if isinstance(sections, str) else sections)


def load_aliases(*folders: str | Path | None) -> Aliases:
    """Which names mean the same body: the table that comes with kjplan, and over it the ``aliases.yaml`` of each folder.

    :raises PlanFileError: a file that is no table of aliases; line and column are named

    >>> import kjplan
    >>> kjplan.load_aliases().same("市发改委", "市发展和改革委员会")
    True
    """
    from kjplan.naming import load_aliases as load_files

    return load_files(*folders)


def render(plan: Plan) -> str:
    """A clean notice from the plan alone; parsing it gives the same plan but for spans and furniture."""
    from kjplan.output.notice_text import render as render_plan

    return render_plan(plan)
