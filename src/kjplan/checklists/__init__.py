"""The plan as the task table an office sends round: one row a measure, the columns that offices use."""

from kjplan.checklists.rows import Group, Row, answered_by, build, group, record, records, table

__all__ = ["Group", "Row", "answered_by", "build", "group", "record", "records", "table"]
