"""What changed from one plan to another: ``diff(old, new)``, aligned by content and never by number."""

from kjplan.diffing.compare import diff
from kjplan.diffing.conditions import CONDITIONS, met
from kjplan.diffing.records import to_record
from kjplan.diffing.result import GoalChange, MeasureChange, PlanDiff, Reference, SectionChange
from kjplan.diffing.textdiff import text_diff, without_spelling

__all__ = [
    "CONDITIONS",
    "GoalChange",
    "MeasureChange",
    "PlanDiff",
    "Reference",
    "SectionChange",
    "diff",
    "met",
    "text_diff",
    "to_record",
    "without_spelling",
]
