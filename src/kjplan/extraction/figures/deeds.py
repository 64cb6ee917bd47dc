"""What is to be done to so many, the deed behind them: 3万平方米厂房建成投用, 90%的单位完成履约, 抽查结果100%公开."""

import re
from dataclasses import replace

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
from kjplan.extraction.figures.heads import has_noun, meets_a_need, noun_in, words_behind, words_between
from kjplan.extraction.figures.quantities import SUFFIXES
from kjplan.extraction.figures.stretches import HARD, WINDOW
from kjplan.extraction.figures.verbs import COMPLETED, TOUCHES
from kjplan.model import Basis

_SERVED = re.compile(
    "(?:免费)?(?P<verb>适配|配发|资助|开展|(?:先行|率先)?启动|推行|提供|发放|实施|进行|办理|购买|安装|落实|增设|配备|建设|建立|签订|达成|结对)"
)
_WITH = re.compile("(?:加强|深化|推动|促进)?[与同]")
_AT = re.compile("[在选][择取]?$")
_SET_UP = re.compile(
    "(?P<verb>(?:发起|联合|共同)?(?:设立|组建|成立|建立|筹建|新设)|打造)(?:[^,;:。、0-9]{0,4}规模)?(?P<touch>不低于|不少于|达到|超过|约)?$"
)
_FUND = re.compile("(?:人民币)?的(?P<what>[^,;:。、的]{0,16}(?:基金群|基金|资金池|资金))")
_PLACES = re.compile(
    "(?:省级?|市级?|县级?|区级?|重点|试点)?(?:城市|地市|县市|县|市|区|旗|镇|乡|村|社区|街道|园区|学校|医院|单位|企业|行业|领域|公园|小区|站点|景区|高校|港口)|[省市区县]属(?:公园|学校|医院|高校|企业|单位)"
)
_LOOKED = re.compile(
    "(?:全面|逐[一个家户]|拉网式|地毯式|全覆盖|起底式|彻底)(?:的)?[一-鿿]{0,6}?(?:排查|检查|核查|普查|摸排|摸底|巡查|清查|走访|体检|评估|监测|督查)"
)
"""What is done to all there are, and whose number nobody plans: 对16座水库进行全面排查; but 对85家企业进行检查."""
_FOR = re.compile("[为对][^,;:。]{0,5}$")
_HASTENED = re.compile("(?P<verb>加快|抓紧|抓好|统筹)(?:推进)?(?:[^,;:。]{2,20}等)?$")
_WORKS = re.compile("建设|改造|实施|开工|施工|整治|治理|项目|工程|试点")
_DEED = re.compile(
    "(?<!已)(?:完成|实现|达到|建成|建立|建有|开展)|通过(?=[^,;。]{0,8}(?:认证|验收|评估|审核|考核|检测|评审|认定|创建|复核))|配备|落实|具备|纳入|取得|获得|得到|享受|参加|掌握|接入|使用|采用|接受|创建|接种|设立|成立|突破|超过|通(?=[0-9A-Z水电路气光宽公硬客])"
)
"""What is to come true of a share: 80%的行政村实现污水治理."""
_WHERE = re.compile(
    "(?:城市)?建成区|(?:本行政区域|本辖区|辖区|[全本各][省市县区州旗镇乡国](?:范围)?)?[内上]?(?:有|的)?|(?:[一-鿿]{2,10}(?<!已经)(?<!已))?对|各(?:省份?|市州?|县区?|区县|地市?|统筹地区)"
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
_AT_LEAST = re.compile("(?:不[少低]于|至少|超过|达到)$")
_OVER = re.compile("[过了]|的(?=[,;。]|$)")
"""80%以上的农户参加过培训 tells, 50%以上的村达到标准的 is a case."""
_HOPED = re.compile("[^,;:。、]{2,16}(?:力争|争取|努力)")
_OF_THEM = re.compile(
    "面积|区域|产能|机组|装机|用户|农户|家庭|耕地|林地|建筑|车辆|设施|断面|点位|污水|路段|老年人|产品"
)
"""What a share may be of, without 的: 重点区域力争60%左右产能完成改造."""


_COVERS = re.compile(
    "覆盖到?(?:(?P<scope>全[省市县区国州盟旗乡镇]|我[省市县区])|辖区|城乡|城镇|农村)?(?:(?:范围)?内)?的?(?P<touch>不[少低]于|至少|超过|约|近)?$"
)
"""What a system or a service reaches: 首席质量官制度覆盖全省50%的规上企业; but not 覆盖率100%."""


_AND = frozenset("、和及与")
_EVERY = re.compile("(?:[每全今]年|年内)[^,;:。0-9]{0,6}对[^,;:。0-9持占含超]{0,10}$")
_LOOKS_AT = re.compile(
    r"的(?P<whom>[一-鿿]{1,12}?(?:[(][^()]{1,12}[)])?)(?=[和、,]|开展|进行|实施)"
    r"[^;。]{0,60}?(?P<verb>开展|进行|实施)(?!了)[^,;。]{0,8}(?:[稽督检抽核巡]查|监测|检测|评估|审计|督导|考核|体检)"
)
"""How many of them are looked at, up to what is done with them."""
_FAR = 100


def by_deed(clause: Clause, last: Claim | None, committed: bool) -> Claim | None:
    """What is to be done to so many, or to all of them; None where no deed stands behind the figure."""
    if clause.quantity.kind == "percent":
        return _in_full(clause, last, committed) or _by_completion(clause)
    return _covering(clause) or _by_completion(clause) or _hastened(clause)


def _by_completion(clause: Clause) -> Claim | None:
    """3万平方米厂房建成并投入使用, 将2.8万亿元资金纳入直达机制, 对…等7条道路进行综合改造: number, noun, verb."""
    used, frame = strip_prefix(clause.before)
    rest = clause.before[used:]
    served = _FOR.fullmatch(rest) is not None or (clause.quantity.kind == "count" and _is_with(clause, rest))
    m = (_SERVED if served else COMPLETED).search(clause.after, 2)
    if m is None or clause.after.startswith("了", m.end()) or _LOOKED.search(clause.after):
        return None  # 对5家企业进行了约谈
    if not (served or rest.startswith("对") or (rest == "" and m["verb"] not in ("开展", "实施"))):
        return None
    at = clause.quantity.end
    words = noun_in(clause, at, at + m.start())
    if words is None:
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    basis: Basis = "scope" if served or m["verb"] in ("纳入", "进行", "开展", "实施") else "increment"
    if clause.quantity.kind == "percent":
        basis = "share"
    if basis == "increment" and indicators.is_work_on_land(words):
        basis = "flow"
    return Claim(words, m["verb"], comparator, basis, clause.quantity.start, frame=frame)


def _is_with(clause: Clause, rest: str) -> bool:
    """Whether something is done with so many, or at so many places: 与100家企业开展合作, 在20个城市开展试点."""
    return _WITH.fullmatch(rest) is not None or (
        _AT.search(rest) is not None and _PLACES.match(clause.after) is not None
    )


def _hastened(clause: Clause) -> Claim | None:
    """加快6个基地建设: how many are worked on."""
    m = _HASTENED.search(clause.before.rstrip())
    if m is None or clause.quantity.kind != "count" or not _WORKS.search(clause.after):
        return None
    words = words_behind(clause)
    if words is None:
        return None
    if (at := words.find("、")) > 1 and words[at - 1] not in "型级类性":
        words = words[:at]  # 加快2条海缆、数据中心建设
    _, frame = strip_prefix(clause.before)
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    start = clause.quantity.start
    return Claim(words, m["verb"], comparator, "scope", start, actions=("推进",), kind="count", frame=frame)


def of_fund(clause: Clause) -> Claim | None:
    """How large a fund is to be that is set up: 设立总规模50亿元的产业基金; but 50亿元的产业基金投向甲 sets up none."""
    m, fund = _SET_UP.search(clause.before), _FUND.match(clause.after)
    if m is None or fund is None:
        return None
    words = words_between(clause, clause.quantity.end + fund.start("what"), clause.quantity.end + fund.end())
    if words is None:
        return None
    _, frame = strip_prefix(clause.before)
    comparator = SUFFIXES.get(clause.quantity.suffix or "", TOUCHES.get(m["touch"] or "", "bare"))
    return Claim(words, m["verb"], comparator, "flow", clause.quantity.start, kind="money", frame=frame)


def of_need(clause: Clause) -> Claim | None:
    """How many are to be served: 满足10万辆新能源汽车充电需求."""
    before = clause.before.rstrip()
    if "满足" not in before or not meets_a_need(clause, before) or (words := words_behind(clause)) is None:
        return None
    m = _AT_LEAST.search(before)
    comparator = SUFFIXES.get(clause.quantity.suffix or "", TOUCHES.get(m.group(), "ge") if m else "bare")
    start = clause.left + m.start() if m else clause.quantity.start
    _, frame = strip_prefix(clause.before)
    return Claim(words, "满足", comparator, "scope", start, kind=clause.quantity.kind, frame=frame)


def _covering(clause: Clause) -> Claim | None:
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


def of_share(clause: Clause, last: Claim | None, committed: bool) -> Claim | None:
    """90%的单位完成履约 where it is promised: 确保, 力争, 到年底; but 持股50%的股东 only says which ones."""
    if clause.before.endswith("在") and clause.after.startswith("的"):
        return _at_share(clause)
    if "覆盖" in clause.before and (covering := _covering(clause)):
        return covering
    if clause.after.startswith("的") and (beside := _next_share(clause, last) or _looked_at(clause)):
        return beside
    m, right = _DEED.search(clause.after, 2), clause.right
    if m is None and clause.text[right : right + 1].isdecimal() and (m := _HAVING.match(clause.after)):
        end = HARD.search(clause.text, right, min(len(clause.text), right + WINDOW))
        right = end.start() if end else right
    if (
        m is None
        or (m.end() == len(clause.after.rstrip()) and right == clause.right)
        or not (
            clause.after[0] == "的"
            or _PLACES.match(clause.after)
            or clause.after.startswith("建成区")
            or _OF_THEM.match(clause.after)
        )
    ):
        return None
    used, frame = strip_prefix(clause.before)
    least = _AT_LEAST.search(clause.before, used)
    stop = least.start() if least else len(clause.before)
    if done := _DONE.match(clause.before, used, stop):
        used = done.end()
    hoped = _HOPED.fullmatch(clause.before, used, stop)
    if not (hoped or _WHERE.fullmatch(clause.before, used, stop)):
        return None
    bound = (clause.quantity.suffix in ("以上", "及以上") or least) and not _OVER.search(clause.after, m.end())
    said = hoped or frame.hedge or frame.due or frame.period or bound or clause.led or _DONE.search(clause.before)
    words = words_between(clause, clause.quantity.end + (clause.after[0] == "的"), right)
    if words is None or not (said or committed):
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", TOUCHES.get(least.group(), "ge") if least else "bare")
    start = clause.left + least.start() if least else clause.quantity.start
    verb = m.groupdict().get("verb") or m.group()
    return Claim(words, verb, comparator, "share", start, frame=frame)


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
    m = _SERVED.search(clause.after, 2)
    if (
        m is None
        or clause.before[used:] != "在"
        or not _PLACES.match(clause.after, 1)
        or _OVER.match(clause.after, m.end())
    ):
        return None
    words = words_between(clause, clause.quantity.end + 1, clause.quantity.end + m.start())
    if words is None:
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    return Claim(words, m["verb"], comparator, "share", clause.quantity.start, frame=frame)


def _in_full(clause: Clause, last: Claim | None, committed: bool) -> Claim | None:
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
