"""Days as people write them in a ledger: 2022-06-30, 2022/6/30, or 6月底前."""

import re
from datetime import date

from kjplan.extraction.dates import resolve
from kjplan.reading.text import fold

_CALENDAR = re.compile(r"[年月季度]|20\d\d[-./]\d")
"""Without any of it words name no day."""
_DAY = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日")


def written_day(words: str) -> date | None:
    """The day that words are and nothing else: 2022-06-30, 2022/6/30, 2022.6.30, 2022年6月30日; else None."""
    found = _DAY.fullmatch(fold(words).strip())
    try:
        if found is None:
            return date.fromisoformat(words.strip())
        return date(*(int(part) for part in found.groups() if part and part.isdigit()))
    except ValueError:
        return None


def due_date(words: str, year: int | None) -> date | None:
    """The last day that a deadline means; None for 长期推进 and for words that name no day.

    :param year: the plan's, for words that name none
    """
    if (day := written_day(words)) is not None:
        return day
    named = fold(words)
    return resolve(named, year) if _CALENDAR.search(named) else None
