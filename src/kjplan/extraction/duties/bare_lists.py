"""Brackets that hold nothing but the names of bodies: 建设平台。（市科技局、市财政局） 修订方案。（教务处、各学院，7月底前）."""

import re

from kjplan.extraction.duties import unit_lists
from kjplan.extraction.duties.duty_labels import ANY_LABEL
from kjplan.extraction.duties.duty_lists import Group, segments, states_first_leads
from kjplan.extraction.duties.unit_lists import Name
from kjplan.extraction.names.body_ends import BEFORE_BRACKET, ends_of
from kjplan.extraction.names.unit_names import is_department, is_group, is_open_group, looks_like_body
from kjplan.extraction.tables import by_first, words
from kjplan.extraction.times.time_words import LASTING
from kjplan.late import late

SENTENCE_ENDS = "。;!"
_BODY_END = re.compile(f"{ends_of(BEFORE_BRACKET)}$")
_OFFICE = late(
    rf"(?:[一-鿿]{{2,10}}(?:{ends_of('处科股办部')}|办公室|机关党委|团委|工会|总支)|办公室|[党院校]办|工会|团委)(?:\([一-鿿]{{2,10}}\))?"
)
"""Offices inside a body, behind the last sentence: 扩大资助规模。（基础研究处、人事处）; not 东部, 内部, 俱乐部."""
_NEAR = 8
_EXPLAINS = re.compile(
    by_first(words("含 不含 包括 包含 如 例如 即 指 原 除 下称 简称 以下简称 以下统称 详见 见 来源 摘自 注: 抄送"))
)
"""What a bracket begins with that explains a word: (含市科技局、市财政局)."""
_SHORTEST_TAIL, _LONGEST_TAIL = 3, 200
_TIME = re.compile(rf"\d(?![0-9]?\.[一-鿿])|(?<![少青老])[年月季]|完成|下同|{LASTING}")


def names_before(text: str, at: int) -> bool:
    """Whether a name stands before a bracket at ``at``, which is a part of it then: 市发展改革委（物价局）; not 优化布局（市发展改革委）."""
    return _BODY_END.search(text, max(0, at - _NEAR), at) is not None


def read_bare_list(text: str, bracket: re.Match[str], *, usual: bool = False, points: bool = False) -> list[Group]:
    """The bodies of a bracket that says nothing else, behind a sentence or at the very end; empty where it may say something else.

    Behind a word it is a part of that word: 市发展改革委（物价局）, 生态环境部（气候司）.

    :param text: a folded text whose brackets are round
    :param bracket: the bracket, its words in the first group
    :param points: whether other points of the paragraph have brackets behind them, so that one of nothing but departments
        says who answers: ①完成评估（区应急局）；②整治隐患（区经信局）。
    :param usual: whether the plan's other items end in such brackets, so that any names that end as bodies do are bodies
    """
    before = text[max(0, bracket.start() - _NEAR) : bracket.start()].rstrip()
    if points and text[bracket.end() : bracket.end() + 1] in (";", "。") and before and not _BODY_END.search(before):
        names = _names(text, *bracket.span(1))
        if names and all(is_department(text[n.start : n.end]) for n in names):
            return [(names, "joint")]
    ended = not text[bracket.end() : bracket.end() + _NEAR].strip(" \u3000。;") and len(text) < bracket.end() + _NEAR
    titled = text[bracket.end() : bracket.end() + 1] == "。" and not any(m in text[: bracket.start()] for m in "。;,:")
    if titled and before and not _BODY_END.search(before):
        names = _names(text, *bracket.span(1))  # 1.迁建项目（区卫健局）。务必…
        if names and all(is_department(text[n.start : n.end]) for n in names):
            return [(names, "joint")]
    if not before or not (before[-1] in SENTENCE_ENDS or (ended and not _BODY_END.search(before))):
        return []
    if _EXPLAINS.match(text, bracket.start(1)):
        return []
    names = _names(text, *bracket.span(1))
    called = [text[n.start : n.end] for n in names]
    own = (usual and ended) or (before[-1] in SENTENCE_ENDS and ended and any(map(_OFFICE.fullmatch, called)))
    if not (own or any(is_department(name) or is_group(name) for name in called)):
        return []
    return [(names, "joint")] if _are_bodies(called) else []


def read_tail(text: str) -> tuple[int, int, list[Group]] | None:
    """Bodies that stand alone behind the last sentence, as a table's cell does whose bars are lost: …优化环境。市科技局、各县区.

    :param text: the folded text of a measure's last paragraph
    """
    end = len(text.rstrip(" \u3000"))
    start = max(text.rfind(mark, 0, end) for mark in SENTENCE_ENDS) + 1
    if start == 0 or not _SHORTEST_TAIL <= end - start <= _LONGEST_TAIL:
        return None
    names = _names(text, start, end)
    called = [text[n.start : n.end] for n in names]
    if not _are_bodies(called) or not any(is_department(name) or is_group(name) for name in called):
        return None
    return names[0].start, end, [(names, "joint")]


def read_line(text: str) -> tuple[int, int, list[Group]] | None:
    """Bodies that are all of a line, one or several, as a table's cell is that came out a line: 市科技局. Where no other item has
    such a line it may be a signature.

    :param text: the folded text of a measure's last paragraph
    """
    end = len(text.rstrip(" \u3000"))
    names = _names(text, 0, end) if _SHORTEST_TAIL <= end <= _LONGEST_TAIL else []
    called = [text[n.start : n.end] for n in names]
    if not _are_bodies(called) or not is_department(called[0]):
        return None
    return names[0].start, end, [(names, "joint")]


def _names(text: str, start: int, end: int) -> list[Name]:
    """The names between two offsets, but for the stretches that say a time, a person (责任人：张三) or that the first leads."""
    return [
        name
        for first, last in segments(text, start, end)
        if not _TIME.search(text, first, last)
        and not ANY_LABEL.match(text, first, last)
        and not states_first_leads(text[first:last])
        for name in unit_lists.split(text, first, last)
    ]


def _are_bodies(called: list[str]) -> bool:
    return bool(called) and all(looks_like_body(name) or is_open_group(name) for name in called)
