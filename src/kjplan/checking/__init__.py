"""What is odd about a plan and its notice: rules, each with a text that trips it and one that does not."""

from kjplan.checking.check import check
from kjplan.checking.findings import SEVERITIES, Finding, NotRun, Report, record, records
from kjplan.checking.rules import RULES, Rule, describe, listing

__all__ = [
    "RULES",
    "SEVERITIES",
    "Finding",
    "NotRun",
    "Report",
    "Rule",
    "check",
    "describe",
    "listing",
    "record",
    "records",
]
