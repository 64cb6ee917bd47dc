"""Texts whose title was not copied with them: what their own words say they are."""

import re

from kjplan.extraction.tables import by_first
from kjplan.parsing.front.calls import calls_people
from kjplan.parsing.headings.heading import Heading
from kjplan.reading.text import SourceText, solid

_ITSELF = "(?:办法|指南|细则|规则|规定|准则|规范|标准|导则|条例|技术政策|公约|章程)"
_RULES = re.compile(
    f"(?:制定|制订|发布)本{_ITSELF}|(?:适用|参照)本{_ITSELF}|本{_ITSELF}(?:规定了|适用于|所称|自20|自发布|自印发|由[^。;,]{{2,16}}负责解释)"
)
"""What rules say of themselves: 为规范…,制定本指南."""
_IN_FORCE = re.compile(f"本{_ITSELF}自[^。]{{2,20}}施行。")
_RULES_TAIL = 60
"""Rules come into force with their last words: 本办法自2020年5月1日起施行。 so near the beginning ends another text that was copied along."""
_REPORTS = re.compile("情况(?:予以)?(?:通报|报告)如下[。:]")
_ANSWERS = re.compile(
    by_first(
        [
            *(
                rf"{asked}[^。;:,]{{0,24}}收悉[。,]"
                for asked in ("请示", "来函", "来文", "报告", "》", "的函", r"号\)")
            ),
            "答复如下[。:,]",
        ]
    )
)
"""What only an answer says, whatever its title calls it: 你厅请示收悉。"""
_LOOK_FOR_ANSWERS = 400
_HONOURS = re.compile("(?:经研究|现)[^。;]{0,8}决定[^。;]{0,80}(?:予以|给予|授予)[^。;]{0,16}(?:表扬|表彰|嘉奖|称号)")
"""What honours somebody for what was done: 经研究决定,对上述集体予以表扬; but 对成绩突出的单位予以表扬 is promised."""
_INSPECTS = re.compile(
    "(?:检查|核查|督查|评估|调查|审查)(?:的)?(?:目的|依据|活动|内容|组织|情况|发现|结论|时间|方式|范围|对象|人员)"
)
_FEWEST_INSPECTED = 4
_LOOK = 1500
"""So many characters from the beginning say what a text is."""
_LEAD = 300
_PARTIES = re.compile(
    "\\s{0,2}(?:双方|两国|[中美英法德日印俄韩巴]{2}(?:两国)?|缔约(?:各|双)?方|各方)(?!面|式|向|位|法|案)"
)
_FEWEST_PARTIES = 3
_NOTIFIES = re.compile(
    "(?<!情况)(?:通知|要求|安排|督办|函告|部署)如下[。:]$|提出(?:以下|如下)[^。;:]{0,6}(?:意见|措施|要求)[。:]$"
)


def says_it_reports(source: SourceText) -> bool:
    """Whether a text says that it reports: 现将有关情况通报如下."""
    return _REPORTS.search(source.folded, 0, _LOOK) is not None


def says_it_answers(source: SourceText) -> bool:
    """Whether a text says that it answers, whatever its title calls it: 你厅请示收悉."""
    return _ANSWERS.search(source.folded, 0, _LOOK_FOR_ANSWERS) is not None


def says_its_kind(source: SourceText) -> bool:
    """Whether a text says that it reports, answers or honours, or that it is a rule: 现将有关情况通报如下 · 制定本办法."""
    if says_it_answers(source) or says_it_reports(source):
        return True
    folded = source.folded
    rules = _RULES.search(folded, _RULES_TAIL if _IN_FORCE.search(folded, 0, _RULES_TAIL) else 0, _LOOK)
    return rules is not None or _HONOURS.search(folded, 0, _LOOK) is not None


def declares_or_inspects(source: SourceText, headings: list[Heading], titles: list[str]) -> bool:
    """Whether the numbered words of a text are what parties declare, a report of an inspection, or a call by the words above them."""
    folded = source.folded
    openings = [h.title or h.inline for h in headings]
    parties = sum(o is not None and _PARTIES.match(folded, *o) is not None for o in openings)
    if parties >= _FEWEST_PARTIES and 2 * parties > len(headings):
        return True
    if sum(_INSPECTS.match(t) is not None for t in titles) >= _FEWEST_INSPECTED:
        return True
    start = headings[0].marker.start
    lead = folded[max(0, start - _LEAD) : start].rstrip()
    return _NOTIFIES.search(lead) is not None and calls_people(lead, titles)


_GENERAL = re.compile("总则|附则")


def states_rules(headings: list[Heading], titles: list[str]) -> bool:
    """Whether a text without a title is one of rules: its chapters are 总则 and 附则, or it is in articles."""
    if any(_GENERAL.fullmatch(solid(title)) for title in titles):
        return True
    return sum(heading.marker.style == "article" for heading in headings) * 2 > len(headings)


_OF_RULES = re.compile(
    "(?:制定)?(?:目的|依据|宗旨)(?:(?:和|与|及|、)(?:目的|依据))?|适用范围|(?:名词|术语)?(?:定义|解释)|概念|解释权?|(?:施行|实施|生效)(?:日期|时间)?|有效期限?"
    "|附则|总则|罚则|法律责任|责任追究|管理部门|部门职责|职责分工|管理原则"
)
_SAYS_RULES = re.compile("本[^。,;]{2,8}(?:适用于|所称|是指|自[^。]{2,24}施行)")
_FEWEST_OF_RULES = 2


def rules_in_articles(source: SourceText, headings: list[Heading], titles: list[str]) -> bool:
    """Whether most of a text is articles (第一条) that say what rules say, whatever its title calls it: an opinion with 目的和依据,
    定义 and 施行日期, or one that 适用于 and comes into force; a plan may be in articles too."""
    if 2 * sum(heading.marker.style == "article" for heading in headings) <= len(headings):
        return False
    named = sum(_OF_RULES.fullmatch(solid(title)) is not None for title in titles)
    return named + len({m[0][-4:] for m in _SAYS_RULES.finditer(source.folded)}) >= _FEWEST_OF_RULES


def gives_notice(source: SourceText, title: str | None, lead: str, headings: list[Heading]) -> bool:
    """Whether a text whose title was not copied is a notice that orders work, by the words above its first heading (现将有关要求通知
    如下:): it calls nobody to anything, answers nothing and tells nothing."""
    if title or not headings or not _NOTIFIES.search(lead) or says_its_kind(source):
        return False
    titles = [source.folded[slice(*h.title)] for h in headings if h.title]
    return not calls_people(lead, titles)
