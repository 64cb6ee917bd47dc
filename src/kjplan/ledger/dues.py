"""Deadlines as people write them in a ledger: 2022-06-30, or 6月底前."""

from datetime import date

from kjplan.extraction.dates import resolve
from kjplan.reading.text import fold


def due_date(words: str, year: int | None) -> date | None:
    """The last day that a deadline means; None for 长期推进 and for words that name no day.

    :param year: the plan's, for words that name none
    """
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        pass  # the usual case: words
    named = fold(words)
    return resolve(named, year) if any(sign in named for sign in "年月季度") else None
