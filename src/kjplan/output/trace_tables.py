"""A trace as tables: goals with their measures, goals without one, measures without a goal."""

from kjplan.language import say
from kjplan.output.diff_words import notes_words, value_words
from kjplan.output.markdown import escape, to_markdown
from kjplan.output.style import Style, paint
from kjplan.output.table import to_plain, to_screen
from kjplan.querying.table import Column, Table
from kjplan.querying.tables import heading
from kjplan.tracing import Certainty, Ground, Link, Note, Reason, Trace

_GOAL = Column("goal", "目标", "goal")
_MEASURE = Column("measure", "举措", "measure")
_CERTAINTY = Column("certainty", "把握", "certainty")
_REASON = Column("reason", "依据", "reason")
_NOTES = Column("notes", "出入", "drift")
_QUOTE = Column("quote", "举措原文", "words of the measure")

_CERTAINTIES: dict[Certainty, tuple[str, str]] = {
    "high": ("高", "high"),
    "medium": ("中", "medium"),
    "low": ("低", "low"),
}
_REASONS: dict[Reason, tuple[str, str]] = {
    "same_number": ("重申数字", "same number"),
    "same_indicator": ("同一指标", "same indicator"),
    "shared_topic": ("共同话题", "shared topic"),
    "related_topic": ("相关话题", "related topic"),
    "shared_words": ("共同用词", "shared words"),
}
_NOTE_WORDS: dict[Note, tuple[str, str]] = {
    "value_differs": ("矛盾：数值不一致", "contradiction: another figure"),
    "all_instead_of_part": ("矛盾：目标只定一部分，举措说全部", "contradiction: all, where the goal sets a part"),
    "basis_differs": ("口径不同", "another kind of figure"),
    "verb_changed": ("动词不同", "another verb"),
    "period_differs": ("时段不同", "for another time"),
}
"""Notes that a diff does not have; the others are put as there."""

Parts = list[tuple[str, Table]]


def to_text(trace: Trace, *, why: bool = False, color: bool = False, columns: int | None = None) -> str:
    """The trace for a screen or pipe; see ``kjplan.output.formats.to_text`` for the parameters."""
    blocks = ["".join(f"{line}\n" for line in _remarks(trace))]
    for title, table in parts(trace, why=why):
        drawn = to_plain(table, color=color) if columns is None else to_screen(table, columns, color=color)
        blocks.append(f"{paint(title, Style.HEAD, color)}\n{drawn}")
    return "\n".join(filter(None, blocks))


def to_markdown_text(trace: Trace, *, why: bool = False) -> str:
    """The trace as Markdown."""
    blocks = [f"{escape(line)}\n" for line in _remarks(trace)]
    blocks += [f"## {title}\n\n{to_markdown(table)}" for title, table in parts(trace, why=why)]
    return "\n".join(blocks)


def parts(trace: Trace, *, why: bool = False) -> Parts:
    """Headings with the number of rows, and tables; parts without rows are left out.

    :param why: also the words of the measure
    """
    linked = linked_rows(trace, why)
    orphans = Table([_GOAL], [[heading(goal)] for goal in trace.without_measure])
    loose = Table([_MEASURE], [[heading(measure)] for measure in trace.without_goal])
    carried = sum(bool(row.links) for row in trace.goals)
    titled = [
        (say(f"有举措的目标（{carried}）", f"Goals and the measures that carry them ({carried})"), linked),
        (
            say(f"没有找到举措的目标（{len(orphans.rows)}）", f"Goals with no measure found ({len(orphans.rows)})"),
            orphans,
        ),
        (say(f"没有找到目标的举措（{len(loose.rows)}）", f"Measures with no goal found ({len(loose.rows)})"), loose),
    ]
    return [(title, table) for title, table in titled if table.rows]


def linked_rows(trace: Trace, why: bool) -> Table:
    """A row for each measure of each goal."""
    columns = [_GOAL, _MEASURE, _CERTAINTY, _REASON, _NOTES, *([_QUOTE] if why else [])]
    rows = []
    for row in trace.goals:
        for link in row.links:
            quotes = [" / ".join(g.quote or "" for g in link.grounds)] if why else []
            rows.append([heading(row.goal), heading(link.measure), *_link_cells(link), *quotes])
    return Table(columns, rows)


def everything(trace: Trace) -> Table:
    """One table for a spreadsheet: a goal without a measure has a row without one, a measure without a goal likewise."""
    goal, measure = Column("goal_id", "目标编号", "goal id"), Column("measure_id", "举措编号", "measure id")
    columns = [goal, _GOAL, measure, _MEASURE, _CERTAINTY, _REASON, _NOTES, _QUOTE]
    rows = []
    for row in trace.goals:
        start = [row.goal.id, heading(row.goal)]
        for link in row.links:
            quotes = " / ".join(g.quote or "" for g in link.grounds)
            rows.append([*start, link.measure.id, heading(link.measure), *_link_cells(link), quotes])
        if not row.links:
            rows.append([*start, *[""] * 6])
    rows += [["", "", m.id, heading(m), *[""] * 4] for m in trace.without_goal]
    return Table(columns, rows)


def _link_cells(link: Link) -> list[str]:
    certainty = say(*_CERTAINTIES[link.certainty])
    return [certainty, say("；", "; ").join(map(_ground, link.grounds)), _notes(link.notes)]


def _ground(ground: Ground) -> str:
    """A ground in words: ``same number: 高新技术企业 新增1000家 → 力争新培育1000家以上``."""
    words = f"{say(*_REASONS[ground.reason])}{say('：', ': ')}{ground.shared}"
    if ground.reason not in ("same_number", "same_indicator"):
        return words
    said = value_words(ground.measure_target) or ground.quote or ""
    return f"{words} {value_words(ground.goal_target)} → {said}"


def _notes(notes: list[Note]) -> str:
    return say("；", "; ").join(
        say(*_NOTE_WORDS[note]) if note in _NOTE_WORDS else notes_words([note]) for note in notes
    )


def _remarks(trace: Trace) -> list[str]:
    """What the plan does not hold, of which nothing can be said."""
    said = {
        "goals": say(
            "要点没有收录目标，看不出举措服务于哪个目标", "the plan holds no goals, so measures cannot be traced"
        ),
        "measures": say(
            "要点没有收录举措，看不出目标由哪项举措落实", "the plan holds no measures, so goals cannot be traced"
        ),
    }
    return [said[what] for what in trace.not_recorded]
