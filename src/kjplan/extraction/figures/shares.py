"""Which share of them is to do or to have something: 90%的单位完成履约, 覆盖85%的加油站, 抽查结果100%公开."""

import re
from dataclasses import replace
from typing import NamedTuple

from kjplan.extraction.figures import indicators
from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.context import (
    COMMITS,
    NO_FRAME,
    Frame,
    strip_prefix,
    strip_subject_lead,
    strip_subject_tail,
)
from kjplan.extraction.figures.heads import has_noun, words_behind, words_between
from kjplan.extraction.figures.quantities import SUFFIXES
from kjplan.extraction.figures.stretches import HARD, WINDOW
from kjplan.extraction.figures.verbs import TOUCHES
from kjplan.late import late
from kjplan.model import Basis

PLACES = re.compile(
    "(?:省级?|市级?|县级?|区级?|重点|试点|行政|自然|建制)?(?:城市|地市|县市|县|市|区|旗|镇|乡|村|社区|街道|园区|学校|医院|单位|企业|行业|领域|公园|小区|站点|景区|高校|港口)|[省市区县]属(?:公园|学校|医院|高校|企业|单位)"
)
SERVED = re.compile(
    "(?:免费)?(?P<verb>适配|配发|资助|开展|(?:先行|率先)?启动|推行|提供|发放|实施|进行|办理|购买|安装|落实|增设|配备|建设|建立|寻亲|立碑|建档|颁发|授牌|签订|达成|结对)"
)
AT_LEAST = re.compile("(?:不[少低]于|至少|超过|达到)$")
_DEED = re.compile(
    "(?<!已)(?:完成|实现|达到|建成|建立|建有|开展)|通过(?=[^,;。]{0,8}(?:认证|验收|评估|审核|考核|检测|评审|认定|创建|复核))|配备|落实|具备|纳入|取得|获得|得到|享受|参加|掌握|接入|使用|采用|接受|创建|接种|设立|成立|建设(?!项目|资金|用地|任务|工程|单位|内容|标准|成本|规划|期)|实施(?!方案|细则|意见|单位|项目|主体)|突破|超过|通(?=[0-9A-Z水电路气光宽公硬客])"
)
"""What is to come true of a share: 80%的行政村实现污水治理."""
_WHERE = re.compile(
    "(?:城市)?建成区|(?:本行政区域|本辖区|辖区|[全本各][省市县区州旗镇乡国](?:范围)?)?[内上]?(?:有|的)?|(?:[一-鿿]{2,10}(?<!已经)(?<!已))?对|各(?:省份?|市州?|县区?|区县|地市?|统筹地区)|[一-鿿]{2,14}(?:重点)?(?:地区|区域|流域)(?:内的?)?"
)
_HAVING = re.compile("的[一-鿿]{1,8}?(?P<verb>(?:至少|都|均|各)(?:建|设|配)?有)$")
"""What a share of them is to have, where its number follows: 60%以上的县至少有1家医院."""
_FULL = re.compile(
    "(?:[按如]期|及时|依法|规范|应|全面|全部|全(?=覆盖)|网上|在线|线上|全程)?"
    "(?:公开|公示|核查|整改|覆盖|落实|办结|达标|到位|反馈|完成|处置|处理|回复|回访|响应|入库|上线|接入|建档|登记|公布|兑现|备案|安装|检测|消除|销号|合格)"
)
_DONE = re.compile("实现|确保|做到|保证|保持|推动|促进|带动|使|让")
_REACHED = re.compile("[^,;:。、]{2,30}?(?:实现|做到)(?=[^,;:。、]{2})")
"""停靠邮轮的码头实现岸电设施100%全覆盖: who it is that reaches it."""
_OVER = re.compile("[过了]|的(?=[,;。]|$)")
"""80%以上的农户参加过培训 tells, 50%以上的村达到标准的 is a case."""
_HOPED = re.compile("[^,;:。、]{2,16}(?:力争|争取|努力)")
_OF_THEM = re.compile(
    "(?:[一-鿿]{2,6}?(?=产能|机组|装机|用户))?(?:面积|区域|产能|机组|装机|用户|农户|家庭|耕地|林地|建筑|车辆|设施|断面|点位|污水|路段|老年人|产品)"
)
"""What a share may be of, without 的: 重点区域力争60%左右产能完成改造."""
_COVERS = re.compile(
    "覆盖到?(?:(?P<scope>全[省市县区国州盟旗乡镇]|我[省市县区])|辖区|城乡|城镇|农村)?(?:(?:范围)?内)?的?(?P<touch>不[少低]于|至少|超过|约|近)?$"
)
"""What a system or a service reaches: 首席质量官制度覆盖全省50%的规上企业; but not 覆盖率100%."""
_FOUND = re.compile("集中[在于]|来自|来源于|源自")
_AMOUNTS = ("量", "额", "收入", "产值", "投资", "资金", "能源", "产能")
"""What a share is of that stands before it."""
_AND = frozenset("、和及与")
_SHARE = "(?:[0-9]{1,3}(?:\\.[0-9]{1,2})?%|[一二三四五六七八九]成|[一二三四五六七八九]分之[一二三四五六七八九]|一?半)(?:及?以上|左右)?"
_IN_A_ROW = late(
    rf"的(?P<what>[一-鿿]{{2,12}}?)(?:[、和及与]{_SHARE}的[一-鿿]{{2,12}}?){{1,4}}(?P<deed>{_DEED.pattern})[^,;:。、]{{0,30}}"
)
"""Shares of several, and behind the last of them what is to come true of each: 90%的甲、80%的乙完成改造."""
_EVERY = re.compile("(?:[每全今]年|年内)[^,;:。0-9]{0,6}对[^,;:。0-9持占含超]{0,10}$")
_LOOKS_AT = re.compile(
    r"的(?P<whom>[一-鿿]{1,12}?(?:[(][^()]{1,12}[)])?)(?=[和、,]|开展|进行|实施)"
    r"[^;。]{0,60}?(?P<verb>开展|进行|实施)(?!了)[^,;。]{0,8}(?:[稽督检抽核巡]查|监测|检测|评估|审计|督导|考核|体检)"
)
"""How many of them are looked at, up to what is done with them."""
_FAR = 100


def of_share(clause: Clause, last: Claim | None, committed: bool) -> Claim | None:
    """90%的单位完成履约 where it is promised: 确保, 力争, 到年底; but 持股50%的股东 only says which ones."""
    if clause.before.endswith("在") and clause.after.startswith("的"):
        return _at_share(clause)
    if "覆盖" in clause.before and (reached := covering(clause)):
        return reached
    if clause.after.startswith("的") and (beside := _next_share(clause, last) or _looked_at(clause)):
        return beside
    if gathered := _of_subject(clause, last, committed):
        return gathered
    told = _in_a_row(clause) or _behind(clause)
    if told is None or clause.text.startswith("了", told.end):
        return None  # 对30%以上的企业开展了检查
    used, frame = strip_prefix(clause.before)
    least = AT_LEAST.search(clause.before, used)
    stop = least.start() if least else len(clause.before)
    if done := _DONE.match(clause.before, used, stop):
        used = done.end()
    hoped = _HOPED.fullmatch(clause.before, used, stop)
    goes_on = last is not None and clause.before.strip() in _AND and (last.basis, last.verb) == ("share", told.verb)
    if not (goes_on or hoped or _WHERE.fullmatch(clause.before, used, stop)):
        return None
    bound = (clause.quantity.suffix in ("以上", "及以上") or least) and not _OVER.search(
        clause.text, told.end, told.stop
    )
    said = (
        goes_on
        or hoped
        or frame.hedge
        or frame.due
        or frame.period
        or bound
        or clause.led
        or _DONE.search(clause.before)
    )
    if told.words is None or not (said or committed):
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", TOUCHES.get(least.group(), "ge") if least else "bare")
    start = clause.left + least.start() if least else clause.quantity.start
    return Claim(told.words, told.verb, comparator, "share", start, frame=frame)


def _of_subject(clause: Clause, last: Claim | None, committed: bool) -> Claim | None:
    """A share behind what it is of, before what it does: 力争全年充电量50%以上集中在夜间; the next of a row is hoped for too."""
    m = _FOUND.match(clause.after)
    used, frame = strip_prefix(clause.before)
    hoped = frame.hedge or frame.due or clause.led or committed
    if m is None or not (hoped or (last is not None and last.verb == m.group())):
        return None
    end = used + strip_subject_tail(clause.before[used:])[0]
    subject = words_between(clause, clause.left + used, clause.left + end)
    if subject is None or not subject.endswith(_AMOUNTS):
        return None
    words = subject + clause.original[clause.quantity.end : clause.right].rstrip("、和及 ")
    if len(words) > indicators.LONGEST:
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    return Claim(words, m.group(), comparator, "share", clause.quantity.start, kind="percent", frame=frame)


class _Told(NamedTuple):
    """What is to come true of a share."""

    words: str | None
    verb: str
    end: int
    """Where the verb ends."""
    stop: int
    """Where its clause ends."""


def _behind(clause: Clause) -> _Told | None:
    """The deed that stands behind the share."""
    m, right = _DEED.search(clause.after, 2), clause.right
    if m is None and clause.text[right : right + 1].isdecimal() and (m := _HAVING.match(clause.after)):
        end = HARD.search(clause.text, right, min(len(clause.text), right + WINDOW))
        right = end.start() if end else right
    if m is None or (m.end() == len(clause.after.rstrip()) and right == clause.right):
        return None
    of_all = clause.after[0] == "的"
    if not (of_all or PLACES.match(clause.after) or clause.after.startswith("建成区") or _OF_THEM.match(clause.after)):
        return None
    words = words_between(clause, clause.quantity.end + of_all, right)
    verb = m.groupdict().get("verb") or m.group()
    return _Told(words, verb, clause.quantity.end + m.end(), clause.right)


def _in_a_row(clause: Clause) -> _Told | None:
    """The deed behind the last share of a row: 90%的加油站、80%的油库完成改造."""
    end = min(len(clause.text), clause.quantity.end + _FAR)
    m = _IN_A_ROW.match(clause.text, clause.quantity.end, end) if clause.after.startswith("的") else None
    if m is None:
        return None
    words = clause.original[slice(*m.span("what"))] + clause.original[m.start("deed") : m.end()]
    return _Told(words, m["deed"], m.end("deed"), m.end())


def _next_share(clause: Clause, last: Claim | None) -> Claim | None:
    """The next share of what is covered or looked at: 覆盖90%的加油站、80%的油库; 对三成以上的县和5%以上的镇开展督查."""
    if last is None or last.kind != "percent" or clause.before.strip() not in _AND:
        return None
    if last.basis == "scope" and (looked := _looked_at(clause, last)):
        return looked
    if last.verb != "覆盖" or (words := words_behind(clause)) is None:
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    return replace(last, indicator=words, comparator=comparator, start=clause.quantity.start, frame=NO_FRAME)


def _looked_at(clause: Clause, last: Claim | None = None) -> Claim | None:
    """Which share of all is looked at year by year: 每年对辖区内20%以上的学校开展督导; the verb may stand behind other shares."""
    if last is None and _EVERY.search(clause.before) is None:
        return None
    at = clause.quantity.end
    m = _LOOKS_AT.match(clause.text, at, min(len(clause.text), at + _FAR))
    if m is None:
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    return Claim(
        clause.original[slice(*m.span("whom"))], m["verb"], comparator, "scope", clause.quantity.start, kind="percent"
    )


def _at_share(clause: Clause) -> Claim | None:
    """在70%的地市开展试点: where something is to be done."""
    used, frame = strip_prefix(clause.before)
    m = SERVED.search(clause.after, 2)
    if (
        m is None
        or clause.before[used:] != "在"
        or not PLACES.match(clause.after, 1)
        or _OVER.match(clause.after, m.end())
    ):
        return None
    words = words_between(clause, clause.quantity.end + 1, clause.quantity.end + m.start())
    if words is None:
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    return Claim(words, m["verb"], comparator, "share", clause.quantity.start, frame=frame)


def covering(clause: Clause) -> Claim | None:
    """How many, or which share of them, a system or service covers; without a noun behind the figure it is the service's own share."""
    used, frame = strip_prefix(clause.before)
    m = _COVERS.search(clause.before, used)
    if m is None:
        return None
    behind = has_noun(clause)
    start = clause.left + used + strip_subject_lead(clause.before[used : m.start()])
    words = words_behind(clause) if behind else words_between(clause, start, clause.left + m.start())
    if words is None or not (behind or (clause.quantity.kind == "percent" and m["scope"])):
        return None  # 裸土覆盖100%
    touch = m["touch"]
    comparator = SUFFIXES.get(clause.quantity.suffix or "", TOUCHES[touch] if touch else "bare")
    basis: Basis = "share" if clause.quantity.kind == "percent" else "scope"
    at = clause.left + (m.start("touch") if touch else len(clause.before))
    frame = frame.over(Frame(scope=m["scope"]))
    actions = ("覆盖",) if clause.quantity.kind == "count" else ()
    return Claim(words, "覆盖", comparator, basis, at, actions=actions, kind=clause.quantity.kind, frame=frame)


def in_full(clause: Clause, last: Claim | None, committed: bool) -> Claim | None:
    """实现抽查结果100%公开; but 监测点100%达标 promises nothing by itself."""
    m = _FULL.match(clause.after)
    if m is None:
        return None
    if clause.before in ("、", "和") and last is not None and last.verb and _FULL.fullmatch(last.verb):
        return replace(last, verb=m.group(), start=clause.quantity.start, carried=True)
    used, frame = strip_prefix(clause.before)
    done = _DONE.match(clause.before, used) or _REACHED.match(clause.before, used)
    if not (committed or done or COMMITS.search(clause.before)):
        return None
    start = clause.left + (done.end() if done else used)
    end = start + strip_subject_tail(clause.text[start : clause.quantity.start])[0]
    words = words_between(clause, start, end)
    if words is None or indicators.begins_with_conjunction(words):
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    return Claim(words, m.group(), comparator, "share", clause.quantity.start, frame=frame)
