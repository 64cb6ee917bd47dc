"""The task table as a calendar (RFC 5545): one VTODO a task, due at the end of its last day in China; or, for calendars
that know no to-dos (Outlook, Google's, most of those on telephones), one VEVENT a deadline, the whole of that day.

A task whose deadline nobody states is there without DUE, and is no event: nothing is guessed. The same plan gives the same bytes: the
stamps are the plan's day, and a task is known by its words and not by its number, so a calendar that takes in an
amended plan updates the tasks it has.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256

from kjplan.checklists.rows import Row
from kjplan.checklists.sheet import Sheet, is_day
from kjplan.language import say
from kjplan.output.escape import visible_lines

_ZONE = "Asia/Shanghai"
_END_OF_DAY = "235900"
_ALARMS = ("-P29DT14H59M", "-P6DT14H59M", "-PT14H59M")
"""At 9:00 in the morning 29 days and 6 days before the last day, and on it: before 23:59 by 14 hours 59 minutes more."""
_EVENT_ALARMS = ("-P28DT15H", "-P5DT15H", "PT9H")
"""The same moments from 0:00 of the last day, when an event of a whole day begins."""
_DONE = ("已完成", "提前完成", "done", "done early")
"""What 进展情况 says of a finished task."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\t": " "})
_ROOM = 74
"""Octets of a line before it is folded; with the blank that begins the next one, 75 at most."""


def to_ics(sheet: Sheet, *, events: bool = False) -> str:
    """The calendar's text, lines ending in CR LF.

    :param events: deadlines as events of a whole day, instead of tasks as to-dos
    """
    return "".join(f"{folded}\r\n" for line in _calendar(sheet, events) for folded in _folded(line))


def undated(sheet: Sheet) -> int:
    """How many tasks of a table are no events, because nobody states when they are due."""
    return len({(line.row.whose, line.row.key) for line in sheet.lines if not is_day(line.row.due_date)})


def _calendar(sheet: Sheet, events: bool) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kjplan//checklist//EN", "CALSCALE:GREGORIAN")
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{_text(sheet.title)}"
    yield f"X-WR-TIMEZONE:{_ZONE}"
    if not events:  # A day is one everywhere.
        yield from ("BEGIN:VTIMEZONE", f"TZID:{_ZONE}", "BEGIN:STANDARD", "DTSTART:19920101T000000")
        yield from ("TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE")
    seen: dict[str, int] = {}
    rows = {(line.row.whose, line.row.key): line.row for line in sheet.lines}
    for (whose, _), row in rows.items():
        name = "\n".join(
            (sheet.key if whose is None else whose.key, row.task or "", (row.target or "") if row.target_id else "")
        )
        seen[name] = seen.get(name, 0) + 1
        digest = sha256(f"{name}\n{seen[name]}".encode("utf-8", "backslashreplace")).hexdigest()[:32]
        yield from _event(row, digest, sheet.date) if events else _todo(row, digest, sheet.date)
    yield "END:VCALENDAR"


def _event(row: Row, digest: str, day: str) -> Iterator[str]:
    """A deadline as the whole of its day, which keeps nobody busy; nothing where no day is stated."""
    if not is_day(row.due_date):
        return
    yield from ("BEGIN:VEVENT", f"UID:{digest}-due@kjplan")
    yield from _told(row, day, say("时限：", "due: "))
    last = date.fromisoformat(row.due_date)
    yield f"DTSTART;VALUE=DATE:{_compact(row.due_date)}"
    if last < date.max:  # Some calendars show an event without an end as a moment.
        yield f"DTEND;VALUE=DATE:{_compact((last + timedelta(1)).isoformat())}"
    yield "TRANSP:TRANSPARENT"
    if row.progress not in _DONE:
        yield from _alarms(row, (f"TRIGGER:{after}" for after in _EVENT_ALARMS))
    yield "END:VEVENT"


def _told(row: Row, day: str, before: str = "") -> Iterator[str]:
    """What a task is called, says and belongs to.

    :param before: stands before its name
    """
    yield f"DTSTAMP:{_compact(day)}T000000Z"
    yield f"SUMMARY:{_text(before + ' '.join(filter(None, (row.no, row.task))))}"
    if words := _description(row):
        yield f"DESCRIPTION:{_text(words)}"
    if row.section:
        yield f"CATEGORIES:{_text(row.section)}"


def _todo(row: Row, digest: str, day: str) -> Iterator[str]:
    yield from ("BEGIN:VTODO", f"UID:{digest}@kjplan")
    yield from _told(row, day)
    due = row.due_date if is_day(row.due_date) else None
    if due:
        yield f"DUE;TZID={_ZONE}:{_compact(due)}T{_END_OF_DAY}"
    yield f"STATUS:{'COMPLETED' if row.progress in _DONE else 'NEEDS-ACTION'}"
    if due and row.progress not in _DONE:
        yield from _alarms(row, (f"TRIGGER;RELATED=END:{before}" for before in _ALARMS))
    yield "END:VTODO"


def _alarms(row: Row, triggers: Iterable[str]) -> Iterator[str]:
    for trigger in triggers:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(row.task or row.id)}", trigger, "END:VALARM")


def _description(row: Row) -> str:
    """The facts of a task, one a line, then its words."""
    facts = (
        (say("要点", "plan"), row.plan),
        (say("目标值", "target"), row.target),
        (say("牵头单位", "lead"), row.lead),
        (say("配合单位", "support"), row.support),
        (say("责任人", "person"), row.person),
        (say("完成时限", "due"), row.due),
        (say("进展情况", "progress"), row.progress),
    )
    colon = say("：", ": ")
    return "\n".join([*(f"{name}{colon}{value}" for name, value in facts if value), *filter(None, (row.action,))])


def _compact(day: str) -> str:
    return day.replace("-", "")


def _text(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11); control characters are shown as what they are."""
    return visible_lines(text).translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """A content line in pieces of 75 octets at most (3.1), never cut within a character."""
    piece, size = "", 0
    for char in line:
        width = len(char.encode("utf-8"))
        if size + width > _ROOM:
            yield piece
            piece, size = " ", 1
        piece += char
        size += width
    yield piece
