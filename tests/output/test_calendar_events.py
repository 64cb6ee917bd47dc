"""The task table as events, for calendars that know no to-dos."""

from datetime import date, datetime, time
from typing import Any

import icalendar
import pytest

from kjplan.checklists import build, sheet
from kjplan.output.ics import to_ics, undated
from tests.checklists.plans import sample


def events(progress: str = "") -> list[Any]:
    plan = sample()
    rows = build(plan)
    rows[1].progress = progress
    made: Any = icalendar.Calendar.from_ical(to_ics(sheet(plan, rows), events=True))
    return list(made.walk("VEVENT"))


def test_a_deadline_is_the_whole_of_its_day_and_keeps_nobody_busy() -> None:
    (event,) = events()
    assert str(event["SUMMARY"]) == "due: 12 =1+1"
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2023, 12, 31), date(2024, 1, 1))
    assert str(event["TRANSP"]) == "TRANSPARENT"


def test_what_has_no_day_is_no_event_and_is_counted() -> None:
    plan = sample()
    made = sheet(plan, build(plan))
    assert (len(events()), undated(made)) == (1, 3)
    assert "VTODO" not in to_ics(made, events=True)
    assert "VEVENT" not in to_ics(made)


def test_alarms_ring_at_nine_as_those_of_to_dos() -> None:
    (event,) = events()
    start = datetime.combine(event.decoded("DTSTART"), time())
    rings = [start + alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
    assert [ring.isoformat()[:16] for ring in rings] == ["2023-12-02T09:00", "2023-12-25T09:00", "2023-12-31T09:00"]
    assert not events("已完成")[0].walk("VALARM")


@pytest.mark.parametrize("events", [False, True])
def test_the_last_day_of_all_is_one_too(events: bool) -> None:
    plan = sample()
    plan.measures[1].due[0].date = "9999-12-31"
    assert "99991231" in to_ics(sheet(plan, build(plan)), events=events)
