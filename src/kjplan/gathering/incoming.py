"""A checklist that was filled in and came back: what it says that the ledger does not say yet.

Only what somebody wrote counts: a cell that is as kjplan wrote it, or empty, changes nothing, so an old file takes
nothing back. Where the ledger says one thing and the file another, that is a conflict for a person to decide.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from pathlib import Path
from typing import Literal

from kjplan.checklists.assigned import overlaid, progress_words, report_words
from kjplan.checklists.profiles import DEFAULT, PROFILES, Profile
from kjplan.checklists.rows import Row, build
from kjplan.checklists.sheet import ASSIGNED, IN_PLAN
from kjplan.gathering.figures import apart, report_of
from kjplan.gathering.sheets import FILLED_IN, Filled
from kjplan.ledger.bodies import names_in
from kjplan.ledger.book import Book, Standing
from kjplan.ledger.editing import Place, fitted, task_for
from kjplan.ledger.entries import Progress
from kjplan.ledger.files import change
from kjplan.ledger.placing import known_by
from kjplan.ledger.reading import read_ledger
from kjplan.ledger.writing import Data, with_entries
from kjplan.model import Goal, Measure, Plan, Target
from kjplan.output.csv import cell as as_in_csv
from kjplan.storage.corrections.places import bare

What = Literal["new", "conflict", "unplaced"]
Side = Literal["ours", "theirs"]

_MARK = re.compile("(?:" + "|".join(re.escape(mark) for mark in ASSIGNED) + r")(?:（原文：.*）| \(plan: .*\))?$", re.S)
assert all(words.startswith(start) for words, start in zip(IN_PLAN, ("（原文：", " (plan: "), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A cell that says something new."""

    what: What
    """new (the ledger says nothing there), conflict (it says something else) or unplaced (the row is no task of the plan)."""
    place: str
    """Where the row stands in its file."""
    id: str
    """Id of the goal, measure or target; what the row calls itself where it is unplaced."""
    cell: str
    """The column's stable name."""
    ours: str
    """What the ledger says."""
    theirs: str
    """What the file says."""
    at: Place | None = None
    entry: Data | None = None
    """The keys to enter, but for the day and who says so."""


def bring_in(
    path: Path,
    plan: Plan,
    rows: Sequence[Filled],
    *,
    day: Day,
    who: str | None,
    keep: Side | None,
    dry_run: bool,
    profile: Profile = DEFAULT,
) -> list[Difference]:
    """Enter what a filled-in checklist says into a ledger.

    :param path: the ledger
    :param keep: whose words count where both say something; None leaves the ledger as it is if there is any conflict
    :param dry_run: write nothing
    :param profile: what the table was written with, for its words where nothing is stated
    :returns: every difference; nothing was written if there is a conflict (or an unplaced row) and ``keep`` is None
    :raises KjplanError: the ledger cannot be read or written
    """
    found: list[Difference] = []

    def edit(text: str) -> str:
        book = Book(plan, read_ledger(text, str(path)))
        found[:] = differences(book, rows, day, profile)
        undecided = keep is None and any(d.what != "new" for d in found)
        return text if undecided or dry_run else with_entries(text, str(path), _entries(book, found, keep, day, who))

    change(path, edit)
    return found


def _entries(
    book: Book, found: Iterable[Difference], keep: Side | None, day: Day, who: str | None
) -> list[tuple[int | Data, str, Data]]:
    """What to put into the ledger: one assignment a row, and a report each."""
    assigned: dict[tuple[str, str], tuple[Place, Data]] = {}
    entries: list[tuple[int | Data, str, Data]] = []
    by = {"who": who} if who else {}
    for d in found:
        if d.at is None or d.entry is None or (d.what == "conflict" and keep != "theirs"):
            continue
        if d.cell == "progress":
            entry = fitted(d.at, {"date": day.isoformat(), **d.entry})
            entries.append((task_for(book, d.at.node), "progress", entry | by))
        else:
            assigned.setdefault((d.id, d.place), (d.at, {}))[1].update(d.entry)
    for at, given in assigned.values():
        entry = fitted(at, {"date": day.isoformat(), **given})
        entries.append((task_for(book, at.node), "assigned", entry | by))
    return entries


def differences(book: Book, rows: Sequence[Filled], day: Day, profile: Profile = DEFAULT) -> list[Difference]:
    """What filled-in rows say that a ledger does not; the same words in two rows of one task count once.

    :param day: the day of reports that name none
    """
    finder = _Finder(book)
    found: dict[tuple[str, str, str], Difference] = {}
    for row in (_without(row, {*_ABSENT, *profile.not_stated}) for row in rows):
        place = finder.find(row)
        for d in _unplaced(row) if place is None else _Comparison(book, finder.row(place), place, row, day).all():
            found.setdefault((d.id, d.cell, d.theirs), d)
    return _contradictions(list(found.values()))


def _contradictions(found: list[Difference]) -> list[Difference]:
    """The same, two rows that say different things of one cell being a conflict."""
    first: dict[tuple[str, str], Difference] = {}
    out = []
    for d in found:
        former = first.setdefault((d.id, d.cell), d)
        if former is not d and d.what == "new" and d.cell != "progress":
            d = Difference(
                what="conflict", place=d.place, id=d.id, cell=d.cell,
                ours=f"{former.theirs} ({former.place})", theirs=d.theirs, at=d.at, entry=d.entry,
            )  # fmt: skip
        out.append(d)
    return out


_ABSENT = {words for profile in PROFILES.values() for words in profile.not_stated}


def _without(row: Filled, absent: set[str]) -> Filled:
    """A row whose cells are empty where they say that nothing is stated."""
    return Filled(row.place, {name: "" if words in absent else words for name, words in row.cells.items()})


def _unplaced(row: Filled) -> list[Difference]:
    called = " ".join(filter(None, (row.cells.get("id") or row.cells.get("no"), row.cells.get("task"))))
    return [
        Difference(what="unplaced", place=row.place, id=called, cell=name, ours="", theirs=words)
        for name in FILLED_IN
        if (words := row.cells.get(name, ""))
    ]


class _Finder:
    """Which task a row is."""

    def __init__(self, book: Book) -> None:
        self.nodes: list[Goal | Measure] = [standing.node for standing in book]
        self.places = {n.id: Place(n, None) for n in self.nodes}
        self.places |= {t.id: Place(n, t) for n in self.nodes for t in n.targets}
        plain = {row.id: row for row in build(book.plan, with_goals=True)}
        split = [replace(plain[n.id], target_id=t.id) for n in self.nodes for t in n.targets]
        self.rows = {row.key: row for row in overlaid([*plain.values(), *split], book)}

    def find(self, row: Filled) -> Place | None:
        """By its id, if its words are that task's; else by number and title, else by a title that only one task has."""
        named, words = self.places.get(row.cells.get("id", "")), bare(row.cells.get("task", ""))
        if named is not None and (not words or self._is(named, words)):
            return named
        titled = [
            place for id, place in self.places.items() if place.target is None and words and self._is(place, words)
        ]
        numbered = [p for p in titled if p.node.number == row.cells.get("no")]
        return next((found[0] for found in (numbered, titled) if len(found) == 1), None)

    def _is(self, place: Place, words: str) -> bool:
        row = self.rows[place.node.id]
        names = [row.task or "", known_by(place.node)[0]]
        if place.target is not None:
            names += [place.target.indicator, f"{row.task}：{place.target.indicator}"]
        return any(words == bare(name) for name in names) or bool(place.target and bare(row.task or "") in words)

    def row(self, place: Place) -> Row:
        """The checklist's row for a place, as it is now."""
        return self.rows[place.node.id if place.target is None else place.target.id]


class _Comparison:
    """One row that came back against the same row as it is now."""

    def __init__(self, book: Book, now: Row, at: Place, row: Filled, day: Day) -> None:
        self.book, self.now, self.at, self.filled, self.day = book, now, at, row, day
        self.standing: Standing = book.standings[at.node.id]

    def all(self) -> list[Difference]:
        """Everything new in it."""
        found = [d for name in FILLED_IN if name != "progress" and (d := self._assigned(name))]
        return found + self._progress()

    def _difference(self, what: What, cell: str, ours: str, theirs: str, entry: Data) -> Difference:
        id = self.at.node.id if self.at.target is None else self.at.target.id
        return Difference(
            what=what, place=self.filled.place, id=id, cell=cell, ours=ours, theirs=theirs, at=self.at, entry=entry
        )

    def _assigned(self, name: str) -> Difference | None:
        words = _MARK.sub("", self.filled.cells.get(name, "")).strip()
        ours: str = getattr(self.now, name) or ""
        if words == "" or words in _spellings(ours) or words in _spellings(self.now.overridden.get(name, "")):
            return None
        if name in ("lead", "support") and self._called(words) == self._called(ours):
            return None
        taken = (self.now.origin or {}).get(name) == "assigned"
        return self._difference("conflict" if taken else "new", name, ours, words, {name: words})

    def _called(self, words: str) -> list[str]:
        return [self.book.called(name) for name in names_in(words)]

    def _progress(self) -> list[Difference]:
        """New reports: what is left of the cell without the reports that the ledger has."""
        words = self.filled.cells.get("progress", "").strip()
        target = self.at.target
        dates = sorted({s.entry.date for s in self.standing.progress if s.entry.date})
        known = {progress_words(self.standing, target)} | {
            progress_words(self.standing, target, until=d) for d in dates
        }
        if not words or any(words in _spellings(told) for told in known):
            return []
        rest = words
        for told in sorted(self._told(), key=len, reverse=True):
            rest = rest.replace(told, "；")
        pieces = [piece.strip() for piece in re.split(r"[；\n]+", rest) if piece.strip(" ；。，")]
        targets = self._targets()
        return [d for piece in pieces for told in apart(piece, targets) if (d := self._report(told))]

    def _told(self) -> set[str]:
        """Every report of the task in the words in which a checklist shows it."""
        told: set[str] = set()
        for said in self.standing.progress:
            report = said.entry
            if isinstance(report, Progress):
                names = ["", said.target.indicator if said.target else f"{report.part}：" if report.part else ""]
                for name in names:
                    told |= _spellings(report_words(report, said.target, name))
        return told

    def _targets(self) -> list[Target]:
        return [self.at.target] if self.at.target is not None else self.at.node.targets

    def _report(self, piece: str) -> Difference | None:
        target, entry = report_of(piece, self._targets())
        entry = {"date": self.day.isoformat()} | entry
        at = Place(self.at.node, target)
        same = self._same_day(target, entry)
        if any(_says(report, entry) for report in same):
            return None
        clash = next((r for r in same if r.value is not None and "value" in entry), None)
        ours = "" if clash is None else report_words(clash, target)
        id = at.node.id if target is None else target.id
        return Difference(
            what="new" if clash is None else "conflict", place=self.filled.place, id=id, cell="progress",
            ours=ours, theirs=piece, at=at, entry=entry,
        )  # fmt: skip

    def _same_day(self, target: Target | None, entry: Data) -> list[Progress]:
        return [r for r in self.standing.reports(target) if r.date.isoformat() == entry["date"]]


def _says(report: Progress, entry: Data) -> bool:
    return all(getattr(report, key) == entry.get(key) for key in ("value", "percent", "words"))


def _spellings(words: str) -> set[str]:
    """Some words as they are, and as a file holds them that kjplan wrote."""
    if not words:
        return set()
    guarded = as_in_csv(words)
    return {words.strip(), f"'{words}".strip(), guarded.strip(), guarded.removeprefix("'").strip()}
