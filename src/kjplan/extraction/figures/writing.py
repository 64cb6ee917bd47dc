"""The target that a claim of a clause is, as a plan keeps it."""

import re

from kjplan.extraction.dates import resolve
from kjplan.extraction.figures import context, indicators
from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.context import Frame
from kjplan.extraction.figures.quantities import as_written
from kjplan.extraction.figures.units import base_of
from kjplan.model import Target
from kjplan.reading.text import Passage

_STAGE = re.compile("到? ?20|到?“?十")


def written(passage: Passage, clause: Clause, claim: Claim, indicator: str, frame: Frame, year: int | None) -> Target:
    """The target of a claim.

    :param indicator: what the figure measures, where the claim is about several things
    :param frame: what the sentence says of hope, period, scope and time
    :param year: the plan's year, to date 年底
    """
    q = clause.quantity
    by = context.one_of_row(frame.due, *clause.sharing)
    base_value, base_unit = base_of(q.value, q.unit)
    start = claim.start
    while passage.text[start].isspace():
        start += 1
    due = resolve(by, year) if by else None
    return Target(
        indicator=indicator,
        verb=claim.verb,
        comparator=claim.comparator,
        value=q.value,
        value_max=q.value_max,
        unit=as_written(passage.text, passage.folded, q) or None,
        base_value=base_value,
        base_unit=base_unit,
        per=indicators.per_of(indicator) or claim.per,
        basis=claim.basis,
        hedge=frame.hedge,
        scope=frame.scope,
        period=context.one_of_row(frame.period, *clause.sharing) or _period(by),
        due=due.isoformat() if due else None,
        quote=passage.text[start : q.end],
        span=passage.span(start, q.end),
    )


def _period(due: str | None) -> str | None:
    """The words of a date that is also what the figure is for: 到2025年, “十四五”末; but 年底 only says when."""
    return due if due and _STAGE.match(due) else None
