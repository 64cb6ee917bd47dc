"""What a plan's usage says of a bracket or a line that its words alone leave open: where items end in （市科技局） and （教务处、各学院）,
（护理部） behind another one names who answers too; and a line 市科技局 does where most items have one."""

from collections.abc import Callable, Sequence
from copy import deepcopy

from kjplan.extraction.duties.responsibility import ends_in_bracket, find_line, find_responsibility, find_tail
from kjplan.extraction.names.unit_names import LAST
from kjplan.model import BodyRole, Goal, Measure, Responsibility, ResponsibleBody
from kjplan.reading.text import Passage

_DITTO = frozenset(("同上", "同前", "同上一项"))
_ENOUGH = 3
"""So many items whose last bracket surely names bodies make a usage, where they are half of those that end in a bracket."""


def follow_usage(
    leaves: Sequence[Goal | Measure], words: Callable[[Measure], Sequence[Passage]], *, first_leads: bool
) -> None:
    """Read the last bracket or line of measures as the plan's other ones are, in place.

    :param leaves: the goals and measures of a plan, with what their words alone say of bodies
    :param words: gives the passages of a measure
    :param first_leads: whether the document rules that the first of each list leads
    """
    measures = [node for node in leaves if isinstance(node, Measure)]
    _follow_lines(measures, words, first_leads)
    open_ones: list[Measure] = []
    sure = 0
    for node in measures:
        if not ends_in_bracket((node.text or node.title or "").rstrip()):
            continue
        if not node.responsibility.stated:
            open_ones.append(node)
        elif ends_in_bracket(node.responsibility.quote or ""):
            sure += 1
    if sure < max(_ENOUGH, len(open_ones)):
        return
    for node in open_ones:
        node.responsibility = find_responsibility(words(node)[-1:], first_leads=first_leads, usual=True)


def _follow_lines(
    measures: Sequence[Measure], words: Callable[[Measure], Sequence[Passage]], first_leads: bool
) -> None:
    """Read the end of measures: bodies behind the last sentence; and those that are all of the last line, where most measures
    say who answers, so or otherwise."""
    lines: list[tuple[Measure, Responsibility]] = []
    for node in measures:
        if node.responsibility.stated or not _may_end_in_bodies(node) or not (own := _before_times(node, words(node))):
            continue
        node.responsibility = find_tail(own[-1], first_leads=first_leads)
        line = find_line(own[-1], first_leads=first_leads) if len(own) > 1 else node.responsibility
        if line.stated and not node.responsibility.stated:
            lines.append((node, line))
    if not lines:
        return
    stated = [node for node in measures if node.responsibility.stated]
    on_lines = len(lines) + sum(_is_line(node, words) for node in stated)
    if on_lines < _ENOUGH or 2 * (len(lines) + len(stated)) < len(measures):
        return
    for node, line in lines:
        node.responsibility = line


def _may_end_in_bodies(node: Measure) -> bool:
    """Whether the last words of a measure, or those before a time at the end, may be the name of a body."""
    said = node.text.rstrip()
    return said[-1:] in LAST or any(said.endswith(due.text) for due in node.due)


def _before_times(node: Measure, own: Sequence[Passage]) -> Sequence[Passage]:
    """The words of a measure without last lines that are nothing but a deadline: 市科技局 / 6月底."""
    times = {due.text for due in node.due}
    end = len(own)
    while end > 1 and own[end - 1].text.strip() in times:
        end -= 1
    return own[:end]


def _is_line(node: Measure, words: Callable[[Measure], Sequence[Passage]]) -> bool:
    """Whether what says who answers is all of the last line of a measure, and nothing but bodies."""
    quote = node.responsibility.quote
    return (
        bool(quote)
        and node.text.rstrip().endswith(quote or "")
        and find_line(_before_times(node, words(node))[-1]).stated
    )


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
