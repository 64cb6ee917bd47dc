"""Duties in prose: only where a named department is the subject and the duty is its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kjplan.extraction import unit_lists
from kjplan.extraction.names import DEPARTMENT
from kjplan.extraction.unit_lists import Name
from kjplan.model import BodyRole

HINTS = ("请", "牵头", "会同", "负总责")
"""Words one of which every duty in prose holds."""
_NAME = rf"(?:{DEPARTMENT}|有关部门|相关部门|各有关部门)"
_LIST = rf"{_NAME}(?:(?:、|和){_NAME}){{0,12}}"
_OPEN = r"(?:等(?:国务院)?(?:有关|相关)?(?:部门|单位)|等)?"
# A blank after the full stop is a typist's habit.
_SUBJECT = r"(?:^|(?<=[。;!])|(?<=[。;!] ))"
_FORMS = (
    # 海关总署要继续做好牵头工作，健全会商机制，会同有关部门…
    rf"{_SUBJECT}(?P<lead>{_LIST})(?:要|应)?(?:继续)?(?:切实|认真)?(?:做好|发挥好?|抓好|履行好?)牵头[^。;]{{0,120}}?(?:会同(?P<with>{_LIST}){_OPEN}|(?=[。;]|$))",
    # 商务部要会同科技部、教育部等部门建立会商机制; 商务部牵头组织实施
    rf"{_SUBJECT}(?P<lead2>{_LIST})(?:要|应)?(?:会同(?P<with2>{_LIST}){_OPEN}|牵头(?=组织|制定|负责|推进|会同|研究|建立|落实|编制|开展))",
    # 请科技部、财政部等部门在2019年2月底前完成; 请民政部会同有关部门…
    rf"(?:^|(?<=[。;!,])|(?<=[。;!,] ))请(?P<asked>{_LIST}){_OPEN}(?:会同(?P<with3>{_LIST}){_OPEN}|牵头)?",
)
_ROLES: tuple[tuple[str, BodyRole], ...] = (
    ("lead", "lead"),
    ("lead2", "lead"),
    ("asked", "joint"),
    ("with", "support"),
    ("with2", "support"),
    ("with3", "support"),
)
_DUTY = re.compile("|".join(f"(?:{form})" for form in _FORMS))


@dataclass(slots=True)
class Duty:
    """A statement of duty at ``[start, end)`` and its groups of names."""

    start: int
    end: int
    groups: list[tuple[list[Name], BodyRole]]


def find_duties(folded: str) -> Iterator[Duty]:
    """Duties that prose gives to named departments.

    支持领军企业牵头组建创新联合体 and 由项目承担单位负责 are none: no department is named, or the power and not the duty is
    given.
    """
    if not any(word in folded for word in HINTS):
        return
    for m in _DUTY.finditer(folded):
        groups: list[tuple[list[Name], BodyRole]] = []
        for key, role in _ROLES:
            if m[key]:
                groups.append((_names(folded, *m.span(key)), role))
        yield Duty(m.start(), m.end(), groups)


def _names(folded: str, start: int, end: int) -> list[Name]:
    return [n for piece in unit_lists.pieces(folded, start, end) for n in unit_lists.names_in(folded, *piece)]
