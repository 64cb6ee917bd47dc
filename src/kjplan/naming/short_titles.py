"""The short titles that a plan gives to documents: 《甲市营商环境条例》（以下简称《条例》）, then 《条例》."""

import re
from collections.abc import Iterator

from kjplan.extraction.pairing import outer_pairs
from kjplan.model import Goal, Measure, Plan, Section
from kjplan.reading.text import fold

_LONGEST = 200
_INTRODUCED = re.compile(
    r"》\s*"
    r"(?:[(](?:[^()《》]|[(][^()《》]{0,20}[)]){0,60}|,\s*(?:以下|下文|后文)?)"
    r"(?:简称|下称|下文称|以下称|后文称)为?:?\s*[“”\"]?《(?P<short>[^《》]{1,30})》"
)
"""（国办发〔2018〕104号，以下简称《通知》）; also 下称, and without brackets after a comma; 以下统称 names several. On folded text."""


def short_titles(text: str) -> list[tuple[str, str]]:
    """Full and short titles, without their marks, in the order in which a text introduces the short ones."""
    if "称" not in text or "《" not in text:
        return []
    found = []
    folded = fold(text)
    ends = None
    for m in _INTRODUCED.finditer(folded):
        if ends is None:
            ends = {end: start for start, end in outer_pairs(text, (("《", "》"),), _LONGEST)}
        start = ends.get(m.start() + 1)
        if start is not None:
            found.append((text[start + 1 : m.start()].strip(), text[slice(*m.span("short"))].strip()))
    return found


def full_titles(plan: Plan) -> dict[int, str]:
    """The full titles of the documents that measures name by a short one, by the ``id()`` of the reference.

    A short title holds from where it is introduced to the end, or to where it is given to another document.
    """
    known: dict[str, str] = {}
    found: dict[int, str] = {}
    for text, measure in _pieces(plan):
        known |= {short: full for full, short in short_titles(text)}
        for document in measure.documents if measure and known else ():
            if document.quoted and (full := known.get(document.title)):
                found[id(document)] = full
    return found


def _pieces(plan: Plan) -> Iterator[tuple[str, Measure | None]]:
    """The words of a plan in their order; with those of a measure, the measure."""
    if plan.notice is not None:
        yield plan.notice.text, None
    yield from ((paragraph.text, None) for paragraph in plan.preamble)
    for node, _ in plan.nodes():
        if isinstance(node, Section):
            yield from ((paragraph.text, None) for paragraph in node.text)
        elif isinstance(node, Goal):
            yield node.text, None
        else:
            yield "\n".join([node.title or "", node.text, *(item.text for item in node.items)]), node
