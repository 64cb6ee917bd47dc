"""Two real pairs of years against what a careful reader wrote down, where the corpus stands beside the checkout."""

import pytest

from benchmarks.diff_series import CORPUS, SERIES, score_series


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus beside the checkout is absent")
@pytest.mark.parametrize("name", SERIES)
def test_a_real_series(name: str) -> None:
    found = score_series(name)
    assert found.sections.f1 >= 0.9, found.sections.faults
    assert found.goals.recall >= 0.95, found.goals.faults
    assert found.tasks.f1 >= 0.95, found.tasks.faults
    assert found.crossed == 0
