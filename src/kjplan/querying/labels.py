"""The kinds that a plan's facts have, in both languages."""

from kjplan.model import Basis, Relation

RELATIONS: dict[Relation, tuple[str, str]] = {
    "issue": ("出台", "issue"),
    "draft": ("制定", "draft"),
    "revise": ("修订", "revise"),
    "implement": ("落实", "implement"),
    "cite": ("提及", "cite"),
}
"""What a plan means to do with a document, in both languages."""

KINDS: dict[str, tuple[str, str]] = {
    "party": ("党委", "party"),
    "government": ("政府", "government"),
    "department": ("部门", "department"),
    "area": ("区域", "area"),
    "institution": ("机构", "institution"),
    "enterprise": ("企业", "enterprise"),
    "group": ("一类单位", "group"),
    "other": ("其他", "other"),
}
"""Kinds of bodies in both languages."""

ROLES: dict[str, tuple[str, str]] = {
    "lead": ("牵头", "lead"),
    "support": ("配合", "support"),
    "joint": ("共同负责", "joint"),
}
"""Roles of responsible bodies in both languages."""

BASES: dict[Basis, tuple[str, str]] = {
    "level": ("水平", "level"),
    "flow": ("全年累计", "flow"),
    "increment": ("新增", "increment"),
    "growth": ("增长", "growth"),
    "share": ("占比", "share"),
    "rank": ("位次", "rank"),
    "scope": ("范围", "scope"),
    "selection": ("遴选", "selection"),
}
"""What kind of figure a target is, in both languages."""

EXTENTS: dict[str, tuple[str, str]] = {
    "full": ("全文", "full"),
    "goals": ("仅有目标", "goals only"),
    "notice": ("仅有通知，缺要点", "notice only, its plan is missing"),
    "none": ("不是要点", "not a plan"),
}
"""How much of a plan is there, in both languages."""
