"""Days as people write them."""

from datetime import date

import pytest

from kjplan.ledger.dues import due_date, written_day


@pytest.mark.parametrize(
    "words", ["2025-10-31", "2025/10/31", "2025.10.31", "2025年10月31日", "２０２５/10/31", " 2025-10-31 ", "20251031"]
)
def test_a_day_in_the_ways_of_offices(words: str) -> None:
    assert written_day(words) == due_date(words, None) == date(2025, 10, 31)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("2025/6/30前", date(2025, 6, 30)),
        ("2025.6", date(2025, 6, 30)),
        ("6月底前", date(2025, 6, 30)),
        ("长期推进", None),
        ("10.31", None),
        ("3.2", None),
        ("2025-13-01", None),
        ("尽快", None),
    ],
)
def test_words_that_name_a_day_and_such_that_do_not(words: str, due: date | None) -> None:
    assert (written_day(words), due_date(words, 2025)) == (None, due)
