"""The functions of the library; the commands call the same ones.

Heavy modules are imported when a function first needs them, so ``import kjplan`` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kjplan.checking import Report
    from kjplan.checklists import Row
    from kjplan.diffing import PlanDiff
    from kjplan.model import Plan
    from kjplan.naming import Aliases
    from kjplan.parsing import Parsed


def parse(text: str | bytes, *, name: str | None = None) -> Plan:
    """The plan in the text of a notice; odd input gives a plan with diagnostics, never an exception.

    :param text: the notice, decoded, or its bytes (UTF-8, UTF-16 with BOM, GB18030)
    :param name: file name to keep in ``plan.document.source``
    :raises SourceError: the bytes are no text, or there is nothing but blanks

    >>> import kjplan
    >>> plan = kjplan.parse("2023年工作要点\\n一、主要目标\\n1.新增企业1000家以上。\\n")
    >>> plan.goals[0].targets[0].quote
    '1000家以上'
    """
    from kjplan.parsing import parse_source
    from kjplan.reading import decode, from_text

    return parse_source(from_text(text, name) if isinstance(text, str) else decode(text, name)).plan


def parse_file(path: str | Path) -> Parsed:
    """The plan in a file, with its text, leaves and findings; ``-`` is standard input.

    :raises SourceError: missing, unreadable, a folder, too large, binary, undecodable or blank
    """
    from kjplan.parsing import parse_source
    from kjplan.reading import read

    return parse_source(read(path))


def load(name: str | int | Path | None = None, *, data: Path | None = None) -> Plan:
    """A plan by name: a year of the library, ``folder/year``, a plan file, a notice parsed on the fly, ``-``.

    :param name: None for the library's newest
    :param data: the library's folder; else KJPLAN_DATA, the nearest ``data/`` upward, or the plans shipped with kjplan
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


def checklist(plan: Plan, *, with_goals: bool = False) -> list[Row]:
    """The responsibility checklist: a row a measure, and a row a goal before them if asked."""
    from kjplan.checklists import build

    return build(plan, with_goals=with_goals)


def check(subject: Plan | Parsed) -> Report:
    """What is wrong or missing in a plan; rules that need the text run only on what ``parse_file`` gives."""
    from kjplan.checking import check as check_plan

    return check_plan(subject)


def load_aliases(*folders: Path | None) -> Aliases:
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
