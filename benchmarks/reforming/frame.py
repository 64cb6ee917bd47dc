"""What stands around the facts: numbers of headings, titles of parts, years, names of places, and where a title ends."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Sequence

from benchmarks.reforming.known import Draft, Fact, Known, first_words, plain
from benchmarks.reforming.numerals import chinese
from kjplan.model import Item, Measure, Node, Section, Span

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


Mark = Callable[[Sequence[int]], str]
"""From the numbers of a heading and those above it to its marker."""

_CN: Mark = lambda path: f"{chinese(path[-1])}、"  # noqa: E731
_CN_BRACKET: Mark = lambda path: f"（{chinese(path[-1])}）"  # noqa: E731
_DOT: Mark = lambda path: f"{path[-1]}."  # noqa: E731
_BRACKET: Mark = lambda path: f"（{path[-1]}）"  # noqa: E731
_DECIMAL: Mark = lambda path: ".".join(str(n) for n in path) + " "  # noqa: E731

SCHEMES: dict[str, Sequence[Mark]] = {
    "一、（一）1.（1）": (_CN, _CN_BRACKET, _DOT, _BRACKET),
    "一、 (一) 1、 (1)": (_CN, lambda p: f"({chinese(p[-1])})", lambda p: f"{p[-1]}、", lambda p: f"({p[-1]})"),
    "第一部分 （一） 1． （1）": (lambda p: f"第{chinese(p[-1])}部分 ", _CN_BRACKET, lambda p: f"{p[-1]}．", _BRACKET),
    "第一部分 一、 （一） 1.": (lambda p: f"第{chinese(p[-1])}部分 ", _CN, _CN_BRACKET, _DOT),
    "第一章 第一节 一、": (lambda p: f"第{chinese(p[-1])}章 ", lambda p: f"第{chinese(p[-1])}节 ", _CN, _CN_BRACKET),
    "1 1.1 1.1.1": (lambda p: f"{p[-1]} ", _DECIMAL, _DECIMAL, _DECIMAL),
    "1. 1.1 1.1.1": (_DOT, _DECIMAL, _DECIMAL, _DECIMAL),
    "一、 1. （1）": (_CN, _DOT, _BRACKET, lambda p: _CIRCLED[p[-1] - 1]),
    "一、 （一） ①": (_CN, _CN_BRACKET, lambda p: _CIRCLED[p[-1] - 1], _BRACKET),
    "一． （一） 1．": (lambda p: f"{chinese(p[-1])}．", _CN_BRACKET, lambda p: f"{p[-1]}．", _BRACKET),
    "（一） 1. （1）": (_CN_BRACKET, _DOT, _BRACKET, lambda p: _CIRCLED[p[-1] - 1]),
}
"""Markers by depth."""


def _markers(known: Known) -> dict[str, Span]:
    return {leaf.owner: leaf.span for leaf in reversed(known.parsed.leaves) if leaf.kind == "marker"}


def _numbered(nodes: Sequence[Node | Item], path: tuple[int, ...] = ()) -> list[tuple[Node | Item, tuple[int, ...]]]:
    """Nodes with a number and the numbers they get, each counted from 1 under what holds it."""
    out: list[tuple[Node | Item, tuple[int, ...]]] = []
    count = 0
    for node in nodes:
        below = path
        if node.number is not None:
            count += 1
            below = (*path, count)
            out.append((node, below))
        children: Sequence[Node | Item] = []
        if isinstance(node, Section):
            children = node.children
        out += _numbered(children, below)
    return out


def _plain_part(node: Node | Item, known: Known) -> bool:
    """Whether a heading is a short title with numbered ones below it."""
    numbered = isinstance(node, Section) and any(child.number is not None for child in node.children)
    return numbered and isinstance(node, Section) and 0 < len(node.title or "") < 30


def renumber(marks: Sequence[Mark]) -> Callable[[Known], Draft | None]:
    """All headings, goals and tasks numbered in another scheme."""

    def way(known: Known) -> Draft | None:
        draft, markers = Draft(known), _markers(known)
        numbered = _numbered(known.plan.parts)
        if not numbered or any(isinstance(n, Measure) and n.items for n, _ in numbered):
            return None
        if max(len(path) for _, path in numbered) > len(marks) or max(path[-1] for _, path in numbered) > len(_CIRCLED):
            return None
        if marks[0]([1]) == "1 " and not all(_plain_part(n, known) for n, path in numbered if len(path) == 1):
            return None  # 1 总则 is a heading where 1.1 stands below it
        for node, path in numbered:
            span = markers.get(node.id if not isinstance(node, Item) else "")
            if (
                span is None
                or span[0] != (node.span or span)[0]
                or known.text[max(0, span[0] - 30) : span[0]].rstrip(" \u3000\t")[-1:] not in ("", "\n", "\r")
            ):
                return None
            draft.replace(span, marks[len(path) - 1](path))
            draft.touched += 1
        return draft

    return way


TITLES: dict[str, Sequence[str]] = {
    "principles": ("指导思想", "总体要求", "工作思路", "总体思路", "基本原则", "指导思想和基本原则"),
    "goals": ("工作目标", "总体目标", "主要预期目标", "主要目标", "发展目标", "年度目标"),
    "measures": (
        "重点任务",
        "主要措施",
        "工作举措",
        "工作内容",
        "主要任务",
        "重点工作",
        "工作措施",
        "具体措施",
        "主要工作任务",
        "重点工作任务",
    ),
    "safeguards": ("保障措施", "组织保障", "工作要求", "组织实施", "工作保障", "有关要求", "保障机制"),
}
"""Titles of parts by the role that they give."""


def retitle(role: str, title: str) -> Callable[[Known], Draft | None]:
    """A part's title, one of the usual, in other words for the same."""

    def way(known: Known) -> Draft | None:
        draft = Draft(known)
        for section in known.plan.parts:
            if not isinstance(section, Section) or section.role != role or section.title not in TITLES[role]:
                continue
            spans = [e.span for e in known.parsed.leaves if e.kind == "title" and e.owner == section.id]
            if len(spans) != 1 or known.text[slice(*spans[0])] != section.title:
                continue
            draft.replace(spans[0], title)
            draft.withdraw(("role", first_words(section.title), role))
            draft.state(("role", first_words(title), role))
            return draft
        return None

    return way


_STATED_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?=年|[-./年—–~至到][0-9])")


def moved(years: int) -> Callable[[Known], Draft | None]:
    """Every year so many later or earlier."""

    def way(known: Known) -> Draft | None:
        draft = Draft(known)
        for m in re.finditer(r"(?<![0-9])20[0-9]{2}(?![0-9])", known.text):
            draft.replace(m.span(), str(int(m[0]) + years))
        if not draft.edits or re.search("十[一二三四五六七八九]五", known.text):
            return None
        moved_facts: Counter[Fact] = Counter()
        for fact in known.facts:
            words = [re.sub(r"(?<![0-9])20[0-9]{2}(?![0-9])", lambda m: str(int(m[0]) + years), w) for w in fact[1:]]
            if fact[0] == "due" and words[-1].endswith(("-02-28", "-02-29")):
                words[-1] = words[-1][:8] + str(monthrange(int(words[-1][:4]), 2)[1])
            moved_facts[(fact[0], *words)] = 1
        draft.facts, draft.touched = moved_facts, len(moved_facts)
        return draft

    return way


_PLACE = re.compile("[一-鿿]{2,3}[省市县区]")


def placed(name: str) -> Callable[[Known], Draft | None]:
    """Another place in the name of the place that the title begins with."""

    def way(known: Known) -> Draft | None:
        m = _PLACE.match(known.plan.title or "")
        old = m[0][:-1] if m else ""
        if len(old) < 2 or known.text.count(old) > 200:
            return None
        draft = Draft(known, whole=known.text.replace(old, name))
        cut = {"body": 2, "due": 2, "target": 5, "goal": 1, "role": 1}
        facts = Counter({tuple(w.replace(plain(old), name) for w in f): 1 for f in known.facts if cut[f[0]]})
        draft.facts, draft.touched = facts, len(facts)
        return draft

    return way


def together(known: Known) -> Draft | None:
    """Titles of tasks on lines of their own put on the line of their words."""
    return _joined(known, "。")


def together_colon(known: Known) -> Draft | None:
    """The same with a colon behind the title."""
    return _joined(known, "：")


def _joined(known: Known, mark: str) -> Draft | None:
    draft = Draft(known)
    for measure in known.tasks():
        end = _title_end(known, measure)
        if end is None or not measure.number or known.text[end : end + 1] not in "\r\n":
            continue
        words = re.compile(r"\s+").match(known.text, end)
        if (
            words
            and measure.text
            and measure.span
            and words.end() < measure.span[1]
            and not re.match("[（(【]", known.text[words.end() :])
        ):
            draft.replace(words.span(), mark)
            draft.touched += 1
    return draft if draft.touched else None


def apart(known: Known) -> Draft | None:
    """Titles of tasks that a 。 parts from their words put on lines of their own."""
    draft = Draft(known)
    for measure in known.tasks():
        end = _title_end(known, measure)
        outer = re.match("[一二三四五六七八九十]+、", measure.marker or "")  # what stands below one are tasks of a part
        if end is not None and not outer and measure.number and measure.text and "。" in known.text[end - 1 : end + 1]:
            at = known.text.index("。", end - 1)
            draft.replace((at, at + 1), "\n")
            draft.touched += 1
    return draft if draft.touched else None


def _title_end(known: Known, measure: Measure) -> int | None:
    ends = [e.span[1] for e in known.parsed.leaves if e.kind == "title" and e.owner == measure.id]
    title = measure.title if isinstance(measure, Measure) else None
    return (
        ends[0]
        if len(ends) == 1 and title and plain(title).endswith(plain(known.text[ends[0] - 2 : ends[0]]))
        else None
    )


NUMBERS = {name: (renumber(marks),) for name, marks in SCHEMES.items()} | {
    "title and words on one line": (together,),
    "title and words on one line, colon": (together_colon,),
    "title on a line of its own": (apart,),
}
PARTS = {f"{role} called {title}": (retitle(role, title),) for role, titles in TITLES.items() for title in titles}
AROUND = {
    "two years later": (moved(2),),
    "three years earlier": (moved(-3),),
    "another place: 青岩": (placed("青岩"),),
    "another place: 云和": (placed("云和"),),
    "another place: 长治": (placed("长治"),),
}
