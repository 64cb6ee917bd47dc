"""Which documents plan something, and what binds in one: by title, parts and words."""

import re

from kjplan.parsing.front.calls import CALL, mostly_asks, only_calls, says_how_to_apply
from kjplan.parsing.front.evidence import (
    minutes_only_tell,
    names_bodies,
    promises_figures,
    shows_work,
    tells_past,
)
from kjplan.parsing.front.genres import PLAN_GENRES, TITLE_END, genre_of, names_a_plan, names_another_kind
from kjplan.parsing.front.schemes import deals_or_judges
from kjplan.parsing.front.untitled import (
    declares_or_inspects,
    rules_in_articles,
    says_it_answers,
    says_it_reports,
    says_its_kind,
    states_rules,
)
from kjplan.parsing.headings.heading import Heading
from kjplan.parsing.headings.roles import role_of
from kjplan.parsing.lines.rows import Row
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, fold, solid

_GRANTED = re.compile(
    "关于(?:同意|颁发|核发|换发|补发|延续|注销|吊销|撤销|收回|释放|批准|核准|确认|准予|许可|认可|变更)"
    rf"[^;]{{2,120}}的?通知{TITLE_END}"
    rf"|(?:^|关于)(?:增加|增设|增补|调整|修订|取消|变更)[^;]{{1,40}}(?:科目|名录|目录|编码|代码|条款|条目)的?通知{TITLE_END}"
)
"""What one body is granted or refused, on conditions: 关于颁发…许可证的通知, 关于批准…大纲的通知; what changes a catalogue:
关于增加某诊疗科目的通知."""
_HANDED_ON = re.compile(rf"(?:{PLAN_GENRES})》?的?通知{TITLE_END}")
"""关于批准某市行动方案的通知 hands a plan on."""
_EXAMPLES = re.compile(
    "关于[^;]{0,80}?"
    rf"(?:案例|案件|事迹|经验做法|(?:考核|评估|检查|核查|评价|评审)结果)(?:情况)?的?(?:通知|函){TITLE_END}"
)
"""What others did and how it was found: 关于公布…典型案例的通知, 关于通报…考核结果的通知."""
_HONOURS = re.compile(
    rf"关于(?:对[^;]{{2,120}})?(?:予以|给予|进行)?(?:通报)?(?:表扬|表彰|嘉奖|授予|命名|感谢)[^;]{{0,120}}的?(?:通知|函){TITLE_END}"
)
"""What was achieved and by whom: 关于通报表扬…集体和个人的通知."""
_REPLIES = re.compile(rf"(?:提案|建议|议案)[^;]{{0,16}}答?复(?:意见)?的?函?{TITLE_END}")
_PICTURED = re.compile("(?:【[^】]{1,8}】)?(?:一张?图(?:读懂|看懂|了解|速览)|图解|图说|长图)")
"""What explains another document in a picture: 一图读懂《…措施》."""
_OF_THE_HOUSE = re.compile(
    rf"(?:领导|领导班子|班子成员|领导成员|党组成员|负责同志)(?:成员)?(?:工作)?分工(?:调整)?(?:情况)?的?通知{TITLE_END}|(?:节?假日|放假|休假|调休|作息时间)(?:调休)?(?:时间)?(?:安排|调整)?的?通知{TITLE_END}"
)
"""When offices are closed (关于劳动节放假安排的通知), and which leader looks after what (关于局领导工作分工的通知)."""
_INTERPRETS = re.compile(
    "(?:法律|法规|条款|政策|规定|规范)(?:的?具体|如何|的|衔接)?(?:适用|应用)(?:的?(?:若干|有关|具体))?问题的?(?:指导)?(?:意见|规定|通知|函|解答)"
    f"{TITLE_END}|适用(?:法律|[^;]{{2,24}}(?:条例|办法|规定|法)》?)(?:的?(?:若干|有关|具体))?问题的?(?:指导)?(?:意见|规定|通知|函|解答){TITLE_END}"
)
"""How a law is to be understood: 关于…法律适用问题的意见."""
_PRICES = re.compile(
    "关于[^;]{0,40}?(?:试行|实行|调整|疏导|制定|核定|核准|降低|提高|明确|公布|理顺|执行|取消|放开)[^;]{0,40}?"
    "(?:[电水气热油]价|价格|收费标准|收费项目|费率|资费|票价|运价)(?:水平|标准|政策)?(?:的?(?:实施)?方案)?(?:的?(?:有关|相关)(?:问题|事项))?"
    f"的?(?:通知|函|公告){TITLE_END}"
)
"""What is to be paid: 关于调整天然气价格的通知, 关于试行阶梯水价实施方案的通知; price work and reform (价格机制改革, 价格工作要点) is work."""
_SENT_OUT = re.compile("印发|转发|通知")
_OPENS = re.compile(
    r"[^。;:,]{2,48}?(?:(?P<kind>年度报告|(?:进展|工作|情况)[简专快]报|(?:落实|进展|完成|整改|开展|工作)情况的?报告|部门预算|部门决算|答记者问|行政处罚决定书|审查意见|验收意见)(?![》”的])"
    "|反馈(?:环境|生态环境保护|环保)?督察(?:情况|意见)(?=[^,;。:》”]))"
)
"""How a text without line breaks opens whose title has no end: 某部2022年政府信息公开工作年度报告本报告所列…."""


def _only_tells(source: SourceText, title: str) -> bool:
    """Whether a document by its title, or one without by its first words, answers, grants or tells, and plans nothing."""
    if says_it_answers(source) and not _SENT_OUT.search(title):
        return True
    if not title:
        return _OPENS.match(source.folded) is not None or says_its_kind(source)
    if _PICTURED.match(title):
        return True
    granted = _GRANTED.search(title) is not None and not _HANDED_ON.search(title)
    return granted or any(
        kind.search(title) for kind in (_REPLIES, _EXAMPLES, _HONOURS, _OF_THE_HOUSE, _INTERPRETS, _PRICES)
    )


_NEXT = re.compile(
    "下一?步|下一?阶段|今后(?:工作|一段)|^(?:有关|相关|工作|具体)?要求(?:$|(?=20[0-9]{2}年))|^20[0-9]{2}年(?:工作|重点)(?:安排|打算|计划)"
)
_NEXT_ORDERED = re.compile("下一?步(?:的?工作)?(?:要求|安排|措施)")
_TELLS = re.compile(
    "通报|函|(?:[^的]{2})?总结|(?:进展|工作|情况)?[简专快]报|年度报告|(?:[^的]{2})?情况的?报告|(?:典型|示范|优秀|警示|执法|违法)案[例件]|案例(?:汇编|集)?|(?:典型|先进|主要)事迹|经验做法|(?:部门|单位)(?:预算|决算)"
)
"""Kinds that tell what was, and may end with what is to be done."""


def orders_next(source: SourceText, title: str | None, heading: str) -> bool:
    """Whether a part of a document that plans nothing orders work after all: 下一步工作要求 in a 通报.

    :param title: the document's title; None where only its first words say what it is
    :param heading: the folded title of one of its outermost parts
    """
    if _NEXT.search(heading) is None:
        return False
    if title is None and _NEXT_ORDERED.search(heading):
        return not says_it_answers(source)
    if title is None:
        return says_it_reports(source) or (
            (m := _OPENS.match(source.folded)) is not None and _TELLS.fullmatch(m["kind"] or "") is not None
        )
    folded = solid(fold(title))
    if _REPLIES.search(folded):
        return False
    return _EXAMPLES.search(folded) is not None or _TELLS.fullmatch(genre_of(folded) or "") is not None


_ASKS_FOR_WORK = re.compile(
    rf"关于(?:进一步|切实|扎实)?(?:做好|抓好|加强|加快|推进|落实|强化)[^;]{{2,80}}的(?:提示|提醒|工作)?函{TITLE_END}"
)
"""A letter that orders as a notice does, if its headings say so: 关于做好…工作的函."""
_SETS = re.compile(rf"关于(?:分解)?下达[^;]{{2,80}}(?:目标|任务|计划|指标)(?:任务|指标)?的函{TITLE_END}")
"""A letter that sets what is to be reached: 关于下达…目标的函."""


_SENDS = re.compile(rf"关于印发[^;]{{2,120}}(?:{PLAN_GENRES})》?(?:\([^()]{{1,24}}\))?的函{TITLE_END}")
"""A letter that sends a plan out as a notice does: 关于印发…实施计划的函."""
_SEATS = re.compile(
    "关于(?:成立|组建|设立|撤销|调整)[^;]{2,60}(?:领导小组|工作组|工作专班|专班|指挥部|委员会|联席会议|办公室|机构|小组)(?:及?[^;]{0,8}(?:成员|机构|人员|名单|职责))?(?:组成)?(?:人员|成员|单位)?的通知$"
)
"""A notice that says who sits in a group: 关于调整防汛指挥部成员的通知."""
_DECIDES_WORK = re.compile(
    "关于(?:进一步|全面|切实|大力){0,2}(?:加快|促进|推进|推动|加强|深化|强化|支持|落实|推行|实施|做好|发展|改革)[^;]{2,80}的决定$"
)
"""A decision that orders work, if its headings say so: 关于加快…发展的决定; others honour, appoint, amend, repeal."""


def is_plan(source: SourceText, title: str | None, headings: list[Heading]) -> bool:
    """Whether a document plans something: its title says so, or a part is called 目标 or 任务, or an opinion or notice
    orders numbered work, or its words show it. Rules, replies, decisions, lists and calls for applications plan nothing, but
    for rules (细则) that say which body is responsible for each."""
    folded = fold(title) if title else ""
    if not headings:
        return False
    if _only_tells(source, solid(folded)):
        return False
    titles = [source.folded[slice(*h.title)] for h in headings if h.title]
    genre = genre_of(folded)
    if deals_or_judges(folded, titles) or (genre != "函" and names_another_kind(folded) and not names_a_plan(folded)):
        decides = genre == "决定" and _DECIDES_WORK.search(solid(folded)) is not None
        return shows_work(source, headings) if decides else names_bodies(source, headings)
    if genre not in (None, "函", "预案"):
        return not _only_calls_or_rules(source, folded, headings, titles)
    named = {role_of(t) for t in titles} & {"goals", "measures", "principles", "safeguards"}
    if genre == "预案":
        named -= {"principles", "safeguards"}  # every emergency plan has its 工作原则 and 保障措施
    if genre == "函":
        return not named.isdisjoint(("goals", "measures")) or _letter_asks(source, folded, headings)
    if mostly_asks(titles) or says_how_to_apply(titles):
        return False  # 活动目的, 组织单位, 参赛对象, 报名方式: a call whose title was not copied
    if genre is None and states_rules(headings, titles):
        return names_bodies(source, headings)
    if genre is None and (
        (not named and tells_past(source, headings)) or declares_or_inspects(source, headings, titles)
    ):
        return False
    return bool(named) or shows_work(source, headings) or (not title and promises_figures(source, headings))


def _only_calls_or_rules(source: SourceText, title: str, headings: list[Heading], titles: list[str]) -> bool:
    """Whether what is called as plans are calls people to something, rules in articles, says who sits where without a
    part that names tasks or goals, or is minutes that give work to nobody."""
    genre = genre_of(title)
    if genre == "纪要" and minutes_only_tell(source, headings, titles):
        return True
    if genre == "通知" and _SEATS.search(solid(title)):
        return {"goals", "measures"}.isdisjoint(map(role_of, titles))
    rules = rules_in_articles(source, headings, titles) and not names_bodies(source, headings)
    return rules or only_calls(title, titles)


def _letter_asks(source: SourceText, title: str, headings: list[Heading]) -> bool:
    """关于开展…工作的函 asks for work, 关于下达…目标的函 sets goals; most letters do neither."""
    return (
        _SETS.search(title) is not None
        or _SENDS.search(title) is not None
        or _DEMANDS.search(solid(title)) is not None
        or (_ASKS_FOR_WORK.search(title) is not None and shows_work(source, headings))
    )


_LEADS_IN = re.compile(
    r"(?<![了过])(?:以下|如下|下列)[^。;:]{0,10}(?:工作|任务|举措|措施|目标|实事)[^。;:]{0,4}[。:]$"
    r"|(?:办好|实施)(?!了)[^。;:]{0,12}实事[^。;:]{0,24}[:。]$|实事(?:项目|工程)?(?:(?!情况|完成|进展|结果|落实)[^。;:]){0,12}(?:公示|公告|通告|公布|印发|发布)如下[:。]$|(?:议定|确定|明确)(?:了)?(?:以下|如下|下列)[^。;:]{0,6}事项[:。]$"
)
"""Words above numbered ones that say these are to be done: 督促相关单位做好以下工作: · 办好十方面民生实事。; but not 开展了以下工作:"""
_DEMANDS_TOO = re.compile("印发给你们[^。]{0,24}[将就][^。;:]{0,12}(?:要求|事项|工作)[^。;:]{0,6}如下[。:]$")
"""What a notice says that sends rules out and orders work besides: 现印发给你们,并将有关要求通知如下:"""
_DEMANDS = re.compile(r"(?:督办|交办|催办|限期整改|立行立改)的?(?:函|通知)$")
"""A letter that demands work of its addressee: 关于对…问题进行督办的函."""


def demands_too(lead: str) -> bool:
    """Whether the last words of a notice that sends something out say that it has demands of its own."""
    return _DEMANDS_TOO.search(lead) is not None


def leads_in_work(title: str | None, lead: str) -> bool:
    """Whether the words above the first heading say that work or goals follow: of a text without a title, of a letter, of minutes, or
    of a notice that sends out what is no plan and has demands of its own.

    :param lead: the folded paragraph above the first heading
    """
    if demands_too(lead):
        return True
    folded = solid(fold(title)) if title else ""
    return genre_of(folded) in (None, "函", "纪要") and _LEADS_IN.search(lead) is not None


_SETS_UP = re.compile("关于(?:成立|组建|设立|撤销|调整|同意|公布|任免|确定|明确)[^;]{2,80}(?:通知|意见)$")
"""A title that says who sits where: 关于成立防汛指挥部的通知, 关于调整领导小组成员的通知."""


def orders_work(title: str | None) -> bool:
    """Whether a text without headings may order work: a notice or opinion by its title, and no call for people."""
    folded = solid(fold(title)) if title else ""
    return (
        genre_of(folded) is not None
        and (names_a_plan(folded) or not names_another_kind(folded))
        and not CALL.search(folded)
        and not _SETS_UP.search(folded)
    )


def rules_or_sets_up(title: str | None) -> bool:
    """Whether a document by its title rules for all time, answers, or says who sits where: the duties in it are no work."""
    folded = solid(fold(title)) if title else ""
    return names_another_kind(folded) or _SETS_UP.search(folded) is not None or _REPLIES.search(folded) is not None


_DUTY_HEAD = re.compile("责任|牵头|主办|主责")
_DOES_HEAD = re.compile("负责|承办|责任|牵头|主办|主责")
_DAY = re.compile(r"(?:周|星期)[一二三四五六日天]|[0-9]{1,2}(?:月[0-9]{1,2}日|[.．/][0-9]{1,2}(?![0-9]))")
_SCORED = re.compile(rf"(?:考核|考评|评分|评价)(?:评分|实施|工作)?(?:细则|标准|办法|规则){TITLE_END}")
"""Rules of how work is judged, whose table says who is to do it."""
_FEWEST_ROWS = 2


def _is_dated(source: SourceText, row: Row) -> bool:
    """Whether a row stands beside a day, as those of a week's work do: 3.4（周一） | 盘点库存 | 办公室."""
    cells = [*row.words, *(group.title for group in row.groups)]
    return any(_DAY.search(source.folded, *cell) for cell in cells)


def shows_duties(source: SourceText, title: str | None, units: list[Unit]) -> bool:
    """Whether a table in a text without headings says who is to do what, and its title, if it has one, is of no other kind: a
    table of tasks copied without the head of its document. Lists of what was granted or chosen name no 责任单位; those of whom
    to ask may have 负责部门, which counts only beside days."""
    folded = fold(title) if title else ""
    if (names_another_kind(folded) and not _SCORED.search(solid(folded))) or CALL.search(solid(folded)):
        return False
    rows = [unit.row for unit in units if isinstance(unit.row, Row)]
    telling = 0
    for row in rows:
        tells = _DOES_HEAD if _is_dated(source, row) else _DUTY_HEAD
        telling += any(tells.search(source.folded, *head) for head, _ in row.facts)
    return telling >= _FEWEST_ROWS and 2 * telling >= len(rows)


_COMMITS = re.compile(
    r"(?:要点|计划|方案|规划|纲要|报告|安排|部署|打算|思路|分工|任务|行动|实事(?:项目|工程)?|重点(?:工作|项目|工程|事项)|清单|台账|分解|目标|讲话"
    r"|(?:任务|责任|目标)书|(?:任务|责任|计划|推进|安排|分解|分工|一览)表)"
    r"[》”]?(?:\([^()]{1,40}\)){0,2}[》”]?(?:的?(?:通知|函|意见))?(?:\([^()]{1,24}\))?$"
    r"|20[0-9]{2}年度?[^;]{0,60}(?:工作|任务)的?(?:实施|指导|若干)意见(?:\([^()]{1,24}\))?$"
)
"""How the title of a work plan ends, or that of the notice which sends it out."""
_NOTIFIES = re.compile(
    "(?:(?:通知|通报|要求|公告|函告|函复|明确|通告)如下|提出(?:如下|以下)[^。;:]{0,8}(?:意见|措施)|(?:事项|意见|要求)如下)[。:]|特此(?:通知|公告|函复|函告)|(?:议定|督办)[^。;:]{0,4}(?:以下|如下)?[^。;:]{0,4}(?:事项|如下)[。:]|函告你[省市厅局]"
)
"""What only a notice, opinion or letter says, also where its title was not copied."""
_ALLOTS = re.compile(
    rf"(?:分配|考核|评价|评审|评选|认定|核算|奖补|补助|补贴|活动|会议|日程|设置|监测|检测|采样|测试|调查|普查)(?:实施|工作)?(?:方案|计划|安排)[》”]?(?:的?(?:通知|函))?{TITLE_END}"
    r"|分配实施?方案\([^()]{2,12}\)[》”]?"
)
"""A scheme by which something is dealt out or judged, or the order of an event: 配额分配方案, 考核方案, 活动安排."""
_LOOK_FOR_NOTICE = 3000
"""So many characters from the beginning say so."""


def regulates(source: SourceText, title: str | None) -> bool:
    """Whether a document orders and regulates but is no work plan: a notice, an opinion, measures, rules. What a figure binds there
    is a norm, where nothing says that it is to be reached. Of a text without a title its first words may tell."""
    if title is None:
        return _NOTIFIES.search(source.folded, 0, _LOOK_FOR_NOTICE) is not None
    name = solid(fold(title))
    return _COMMITS.search(name) is None or _ALLOTS.search(name) is not None
