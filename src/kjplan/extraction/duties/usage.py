"""What a plan's usage says of a bracket that its words alone leave open: where items end in （市科技局） and （教务处、各学院）,
（护理部） behind another one names who answers too."""

from collections.abc import Callable, Sequence
from copy import deepcopy

from kjplan.extraction.duties.responsibility import ends_in_bracket, find_responsibility, find_tail
from kjplan.extraction.names.unit_names import LAST
from kjplan.model import BodyRole, Goal, Measure, Responsibility, ResponsibleBody
from kjplan.reading.text import Passage

_DITTO = frozenset(("同上", "同前", "同上一项"))
_ENOUGH = 3
"""So many items whose last bracket surely names bodies make a usage, where they are half of those that end in a bracket."""


def follow_usage(
    leaves: Sequence[Goal | Measure], words: Callable[[Measure], Sequence[Passage]], *, first_leads: bool
) -> None:
    """Read the last bracket of measures as the plan's other ones are, in place.

    :param leaves: the goals and measures of a plan, with what their words alone say of bodies
    :param words: gives the passages of a measure
    :param first_leads: whether the document rules that the first of each list leads
    """
    open_ones: list[Measure] = []
    sure = 0
    for node in leaves:
        if not isinstance(node, Measure):
            continue
        said = (node.text or node.title or "").rstrip()
        bracketed = ends_in_bracket(said)
        if node.text and not node.responsibility.stated and said[-1:] in LAST and (own := words(node)):
            node.responsibility = find_tail(own[-1], first_leads=first_leads)
        if not bracketed:
            continue
        if not node.responsibility.stated:
            open_ones.append(node)
        elif ends_in_bracket(node.responsibility.quote or ""):
            sure += 1
    if sure < max(_ENOUGH, len(open_ones)):
        return
    for node in open_ones:
        node.responsibility = find_responsibility(words(node)[-1:], first_leads=first_leads, usual=True)


def fill_dittos(leaves: Sequence[Goal | Measure]) -> None:
    """Put for 同上 the bodies that the goal or measure before has in that role, in place; nobody where it has none."""
    above: Responsibility | None = None
    for node in leaves:
        stated = node.responsibility
        if stated.bodies and any(body.name in _DITTO for body in stated.bodies):
            alone = sum(body.role != "support" for body in stated.bodies) == 1
            stated.bodies = [
                known
                for body in stated.bodies
                for known in (deepcopy(_in_role(above, body.role, alone)) if body.name in _DITTO else [body])
            ]
        above = stated if stated.stated else above


def _in_role(stated: Responsibility | None, role: BodyRole, alone: bool) -> list[ResponsibleBody]:
    """The bodies of a role, or all but who supports where one label names all of these: 责任单位：甲局（牵头）、乙局 above 责任单位：同上."""
    if stated is None:
        return []
    if role != "support" and alone:
        return [body for body in stated.bodies if body.role != "support"]
    return [body for body in stated.bodies if body.role == role]
