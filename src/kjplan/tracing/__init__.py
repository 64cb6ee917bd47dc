"""Which measures carry each goal: ``trace(plan)``, every link with its grounds and how certain they are."""

from kjplan.tracing.records import to_records
from kjplan.tracing.result import Certainty, GoalTrace, Ground, Link, Note, Reason, Trace
from kjplan.tracing.trace import trace

__all__ = ["Certainty", "GoalTrace", "Ground", "Link", "Note", "Reason", "Trace", "to_records", "trace"]
