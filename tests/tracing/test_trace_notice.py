"""The trace of the 2022 notice, link by link: what a reader of the notice would say, and nothing else."""

import kjplan
from kjplan.tracing import Trace, trace
from tests.conftest import NOTICE


def _trace() -> Trace:
    return trace(kjplan.parse_file(NOTICE).plan)


def test_every_link_of_the_notice() -> None:
    found = {
        row.goal.id: [(link.measure.id, link.grounds[0].reason, link.certainty) for link in row.links]
        for row in _trace().goals
    }
    assert found == {
        "G1": [("M9", "shared_topic", "medium")],
        "G2": [("M10", "related_topic", "low")],
        "G3": [],
        "G4": [("M11", "same_number", "high"), ("M12", "same_number", "high")],
        "G5": [("M5", "shared_topic", "medium")],
        "G6": [("M9", "same_indicator", "high")],
    }


def test_how_the_measures_drift() -> None:
    rows = {row.goal.id: row.links for row in _trace().goals}
    eleven, twelve = rows["G4"]
    assert eleven.notes == ["bound_added", "hedge_added", "verb_changed"]
    assert twelve.notes == ["bound_added", "verb_changed"]
    assert not eleven.contradicts and not twelve.contradicts
    (nine,) = rows["G6"]
    assert nine.notes == ["all_instead_of_part"] and nine.contradicts
    assert nine.grounds[0].quote == "持续推动规上工业企业研发活动全覆盖"


def test_who_is_left_over() -> None:
    found = _trace()
    assert [goal.id for goal in found.without_measure] == ["G3"]
    linked = {"M5", "M9", "M10", "M11", "M12"}
    assert [m.id for m in found.without_goal] == [f"M{n}" for n in range(1, 24) if f"M{n}" not in linked]
