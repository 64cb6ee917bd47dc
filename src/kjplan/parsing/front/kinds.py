"""What kind of document a title names, and which documents plan something."""

import re

from kjplan.parsing.front.calls import CALL, applies, mostly_asks, only_calls
from kjplan.parsing.front.evidence import names_bodies, shows_work, tells_past
from kjplan.parsing.front.untitled import answers_itself, reports_itself, says_no_plan, states_rules, tells_itself
from kjplan.parsing.headings.outline import Heading
from kjplan.parsing.headings.roles import role_of
from kjplan.parsing.lines.rows import Row
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, fold, solid

PLAN_GENRES = (
    "工作要点|要点|工作计划|行动计划|计划|实施方案|工作方案|方案|规划|纲要|实施意见|指导意见|若干意见|意见|意见的?报告"
    "|政府工作报告|工作报告|工作安排|任务分工|重点任务|若干措施|措施|行动|安排|分工|清单|台账|任务分解|责任分解|责任分工|重点工作任务|工作任务|分解表|分工表|任务书|任务表|责任表|计划表|推进表|(?:进度|工作|任务|计划)安排表|(?:任务|指标|目标)分配表"
)
_JUDGING = "审查|审核|验收|核查|复核|评审|评估|审计|鉴定|督察反馈"
OTHER_GENRES = (
    "请示|条例|规定|办法|细则|规则|批复|决定|通报|通告|公告|公报|命令|令|函|章程|名单|解释|决议|复函|答复|制度|标准|指南|规范|目录"
    "|规程|准则|守则|导则|须知|启事|简章|决定书|告知书|许可证|证书|合同|协议|倡议书|声明|问答|解读|意见书|白皮书"
    "|(?:检查|核查|督[查察]|调查|评估|审计|监测|检测|鉴定|验收|审查|考核|调研|研究|分析|年度|进展|履约|自查|总结)报告|情况的?报告|工作总结|[简专快]报"
    rf"|(?:{_JUDGING})意见|(?:部门|单位)(?:预算|决算)|(?:预算|决算)(?:说明|公开)"
    "|宣言|备忘录|协定|公约|(?:审批|审查|审核|评审)原则|方法学|技术要求|技术政策"
    "|(?:技术|审批|审查|审核|评审|核查|检查|评估|验收|监测|核算)要点"
    "|(?:典型|示范|优秀|警示|执法|违法)案[例件]|案例(?:汇编|集)?|经验做法|(?:典型|先进|主要)事迹|(?:建设|创建|评价|考核)指标|指标体系"
)
"""Opinions on what others laid before (审查意见), reports of what was, examples, and criteria are among them."""
NOTICE_GENRES = "通知|纪要|预案"
"""Kinds that their title alone does not tell to plan something, or not to."""

_TAIL = r"》?(?:\([^()]{1,24}\))?$"
_FACTS = "(?:变动|变更|负面|正面|权责|权力|权限|收费|证明|材料|禁止|限制|准入|淘汰|物质|污染物|化学品|药品|产品|名录|认定|风险点?|事权|审批)[^,;]{0,3}"
_LISTS = re.compile(rf"(?:{_FACTS}清单|(?:技术|审批|审查|审核|评审|核查|检查|评估|验收|监测|核算)要点){_TAIL}")
"""A list that orders no work (重大变动清单, 负面清单), or points by which something is judged: 评审要点."""
_PLAN = re.compile(rf"(?:{PLAN_GENRES}){_TAIL}")
_OTHER = re.compile(rf"(?:{OTHER_GENRES}){_TAIL}")
_GENRE = re.compile(rf"({PLAN_GENRES}|{OTHER_GENRES}|{NOTICE_GENRES}){_TAIL}")
_LONGEST_GENRE = 12
"""No genre is longer than this with a 》 behind it."""


def genre_of(folded_title: str) -> str | None:
    """The kind of document that a title ends in: 通知, 意见, 工作要点; a bracket such as （试行） may follow."""
    title = solid(folded_title)
    m = _GENRE.search(title, _last_words(title))
    return None if m is None else m[1]


def _last_words(title: str) -> int:
    """Where the last words of a title begin, before the bracket that may follow them: no genre begins earlier."""
    end = title.rfind("(") if title.endswith(")") else len(title)
    return max(0, end - _LONGEST_GENRE)


_JUDGED = re.compile(rf"(?:{_JUDGING})意见{_TAIL}")
"""Opinions that judge, and do not guide."""


_ACCOUNTS = re.compile(rf"政策(?:措施)?[与和及]行动{_TAIL}")
"""What a state tells of what it has done: 某省应对旱灾的政策与行动."""


def names_a_plan(folded_title: str) -> bool:
    """Whether a title says that the document is a plan: 2022年全市科技创新工作要点."""
    title = solid(folded_title)
    start = _last_words(title)
    return _PLAN.search(title, start) is not None and not any(
        k.search(title, start) for k in (_LISTS, _JUDGED, _ACCOUNTS)
    )


def names_another_kind(folded_title: str) -> bool:
    """Whether a title says that the document is of a kind that plans nothing: 某市工作规则, 关于…的批复."""
    title = solid(folded_title)
    start = _last_words(title)
    return any(kind.search(title, start) for kind in (_OTHER, _LISTS, _ACCOUNTS))


_GRANTED = re.compile(
    "关于(?:同意|颁发|核发|换发|补发|延续|注销|吊销|撤销|收回|释放|批准|核准|确认|准予|许可|认可|变更)"
    rf"[^;]{{2,120}}的?通知{_TAIL}"
)
"""What one body is granted or refused, on conditions: 关于颁发…许可证的通知, 关于批准…大纲的通知."""
_HANDED_ON = re.compile(rf"(?:{PLAN_GENRES})》?的?通知{_TAIL}")
"""关于批准某市行动方案的通知 hands a plan on."""
_EXAMPLES = re.compile(
    "关于[^;]{0,80}?"
    rf"(?:案例|案件|事迹|经验做法|(?:考核|评估|检查|核查|评价|评审)结果)(?:情况)?的?(?:通知|函){_TAIL}"
)
"""What others did and how it was found: 关于公布…典型案例的通知, 关于通报…考核结果的通知."""
_HONOURS = re.compile(
    rf"关于(?:对[^;]{{2,120}})?(?:予以|给予|进行)?(?:通报)?(?:表扬|表彰|嘉奖|授予|命名|感谢)[^;]{{0,120}}的?(?:通知|函){_TAIL}"
)
"""What was achieved and by whom: 关于通报表扬…集体和个人的通知."""
_REPLIES = re.compile(rf"(?:提案|建议|议案)[^;]{{0,16}}答?复(?:意见)?的?函?{_TAIL}")
_HOLIDAYS = re.compile(rf"(?:节?假日|放假|休假|调休|作息时间)(?:调休)?(?:时间)?(?:安排|调整)?的?通知{_TAIL}")
"""When offices are closed: 关于劳动节放假安排的通知."""
_SENT_OUT = re.compile("印发|转发|通知")
_OPENS = re.compile(
    r"[^。;:,]{2,48}?(?:(?P<kind>年度报告|(?:进展|工作|情况)[简专快]报|(?:落实|进展|完成|整改|开展|工作)情况的?报告|部门预算|部门决算|答记者问|行政处罚决定书|审查意见|验收意见)(?![》”的])"
    "|反馈(?:环境|生态环境保护|环保)?督察(?:情况|意见)(?=[^,;。:》”]))"
)
"""How a text without line breaks opens whose title has no end: 某部2022年政府信息公开工作年度报告本报告所列…."""


def _only_tells(source: SourceText, title: str) -> bool:
    """Whether a document by its title, or one without by its first words, answers, grants or tells, and plans nothing."""
    if answers_itself(source) and not _SENT_OUT.search(title):
        return True
    if not title:
        return _OPENS.match(source.folded) is not None or tells_itself(source)
    granted = _GRANTED.search(title) is not None and not _HANDED_ON.search(title)
    return granted or any(kind.search(title) for kind in (_REPLIES, _EXAMPLES, _HONOURS, _HOLIDAYS))


_NEXT = re.compile(
    "下一?步|下一?阶段|今后(?:工作|一段)|^(?:有关|相关|工作|具体)?要求(?:$|(?=20[0-9]{2}年))|^20[0-9]{2}年(?:工作|重点)(?:安排|打算|计划)"
)
_NEXT_ORDERED = re.compile("下一?步(?:的?工作)?(?:要求|安排|措施)")
_TELLS = re.compile(
    "通报|函|(?:进展|工作|情况)?[简专快]报|年度报告|(?:[^的]{2})?情况的?报告|(?:典型|示范|优秀|警示|执法|违法)案[例件]|案例(?:汇编|集)?|(?:典型|先进|主要)事迹|经验做法|(?:部门|单位)(?:预算|决算)"
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
        return not answers_itself(source)
    if title is None:
        return reports_itself(source) or (
            (m := _OPENS.match(source.folded)) is not None and _TELLS.fullmatch(m["kind"] or "") is not None
        )
    folded = solid(fold(title))
    if _REPLIES.search(folded):
        return False
    return _EXAMPLES.search(folded) is not None or _TELLS.fullmatch(genre_of(folded) or "") is not None


_ASKS_FOR_WORK = re.compile(rf"关于(?:进一步|切实|扎实)?(?:做好|抓好|加强|加快|推进|落实|强化)[^;]{{2,80}}的函{_TAIL}")
"""A letter that orders as a notice does, if its headings say so: 关于做好…工作的函."""
_SETS = re.compile(rf"关于(?:分解)?下达[^;]{{2,80}}(?:目标|任务|计划|指标)(?:任务|指标)?的函{_TAIL}")
"""A letter that sets what is to be reached: 关于下达…目标的函."""


def is_plan(source: SourceText, title: str | None, headings: list[Heading]) -> bool:
    """Whether a document plans something: its title says so, or a part is called 目标 or 任务, or an opinion or notice
    orders numbered work, or its words show it. Rules, replies, decisions, lists and calls for applications plan nothing, but
    for rules (细则) that say which body is responsible for each."""
    folded = fold(title) if title else ""
    if not headings:
        return False
    if _only_tells(source, solid(folded)):
        return False
    genre = genre_of(folded)
    if genre != "函" and names_another_kind(folded) and not names_a_plan(folded):
        return names_bodies(source, headings)
    titles = [source.folded[slice(*h.title)] for h in headings if h.title]
    if genre not in (None, "函", "预案"):
        return not only_calls(folded, titles)
    named = {role_of(t) for t in titles} & {"goals", "measures", "principles", "safeguards"}
    if genre == "函":
        # 关于开展…工作的函 asks for work, 关于下达…目标的函 sets goals; most letters do neither
        return (
            not named.isdisjoint(("goals", "measures"))
            or _SETS.search(folded) is not None
            or _DEMANDS.search(solid(folded)) is not None
            or (_ASKS_FOR_WORK.search(folded) is not None and shows_work(source, headings))
        )
    if mostly_asks(titles) or applies(titles):
        return False  # 活动目的, 组织单位, 参赛对象, 报名方式: a call whose title was not copied
    if genre is None and states_rules(headings, titles):
        return names_bodies(source, headings)
    if genre is None and ((not named and tells_past(source, headings)) or says_no_plan(source, headings, titles)):
        return False
    return bool(named) or shows_work(source, headings)


_LEADS_IN = re.compile(
    r"(?<![了过])(?:以下|如下|下列)[^。;:]{0,10}(?:工作|任务|举措|措施|目标|实事)[^。;:]{0,4}[。:]$"
    r"|(?:办好|实施)(?!了)[^。;:]{0,12}实事[^。;:]{0,24}[:。]$|(?:议定|确定|明确)(?:了)?(?:以下|如下|下列)[^。;:]{0,6}事项[:。]$"
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
_FEWEST_ROWS = 2


def shows_duties(source: SourceText, title: str | None, units: list[Unit]) -> bool:
    """Whether a table in a text without headings says who is to do what, and its title, if it has one, is of no other kind: a
    table of tasks copied without the head of its document. Lists of what was granted or chosen name no 责任单位."""
    folded = fold(title) if title else ""
    if names_another_kind(folded) or CALL.search(solid(folded)):
        return False
    rows = [[head for head, _ in unit.row.facts] for unit in units if isinstance(unit.row, Row)]
    telling = sum(any(_DUTY_HEAD.search(source.folded, *head) for head in heads) for heads in rows)
    return telling >= _FEWEST_ROWS and 2 * telling >= len(rows)
