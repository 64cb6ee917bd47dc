"""A covering notice that stands after its plan."""

from kjplan.parsing.front.front import read_front
from kjplan.parsing.front.front_matter import Front
from kjplan.parsing.front.title_lines import starts_covering_notice
from kjplan.parsing.headings.outline import Outline
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText


def take_trailing_notice(source: SourceText, main: Outline, front: Front) -> Front:
    """What stands before the plan, joined with the notice after it, if one follows its last words; else ``front`` itself.

    The notice's units are taken off the last heading.
    """
    if front.covering or not main.headings:
        return front
    last = main.headings[-1]
    while last.children:
        last = last.children[-1]
    at = next((i for i in range(len(last.units)) if starts_covering_notice(source, last.units, i)), None)
    if at is None:
        return front
    tail = last.units[at:]
    del last.units[at:]
    joined = read_front(source, tail, None)
    joined.plan_title = front.title
    joined.document_number = joined.document_number or front.document_number
    joined.after_notice = _closing(joined.preamble)
    joined.preamble = front.preamble
    for unit in main.before:
        if unit.rule == "title:document":
            unit.rule, unit.owner = "title:plan", "plan"
    return joined


def _closing(units: list[Unit]) -> list[Unit]:
    for unit in units:
        unit.rule, unit.owner = "closing", ""
    return units
