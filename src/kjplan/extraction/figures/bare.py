"""Figures without a verb of their own: governed by the verb before (新增甲10家，乙5家), in a row with the figure before, bound, or in a goal."""

import re

from kjplan.extraction.figures import indicators
from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.context import COMMITS, strip_prefix, strip_subject_tail
from kjplan.extraction.figures.heads import COMPARED, Head, comparator_of, has_noun, words_behind, words_between
from kjplan.extraction.figures.stretches import HARD, WINDOW
from kjplan.extraction.figures.verbs import ACTIONS, COMPLETED, PREDICATES, TOUCHES, basis_of_actions
from kjplan.late import late

_EARNED = re.compile("[^,;:。、]{0,8}(?:利润|利税|税收|收入|产值|增加值|销售额|营收|利润总额|纳税额|税金)")
"""Money that is made, as that before it: 实现营业收入50亿元，利润总额3亿元."""
_PROMISED = late(
    "(?:城镇|农村)新增|(?:失业|就业困难|困难|脱贫|转移|农村|农牧)[^,;:。、]{0,10}(?:再?就业)$|(?:(?:年度|当年|本年)(?:计划)?|年计划)(?:完成)?投资$|[^,;:。]{2,16}(?:改造|培训|扩招|落户|造林|搬迁|拔除|拆除|加装|修复|关停|整治|脱贫|筛查|体检|接种|[”癌]检查|健康检查|救助|援助|放映|帮扶|补贴|资助|建设|治理|出栏|养护|清淤|抽检|义诊|种植|抚育|招生|开行|更新|安装|加固|硬化|疏浚|放流|演出|巡演|招聘|下乡|直播|创建|达标|推送|挂牌|股改)$|(?:全年|年度)?[^,;:。0-9]{0,6}(?:引|调|供|输|发|售)[^,;:。0-9]{0,4}[水电气热]量$|实际(?:利用|使用)外资$|(?:执行|实际|资金)到位(?:金额|资金|内资|外资)?$|[^,;:。]{0,12}(?:治理|造林|修复|复垦|整治|压减)面积$|招商引资[^,;:。]{0,4}到位资金$|(?:[一-鿿]{0,2}[猪牛羊鸡鸭鹅兔]|家禽)(?:出栏|存栏)量?$|(?:保费|征缴|基金|规费|非税|门票)收入$|[^,;:。、]{2,12}(?:勘探|勘查|测绘|确权|调查|监测|作业|托管|投保|承保|绿化|飞防|播种)面积$"
)
"""What plans promise without a verb: 城镇新增就业5万人，失业人员再就业1万人; 年度计划投资30亿元."""
_DONE = ("出栏", "存栏", "引才", "造林", "移栽")
"""A noun that ends with the deed that is counted takes no verb from the clause before."""
_FORMED = re.compile("(?P<who>[^,;:。]{2,40}?)(?:可)?形成(?P<what>年?[一-鿿]{0,6}(?:[量力值]|规模))")
"""What is made of something, about so much: 钢铁行业改造形成节能量约300万千瓦时."""
_GROWN = ("播种面积", "总产量", "粮食产量")
"""What no deed that builds takes: 新建高标准农田3万亩，粮食播种面积8万亩、总产量4万吨."""
_GIVING = ("救助", "资助", "发放", "改厕", "创建", "提供", "培训", "引进", "新增")
"""Verbs that no 改造 takes: 救助儿童20名，家庭无障碍改造30户."""
_BUDGETED = ("赤字", "债券", "国债")
"""What a budget gives one after the other, without a verb: 赤字率按3%安排；财政赤字3万亿元，其中中央财政赤字2万亿元."""
_FOR = ("为", "对")
"""What whom a deed serves stands behind."""
_ABOUT = ("约", "大约", "近", "接近", "约为")
_PERSONS = re.compile(
    "(?:学生|考生|老人|老年人|儿童|人口|居民|群众|人数|人员|职工|农民|家庭|用户|患者)[^,;:。、]{0,4}$"
)
"""About how many there are of them plans nothing: 参加考试学生约2万人."""
_WHO_IS_TO = re.compile(
    "[^,;:。、0-9]{2,16}?(?:全部|全面|均|基本)?(?:完成|建成|实现|通过|投产|投用|投入|竣工|开工|退出|关停|创成)"
)
"""What so many are to do by the day that leads in: 年底前，7家水泥厂完成改造."""
_NO_SUBJECT = re.compile("对(?!口)|凡|年(?!度|计划)")
"""What no subject begins with."""
_AMOUNT = re.compile(
    "[^,;:。、]{0,16}(?:总?产量|总?面积|里程|人数|户数|总数|数量|参保|立项|授权|签约服务|装机(?:容量)?|存栏量?|出栏量?|产值|收入|税收|销售额|吞吐量|周转量|客运量|货运量|交易额|零售额|成交额|营业额|进出口额|固定资产投资|工业投资|利润|增加值)"
)
"""What is measured and not only counted, behind another that is: 种植面积达到30万亩，水产品产量2万吨."""
_PER_ONE = ("日均", "人均", "户均", "亩均", "每百", "每千", "每万")
"""A mean that no deed counts: 建成服务站5个，每千名老年人拥有床位40张."""
_SHARES = ("占比", "比例", "比重")
_PARTS = ("占比", "比重")
"""A part of a whole is promised where the words say by when: 到2025年，绿色建筑占比70%; alone it may tell who they are."""
_BY_PLACE = re.compile(
    "(?:其中)?(?:城区|市区|主城区|县城|城镇|农村(?:地区)?|乡镇|镇区|郊区|山区|川区|平原(?:地区)?|牧区|县\\(市\\))"
)
"""Whose rate it is, where the clause before says which: 城区道路机扫率95%，县城90%."""
_RATES = (
    "率",
    "率均",
    "办税比例",
    "缴税比例",
    "办理比例",
    "应用比例",
    "优良比例",
    "达标比例",
    "合格比例",
    "普及比例",
    "覆盖比例",
    "处置比例",
    "利用比例",
    "公开比例",
)
"""What a clause ends with that names a rate; 女性比例40% may only tell who they are."""


def by_itself(clause: Clause, head: Head, last: Claim | None, committed: bool) -> Claim | None:
    """A figure without a verb of its own: it is carried over (科技型企业1500家), bound (失业率5.5%左右) or in a goal."""
    used, frame = strip_prefix(clause.text[clause.left : head.touch_at])
    start, end = clause.left + used, head.touch_at
    if clause.text.startswith(_FOR, start, end) and _PROMISED.match(clause.text, start + 1, end):
        whom, place = strip_prefix(clause.text[start + 1 : end])
        start, frame = start + 1 + whom, place.over(frame)  # 为适龄妇女免费体检5万人次
    if head.verb is not None and not (head.verb == head.touch and start == end):
        return None  # 培养不少于10名甲，不少于20名乙: the bound alone is no verb
    kind = clause.quantity.kind
    part = kind == "percent" and clause.text.endswith(_PARTS, start, end) and (clause.led or frame.due is not None)
    if part and (covered := clause.text.rfind("全覆盖、", start, end)) >= 0:
        start = covered + len("全覆盖、")
    carried = last if last is not None and _carries(clause, last) else None
    row = _follows(clause, last, start, end)
    committed = (
        committed
        or frame.hedge is not None
        or row
        or part
        or (clause.led and start == end and kind == "count" and _WHO_IS_TO.match(clause.after) is not None)
        or COMMITS.search(clause.text, clause.left, start) is not None
    )
    words, behind = _words(clause, head, start, carried, committed)
    if words is None or words in ACTIONS or (not carried and head.touch is None and _is_one_person(clause)):
        return None
    comparator = comparator_of(clause, head)
    if not carried and not behind and (formed := _FORMED.fullmatch(words)):
        words = formed["who"] + formed["what"]
        return Claim(words, "形成", comparator, indicators.basis_of_bare(words, kind), end, kind=kind, frame=frame)
    generic = last is not None and indicators.is_generic(words)
    thing, words = words, _completed(words, last)
    subject = words.removeprefix(thing) or None if indicators.is_class(thing) else None
    if carried and not _says_its_deed(clause, carried, start, end):
        basis = basis_of_actions(carried.actions, kind, words)
        verb, actions = "".join(carried.actions), carried.actions
        return Claim(words, verb, comparator, basis, end, actions, subject=subject, kind=kind, frame=frame)
    if kind == "percent" and (m := COMPARED.search(words, 1)):
        return Claim(words[: m.start()], m.group(), TOUCHES.get(m.group(), "gt"), "growth", end, frame=frame)
    basis = "scope" if committed and behind and kind == "count" else indicators.basis_of_bare(words, kind)
    if behind and indicators.is_work_on_land(words):
        basis = "flow"
    elif behind and kind == "measure" and _is_completed(clause):
        basis = "increment"
    return Claim(words, None, comparator, basis, end, carried=generic, kind=kind, row=row, frame=frame)


def _is_one_person(clause: Clause) -> bool:
    """Whether a figure only says who there is to be: 监督员1人."""
    q = clause.quantity
    return q.value == 1 and q.value_max is None and q.suffix is None and q.unit in ("人", "名", "位")


def _is_completed(clause: Clause) -> bool:
    """Whether the end of a row says that it is to be finished: 城区30公里燃气、12公里热力管网按期竣工."""
    at = clause.quantity.end
    stop = HARD.search(clause.text, at, min(len(clause.text), at + WINDOW))
    return COMPLETED.search(clause.text, at, stop.start() if stop else min(len(clause.text), at + WINDOW)) is not None


def _carries(clause: Clause, last: Claim) -> bool:
    """Whether the verbs of the claim before govern this one too: 新增A1000家,B1500家, but money only in a row (安排A5亿元、B3亿元)."""
    if not last.actions or clause.before.lstrip("、和").startswith(_PER_ONE):
        return False
    kind = clause.quantity.kind
    if kind == last.kind == "percent" and clause.before.startswith("、"):
        return last.actions[-1] in PREDICATES  # 压减会议30%、文件35%
    return kind in ("count", "measure") or (
        kind == last.kind == "money"
        and (clause.before.startswith(("、", "和", "其中")) or _EARNED.fullmatch(clause.before) is not None)
    )


def _says_its_deed(clause: Clause, carried: Claim, start: int, end: int) -> bool:
    """Whether the noun before a number says itself what is done, so that the verb before does not govern it: 生产粮食50万吨，生猪
    出栏100万头; 种植烤烟20亩，养牛30头; 救助儿童20名，家庭无障碍改造30户."""
    text = clause.text
    if text.endswith(_DONE, start, end) or text.startswith("养", start):
        return True
    if any(ACTIONS[action] == "increment" for action in carried.actions) and text.endswith(_GROWN, start, end):
        return True
    return carried.actions[-1] in _GIVING and text.endswith("改造", start, end)


def _follows(clause: Clause, last: Claim | None, start: int, end: int) -> bool:
    """Whether a figure is promised because the one before it is: what is measured or earned as that is, one more of the same kind, or
    the next number of a row that no verb governs."""
    if last is None:
        return False
    if clause.text.endswith(_BUDGETED, start, end):
        return True
    kind, before, verbless = clause.quantity.kind, clause.before, last.verb is None and not last.actions
    if verbless and before == "" and clause.led:
        return True  # 力争2家企业上市，3家挂牌
    if verbless and {kind, last.kind} <= {"count", "measure"} and before.startswith(("、", "和", "及", "以及")):
        return True  # 城镇新增就业6万人、失业人员再就业2万人
    if has_noun(clause):
        return False
    if (last.verb in PREDICATES or last.row) and _AMOUNT.fullmatch(before.lstrip("、和及")):
        return True  # 种植面积达到30万亩，水产品产量2万吨
    if kind == "percent" and _is_share_of_it(last, before):
        return True
    if last.verb in PREDICATES and kind == last.kind == "count" and not clause.quantity.suffix:
        return True  # 国家级项目突破5项，省级项目20项
    # 售电量完成50亿千瓦时；利润总额8000万元; but 引进企业20家，年产值5亿元 says what these make
    return kind == "money" and last.kind != "count" and _EARNED.fullmatch(before) is not None


def _is_share_of_it(last: Claim, before: str) -> bool:
    """Whether a share is one of what was promised before it: 品种达到350个，采购金额占比35%; 新增新能源车200辆，占车辆总数的60%;
    机扫率95%，县城90%."""
    if last.kind == "percent" and _BY_PLACE.fullmatch(before):
        return True
    if last.kind in ("count", "measure") and before.startswith("占") and before.rstrip().endswith("的"):
        return True
    return (last.verb in PREDICATES or last.row) and before.rstrip().endswith(_SHARES)


def _words(clause: Clause, head: Head, start: int, carried: Claim | None, committed: bool) -> tuple[str | None, bool]:
    """What the number counts, and whether that stands behind it; None where nothing says that it is promised."""
    end = head.touch_at
    if has_noun(clause):
        before = clause.text[start:end]
        # 确保绿带、14块绿地造园等工程
        if (
            not before
            or before.endswith("、")
            or (carried and indicators.introduces(before))
            or (committed and _leads_up(before))
        ):
            return (words_behind(clause) if carried or committed else None), True
        # 钢材300万吨、玻璃90万标准箱等落后产能
        return (words_between(clause, start, end) if carried and clause.after.startswith("等") else None), False
    if carried or committed or (_is_bound(clause, head, start) and not _NO_SUBJECT.match(clause.text, start)):
        return words_between(clause, start, start + strip_subject_tail(clause.text[start:end])[0]), False
    return None, False


def _leads_up(before: str) -> bool:
    """Whether words before a number only say which or where, in what is promised: 甲烷等7种气体; but 对甲等5个病种 tells."""
    return not (before.rstrip().endswith("的") or _NO_SUBJECT.match(before)) and indicators.introduces(before)


def _is_bound(clause: Clause, head: Head, start: int) -> bool:
    """Whether a figure is a promise though nothing commits to it: a bound (5.5%左右), a rate, or what plans promise so."""
    q, end = clause.quantity, head.touch_at
    if q.kind == "count" and q.suffix is None and head.touch in _ABOUT and _PERSONS.search(clause.text, start, end):
        return False
    vague = q.suffix in ("多", "余") and q.kind != "money"  # 鱼类100余种 only says how many there are
    if (q.suffix is not None and not vague) or head.touch is not None:
        return True
    if q.unit.endswith("百分点") and COMPARED.search(clause.text, start, end):
        return True  # 增速高于全省平均水平1个百分点
    if q.kind == "percent":
        return _is_rate(clause, start, end)  # 教师培训80% tells how far it is
    return _is_rate(clause, start, end) or _PROMISED.match(clause.text, start, end) is not None


def _is_rate(clause: Clause, start: int, end: int) -> bool:
    """Whether a clause says nothing but a rate: 检查覆盖率100%, 人均绿地面积15平方米; but not 监测点100%达标."""
    if has_noun(clause) or start >= end or clause.quantity.kind == "money":
        return False
    if clause.quantity.kind == "percent":
        return clause.text[:end].rstrip().endswith(_RATES)
    return clause.text.startswith(("人均", "每万人", "每千"), start)


def _completed(words: str, last: Claim | None) -> str:
    """An indicator with what it leaves out taken from the claim before: 新增平台100家，其中国家级5家; 总量1300家; 县城90%."""
    if last is None:
        return words
    if last.kind == "percent" and _BY_PLACE.fullmatch(words):
        m = _BY_PLACE.match(last.indicator)
        return words + last.indicator[m.end() if m else 0 :]
    if indicators.is_class(words):
        return words + indicators.without_class(last.subject or last.indicator)
    return indicators.of_the_same(last.indicator, words) if indicators.is_generic(words) else words
