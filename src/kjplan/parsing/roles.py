"""What a part is for, read from its title; and which documents are plans."""

import re

from kjplan.model import Role

ROLE_WORDS: dict[Role, str] = {
    "principles": "指导思想|总体思路|总体要求|总体考虑|基本思路|基本原则|工作思路|工作原则|总体部署和要求|重要意义|重大意义",
    "goals": "主要目标|发展目标|工作目标|预期目标|主要预期目标|总体目标|阶段目标|行动目标|目标任务|目标要求|任务目标|年度目标"
    "|奋斗目标|主要指标|目标指标",
    "measures": "工作举措|重点任务|主要任务|重点工作|工作措施|主要措施|主要举措|重点举措|工作任务|工作安排|政策措施"
    "|工作重点|主要工作|工作内容|重点工作任务|任务分工",
    "safeguards": "保障措施|组织实施|组织保障|工作要求|组织领导|有关要求|保障机制|实施保障|支撑保障|保障支撑|工作保障",
    "review": "工作回顾|情况回顾|工作总结|工作情况|发展成就|存在问题|主要问题|主要成效|工作成效|主要做法",
    "other": "附则|其他|其它|其他事项|名词解释|名词注释|术语解释|注释|附录|有关说明",
}
"""Words that name a part's role, longest reading first; a plan's parts go by role, not by wording."""

_EXACT = {w: role for role, words in ROLE_WORDS.items() for w in words.split("|")}
_TAILED: list[tuple[Role, re.Pattern[str]]] = [
    (
        "review",
        re.compile(
            r"(?:工作|情况|过去[^,]{0,6})?回顾$|取得的?(?:主要)?成[绩就效]|发展成就"
            r"|(?:工作|任务|目标)?(?:完成|进展|开展|推进|落实|执行)情况$|(?:主要|工作|特色|亮点)(?:成效|成绩|做法|亮点)(?:和|与|及|$)"
            r"|存在的?(?:主要|突出)?(?:问题|困难|不足|短板)|工作总结$|面临的?(?:困难|形势|挑战|问题)"
        ),
    ),
    (
        "principles",
        re.compile(r"(?:指导思想|总体要求|总体思路|基本原则|基本要求)|充分认识.{2,40}(?:意义|重要性|必要性)"),
    ),
    ("goals", re.compile(r"目标(?:任务|要求|指标|和任务)?$")),
    (
        "safeguards",
        re.compile(
            r"(?:保障措施|组织实施|组织保障|支撑保障|组织领导|实施保障|保障机制)$|^(?:有关|工作|相关)要求$"
            r"|^(?:切实|进一步|全面)?(?:加强|强化|健全|完善|落实)(?:组织领导|组织保障|组织实施|保障措施|要素保障|实施保障)[,和、]"
            r"|^(?:监督|督导|督查|跟踪)?考核(?:评[估价]|奖惩)?$|^(?:推进|工作|保障)机制$|^组织推进$"
        ),
    ),
    (
        "measures",
        re.compile(
            r"(?:重点|主要|工作|下一步|下步)(?:的?工作|任务|举措|措施|安排|打算|计划|设想|谋划|重点)(?:安排|打算|计划|举措|任务)?$|今后工作|^具体(?:措施|举措|任务)$"
        ),
    ),
]
"""Looser forms, tried in this order: 2013年工作回顾, 总体要求和主要目标, 强化支撑保障, 2014年工作安排."""

_ANY_TAILED = re.compile(
    "回顾|情况|成[绩就效]|做法|亮点|问题|困难|不足|短板|形势|挑战|总结|打算|计划|设想|考核|思想|要求|思路|原则|认识|目标|措施|实施|保障|领导|机制|工作|任务|举措|安排"
)
"""Some word of every form above: one search tells most titles apart."""
_BLANK = re.compile(r"\s+")


def is_role_title(folded: str) -> bool:
    """Whether a whole line is nothing but the name of a part, so that it is a heading even without a marker."""
    return "".join(folded.split()) in _EXACT


_PERIOD = re.compile(
    r"(?:“?[一二三四五六七八九十]{1,2}五”?(?:时期|期间)|(?:19|20)[0-9]{2}年(?:度)?|今后[一二三四五]年|过去[一二三四五]年|今年|明年)的?(?:政府)?"
)
_LONGEST_DATED = 20


def is_dated_role_title(folded: str) -> bool:
    """Whether a line is the name of a part with its period before it (2026年重点工作, “十五五”时期的主要目标任务). Between
    paragraphs it is a heading; on top of a text it may be the title."""
    m = _PERIOD.match(folded) if len(folded) <= _LONGEST_DATED else None
    if m is None:
        return False
    name = folded[m.end() :]
    return name in _EXACT or (name.startswith("主要") and name[2:] in _EXACT)


_NAMES = "(?:" + "|".join(sorted(_EXACT, key=len, reverse=True)) + ")"
_NOUNS = "(?:" + "|".join(sorted((w for w in _EXACT if not w.startswith("组织")), key=len, reverse=True)) + ")"
"""组织实施 and the like also begin a sentence: 组织实施省级重大专项."""
_YEAR = "(?:(?:19|20)[0-9]{2}年|过去[一二三四五]年|上年度?)(?:的)?(?:政府)?"
_DATED = "(?:工作)?回顾|工作总体部署|工作部署|工作安排|重点工作|主要工作|工作任务|重点任务|总体要求|主要目标|预期目标"
_AWARE = "(?:充分|深刻|进一步|切实)?(?:认识|提高|理解)[^。,;:]{4,40}?(?:重[要大](?:意义|性)|必要性|紧迫性|认识)"
_FOLLOWED = "(?=[^是的和与及、,。:;])(?=.{20})"
_OPENING = re.compile(f"(?:{_NAMES}[和与及])?{_NOUNS}{_FOLLOWED}")
_DATED_OPENING = re.compile(
    f"(?:{_YEAR}(?:{_DATED})(?!情况|部署|推进|落实|要点|报告|方案|计划|总结)|{_AWARE}){_FOLLOWED}"
)
_INNER = re.compile(
    "(?:指导思想|基本原则|总体(?:目标|要求|思路)|(?:主要|工作|发展|预期|阶段)目标)(?=[^是的和与及、,。:;])(?=.{20})"
)


def opening_role_title(folded: str, *, part: bool = True) -> int:
    """Length of the name of a part that opens a line and is followed at once by its words; 0 where there is none.

    ``主要目标到2025年,…`` opens with one; ``主要目标是…`` and ``主要目标和任务…`` do not.

    :param part: whether it is an outermost heading; others are only called 指导思想, 基本原则 or 目标
    """
    m = (_OPENING if part else _INNER).match(folded)
    return 0 if m is None else m.end()


def opening_dated_title(folded: str) -> int:
    """Length of the name of a part with its year, or of why the matter counts, that opens a line and is followed at once by
    its words: 2023年工作回顾过去一年,… · 充分认识…的重要意义近年来,…; 0 where there is none."""
    m = _DATED_OPENING.match(folded)
    return 0 if m is None else m.end()


def role_of(folded: str | None) -> Role | None:
    """The role that a title names, or None where it names none: 主要目标 → goals, 优化全域创新格局 → None."""
    if not folded:
        return None
    title = "".join(folded.split())
    if title in _EXACT:
        return _EXACT[title]
    if len(title) > 50 or not _ANY_TAILED.search(title):
        return None
    for role, pattern in _TAILED:
        if pattern.search(title):
            return role
    return None


PLAN_GENRES = (
    "工作要点|要点|工作计划|行动计划|计划|实施方案|工作方案|方案|规划|纲要|实施意见|指导意见|若干意见|意见"
    "|政府工作报告|工作报告|工作安排|任务分工|重点任务|若干措施|措施|行动|安排|分工|清单|台账|任务分解|责任分解|分解表|分工表|任务书|工作任务"
)
OTHER_GENRES = "条例|规定|办法|细则|规则|批复|决定|通报|公告|公报|命令|令|函|章程|名单|解释|决议|复函|答复|制度|标准|指南|规范|目录"
NOTICE_GENRES = "通知"

_TAIL = r"(?:\([^()]{1,24}\))?$"
_PLAN = re.compile(rf"(?:{PLAN_GENRES}){_TAIL}")
_OTHER = re.compile(rf"(?:{OTHER_GENRES}){_TAIL}")
_GENRE = re.compile(rf"({PLAN_GENRES}|{OTHER_GENRES}|{NOTICE_GENRES}){_TAIL}")


def genre_of(folded_title: str) -> str | None:
    """The kind of document that a title ends in: 通知, 意见, 工作要点; a bracket such as （试行） may follow."""
    m = _GENRE.search(_BLANK.sub("", folded_title))
    return None if m is None else m[1]


def names_a_plan(folded_title: str) -> bool:
    """Whether a title says that the document is a plan: 2022年全市科技创新工作要点."""
    return _PLAN.search(_BLANK.sub("", folded_title)) is not None


def names_another_kind(folded_title: str) -> bool:
    """Whether a title says that the document is of a kind that plans nothing: 某市工作规则, 关于…的批复."""
    return _OTHER.search(_BLANK.sub("", folded_title)) is not None
