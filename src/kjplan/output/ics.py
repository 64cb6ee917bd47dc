"""The task table as a calendar of to-dos (RFC 5545): one VTODO a task, due at the end of its last day in China.

A task whose deadline nobody states is there without DUE: nothing is guessed. The same plan gives the same bytes: the
stamps are the plan's day, and a task is known by its words and not by its number, so a calendar that takes in an
amended plan updates the tasks it has.
"""

from collections.abc import Iterator
from hashlib import sha256

from kjplan.checklists.rows import Row
from kjplan.checklists.sheet import Sheet, is_day
from kjplan.language import say
from kjplan.output.escape import visible_lines

_ZONE = "Asia/Shanghai"
_END_OF_DAY = "235900"
_ALARMS = ("-P29DT14H59M", "-P6DT14H59M", "-PT14H59M")
"""At 9:00 in the morning 29 days and 6 days before the last day, and on it: before 23:59 by 14 hours 59 minutes more."""
_DONE = ("已完成", "提前完成", "done", "done early")
"""What 进展情况 says of a finished task."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\t": " "})
_ROOM = 74
"""Octets of a line before it is folded; with the blank that begins the next one, 75 at most."""


def to_ics(sheet: Sheet) -> str:
    """The calendar's text, lines ending in CR LF."""
    return "".join(f"{folded}\r\n" for line in _calendar(sheet) for folded in _folded(line))


def _calendar(sheet: Sheet) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kjplan//checklist//EN", "CALSCALE:GREGORIAN")
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{_text(sheet.title)}"
    yield f"X-WR-TIMEZONE:{_ZONE}"
    yield from ("BEGIN:VTIMEZONE", f"TZID:{_ZONE}", "BEGIN:STANDARD", "DTSTART:19920101T000000")
    yield from ("TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE")
    seen: dict[str, int] = {}
    rows = {line.row.key: line.row for line in sheet.lines}
    for row in rows.values():
        name = "\n".join((sheet.key, row.task or "", (row.target or "") if row.target_id else ""))
        seen[name] = seen.get(name, 0) + 1
        yield from _todo(row, f"{name}\n{seen[name]}", sheet.date)
    yield "END:VCALENDAR"


def _todo(row: Row, name: str, day: str) -> Iterator[str]:
    yield from ("BEGIN:VTODO", f"UID:{sha256(name.encode('utf-8', 'backslashreplace')).hexdigest()[:32]}@kjplan")
    yield f"DTSTAMP:{_compact(day)}T000000Z"
    yield f"SUMMARY:{_text(' '.join(filter(None, (row.no, row.task))))}"
    if words := _description(row):
        yield f"DESCRIPTION:{_text(words)}"
    if row.section:
        yield f"CATEGORIES:{_text(row.section)}"
    due = row.due_date if is_day(row.due_date) else None
    if due:
        yield f"DUE;TZID={_ZONE}:{_compact(due)}T{_END_OF_DAY}"
    yield f"STATUS:{'COMPLETED' if row.progress in _DONE else 'NEEDS-ACTION'}"
    if due and row.progress not in _DONE:
        for before in _ALARMS:
            yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(row.task or row.id)}")
            yield from (f"TRIGGER;RELATED=END:{before}", "END:VALARM")
    yield "END:VTODO"


def _description(row: Row) -> str:
    """The facts of a task, one a line, then its words."""
    facts = (
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
