"""Who answers for a goal or measure, as far as the text says so."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kjplan.extraction.duties import duties, unit_lists
from kjplan.extraction.duties.actors import is_actor
from kjplan.extraction.duties.bare_lists import names_before, read_bare_list, read_line, read_tail
from kjplan.extraction.duties.duty_labels import BLANK_LABEL, LABEL, LABEL_ALONE, NOUN, role_of_label
from kjplan.extraction.duties.duty_lists import (
    Group,
    Stated,
    read_list,
    rules_first_leads,
    settle,
    states_first_leads,
)
from kjplan.extraction.duties.duty_words import HINTS
from kjplan.extraction.names.unit_names import is_department, is_open_group, looks_like_body
from kjplan.extraction.tables import by_first, words
from kjplan.late import late
from kjplan.model import BodyRole, Responsibility, ResponsibleBody
from kjplan.reading.text import Passage

__all__ = ["find_responsibility", "rules_first_leads", "states_first_leads"]

_ROLE_WORD = re.compile(
    by_first(
        words(
            "负责 牵头 牵总 会同 配合 责任 负总责 落实 单位 部门 处室 科室 参与 参加 主办 主责 主抓 承办 协办 会办 协同 实施 指导 承担 办理 协助 支持 统筹 归口管理 主管"
        )
    )
)
SIGNS = re.compile(by_first([*"([【〔〖﹝:", "单位 ", "部门 ", "单位为", "部门为", "由", *HINTS]))
"""A bracket, a colon or a word of prose, one of which every statement has."""
_BRACKETS = "【〔[〖﹝】〕]〗﹞"
_CLOSING = ("）", ")", "】", "〕", "]", "〗", "﹞")
_AFTER = " \u3000。；;"
_ROUND = re.compile(f"[{re.escape(_BRACKETS)}]")
_BRACKET = re.compile(r"\(((?:[^()]|\([^()]{0,20}+\))++)\)")
_AT_POINTS = re.compile(r"\([^()]{2,60}\)(?=[;。])")
"""Brackets behind the points of a paragraph: ①完成评估（区应急局）；②整治隐患（区经信局）。"""
_BRACKETED_LABEL = re.compile(rf"\((?P<label>{NOUN})\)(?P<colon>:?)")
_OWN_LINE = re.compile(rf"(?:^|[。;!?,()\s—●■·*※★☆◆▲►▶○>-])(?=\s{{0,4}}(?:{LABEL})\s{{0,4}}:)([^。]+)")
_IS_LINE = late(rf"(?:^|[。;,])(?:[此该本]项?(?:工作|任务|措施)的?)?(?=(?:{NOUN})为)([^。]+)")
"""The same where a verb stands for the colon: 牵头部门为市科技局，参与部门为市财政局."""
_SPACED_SIGNS = (" 单 ", " 部 ", " 科 ", " 处 ")
_SPACED = late("([责牵配主承协]) ([任头合办责]) ([单部科处]) ([位门室])")
"""A label with a blank between any two characters, which go behind it: 责 任 单 位."""
_LONGEST_LINE = 200
_LONGEST_JOINED = 600
_ENDS_IN_DUTY = re.compile(r"(?:负责|牵头|配合|落实|实施|参与|协助|承办|协办)[。;]?\s{0,4}$")
_SENTENCE = late("[。;!?:]|(?:负责|牵头)(?!负责|牵头|组织|落实|实施|抓|单位|部门|[处科])[一-鿿]")
"""What no line holds that is only a list: another sentence, or what the duty is (甲局负责培训)."""
Statement = tuple[int, int, list[Group], bool]
"""Where a statement stands in its passage, its groups, and whether it is a line under labels."""


def find_responsibility(
    passages: Sequence[Passage], *, first_leads: bool = False, usual: bool = False
) -> Responsibility:
    """The bodies that the passages of a goal or measure make responsible, and in which role.

    牵头 and a lone 负责 make a lead, 配合 and the like a support, several 负责 together are joint. ``quote`` and ``span``
    are those of the first statement. Lines under labels are read as one: beside 牵头单位：甲 a lone 责任单位：乙 does not lead.

    :param first_leads: whether the document rules that the first of each list leads; the others stay joint
    :param usual: whether the plan's items end in brackets of bodies, so that any names in such a bracket that end as
        bodies do are bodies
    """
    result = Responsibility()
    many = False
    if len(passages) > 1:
        passages = list(_joined(passages))
    found = [(p, s) for p in passages if SIGNS.search(p.folded) for s in _statements(p, usual)]
    if len(passages) > 1:
        below = [*_below_labels(passages)]
        found, many = found + below, len(below) > 1
        found += () if found else _alone(passages)
    if not found:
        return result
    led = (
        many
        or (len(found) > 1 and _listed_on(passages, found))
        or any(role == "lead" for _, (_, _, groups, labelled) in found if labelled for _, role in groups)
    )
    seen: set[tuple[str, BodyRole]] = set()
    for passage, (start, end, groups, labelled) in found:
        stated = settle(passage.folded, groups, first_leads=first_leads, led=labelled and led)
        _add(result, seen, passage, (start, end), stated)
    return result


_BETWEEN = re.compile(r"[\s。;)(]*(?:责任(?:单位|部门|处室|科室):\s*)?")


def _listed_on(passages: Sequence[Passage], found: Sequence[tuple[Passage, Statement]]) -> bool:
    """Whether a label that makes joint says right below another who answers too: 责任单位：甲局 / 责任单位：乙局."""
    places = {id(passage): n for n, passage in enumerate(passages)}
    for (above, (_, end, groups, labelled)), (below, (start, _, others, again)) in pairwise(found):
        if not (labelled and again) or any(role != "joint" for _, role in (*groups, *others)):
            continue
        if above is below:
            gap = above.folded[end:start]
        elif places.get(id(below), -1) == places.get(id(above), -3) + 1:
            gap = above.folded[end:] + below.folded[:start]
        else:
            continue
        names = {
            p.folded[n.start : n.end] for p, told in ((above, groups), (below, others)) for ns, _ in told for n in ns
        }
        if _BETWEEN.fullmatch(gap) and len(names) > 1:
            return True
    return False


def find_tail(passage: Passage, *, first_leads: bool = False) -> Responsibility:
    """The bodies that stand alone behind the last sentence of a measure; see ``find_responsibility``."""
    result = Responsibility()
    if tail := read_tail(passage.folded):
        start, end, groups = tail
        stated = settle(passage.folded, groups, first_leads=first_leads)
        _add(result, set(), passage, (start, end), stated)
    return result


def find_line(passage: Passage, *, first_leads: bool = False) -> Responsibility:
    """The bodies that are all of the last paragraph of a measure; see ``find_responsibility``."""
    result = Responsibility()
    if line := read_line(passage.folded):
        start, end, groups = line
        _add(result, set(), passage, (start, end), settle(passage.folded, groups, first_leads=first_leads))
    return result


def ends_in_bracket(words: str) -> bool:
    """Whether words end in a bracket of any form, a full stop behind it or not."""
    return words.rstrip(_AFTER).endswith(_CLOSING)


def _add(
    result: Responsibility, seen: set[tuple[str, BodyRole]], passage: Passage, at: tuple[int, int], stated: Stated
) -> None:
    """Add the bodies of one statement, each name once in a role."""
    if stated and not result.stated:
        result.stated = True
        start, end = at
        result.quote, result.span = passage.text[start:end], passage.span(max(start, min(passage.told, end - 1)), end)
    for name, role in stated:
        words = passage.text[name.start : name.end]
        if (words, role) not in seen:
            seen.add((words, role))
            result.bodies.append(ResponsibleBody(name=words, role=role, span=passage.span(name.start, name.end)))


def _statements(passage: Passage, usual: bool) -> Iterator[Statement]:
    """Statements in brackets, under a label (责任单位：…), and in prose, in that order."""
    text = passage.folded
    if " " in text and any(word in text for word in _SPACED_SIGNS):
        text = _SPACED.sub(r"\1\2\3\4   ", text)
    outside = text
    if "(" in text or any(bracket in text for bracket in "[【〔〖﹝"):
        # 【责任单位】市科技局 is read as 责任单位：市科技局.
        text = _ROUND.sub(_as_round, text) if any(bracket in text for bracket in _BRACKETS) else text
        text = outside = _BRACKETED_LABEL.sub(lambda m: f" {m['label']}:" + " " * len(m["colon"]), text)
        used: list[tuple[int, int]] = []
        points = sum(not names_before(text, m.start()) for m in _AT_POINTS.finditer(text)) > 1 if ";" in text else False
        for m in _BRACKET.finditer(text):
            groups = (read_list(text, *m.span(1)) if _ROLE_WORD.search(m[1]) else []) or read_bare_list(
                text, m, usual=usual, points=points
            )
            if groups:
                used.append(m.span())
                yield *m.span(), groups, ":" in m[1]
        outside = _without(outside, used)
    yield from _label_lines(outside)
    if groups := _whole(outside):
        yield 0, len(outside.rstrip()), groups, False
        return
    for duty in duties.find_duties(outside):
        yield duty.start, duty.end, duty.groups, False


def _label_lines(outside: str) -> Iterator[Statement]:
    """Statements under a label outside brackets, with a colon or 为 behind it."""
    for m in _OWN_LINE.finditer(outside) if ":" in outside else ():
        if groups := read_list(outside, *m.span(1)):
            yield *m.span(1), groups, True
    for m in _IS_LINE.finditer(outside) if "位为" in outside or "门为" in outside else ():
        groups = read_list(outside, *m.span(1))
        if groups and all(looks_like_body(outside[n.start : n.end]) for names, _ in groups for n in names):
            yield *m.span(1), groups, True


def _whole(text: str) -> list[Group]:
    """A line that is nothing but a statement, without a bracket: 甲局牵头，乙局按职责分工负责; or 责任单位 甲局."""
    if len(text) > _LONGEST_LINE or not (_ENDS_IN_DUTY.search(text) or BLANK_LABEL.match(text)):
        return []
    end = len(text.rstrip("。; \u3000"))
    if _SENTENCE.search(text, 0, end):
        return []
    groups = read_list(text, 0, end)
    named = [text[n.start : n.end] for names, _ in groups for n in names]
    whole = all(is_actor(w) or looks_like_body(w) or is_open_group(w) for w in named)
    return groups if named and whole and (is_actor(named[0]) or BLANK_LABEL.match(text)) else []


def _as_round(m: re.Match[str]) -> str:
    return "(" if m[0] in "【〔[〖﹝" else ")"


def _joined(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, those joined between which a line break cuts a list: one ends in 、, or in a bracket that nothing closes.
    What a column of a table says goes on no other words."""
    open_end: Passage | None = None
    for passage in passages:
        if open_end is not None and (passage.told or not _goes_on(open_end, passage)):
            yield open_end
        elif open_end is not None:
            passage = _as_one(open_end, passage)
        text = passage.folded.rstrip()
        unfinished = not passage.told and (text.endswith(("、", ";")) or text.rfind("(") > text.rfind(")"))
        open_end = passage if unfinished and len(text) <= _LONGEST_JOINED and SIGNS.search(text) else None
        if open_end is None:
            yield passage
    if open_end is not None:
        yield open_end


def _goes_on(above: Passage, below: Passage) -> bool:
    """Whether a list goes on below; behind a semicolon only where nothing but bodies stands there."""
    if not above.folded.rstrip().endswith(";"):
        return True
    text = below.folded.strip("。; \u3000\t\r\n")
    return 0 < len(text) <= _LONGEST_JOINED and all(
        looks_like_body(text[n.start : n.end]) for n in unit_lists.split(text, 0, len(text))
    )


def _as_one(above: Passage, below: Passage) -> Passage:
    moved = len(above.text)
    return Passage(
        above.text + below.text,
        above.folded + below.folded,
        [*above.pieces, *((at + moved, place) for at, place in below.pieces)],
    )


def _alone(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Statement]]:
    """A last line of nothing but departments, in brackets or without, behind the end of a sentence: 市科技局、市财政局."""
    above, last = passages[-2:]
    text = last.folded.strip()
    if not text or len(text) > _LONGEST_LINE or not above.folded.rstrip().endswith(("。", ";", ")")):
        return
    start = last.folded.index(text)
    end = start + len(text)
    if text[0] in "([【〔" and text[-1] in ")]】〕":
        start, end = start + 1, end - 1
    elif "、" not in text:  # a signature
        return
    names = unit_lists.split(last.folded, start, end)
    words = [last.folded[n.start : n.end] for n in names]
    if words and is_department(words[0]) and all(looks_like_body(w) or is_open_group(w) for w in words):
        yield last, (start, end, [(names, "joint")], False)


def _below_labels(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Statement]]:
    """Lines that list bodies below one that is only a label: 责任单位：, and on the next line 市科技局、市财政局."""
    role: BodyRole | None = None
    is_one = looks_like_body
    for passage in passages:
        text = passage.folded
        if m := LABEL_ALONE.fullmatch(text):
            role, is_one = role_of_label(m["label"]), looks_like_body
        elif passage.told:
            role = None
        elif role:
            names = unit_lists.split(text, 0, len(text.rstrip("。;,、 ")))
            if names and all(is_one(text[n.start : n.end]) for n in names):
                yield passage, (names[0].start, names[-1].end, [(names, role)], True)
                is_one = is_actor  # nothing shows how far the list goes on: 加快建设平台 ends as a body does
            else:
                role = None


def _without(text: str, used: list[tuple[int, int]]) -> str:
    """The text with blanks for the brackets that were read."""
    pieces, at = [], 0
    for start, end in used:
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])
