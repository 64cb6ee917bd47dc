"""News that tells of a plan: 近日，市政府印发《…行动计划》，提出到2025年…"""

import re

from kjplan.model import Span
from kjplan.parsing.front.genres import names_a_plan, names_another_kind
from kjplan.parsing.front.untitled import says_it_answers
from kjplan.reading.text import SourceText, fold

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
