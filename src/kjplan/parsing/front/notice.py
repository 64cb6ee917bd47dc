"""A covering notice: its text, its signatures and its day; then the title of the plan that it sends out."""

import re

from kjplan.parsing.front.around_title import claim_number_line
from kjplan.parsing.front.covering import named_plan, plain, same_name, unmarked
from kjplan.parsing.front.front_matter import Front
from kjplan.parsing.front.signing import REMARK, claim_signatures, date_line, signatures_from, signed_day
from kjplan.parsing.front.standing import claim_title
from kjplan.parsing.front.title_lines import MAX_TITLE_LINES, find_title
from kjplan.parsing.lines.furniture import ATTACHMENT_LIST
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText


def read_notice(source: SourceText, units: list[Unit], front: Front, sent: str | None) -> None:
    """Text, signatures and date of a covering notice; then the plan's title and preamble.

    :param sent: the plan's plain name, where the notice has no title that says it
    """
    date_at = date_line(source.folded, units)
    title_at = _find_plan_title(source, units, front, 0 if date_at is None else date_at + 1, sent)
    if date_at is None:
        end = title_at[0] if title_at else len(units) if _sends(source, units) else 0
        front.notice_text = units[:end]
    else:
        sign_from = signatures_from(source, units, date_at)
        front.notice_text = units[:sign_from]
        front.signatures = claim_signatures(source, units[sign_from:date_at], units[date_at])
        front.signed_date = signed_day(source.folded, units[date_at])
        end = date_at + 1
        while end < len(units) and REMARK.match(source.folded, units[end].start, units[end].end):
            units[end].rule, units[end].owner = "remark", "other"
            end += 1
    listed = next((i for i, u in enumerate(front.notice_text) if ATTACHMENT_LIST.match(source.folded, *u.span)), None)
    if listed is not None:
        front.attachment_list, front.notice_text = front.notice_text[listed:], front.notice_text[:listed]
    for unit in front.notice_text:
        unit.rule, unit.owner = "notice-text", "notice"
    for unit in front.attachment_list:
        unit.rule = "attachment-list"
    front.notice_end = units[end - 1].end if end else 0
    if title_at is not None and title_at[0] >= end:
        start, count = title_at
        front.preamble += [u for u in units[end:start] if not claim_number_line(source, u, front)]
        front.plan_title = unmarked(source, claim_title(source, units[start : start + count], "plan"))
        end = start + count
    front.preamble += units[end:]


_SENDS = re.compile(
    "现[^。;]{0,80}?(?:印发|转发|下发|发布|公布|颁布)|(?:印发|转发|下发|印送|发)给?你|(?:贯彻|遵照|参照|组织)(?:执行|实施)|特此通知|附件"
)
"""What a covering notice says of what it sends out: 现印发给你们，请认真贯彻执行."""
_FEWEST_CHARACTERS = 200


def _sends(source: SourceText, units: list[Unit]) -> bool:
    """Whether words below the title of a notice, undated, say that something is sent out, or are too few to be the plan itself, whose
    title was not copied a second time."""
    size = sum(unit.end - unit.start for unit in units)
    return size < _FEWEST_CHARACTERS or any(_SENDS.search(source.folded, *unit.span) for unit in units)


def _find_plan_title(
    source: SourceText, units: list[Unit], front: Front, after: int, sent: str | None
) -> tuple[int, int] | None:
    """Where the plan's own title stands: the lines that say the name in the notice, else lines that end in a genre."""
    name = None if front.title is None else named_plan(source, front.title)
    wanted = sent if name is None else plain(source.folded[name[0] : name[1]])
    wanted = same_name(wanted) if wanted else None
    for i in range(after, len(units)):
        joined = ""
        for count, unit in enumerate(units[i : i + MAX_TITLE_LINES], 1):
            joined += same_name(plain(source.folded[unit.start : unit.end]))
            if joined == wanted:
                return i, count
    found = find_title(source, units[after:], None)
    return None if found is None else (found[0] + after, found[1])
