"""The plan as the task table an office sends round: one row a measure, the columns that offices use."""

from kjplan.checklists.profiles import DEFAULT, PROFILES, By, Profile
from kjplan.checklists.rows import Group, Row, build, group, led_by, record, records
from kjplan.checklists.sheet import Sheet, joint_sheet, owners, sheet, table

__all__ = [
    "DEFAULT",
    "PROFILES",
    "By",
    "Group",
    "Profile",
    "Row",
    "Sheet",
    "build",
    "group",
    "joint_sheet",
    "led_by",
    "owners",
    "record",
    "records",
    "sheet",
    "table",
]
