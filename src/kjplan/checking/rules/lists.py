"""Rules on numbered lists: how their entries end, which level they stand on, what they hold."""

import re
from collections.abc import Iterator, Sequence

from kjplan.checking.rules.rule import ANYTHING, FULL, PLANS, Hit, Rule, Subject, Words
from kjplan.model import Goal, Item, Measure, Node, Section, Span
from kjplan.reading.text import fold

LEVELS = {"cn-dot": 1, "cn-paren": 2, "ar-dot": 3, "ar-paren": 4}
"""Heading levels of GB/T 9704-2012 (7.3.3) by the parser's name for their marker: 一、 （一） 1. （1）."""
_LEVEL_NAMES = {2: "（一）", 3: "1."}
"""The levels that can be left out."""

_STOP = re.compile(r"[。！？]")
_MORE = re.compile(r"[。！？](?![ \t]*(?:[（(〔\[【]|\Z))")
"""The end of a sentence that another follows, and not only （市科技局负责）."""
_ENDS = "；;。"
_SENTENCE_ENDS = "。；;，,！!？?：:"
_NO_MARK = Words("无标点", "no mark")


def _terminators(subject: Subject) -> Iterator[Hit]:
    for entries in _lists(subject):
        ends = [_ending(subject.text, span) for span in entries]
        if len(entries) < 3 or any(end is None for end in ends):
            continue
        marks = [end or "" for end in ends]
        usual = max(_ENDS, key=marks[:-1].count)
        if marks[:-1].count(usual) * 2 <= len(marks) - 1:
            continue
        for k, (mark, span) in enumerate(zip(marks, entries, strict=True)):
            last = k == len(marks) - 1
            expected = "。" if last else usual
            if mark != expected and not (last and mark == ""):
                shown = mark or _NO_MARK.say()
                yield Hit((span[1] - 1, span[1]), (str(k + 1), str(len(marks)), shown, expected))


def _lists(subject: Subject) -> Iterator[list[Span]]:
    """Spans of sibling goals, sibling measures, and points of one measure."""
    siblings: dict[tuple[int, str], list[Span]] = {}
    for node, holder in subject.plan.nodes():
        if isinstance(node, Section) or node.number is None or node.span is None:
            continue
        siblings.setdefault((id(holder), node.kind), []).append(node.span)
        if isinstance(node, Measure):
            yield [item.span for item in node.items if item.span]
    yield from siblings.values()


def _ending(text: str, span: Span) -> str | None:
    """The mark that ends an entry, "" where it has none; None where the entry is no single sentence."""
    start, end = span
    last = text[end - 1]
    if _STOP.search(text, start, end - 1) or last in ")）”》！？":
        return None
    return last if last in "；;。，,、." else ""


def _level_skip(subject: Subject) -> Iterator[Hit]:
    """Once for each pair of levels, at its first place: who leaves a level out does so throughout."""
    skips: dict[tuple[int, int], list[tuple[Span, str, str]]] = {}
    for node, _ in subject.plan.nodes():
        level = _level(node)
        below: Sequence[Node | Item] = node.children if isinstance(node, Section) else ()
        if isinstance(node, Measure):
            below = node.items
        for child in below:
            inner = _level(child)
            if level and inner and inner > level + 1 and child.span and child.marker:
                marker = child.span[0], child.span[0] + len(child.marker)
                skips.setdefault((level, inner), []).append((marker, child.marker, node.marker or ""))
                break
    for (level, _), places in skips.items():
        marker, below_mark, above = places[0]
        more = Words(f"，共 {len(places)} 处", f", {len(places)} times").say() if len(places) > 1 else ""
        yield Hit(marker, (below_mark, above, _LEVEL_NAMES[level + 1], more))


def _level(node: Node | Item) -> int | None:
    from kjplan.parsing.markers import read_marker

    if not node.marker:
        return None
    marker = read_marker(fold(node.marker), 0, len(node.marker))
    return None if marker is None else LEVELS.get(marker.style)


def _empty_measure(subject: Subject) -> Iterator[Hit]:
    """A numbered heading alone on its line, where most of its siblings have words of their own."""
    siblings: dict[int, list[Measure]] = {}
    for node, holder in subject.plan.nodes():
        if isinstance(node, Measure) and node.number and node.span:
            siblings.setdefault(id(holder), []).append(node)
    for measures in siblings.values():
        bare = [m for m in measures if not m.text and not m.items]
        for measure in bare if len(bare) * 2 < len(measures) else ():
            assert measure.span is not None
            if subject.text[measure.span[1] - 1] not in _SENTENCE_ENDS:
                yield Hit(measure.span, (measure.title or measure.marker or "",))


def _empty_section(subject: Subject) -> Iterator[Hit]:
    """Headings only: what ends like a sentence says something itself. A heading beside others that hold headings is a section
    that lost its own, though the parser takes it for a measure."""
    beside: dict[int, list[Section]] = {}
    bare: list[tuple[int, Section | Measure]] = []
    for node, holder in subject.plan.nodes():
        if isinstance(node, Section) and node.number:
            beside.setdefault(id(holder), []).append(node)
        if isinstance(node, Goal) or not node.number or not node.span or node.text:
            continue
        if not (node.children if isinstance(node, Section) else node.items):
            bare.append((id(holder), node))
    for place, node in bare:
        holding = [section for section in beside.get(place, ()) if section.children]
        assert node.span is not None
        if (isinstance(node, Section) or len(holding) > 1) and subject.text[node.span[1] - 1] not in _SENTENCE_ENDS:
            yield Hit(node.span, (node.title or node.marker or "",))


_LABEL = 6
"""So short a title is a label that every section may have (选拔条件), and told from another only within one."""


def _duplicate_title(subject: Subject) -> Iterator[Hit]:
    first: dict[tuple[str, int], Measure] = {}
    for measure, holder in subject.plan.nodes():
        if isinstance(measure, Measure) and measure.number and measure.title:
            title = "".join(fold(measure.title).split())
            place = id(holder) if len(title) <= _LABEL else 0
            if first.setdefault((title, place), measure) is not measure:
                yield Hit(measure.span, (measure.title, first[title, place].id))


def _two_targets(subject: Subject) -> Iterator[Hit]:
    """Numbered goals of one sentence only, as prose is not assessed point by point, and a paragraph (一是…。…。) is meant to
    hold several; growth and level of one indicator count once."""
    for goal in subject.plan.walk(Goal):
        first: dict[str, Span | None] = {}
        for target in goal.targets:
            first.setdefault(target.indicator, target.span)
        if goal.number and len(first) > 1 and not _MORE.search(goal.text):
            yield Hit(list(first.values())[1] or goal.span, (goal.id, str(len(first))))


RULES = (
    Rule(
        code="list-terminator",
        severity="warning",
        message=Words("第 {0} 项（共 {1} 项）以 {2} 结尾，应为 {3}", "entry {0} of {1} ends in {2}, {3} was expected"),
        what=Words("并列各项的结尾标点不一致", "entries of one list that end in different marks"),
        why=Words(
            "并列分句之间用分号，最后一项用句号（GB/T 15834-2011）；中间出现句号，读者会以为列表到此为止。",
            "Clauses of a list are parted by ；and only the last ends in 。(GB/T 15834-2011); a 。 in between reads as the"
            " end of the list.",
        ),
        fix=Words("改成与其余各项一致。", "End it as the others do."),
        trips="2022年工作要点\n一、主要目标\n1.强度突破2.6%；\n2.新建平台100家。\n3.覆盖率达到65%；\n4.成交额达到400亿元。\n",
        clean="2022年工作要点\n一、主要目标\n1.强度突破2.6%。\n2.新建平台100家。\n3.覆盖率达到65%。\n4.成交额达到400亿元。\n",
        run=_terminators,
        needs_text=True,
        extents=PLANS,
    ),
    Rule(
        code="level-skip",
        severity="info",
        message=Words(
            "{0} 直接在 {1} 之下，跳过“{2}”一级{3}", "{0} stands directly under {1}, leaving out the level {2}{3}"
        ),
        what=Words("标题层次跳级", "a heading level that is left out"),
        why=Words(
            "GB/T 9704-2012 的层次依次为“一、”“（一）”“1.”“（1）”。跳级常见，不影响解析。",
            "The levels of GB/T 9704-2012 are 一、 （一） 1. （1） in this order. Leaving one out is common and harmless.",
        ),
        fix=Words("改用下一级编号，或不改。", "Use the next level, or leave it."),
        trips="2022年工作要点\n一、主要目标\n1.强度突破2.6%。\n",
        clean="2022年工作要点\n一、主要目标\n（一）强度突破2.6%。\n",
        run=_level_skip,
        extents=ANYTHING,
    ),
    Rule(
        code="empty-measure",
        severity="warning",
        message=Words("“{0}”只有标题，没有内容", "{0} has a title and no words"),
        what=Words("举措只有标题", "a numbered measure of a title and nothing else, among others that have words"),
        why=Words(
            "其余举措都写了怎么做；这一条多半丢了正文。",
            "The others say what is done; this one has probably lost its words.",
        ),
        fix=Words("核对原文，补上内容。", "Compare with the original."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台\n2.培育企业。培育十家。\n3.引进人才。引进百名。\n",
        clean="2022年工作要点\n一、重点任务\n1.完成平台建设。\n2.培育企业。培育十家。\n3.引进人才。引进百名。\n",
        run=_empty_measure,
        needs_text=True,
        extents=FULL,
    ),
    Rule(
        code="empty-section",
        severity="warning",
        message=Words("“{0}”下面没有内容", "there is nothing under {0}"),
        what=Words("有标题而没有内容的部分", "a heading with nothing under it"),
        why=Words(
            "多半丢了正文，或下一个标题的层次有误。", "Its words were lost, or the next heading is on a wrong level."
        ),
        fix=Words("核对原文。", "Compare with the original."),
        trips="2022年工作要点\n一、主要目标\n二、重点任务\n1.建设平台。建成三家。\n",
        clean="2022年工作要点\n一、主要目标\n建成平台。\n二、重点任务\n1.建设平台。建成三家。\n",
        run=_empty_section,
        needs_text=True,
        extents=PLANS,
    ),
    Rule(
        code="duplicate-title",
        severity="warning",
        message=Words("“{0}”与 {1} 标题相同", "{0} has the same title as {1}"),
        what=Words("两条举措标题相同", "two measures with the same title"),
        why=Words(
            "分工、督查时会混为一条；也可能是重复粘贴。", "They are mixed up in a task list; or one was pasted twice."
        ),
        fix=Words("改标题，或合并。", "Retitle one, or merge them."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n2.建设 平台。投用两家。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n2.建设平台二期。投用两家。\n",
        run=_duplicate_title,
        extents=FULL,
    ),
    Rule(
        code="two-targets-in-one-goal",
        severity="info",
        message=Words("目标 {0} 含 {1} 个指标", "goal {0} holds {1} indicators"),
        what=Words("一条目标含两个以上指标", "a numbered goal with more than one indicator"),
        why=Words(
            "逐条考核时只能算一条；kjplan 分开计，后一个沿用前一个的动词。",
            "It counts once where goals are assessed one by one; kjplan splits it and carries the verb over.",
        ),
        fix=Words("需要分别考核的，拆成两条。", "Split it if each is to be assessed."),
        trips="2022年工作要点\n一、主要目标\n1.新增高新技术企业1000家，科技型企业1500家。\n2.覆盖率达到65%。\n",
        clean="2022年工作要点\n一、主要目标\n1.地区生产总值达到306亿元，同比增长8%。\n2.覆盖率达到65%。\n",
        run=_two_targets,
        extents=PLANS,
    ),
)
"""Rules of this file, in the order of the registry."""
