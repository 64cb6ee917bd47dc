"""kjplan: Chinese government work plans (工作要点) as checked, queryable models.

>>> import kjplan
>>> plan = kjplan.load(2022)
>>> plan.measures[10].title
'壮大高新技术企业规模'
>>> [t.quote for t in plan.targets][:3]
['突破2.6%', '达到400亿元', '达到7.5件']
"""

from typing import TYPE_CHECKING

from kjplan._version import __version__
from kjplan.api import (
    check,
    check_file,
    checklist,
    checklist_file,
    diff,
    dumps,
    levels,
    load,
    load_aliases,
    load_ledger,
    loads,
    lookback,
    pace,
    parse,
    parse_file,
    render,
    report,
    search,
    trace,
    trend,
    words,
)
from kjplan.errors import KjplanError, OutputError, PlanFileError, SourceError, UnknownPlanError

if TYPE_CHECKING:
    from kjplan.checking import Finding, Report
    from kjplan.checklists import Row
    from kjplan.diffing import PlanDiff
    from kjplan.diffing.levels import LevelDiff
    from kjplan.diffing.lookback import Lookback
    from kjplan.diffing.trend import Trend
    from kjplan.ledger import Ledger
    from kjplan.ledger.pacing import Pace
    from kjplan.model import (
        AreaTask,
        BodyMention,
        Deadline,
        Document,
        DocumentReference,
        Goal,
        Measure,
        Plan,
        Responsibility,
        ResponsibleBody,
        Section,
        Target,
    )
    from kjplan.naming import Aliases
    from kjplan.parsing import Parsed
    from kjplan.querying.records import records
    from kjplan.searching import Found
    from kjplan.searching.counting import WordCount
    from kjplan.tracing import Trace

_TYPES = {
    "kjplan.model": (
        "AreaTask BodyMention Deadline Document DocumentReference Goal Measure Plan Responsibility ResponsibleBody Section Target"
    ),
    "kjplan.parsing": "Parsed",
    "kjplan.checking": "Finding Report",
    "kjplan.checklists": "Row",
    "kjplan.diffing": "PlanDiff",
    "kjplan.diffing.levels": "LevelDiff",
    "kjplan.diffing.lookback": "Lookback",
    "kjplan.diffing.trend": "Trend",
    "kjplan.ledger": "Ledger",
    "kjplan.ledger.pacing": "Pace",
    "kjplan.naming": "Aliases",
    "kjplan.querying.records": "records",
    "kjplan.searching": "Found",
    "kjplan.searching.counting": "WordCount",
    "kjplan.tracing": "Trace",
}
"""What the functions take and return, for annotations, and what a room gives itself: it is entered when a name is first asked for."""


def __getattr__(name: str) -> object:
    room = next((room for room, names in _TYPES.items() if name in names.split()), None)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(room), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


__all__ = [
    "Aliases",
    "AreaTask",
    "BodyMention",
    "Deadline",
    "Document",
    "DocumentReference",
    "Finding",
    "Found",
    "Goal",
    "KjplanError",
    "Ledger",
    "LevelDiff",
    "Lookback",
    "Measure",
    "OutputError",
    "Pace",
    "Parsed",
    "Plan",
    "PlanDiff",
    "PlanFileError",
    "Report",
    "Responsibility",
    "ResponsibleBody",
    "Row",
    "Section",
    "SourceError",
    "Target",
    "Trace",
    "Trend",
    "UnknownPlanError",
    "WordCount",
    "__version__",
    "check",
    "check_file",
    "checklist",
    "checklist_file",
    "diff",
    "dumps",
    "levels",
    "load",
    "load_aliases",
    "load_ledger",
    "loads",
    "lookback",
    "pace",
    "parse",
    "parse_file",
    "records",
    "render",
    "report",
    "search",
    "trace",
    "trend",
    "words",
]
