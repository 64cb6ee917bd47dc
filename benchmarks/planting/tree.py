"""Defects of the tree: numbers, lists, who and by when, goals and the measures that carry them."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from benchmarks.planting.plant import Document, Edit, Plant, Planter, cut, head, number_of, put, with_number
from kjplan.model import Goal, Measure, Section, Span, Target

_DIVIDED = re.compile("要点|计划|方案|行动|安排|措施|分工")
"""Titles of plans that divide their tasks."""
_FORM = re.compile("[（(【〔\\[]")


def _renumbered(by: int, least: int) -> Callable[[Document, Random], Iterator[Plant]]:
    """An entry whose number is too high or too low; the last of its list where a gap is made, so that nothing behind it
    is as wrong."""

    def candidates(document: Document, draw: Random) -> Iterator[Plant]:
        for nodes in document.numbered:
            for k, node in enumerate(nodes):
                marker = node.marker or ""
                if k < least or node.span is None or (by > 0 and k != len(nodes) - 1):
                    continue
                number = number_of(node.number or "") + by
                other = with_number(marker, number) if number > 0 else None
                if other and document.text.startswith(marker, node.span[0]):
                    yield Plant(((node.span[0], node.span[0] + len(marker), other),), head(node))

    return candidates


def _lost_entry(document: Document, draw: Random) -> Iterator[Plant]:
    """A numbered goal or measure is lost; the next one shows it."""
    for nodes in document.numbered:
        for node, following in pairwise(nodes[1:]):
            if node.span and following.span and following.span[0] >= node.span[1]:
                yield Plant((cut(node.span[0], following.span[0]),), head(following))


def _terminators(document: Document, draw: Random) -> Iterator[Plant]:
    """The mark at the end of one entry is another, or lost."""
    text = document.text
    lists = [[node.span for node in nodes if node.span] for nodes in document.numbered]
    lists += [[item.span for item in m.items if item.span] for m in document.plan.walk(Measure)]
    for spans in lists:
        ends = [text[end - 1] for _, end in spans]
        plain = all(not re.search("[。！？]", text[start : end - 1]) for start, end in spans)
        if len(spans) < 3 or not plain or len(set(ends[:-1])) > 1 or ends[0] not in "；;。":
            continue
        end = draw.choice(spans[:-1])[1]
        if text[end : end + 1] != "\n":
            continue  # without a line end an entry that has no mark is no entry
        yield Plant(((end - 1, end, draw.choice(("。" if ends[0] in "；;" else "；", "，", ""))),), (end - 2, end))


def _skipped(document: Document, draw: Random) -> Iterator[Plant]:
    """（一） below 一、 becomes 1. in one part."""
    for section in document.plan.walk(Section):
        below = [c for c in section.children if c.marker and c.span]
        inner = [g for c in below for g in getattr(c, "children", ()) if re.match("1[.．、]", g.marker or "")]
        outer = re.match("[一二三四五六七八九十]{1,3}、", section.marker or "") and below and not inner
        if outer and all(re.match("[（(][一二三四五六七八九十]{1,3}[）)]", c.marker or "") for c in below):
            edits = tuple(
                (c.span[0], c.span[0] + len(c.marker), f"{k}.") for k, c in enumerate(below, 1) if c.span and c.marker
            )
            yield Plant(edits, (edits[0][0], edits[0][1]))


def _title_alone(document: Document, draw: Random) -> Iterator[Plant]:
    """A measure loses its words and keeps its title."""
    for nodes in document.numbered:
        for node in nodes if len(nodes) > 2 else ():
            if isinstance(node, Measure) and node.title and node.text and node.span:
                at = document.text.find(node.title, *node.span)
                end = at + len(node.title)
                if at >= 0 and node.span[1] - end > 20 and "\n" in document.text[node.span[1] - 1 : node.span[1] + 1]:
                    tail = node.span[1] - (document.text[node.span[1] - 1] == "\n")
                    yield Plant((cut(end, tail),), head(node))


def _heading_alone(document: Document, draw: Random) -> Iterator[Plant]:
    """A section loses all that stands under its heading."""
    for section in document.plan.walk(Section):
        if section.number and section.span and section.title and (section.text or section.children):
            at = document.text.find("\n", *section.span)
            if 0 < at - section.span[0] < 60 and section.span[1] - at > 40:
                yield Plant((cut(at, section.span[1]),), (section.span[0], at))


def _same_title(document: Document, draw: Random) -> Iterator[Plant]:
    for nodes in document.numbered:
        titled = [n for n in nodes if isinstance(n, Measure) and n.title and n.span and n.text]
        for one, other in pairwise(titled):
            at = document.text.find(other.title or "", *(other.span or (0, 0)))
            if at >= 0 and one.title and other.title:
                yield Plant(((at, at + len(other.title), one.title),), other.span)


def _joined(document: Document, draw: Random) -> Iterator[Plant]:
    """A goal gets a second indicator."""
    for goal in document.plan.walk(Goal):
        if goal.number and goal.span and len(goal.targets) == 1 and "。" not in goal.text and "\n" not in goal.text:
            end = goal.span[1] - (document.text[goal.span[1] - 1] in "；;。，,")
            words = draw.choice(("，新增健身步道120公里", "，海水淡化能力达到3万吨", "，邮路总里程达到560公里"))
            yield Plant((put(end, words),), goal.span)


_STRANGE = (
    "健身步道总里程达到120公里",
    "海水淡化能力达到每日3万吨",
    "电影银幕数达到260块",
    "候鸟监测站达到14个",
    "无障碍出租车达到90辆",
)
"""Goals that a plan rarely has measures for."""


def _orphan(document: Document, draw: Random) -> Iterator[Plant]:
    """A goal that nothing in the measures carries, at the end of the numbered goals."""
    for nodes in document.numbered:
        last = nodes[-1]
        if isinstance(last, Goal) and last.span and len(nodes) > 1:
            other = with_number(last.marker or "", len(nodes) + 1)
            if other:
                words = f"\n{other}{draw.choice(_STRANGE)}。"
                yield Plant((put(last.span[1], words),), (last.span[1], last.span[1]))
    for goal in document.plan.goals:
        if goal.number is None and goal.span and document.text.startswith("。", goal.span[1]):
            end = goal.span[1] + 1
            yield Plant((put(end, f"{draw.choice(_STRANGE)}。"),), (end, end))


def _lost_carriers(document: Document, draw: Random) -> Iterator[Plant]:
    """All measures that carry a goal are lost; that two have words in common says only that both speak of one thing."""
    from kjplan.tracing import trace

    for row in trace(document.plan).goals:
        carrying = [link.measure for link in row.links if link.grounds[0].reason != "shared_words"]
        spans = sorted(measure.span for measure in carrying if measure.span)
        if row.goal.span and row.goal.targets and 0 < len(spans) < 3:
            yield Plant(tuple(cut(*span) for span in spans), row.goal.span)


def _statement(document: Document, span: Span) -> Edit:
    """The edit that takes a statement out, with the brackets around it."""
    start, end = span
    text = document.text
    if text[start - 1] in "（(" and text[end : end + 1] in ("）", ")"):
        start, end = start - 1, end + 1
    return cut(start, end)


def _no_body(document: Document, draw: Random) -> Iterator[Plant]:
    """One measure of several loses its responsible bodies; the others state them in brackets or behind a label."""
    for nodes in document.numbered:
        measures = [n for n in nodes if isinstance(n, Measure)]
        stating = [m for m in measures if m.responsibility.span and _FORM.match(m.responsibility.quote or "")]
        if len(measures) >= 4 and len(stating) == len(measures):
            measure = draw.choice(stating)
            assert measure.responsibility.span is not None
            yield Plant((_statement(document, measure.responsibility.span),), head(measure))


def _no_due(document: Document, draw: Random) -> Iterator[Plant]:
    for nodes in document.numbered:
        measures = [n for n in nodes if isinstance(n, Measure)]
        if len(measures) >= 4 and all(m.due and all(d.span for d in m.due) for m in measures):
            measure = draw.choice(measures)
            yield Plant(tuple(cut(*d.span) for d in measure.due if d.span), head(measure))


def _all_bodies(document: Document, draw: Random) -> Iterator[Plant]:
    if not _DIVIDED.search(document.plan.title or ""):
        return
    spans = sorted({m.responsibility.span for m in document.plan.measures if m.responsibility.span})
    apart = [span for k, span in enumerate(spans) if k == 0 or span[0] >= spans[k - 1][1]]
    if len(apart) > 2:
        yield Plant(tuple(_statement(document, span) for span in apart), None)


def _all_dues(document: Document, draw: Random) -> Iterator[Plant]:
    if not _DIVIDED.search(document.plan.title or ""):
        return
    spans = sorted({d.span for m in document.plan.measures for d in m.due if d.span})
    apart = [span for k, span in enumerate(spans) if k == 0 or span[0] >= spans[k - 1][1]]
    if apart:
        yield Plant(tuple(cut(*span) for span in apart), None)


def _left_open(document: Document, draw: Random) -> Iterator[Plant]:
    for measure in document.plan.measures:
        bodies = [b for b in measure.responsibility.bodies if b.span]
        quote = measure.responsibility.quote or ""
        if len(bodies) > 1 and bodies[-1].span and not re.search("等|有关|相关", quote):
            end = bodies[-1].span[1]
            yield Plant((put(end, draw.choice(("等", "等部门", "等有关单位"))),), (end, end))


def _past_due(document: Document, draw: Random) -> Iterator[Plant]:
    """The year of a deadline is the one before, or last year's is written."""
    year = document.plan.year
    for measure in document.plan.measures if year else ():
        for due in measure.due:
            if due.span and due.date and due.date.startswith(str(year)):
                if str(year) in due.text:
                    at = document.text.find(str(year), *due.span)
                    yield Plant(((at, at + 4, str((year or 0) - 1)),) if at >= 0 else (), due.span)
                elif re.match("[0-9]{1,2}月", due.text):
                    yield Plant((put(due.span[0], f"{(year or 0) - 1}年"),), due.span)


def _restating(document: Document) -> Iterator[tuple[Target, Target]]:
    """Targets of goals, and targets of measures that say them again, where the figure is written the same."""
    goals = {t.id: t for g in document.plan.goals for t in g.targets}
    for measure in document.plan.measures:
        for target in measure.targets:
            promised = goals.get(target.restates or "")
            if promised is not None and target.span and target.quote and promised.quote:
                yield promised, target


def _other_bound(document: Document, draw: Random) -> Iterator[Plant]:
    for promised, target in _restating(document):
        if target.span and target.quote and promised.comparator == target.comparator == "bare" and not promised.hedge:
            yield Plant((put(target.span[1], "以上"),), target.span)
        elif target.span and target.quote and "以上" in target.quote and promised.comparator == target.comparator:
            at = target.span[0] + target.quote.index("以上")
            yield Plant((cut(at, at + 2),), target.span)


def _other_figure(document: Document, draw: Random) -> Iterator[Plant]:
    for promised, target in _restating(document):
        m = re.search("[0-9]+", target.quote or "")
        if m and target.span and promised.value == target.value and document.text[slice(*target.span)] == target.quote:
            at = target.span[0] + m.start()
            higher = str(int(m[0]) + draw.choice((1, 10)))
            yield Plant(((at, at + len(m[0]), higher),), target.span)


def _second_figure(document: Document, draw: Random) -> Iterator[Plant]:
    """Another measure says a rate, level or growth with another figure."""
    measures = [m for m in document.plan.measures if m.span and m.text]
    for measure in measures:
        others = [m for m in measures if m is not measure and not m.items and not m.due]
        for target in measure.targets:
            if target.basis in ("level", "share", "growth") and target.value and target.span and others:
                if len(target.indicator) < 4 or target.due or target.period or target.scope or measure.due:
                    continue
                other = draw.choice(others)
                assert other.span is not None
                if document.text[other.span[1] - 1] == "。":
                    figure = f"{target.value + 1}{target.unit or ''}"
                    verb = "增长" if target.basis == "growth" else "达到"
                    edits = (put(other.span[1], f"{target.indicator}{verb}{figure}。"),)
                    yield Plant(edits, (min(other.span[0], measure.span[0]), max(other.span[1], measure.span[1])))  # type: ignore[index]


TREE = (
    Planter("numbering-gap", "an entry lost", _lost_entry),
    Planter("numbering-gap", "the last number too high by one", _renumbered(1, 1)),
    Planter("numbering-repeat", "a number as the one before", _renumbered(-1, 1)),
    Planter("numbering-disorder", "a number too low by two", _renumbered(-2, 3)),
    Planter("no-responsible-units", "all statements of responsibility of a plan lost", _all_bodies, once=True),
    Planter("no-deadlines", "all deadlines of a plan lost", _all_dues, once=True),
    Planter("open-ended-bodies", "等 behind the bodies", _left_open),
    Planter("measure-without-body", "the bodies of one measure lost", _no_body),
    Planter("measure-without-deadline", "the deadline of one measure lost", _no_due),
    Planter("deadline-before-year", "last year's year in a deadline", _past_due),
    Planter("orphan-goal", "a goal put in that is strange to the plan", _orphan),
    Planter("orphan-goal", "the measures that carry a goal lost", _lost_carriers),
    Planter("goal-measure-operator", "以上 added or lost where a figure is said again", _other_bound),
    Planter("goal-measure-conflict", "a figure said again with another number", _other_figure),
    Planter("measures-disagree", "a rate said again with another number", _second_figure),
    Planter("list-terminator", "another mark, or none, at the end of an entry", _terminators),
    Planter("level-skip", "1. in place of （一）", _skipped),
    Planter("empty-measure", "the words of a measure lost", _title_alone),
    Planter("empty-section", "all under a heading lost", _heading_alone),
    Planter("duplicate-title", "the title of the measure before", _same_title),
    Planter("two-targets-in-one-goal", "a second indicator in a goal", _joined),
)
"""Planters of this file."""
