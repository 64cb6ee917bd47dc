"""What tells of a plan: news (近日，市政府印发《…行动计划》，提出到2025年…), news of a meeting that sets the year's goals, explanations."""

import re

from kjplan.model import Span
from kjplan.parsing.front.genres import genre_of, names_a_plan, names_another_kind
from kjplan.parsing.front.untitled import says_it_answers
from kjplan.reading.text import SourceText, fold, solid

_LOOK = 700
"""News says in its first characters what it is about."""
_OPENS = re.compile(
    "近日|日前|记者|获悉|(?<=[0-9日])(?:电|讯)|消息[:,]|[0-9]日,?[^。;《]{0,24}(?:印发|发布|出台|公布|下发)(?!的)"
)
_BRINGS_OUT = re.compile(
    "(?:印发|发布|出台|公布|下发|制定|制订)(?:实施)?了? ?(?=《(?P<name>(?:[^《》]|《[^《》]{1,40}》){4,100})》)"
)
"""Who brought it out; 印发的《…》 and 按照《…》 only name it."""
_TELLS = re.compile(
    '(?:[》”"]|计划|方案|规划|纲要|意见|措施|要点|行动)[^。;,:]{0,24}?(?:提出|明确|指出|要求|强调|部署)'
    "|,(?:提出|明确|计划|力争|三年将|[0-9一二两三四五]年(?:内|间)?将)"
)
"""What the plan asks for, as news puts it: 《行动计划》提出…; …，计划用三年时间…."""


def told_plan(source: SourceText, title: str | None) -> Span | None:
    """The name of the plan that a news item tells of: its first words say that it is news, who brought which plan out, and what that
    asks for. A document whose title says what it is is no news of another.

    :returns: where the name stands between its marks, None where the text is no such news
    """
    own = fold(title) if title else ""
    if own and (names_a_plan(own) or names_another_kind(own)):
        return None
    folded = source.folded
    if not _OPENS.search(folded, 0, _LOOK) or says_it_answers(source):
        return None
    named = (m.span("name") for m in _BRINGS_OUT.finditer(folded, 0, _LOOK) if names_a_plan(m["name"]))
    name = next(named, None)
    return name if name and _TELLS.search(folded, name[1]) else None


_MEETS = re.compile(
    r"(?:工作|动员|部署|推进|总结|表彰|经济|调度|专题){1,4}(?:会议|大会|会)[^。;,《》\n]{0,24}(?:召开|举行)"
    r"|(?:召开|举行)了?[^。;,《》\n]{0,32}(?:工作|动员|部署|推进|总结|表彰|经济|调度|专题){1,4}(?:会议|大会|会)"
)
_SETS = re.compile(
    r"(?:^|[。;,:\n])\s{0,4}(?P<what>20[0-9]{2}年[^。;:\n]{0,48}?目标(?:任务)?)(?:是|为|:)",
)
"""How a meeting sets the year's goals: 会议明确，2025年全县水利工作的主要目标是：…."""


def told_meeting(source: SourceText, title: str | None) -> Span | None:
    """What news of a meeting calls the goals that were set there: its first words say that a meeting was held, and a later sentence
    sets goals for a year. A document whose title says what it is, or that a meeting's minutes are, is no such news.

    :returns: where 2025年全县水利工作的主要目标 stands, None where the text is no such news
    """
    own = fold(title) if title else ""
    if own and (names_a_plan(own) or names_another_kind(own) or genre_of(own)):
        return None
    if not _MEETS.search(source.folded, 0, _LOOK) or says_it_answers(source):
        return None
    found = _SETS.search(source.folded)
    return found.span("what") if found else None


_EXPLAINS = re.compile("解读|答记者问|问答|编制说明|起草说明")
_NAMES = re.compile("《(?P<name>(?:[^《》]|《[^《》]{1,40}》){4,100})》")


def explained_plan(source: SourceText, title: str | None) -> Span | None:
    """The name of the plan that a document explains by its title: 《某市…规划》政策解读.

    :returns: where the name stands between its marks, None where the title explains nothing, or what is no plan
    """
    own = fold(title) if title else ""
    if not own or not _EXPLAINS.search(solid(own)):
        return None
    named = (m.span("name") for m in _NAMES.finditer(source.folded, 0, _LOOK) if names_a_plan(m["name"]))
    return next(named, None)
