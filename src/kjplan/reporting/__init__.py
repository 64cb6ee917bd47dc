"""A whole plan for one page: ``report(plan)`` puts together what the other rooms answer."""

from kjplan.reporting.report import Promise, Reached, Report, report

__all__ = ["Promise", "Reached", "Report", "report"]
