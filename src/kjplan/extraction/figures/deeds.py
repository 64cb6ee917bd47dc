"""What is to be done to so many, the deed behind them: 3万平方米厂房建成投用, 满足10万辆汽车充电需求."""

import re

from kjplan.extraction.figures import indicators
from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.context import Frame, strip_prefix
from kjplan.extraction.figures.heads import meets_a_need, noun_in, words_behind, words_between
from kjplan.extraction.figures.quantities import SUFFIXES
from kjplan.extraction.figures.shares import AT_LEAST, PLACES, SERVED, covering, in_full
from kjplan.extraction.figures.verbs import COMPLETED, TOUCHES
from kjplan.late import late
from kjplan.model import Basis

_WITH = re.compile("(?:加强|深化|推动|促进)?[与同]")
_AT = re.compile("[在选][择取]?$")
_SET_UP = re.compile(
    "(?P<verb>(?:发起|联合|共同)?(?:设立|组建|成立|建立|筹建|新设)|打造)(?:[^,;:。、0-9]{0,4}规模)?(?P<touch>不低于|不少于|达到|超过|约)?$"
)
_FUND = re.compile("(?:人民币)?的(?P<what>[^,;:。、的]{0,16}(?:基金群|基金|资金池|资金))")
_LOOKED = re.compile(
    "(?:全面|逐[一个家户]|拉网式|地毯式|全覆盖|起底式|彻底)(?:的)?[一-鿿]{0,6}?(?:排查|检查|核查|普查|摸排|摸底|巡查|清查|走访|体检|评估|监测|督查)"
)
"""What is done to all there are, and whose number nobody plans: 对16座水库进行全面排查; but 对85家企业进行检查."""
_FOR = re.compile("[为对][^,;:。]{0,5}$")
_TREATED = re.compile(
    "(?:免费|集中|统一|定期)?(?P<verb>接种|体检|筛查|义诊|诊疗|检测|检查|加装|改造|修缮|赠送|代缴|缴纳|投保|救治|救助|培训|配送)"
)
"""What else is done for so many: 为4万名女生免费接种疫苗, 为9万老年人体检."""
_HASTENED = re.compile("(?P<verb>加快|抓紧|抓好|统筹)(?:推进)?(?:[^,;:。]{2,20}等)?$")
_SECURED = re.compile("(?P<verb>保障|解决)[^,;:。、0-9]{0,6}$")
_SUPPLIED = re.compile(
    "(?:行政|自然|建制)?[村镇乡]?[一-鿿]{0,8}(?:用水|饮水|供水|用电|供电|用气|供气|出行|通信|通车)(?:安全|问题|难题)?(?:[,;。]|$)"
)
_WORKS = re.compile("建设|改造|实施|开工|施工|整治|治理|项目|工程|试点")


_ABLE = late(
    "(?P<verb>形成|新增|具备|实现|拥有|增加)(?P<what>(?:[年日月]均?|每[年日天月])?(?:处理|生产|产|供[水气电热暖]?|接待|服务|覆盖|储备|储存|吞吐|加工|消纳|调节|收运|处置|回收|运输|检测"
    "|培训|承载|灌溉|输送|转运|焚烧)[一-鿿]{0,8})$"
)
"""How it is said before the figure what something is to be able to do: 形成年处理垃圾, 具备日供水."""
_CAPACITY = re.compile("(?:以上|左右)?的?(?P<of>[一-鿿]{0,8}?)(?P<noun>能力|产能|规模)(?=[,;。、:和]|$)")


def by_deed(clause: Clause, last: Claim | None, committed: bool) -> Claim | None:
    """What is to be done to so many, or to all of them; None where no deed stands behind the figure."""
    if clause.quantity.kind == "percent":
        return in_full(clause, last, committed) or _by_completion(clause)
    return covering(clause) or _by_completion(clause) or _hastened(clause) or _secured(clause)


def _by_completion(clause: Clause) -> Claim | None:
    """3万平方米厂房建成并投入使用, 将2.8万亿元资金纳入直达机制, 对…等7条道路进行综合改造: number, noun, verb."""
    used, frame = strip_prefix(clause.before)
    rest = clause.before[used:] or ("与" if clause.before.endswith("与") else "")
    served = _FOR.fullmatch(rest) is not None or (clause.quantity.kind == "count" and _is_with(clause, rest))
    if served and rest.startswith("为") and (done := SERVED.match(clause.after)):
        return _done_for(clause, done.end(), done["verb"], frame)
    m = (SERVED if served else COMPLETED).search(clause.after, 2)
    if m is None and rest.startswith("为"):
        m = _TREATED.search(clause.after, 2)
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


def _done_for(clause: Clause, length: int, verb: str, frame: Frame) -> Claim | None:
    """For how many, whom the unit names, something is done: 为5000户安装报警器."""
    at = clause.quantity.end + length
    if clause.text.startswith("了", at) or (words := noun_in(clause, at, clause.right)) is None:
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    return Claim(words, verb, comparator, "scope", clause.quantity.start, frame=frame)


def _is_with(clause: Clause, rest: str) -> bool:
    """Whether something is done with so many, or at so many places: 与100家企业开展合作, 在20个城市开展试点."""
    return _WITH.fullmatch(rest) is not None or (
        _AT.search(rest) is not None and PLACES.match(clause.after) is not None
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


def _secured(clause: Clause) -> Claim | None:
    """保障山区12个行政村居民用水: how many are served."""
    m = _SECURED.search(clause.before)
    if m is None or clause.quantity.kind != "count" or not PLACES.match(clause.after):
        return None
    if not _SUPPLIED.match(clause.after) or (words := words_behind(clause)) is None:
        return None
    _, frame = strip_prefix(clause.before)
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    return Claim(words, m["verb"], comparator, "scope", clause.quantity.start, kind="count", frame=frame)


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
    m = AT_LEAST.search(before)
    comparator = SUFFIXES.get(clause.quantity.suffix or "", TOUCHES.get(m.group(), "ge") if m else "bare")
    start = clause.left + m.start() if m else clause.quantity.start
    _, frame = strip_prefix(clause.before)
    return Claim(words, "满足", comparator, "scope", start, kind=clause.quantity.kind, frame=frame)


def of_capacity(clause: Clause) -> Claim | None:
    """What is to be able to do so much: 形成年处理垃圾20万吨的能力 is 年处理垃圾能力."""
    m = _CAPACITY.match(clause.after) if "能" in clause.after or "规模" in clause.after else None
    able = _ABLE.search(clause.before) if m else None
    if m is None or able is None:
        return None
    what = clause.original[clause.left + able.start("what") : clause.left + able.end("what")]
    if what.endswith("产") and m["of"].startswith("生产"):
        what = what[:-1]
    words = what + ("" if m["of"] in what else m["of"]) + m["noun"]
    _, frame = strip_prefix(clause.before[: able.start()])
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    basis: Basis = "increment" if able["verb"] in ("新增", "增加") else "level"
    start = clause.quantity.start
    return Claim(words, able["verb"], comparator, basis, start, kind=clause.quantity.kind, frame=frame)
