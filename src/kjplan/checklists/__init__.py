"""The plan as the task table an office sends round: one row a measure, the columns that offices use."""

from kjplan.checklists.rows import Group, Row, build, group, record, records, table

__all__ = ["Group", "Row", "build", "group", "record", "records", "table"]
