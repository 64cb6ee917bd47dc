"""kjplan: Chinese government work plans (工作要点) as checked, queryable models.

>>> import kjplan
>>> plan = kjplan.load(2022)
>>> plan.measures[10].title
'壮大高新技术企业规模'
>>> [t.quote for t in plan.targets][:3]
['突破2.6%', '达到400亿元', '达到7.5件']
"""

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

__all__ = [
    "KjplanError",
    "OutputError",
    "PlanFileError",
    "SourceError",
    "UnknownPlanError",
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
    "render",
    "report",
    "search",
    "trace",
    "trend",
    "words",
]
