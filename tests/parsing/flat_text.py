"""Texts that have lost their line breaks, as documents are copied off ministries' sites."""

from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.reading import from_text

REST = "各单位要认真落实有关要求，及时报告进展。" * 20
"""Only long lines are taken for text that has lost its line breaks."""


def flat_plan(text: str) -> Plan:
    """The plan in a text on one line that is long enough."""
    return parse_source(from_text(text + REST)).plan
