"""What stands before the first heading: titles, document number, addressees, the covering notice, the preamble."""

from kjplan.parsing.front.around_title import (
    after_title,
    before_title,
    claim_furniture,
    claim_number_behind,
    claim_order_head,
    claim_signed_above,
)
from kjplan.parsing.front.below import titled_by_fields
from kjplan.parsing.front.covering import COVERING, forwards, is_cut, sent_by, sent_out
from kjplan.parsing.front.front_matter import Front
from kjplan.parsing.front.notice import read_notice
from kjplan.parsing.front.standing import claim_title, said_last
from kjplan.parsing.front.title_lines import find_title
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, solid


def read_front(source: SourceText, units: list[Unit], header_title: str | None, *, covering: bool = False) -> Front:
    """Sort the units before the first heading, and mark each with the rule that claimed it.

    :param covering: whether they are known for a covering notice, whatever its title says
    """
    front, i = Front(), 0
    headed = claim_order_head(source, units, front, header_title)
    units = units[headed:]
    found = find_title(source, units, header_title)
    found = found or titled_by_fields(source, units)
    if found is not None:
        start, count = said_last(source, units, *found)
        words = solid(source.folded[units[start].start : units[start + count - 1].end]).lstrip("#")
        front.preamble += before_title(source, units[:start], front, words)
        front.title = claim_title(source, units[start : start + count], "document")
        claim_number_behind(source, units[start + count - 1], front)
        words = solid(source.folded[slice(*front.title)])
        front.covering = covering or COVERING.search(words) is not None
        i = start + count
    sent = sent_out(source, units) or sent_by(source, units, header_title) if found is None else None
    if sent and is_cut(source, units[0]):
        front.title, front.covering, i = claim_title(source, units[:1], "document"), True, 1
    i = after_title(source, units, i, front)
    rest = units[i:]
    front.covering = front.covering or covering or (front.title is not None and forwards(source, rest))
    if front.covering or sent:
        read_notice(source, rest, front, sent)
    else:
        front.preamble += claim_signed_above(source, rest, front)
    if sent and front.title is None:
        front.preamble[:0], front.notice_text = front.notice_text, []
    front.preamble = [u for u in front.preamble if not claim_furniture(source, u)]
    return front
