"""The summary of a period (半年、全年情况汇总): what was promised, how far it is, what is behind, who has not reported."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from kjplan.checklists.assigned import report_words
from kjplan.language import say
from kjplan.ledger.bodies import names_in
from kjplan.ledger.book import Book, Said, Standing
from kjplan.ledger.entries import Progress
from kjplan.ledger.history import happened
from kjplan.ledger.pace_table import summary, table
from kjplan.ledger.pacing import Pace, paces
from kjplan.ledger.placing import known_by
from kjplan.model import Goal, Section
from kjplan.querying.table import Table
from kjplan.reporting.periods import Period


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a report, in order; ``words`` or ``table``."""

    kind: Literal["title", "heading", "subheading", "paragraph", "table"]
    words: str = ""
    table: Table | None = None


_TABLE = ("task", "target", "expected", "actual", "rate", "status", "note")
"""The columns of ``pace`` that a report shows."""

_ORDINALS = "一二三四五六七八九十"


def summarize(book: Book, period: Period) -> list[Block]:
    """The report of a period, headings and connecting words in the language in force.

    :raises KjplanError: the plan names no year
    """
    rows = paces(book, period.end)
    goals = {node.id for node in book.plan.goals}
    chapters: list[tuple[str, list[Block]]] = [
        (say("总体情况", "Overview"), list(_overview(book, rows, period))),
        (say("主要目标完成情况", "Goals"), _pace_table([row for row in rows if row.owner in goals])),
        (say("重点任务进展", "Tasks"), list(_tasks(book, rows, period))),
        (say("存在的差距", "What is behind"), list(_gaps(rows))),
        (say("台账中未能对应的记录", "Entries without a place in the plan"), list(_lost(book, period))),
    ]
    blocks = [Block("title", _title(book, period))]
    for name, found in (chapter for chapter in chapters if chapter[1]):
        number = sum(block.kind == "heading" for block in blocks)
        blocks += [Block("heading", say(f"{_ORDINALS[number]}、{name}", name)), *found]
    return blocks


def _title(book: Book, period: Period) -> str:
    title = " ".join((book.plan.title or say("年度工作要点", "Work plan")).split())
    whole = period.zh.removeprefix(f"{book.plan.year}年") or say("全年", "")
    return say(f"{title}{whole}执行情况", f"{title}: progress in {period.en}")


def _overview(book: Book, rows: list[Pace], period: Period) -> Iterator[Block]:
    reported = sum(any(_in(said, period) for said in standing.progress) for standing in book)
    numbered = [row for row in rows if row.indicator is not None]
    end = period.end
    share = rows[0].share if rows else 0
    yield Block(
        "paragraph",
        say(
            f"截至{end.year}年{end.month}月{end.day}日，时间进度{share}%。要点共有目标{len(book.plan.goals)}项、举措"
            f"{len(book.plan.measures)}项，量化指标{len(numbered)}个；本期有{reported}项报送进展。",
            f"By {end.isoformat()}, {share}% of the time had passed. The plan has {len(book.plan.goals)} goals,"
            f" {len(book.plan.measures)} measures and {len(numbered)} quantified targets; {reported} were reported on.",
        ),
    )
    if rows:
        yield Block("paragraph", say("按序时进度：", "By the share of the year gone: ") + summary(rows))


def _pace_table(rows: list[Pace]) -> list[Block]:
    if not rows:
        return []
    full = table(rows, bars=False)
    kept = [n for n, column in enumerate(full.columns) if column.key in _TABLE]
    cells = [[row[n] for n in kept] for row in full.rows]
    return [Block("table", table=Table([full.columns[n] for n in kept], cells))]


def _tasks(book: Book, rows: list[Pace], period: Period) -> Iterator[Block]:
    """What was reported in the period, section by section; tasks that nobody reported on are told among the gaps."""
    section: Section | None = None
    for standing in book:
        told = [said for said in standing.progress if _in(said, period)]
        if isinstance(standing.node, Goal) or not told:
            continue
        if standing.section is not section and standing.section is not None:
            yield Block("subheading", " ".join(filter(None, (standing.section.marker, standing.section.title))))
        section = standing.section
        yield Block("paragraph", _task_words(book, standing, told))
        if own := [row for row in rows if row.owner == standing.node.id and row.indicator is not None]:
            yield from _pace_table(own)


def _task_words(book: Book, standing: Standing, told: list[Said]) -> str:
    node = standing.node
    lead = "、".join(dict.fromkeys(map(book.called, names_in(standing.words("lead") or ""))))
    number = "" if node.number is None else f"{node.number}. "
    head = f"{number}{known_by(node)[0]}" + (say(f"（{lead}）", f" ({lead})") if lead else "")
    words = []
    for said in told:
        report = said.entry
        assert isinstance(report, Progress)
        name = said.target.indicator if said.target else f"{report.part}：" if report.part else ""
        shown = report.evidence if report.evidence != report.words else None
        evidence = say(f"（依据：{shown}）", f" (evidence: {shown})") if shown else ""
        words.append(report_words(report, said.target, name) + evidence)
    return f"{head}{say('：', ': ')}{say('；', '; ').join(words)}{say('。', '')}"


def _in(said: Said, period: Period) -> bool:
    return isinstance(said.entry, Progress) and period.start <= said.entry.date <= period.end


_GAPS: tuple[tuple[str, str, str], ...] = (
    ("behind", "欠进度", "Behind"),
    ("overdue", "逾期未完成", "Overdue"),
    ("not_reported", "未报送", "Not reported"),
)
"""What counts as a gap, in the order of a report."""


def _gaps(rows: list[Pace]) -> Iterator[Block]:
    for kind, zh, en in _GAPS:
        found = [row for row in rows if (row.overdue if kind == "overdue" else row.status == kind)]
        if found:
            yield Block("paragraph", say(f"{zh}（{len(found)}）：", f"{en} ({len(found)}): ") + _listed(found))


def _listed(rows: Iterable[Pace]) -> str:
    words = []
    for row in rows:
        name = row.indicator or row.task
        short = "" if row.actual is None or row.expected is None else f" {row.actual}/{row.expected}{row.unit or ''}"
        lead = "" if row.lead is None else say(f"（{row.lead}）", f" ({row.lead})")
        words.append(f"{row.id} {name}{short}{lead}")
    return say("；", "; ").join(words) + say("。", "")


def _lost(book: Book, period: Period) -> Iterator[Block]:
    for event in happened(book):
        if event.state in ("task", "target", "part") and (event.day is None or event.day <= period.end):
            yield Block("paragraph", f"{event.id} {event.task}{say('：', ': ')}{event.words}")
