"""Bodies that a heading makes responsible for what stands under it.

Three forms: a 任务分工 whose headings are bodies (1.办公室：…  2.市科技局：…), a heading with a statement in it
（一）建设平台（责任单位：市科技局）, and a line right under a heading that is nothing but a statement.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from kjplan.extraction.commitment import begins_with_verb
from kjplan.extraction.duties import unit_lists
from kjplan.extraction.duties.actors import is_actor, is_authority
from kjplan.extraction.duties.duty_lists import settle
from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.names.body_ends import AUTHORITIES, ends_of
from kjplan.extraction.names.unit_names import LAST, is_body, is_department, looks_like_body, may_end_a_body
from kjplan.late import late
from kjplan.model import Goal, Measure, Node, Plan, Responsibility, ResponsibleBody, Section
from kjplan.reading.text import Passage, SourceText, fold
from kjplan.reading.traditional import as_written, simplify

SHARED_OUT = re.compile("分工|职责|责任清单")
"""What a heading calls tasks that are shared out among the bodies below it."""
_SHARING = as_written("分责")
"""Without one of these, as written, it calls them none of this."""
_SURE_END = re.compile(rf"(?:{ends_of(f'{AUTHORITIES}处科室')}(?<!总部)|政府|管委会|街道|乡镇|工会|党委|支部)$")
"""How a heading ends that is a body; 科技创新平台 and 重点实验室 are none, 数据中心 is one only among others that surely are."""
_ACT = late(
    r"(?:建(?![设工行投管交])|入|进(?!出)|设|组(?!织)|招|评|创|改|驻|联(?!通|社)|下(?!属)|办(?!公|事)|开(?!发区))[一-鿿]{1,2}$"
)
"""A short title that is something to do, though it ends as a body does: 建库, 入园, 进社区."""
_ACTS = re.compile(
    rf"(?P<who>[一-鿿]{{2,16}}?(?:[{AUTHORITIES}]|办公室|中心|政府))(?:要|应当?)?(?:具体|主要|统一|积极|及时)?"
    "(?:负责|承担|协调|组织|参与|配合|协助|做好|落实|提供|牵头)"
)
"""A department and its duty without a colon between: 县人武部协调驻军参加抢险."""
_BRACKET = re.compile(r"[(（\[［【〔]")
_LONGEST, _LONGEST_LIST = 24, 40
_LONGEST_LINE = 300
_MARKS = " \u3000。；;,，：:"
_LAST = frozenset(_MARKS) | as_written(LAST)
"""What a title ends with, folded or not, that may be a list of bodies, unless it holds 等."""
_EDGE = "()（）【】[]〔〕"

_PERSONS = re.compile(r"[(\s]{0,4}(?:[一-鿿]{0,4}领导|责任人|负责人|联系人):[^;。:]{1,24}[;。\s]")
"""Who of the leaders sees to it, before the bodies that answer."""

Words = Callable[[Node], Sequence[Passage]]
"""The paragraphs of a node."""


def spread_headed(plan: Plan, source: SourceText, words: Words, *, first_leads: bool) -> None:
    """Give each goal and measure that states nobody itself what the nearest heading around it states, in place.

    :param words: the paragraphs of a section
    :param first_leads: whether the document rules that the first of each list leads
    """
    trees = [(plan.parts, ""), *((a.parts, a.title) for a in plan.attachments)]
    todo: list[tuple[Sequence[Node], str, Responsibility]]
    todo = [(parts, title, Responsibility()) for parts, title in trees]
    while todo:
        nodes, holder, outer = todo.pop()
        named = _named_after_bodies(nodes, holder)
        _spread_back(nodes)
        for node in nodes:
            own = outer
            if id(node) in named and (title := _title_passage(node, source, named[id(node)])):
                own = _as_list(title, first_leads=first_leads)
            if isinstance(node, Section):
                todo.append((node.children, node.title or "", _stated_by(node, source, words, first_leads) or own))
            elif own.stated and not node.responsibility.stated:
                node.responsibility = deepcopy(own)
            elif own.stated and (id(node) in named or _only_helps(node.responsibility)):
                _lay_over(own, node.responsibility)


def _only_helps(stated: Responsibility) -> bool:
    """Whether a measure names only who helps: below a heading that is a body, the body still answers for it."""
    return all(body.role == "support" for body in stated.bodies)


_ABOVE = re.compile(
    r"(?:^|[。;(（\n])(?:以上|上述)(?:各项|所有|全部|[0-9一二三四五六七八九十两几]{1,3}项)?(?:重点|主要|具体)?(?:工作|任务|事项|措施|举措|内容|要求)?"
    "(?:均|分别|都)?(?:由|责任单位|牵头单位|责任部门)"
)


def _spread_back(nodes: Sequence[Node]) -> None:
    """Give the measures before one that says who answers for all of them what it states: 以上工作由甲局、乙局负责."""
    last = nodes[-1] if len(nodes) > 1 else None
    if isinstance(last, Measure) and last.responsibility.stated and _ABOVE.search(last.text or ""):
        for node in nodes[:-1]:
            if isinstance(node, Measure) and not node.responsibility.stated:
                node.responsibility = deepcopy(last.responsibility)


def _lay_over(title: Responsibility, own: Responsibility) -> None:
    """Put the bodies that a measure is named after before those its words state, which may name them shorter."""
    known = {body.name for body in title.bodies}
    others = [body for body in own.bodies if not any(name.endswith(body.name) for name in known)]
    own.bodies, own.quote, own.span = [*deepcopy(title.bodies), *others], title.quote, title.span


def _named_after_bodies(nodes: Sequence[Node], holder: str) -> dict[int, str]:
    """Which of some neighbours have a body for a title, and its words: most of them, and two at least, or under 任务分工, where
    a paragraph may begin with its body (市科技局：负责…, 市人武部协调…).

    :param holder: the title of what holds them
    """
    shared_out = not _SHARING.isdisjoint(holder) and SHARED_OUT.search(fold(holder)) is not None
    labels: dict[int, str] = {}
    titles: dict[int, list[str]] = {}
    for node in nodes:
        title = None if isinstance(node, Goal) else node.title
        label = _label_of(title) if shared_out and title else title
        if label and (label[-1] in _LAST or "等" in label) and (names := _names(label)):
            labels[id(node)], titles[id(node)] = label, names
    sure = _is_unit if shared_out else _is_sure
    if not titles or not any(sure(name) for names in titles.values() for name in names):
        return {}
    titled = [n for n in nodes if not isinstance(n, Goal) and n.title]
    named = [n for n in titled if id(n) in titles]
    return labels if shared_out or (_enough(named) and 2 * len(named) > len(titled)) else {}


def _label_of(title: str) -> str:
    """What stands before the colon of a title: 市科技局 of 市科技局：负责制定规划."""
    head, colon, _ = (folded := fold(title)).partition(":")
    if not colon and (m := _ACTS.match(folded)) is not None and is_department(m["who"]):
        return title[: m.end("who")]
    return title[: len(head)] if colon else title


def bodies_named(opening: str) -> list[str]:
    """The bodies that the folded words of a line which gives them a duty begin with; none where they are no such words."""
    label = _label_of(opening)
    return _names(label) if label != opening else []


def _enough(named: Sequence[Node]) -> bool:
    """Whether titles that are bodies are no accident: two, or one that is surely a department or government."""
    title = "" if not named or isinstance(named[0], Goal) else simplify((named[0].title or "").strip(_MARKS))
    return len(named) > 1 or is_department(title) or is_authority(title)


def _names(title: str) -> list[str]:
    """The bodies that a title consists of: 办公室, 市科技局、市财政局; none of 建设检测中心."""
    words = fold(title.strip(_MARKS))
    if len(words) > _LONGEST_LIST or not may_end_a_body(words) or begins_with_verb(words):
        return []
    names = [words[n.start : n.end] for n in unit_lists.split(words, 0, len(words))]
    return (
        names
        if max(map(len, names), default=0) <= _LONGEST
        and all(_is_sure(name) or (looks_like_body(name) and not _ACT.match(name)) for name in names)
        else []
    )


def _is_sure(name: str) -> bool:
    return is_department(name) or is_authority(name) or (is_body(name) and _SURE_END.search(name) is not None)


def _is_unit(name: str) -> bool:
    """Whether words are surely a body among those that work is shared out to: 向阳社区, 综合执法队."""
    return _is_sure(name) or is_actor(name) or (len(name) > len("社区") and name.endswith(("社区", "村委会", "居委会")))


def _title_passage(node: Node, source: SourceText, label: str | None = None) -> Passage | None:
    """The words of a title, or those that name a body in it, where they stand on one line of the source."""
    title = None if isinstance(node, Goal) else label or node.title
    if not title or node.span is None:
        return None
    start = source.text.find(title, *node.span)
    return Passage.of(source, [(start, start + len(title))]) if start >= 0 else None


def _as_list(passage: Passage, *, first_leads: bool) -> Responsibility:
    """A title that is a list of bodies as a statement."""
    names = unit_lists.split(passage.folded, 0, len(passage.folded))
    stated = settle(passage.folded, [(names, "joint")], first_leads=first_leads)
    bodies = [
        ResponsibleBody(name=passage.text[n.start : n.end], role=role, span=passage.span(n.start, n.end))
        for n, role in stated
    ]
    return Responsibility(
        stated=bool(bodies), bodies=bodies, quote=passage.text, span=passage.span(0, len(passage.text))
    )


def _stated_by(section: Section, source: SourceText, words: Words, first_leads: bool) -> Responsibility | None:
    """What a section's heading, or lines under it that say nothing else, state; None where they do not."""
    for found in _statements(section, source, words, first_leads):
        if found.stated:
            return found
    return None


def _statements(section: Section, source: SourceText, words: Words, first_leads: bool) -> Iterator[Responsibility]:
    bracketed = section.title is not None and _BRACKET.search(section.title) is not None
    title = _title_passage(section, source) if bracketed else None
    if title is not None:
        yield find_responsibility([title], first_leads=first_leads)
    lines = [p for p in words(section) if _is_statement(p)]
    if lines:
        yield find_responsibility(lines, first_leads=first_leads)


def _is_statement(passage: Passage) -> bool:
    """Whether a paragraph is a statement from end to end: 责任单位：市科技局、市财政局."""
    if len(passage.text) > _LONGEST_LINE:
        return False
    found = find_responsibility([passage])
    text, persons = passage.text.strip(_MARKS + _EDGE), _PERSONS.match(passage.folded)
    if found.quote and persons:
        text = passage.text[persons.end() :].strip(_MARKS + _EDGE)  # 牵头领导：王某；责任科室：规划科
    return bool(found.quote) and (found.quote or "").strip(_MARKS + _EDGE) == text
