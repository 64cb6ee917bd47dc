"""What kind of document a title names, and which documents plan something."""

import re

from kjplan.parsing.evidence import names_bodies, shows_work
from kjplan.parsing.glued import opens_with_order
from kjplan.parsing.outline import Heading
from kjplan.parsing.roles import role_of
from kjplan.parsing.rows import Row
from kjplan.parsing.tables import head_of_lines
from kjplan.parsing.units import Unit
from kjplan.reading.text import SourceText, fold

PLAN_GENRES = (
    "工作要点|要点|工作计划|行动计划|计划|实施方案|工作方案|方案|规划|纲要|实施意见|指导意见|若干意见|意见"
    "|政府工作报告|工作报告|工作安排|任务分工|重点任务|若干措施|措施|行动|安排|分工|清单|台账|任务分解|责任分解|责任分工|重点工作任务|工作任务|分解表|分工表|任务书"
)
OTHER_GENRES = (
    "条例|规定|办法|细则|规则|批复|决定|通报|通告|公告|公报|命令|令|函|章程|名单|解释|决议|复函|答复|制度|标准|指南|规范|目录"
    "|规程|准则|守则|导则|须知|启事|简章|决定书|告知书|许可证|证书|合同|协议|倡议书|声明|问答|解读"
    "|(?:检查|核查|督[查察]|调查|评估|审计|监测|检测|鉴定|验收|审查|考核|调研|研究|分析)报告"
)
NOTICE_GENRES = "通知|纪要"

_BLANK = re.compile(r"\s+")
_TAIL = r"》?(?:\([^()]{1,24}\))?$"
_FACTS = "(?:变动|变更|负面|正面|权责|权力|权限|收费|证明|材料|禁止|限制|准入|淘汰|物质|产品|名录|认定|风险点?|事权|审批)[^,;]{0,3}"
_LISTS = re.compile(rf"{_FACTS}清单{_TAIL}")
"""A list that orders no work: 重大变动清单, 负面清单."""
_PLAN = re.compile(rf"(?:{PLAN_GENRES}){_TAIL}")
_OTHER = re.compile(rf"(?:{OTHER_GENRES}){_TAIL}")
_GENRE = re.compile(rf"({PLAN_GENRES}|{OTHER_GENRES}|{NOTICE_GENRES}){_TAIL}")


def genre_of(folded_title: str) -> str | None:
    """The kind of document that a title ends in: 通知, 意见, 工作要点; a bracket such as （试行） may follow."""
    m = _GENRE.search(_BLANK.sub("", folded_title))
    return None if m is None else m[1]


def names_a_plan(folded_title: str) -> bool:
    """Whether a title says that the document is a plan: 2022年全市科技创新工作要点."""
    title = _BLANK.sub("", folded_title)
    return _PLAN.search(title) is not None and not _LISTS.search(title)


def names_another_kind(folded_title: str) -> bool:
    """Whether a title says that the document is of a kind that plans nothing: 某市工作规则, 关于…的批复."""
    title = _BLANK.sub("", folded_title)
    return _OTHER.search(title) is not None or _LISTS.search(title) is not None


_EVENT = (
    "评审|评选|评定|评比|评优|遴选|推选|选树|选拔|推荐|申报|报名|征集|征文|表彰|表扬|命名|认定|招聘|招募|招生|竞赛|大赛|比赛"
    "|考试|笔试|面试|培训班?|研讨会|座谈会|会议|论坛|展览|博览会|公示"
)
_MATTER = "结果|名单|工作|活动|事宜|事项|有关|相关|组织|的|和|与|及|、"
_CALL = re.compile(
    rf"(?:{_EVENT})(?:{_EVENT}|{_MATTER}){{0,6}}+(?:补充)?(?<=.)(?:通知|(?:实施|工作)?方案){_TAIL}"
    r"|关于(?:做好|开展|组织|认真|进一步|切实|及时){0,3}+"
    rf"(?:举办|召开|参加|承办|申报|推荐|征集|评选|遴选|选拔|表彰|报送)[^;]{{2,80}}通知{_TAIL}"
)
"""A title that calls people to something, and orders no work: 关于组织开展…评选表彰工作的通知, 关于举办…培训班的通知."""
_ASKS = re.compile(
    r"(?:系列|时间|日期|地点|条件|对象|范围|名额|数量|程序|步骤|流程|赛程|日程|议程|议题|办法|方式|方法|材料|纪律|标准|资格|主题"
    r"|类别|内容|要求|事项|安排|奖项|奖励|设置|机构|单位|人员|费用|经费|报到|推荐|申报|报名|评选|评审|遴选|认定|公示|表彰|截止|须知"
    r"|说明|联系(?:人|方式|电话|单位)[^,]{0,8})(?:\([^()]{1,12}\))?$"
)
"""What the parts of such a call are named after: 申报条件, 评审时间, 候选对象推荐条件, 联系人及联系方式."""
_WORK = re.compile("任务|举措|措施|目标|重点工作|工作重点")


def _only_calls(folded_title: str, titles: list[str]) -> bool:
    """Whether a document calls for applications, awards or an event by its title and by most of its outermost parts, or none
    of these opens with an order, and names neither tasks nor goals: 关于开展…试点申报的通知 with a part 工作任务 is a plan."""
    if not _CALL.search(_BLANK.sub("", folded_title)) or any(map(_WORK.search, titles)):
        return False
    asking = sum(_ASKS.search(t) is not None for t in titles)
    return asking * 5 >= len(titles) * 3 or not any(map(opens_with_order, titles))


_NEXT = re.compile("下一?步|下一?阶段|今后(?:工作|一段)|^(?:有关|相关|工作|具体)要求$")
_TELLS = ("通报", "函")
"""Kinds that tell what was, and may end with what is to be done."""


def orders_next(title: str | None, heading: str) -> bool:
    """Whether a part of a document that plans nothing orders work after all: 下一步工作要求 in a 通报.

    :param title: the document's title
    :param heading: the folded title of one of its outermost parts
    """
    return title is not None and genre_of(fold(title)) in _TELLS and _NEXT.search(heading) is not None


def is_plan(source: SourceText, title: str | None, headings: list[Heading]) -> bool:
    """Whether a document plans something: its title says so, or a part is called 目标 or 任务, or an opinion or notice
    orders numbered work, or its words show it. Rules, replies, decisions, lists and calls for applications plan nothing, but
    for rules (细则) that say which body is responsible for each."""
    folded = fold(title) if title else ""
    if not headings:
        return False
    genre = genre_of(folded)
    if genre != "函" and names_another_kind(folded) and not names_a_plan(folded):
        return names_bodies(source, headings)
    titles = [source.folded[slice(*h.title)] for h in headings if h.title]
    if genre is not None and genre != "函":
        return not _only_calls(folded, titles)
    named = {role_of(t) for t in titles} & {"goals", "measures", "principles", "review", "safeguards"}
    if genre == "函":
        return not named.isdisjoint(("goals", "measures"))  # 关于开展…工作的函 asks for work; most letters do not
    return bool(named) or shows_work(source, headings)


_SETS_UP = re.compile("关于(?:成立|组建|设立|撤销|调整|同意|公布|任免|确定|明确)[^;]{2,80}(?:通知|意见)$")
"""A title that says who sits where: 关于成立防汛指挥部的通知, 关于调整领导小组成员的通知."""


def orders_work(title: str | None) -> bool:
    """Whether a text without headings may order work: a notice or opinion by its title, and no call for people."""
    folded = _BLANK.sub("", fold(title)) if title else ""
    return (
        genre_of(folded) is not None
        and (names_a_plan(folded) or not names_another_kind(folded))
        and not _CALL.search(folded)
        and not _SETS_UP.search(folded)
    )


_DUTY_HEAD = re.compile("责任|牵头|主办|主责")
_FEWEST_ROWS = 2


def shows_duties(source: SourceText, title: str | None, units: list[Unit]) -> bool:
    """Whether a table in a text without headings says who is to do what, and its title, if it has one, is of no other kind: a
    table of tasks copied without the head of its document. Lists of what was granted or chosen name no 责任单位."""
    folded = fold(title) if title else ""
    if names_another_kind(folded) or _CALL.search(_BLANK.sub("", folded)):
        return False
    rows = [[head for head, _ in unit.row.facts] for unit in units if isinstance(unit.row, Row)]
    if not rows and (table := head_of_lines(source.folded, [unit.span for unit in units])):
        return any(_DUTY_HEAD.search(source.folded, *head) for head in table.heads)
    telling = sum(any(_DUTY_HEAD.search(source.folded, *head) for head in heads) for heads in rows)
    return telling >= _FEWEST_ROWS and 2 * telling >= len(rows)
