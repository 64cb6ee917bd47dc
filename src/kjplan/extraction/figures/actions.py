"""Verbs that take a quantity as object, and what they count: 新建研发平台100家, 推进7家驻郑高校院所."""

import re

from kjplan.extraction.figures import indicators
from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.context import strip_prefix, strip_subject_tail
from kjplan.extraction.figures.heads import WIDEST, Head, comparator_of, has_noun, noun_in, words_behind, words_between
from kjplan.extraction.figures.stretches import HARD
from kjplan.extraction.figures.verbs import (
    ACTION_AT_END,
    INNER_ACTION,
    JOINED,
    SECONDS,
    SELF_COUNTED,
    SERVED,
    SERVING,
    TOUCHES,
    action_at,
    basis_of_actions,
    second_at,
)
from kjplan.extraction.tables import words
from kjplan.late import late

_HELPING = frozenset(("支持", "推动", "引导", "帮助", "指导", "扶持", "服务"))
"""Whoever is helped stands between such a verb and the deed that counts."""
_FROM = re.compile("^[从由](?=.{2})|[中里]$")
"""从专项基金结余中拿出300亿元."""
_SPENT_ON = re.compile("用于|实施|建设|新建|改造")
_REACHING = frozenset(("实现", "完成", "达成", "新增", "增加", "减少", "扩大", "压减", "压缩", "压降", "削减", "精简"))
"""Verbs that reach a rate or change it, and begin no name of one."""
_LED_BY = re.compile("“[^“”]{1,10}”|[^,;:。、“”0-9]{2,12}?(?:行动|计划)(?=.{2})")
"""What a deed is done by or under, before its verb: “以工代赈”硬化道路3公里, 管网更新行动更新管网9公里."""
_SERVES = late("服务(?=(?:求职|群众|居民|企业|老年?人|职工|学生|农户|农民|游客|患者|客户|用人单位)[一-鿿]{0,3}$)")
"""Whom a place serves: 零工市场服务求职者2万人次."""
_LENGTHS = ("公里", "千米", "米", "亩", "公顷")
_PLACE = re.compile("(?:水库|[江河湖渠溪坝山岛]|公园|景区|灌区|国道|省道|高速|大道|[一-鿿]路)$")
"""Of what a length is worked on: 实施甲水库12公里环湖路硬化."""
_ALL = ("全覆盖", "覆盖", "全达标", "清零")
"""What a share of all says of whoever stands before the verb."""
_SENT = re.compile("驻[村点]|下沉|赴|到(?!期|账|位)|深入|支援|进驻|挂职|上岗|服务(?!站|点|中心|队)|参加|参与")
"""What those do who are counted before."""
_IN_CHARGE = ("负责", "专职负责", "分管", "担任")
_NO_OBJECT = re.compile("了|后(?![备期续勤进厨劲方街山院坝台门窗])")
"""What ends a verb (开展了…, 验收后拨付40%) and begins no name of what is counted (整治后进村20个)."""
_LEAST = re.compile("至少|最多|至多")


_BUILDS = frozenset(
    words(
        "建成 新建 建设 新增 设立 设置 打造 组建 建立 成立 创建 新设 新设立 增设 引进 更新 购置 配备 添置 布局 筹建 扩建 改建"
    )
)
_BUILDING = tuple("建造设升新用成立进育")
"""How verbs end that build too: 新建改建网点12个."""
_PLACES = frozenset(
    words(
        "中心 站点 网点 基地 平台 工区 窗口 机构 场所 场地 车间 大厅 专区 团队 队伍 小区 点位 设施 设备 装置 门诊 驿站 系统 市场 工程 项目"
    )
)


_COSTS = re.compile(
    "、?(?:(?:计划)?总投资|总建筑面积|总面积)(?:约|近|超过?|达)?[0-9.]{1,10}[^,;:。、的0-9]{1,5}的(?=[一-鿿])"
)


def _begins_name(actions: tuple[str, ...], noun: str) -> bool:
    """Whether the last of some verbs says what a thing is for that another builds: 建成服务站5个, 新建体检中心2个."""
    if len(noun) == 1:
        return True
    return noun in _PLACES and actions[-2] in _BUILDS and not actions[-1].endswith(_BUILDING)


def by_action(clause: Clause, head: Head, last: Claim | None) -> Claim | None:
    """What verbs with the quantity and its indicator as object claim; None where there is no such verb."""
    stop = head.touch_at
    used, frame = strip_prefix(clause.text[clause.left : stop])
    actions, verb_at, at = _actions(clause, clause.left + used, stop)
    if not actions or _NO_OBJECT.match(clause.text, at):
        return None
    end = at + strip_subject_tail(clause.text[at:stop])[0]
    if at == head.predicate_at:
        end = at  # 竣工达到38个: what is reached is no object
    carried = False
    if len(actions) > 1 and _begins_name(actions, clause.text[at:end]) and clause.text.endswith(actions[-1], 0, at):
        at, actions = at - len(actions[-1]), actions[:-1]
    if at < end or has_noun(clause):
        words = _of_all(clause, used, verb_at, at) or _object(clause, at, end)
        if words is None and actions[-1] in ("投资", "筹资") and clause.quantity.kind == "money":
            words = actions[-1]  # 投资800万元实施10公里管网改造
        elif words is not None and words.startswith("占") and actions[-1] in SELF_COUNTED:
            words, actions = actions[-1] + words, actions[:-1] or actions  # 完成投资占年度计划的60%以上
    elif (len(actions) > 1 and actions[-1] in SELF_COUNTED) or actions[-1:] == ("投资",):
        words, actions = actions[-1], actions[:-1] or actions  # 完成投资50亿元: the last verb is what is counted
    else:
        length, behind = strip_subject_tail(clause.text[clause.left + used : verb_at])
        between = clause.left + used, clause.left + used + length
        words, carried = _left_out(clause, between, actions, last)
        frame = frame.over(behind)
    if words is None or words.endswith(_IN_CHARGE):
        return None  # 安排1名副局长负责
    if clause.quantity.kind == "percent" and words.endswith("率") and actions[-1] not in _REACHING:
        return None  # 抽检合格率98%以上: the verb is part of the name
    bound = _LEAST.search(clause.text, clause.left, verb_at)
    comparator = comparator_of(clause, head)
    return Claim(
        words,
        "".join(actions),
        TOUCHES[bound.group()] if bound and comparator == "bare" else comparator,
        basis_of_actions(actions, clause.quantity.kind, words),
        head.touch_at,
        actions=actions,
        carried=carried,
        kind=clause.quantity.kind,
        frame=frame,
    )


def _left_out(
    clause: Clause, before: tuple[int, int], actions: tuple[str, ...], last: Claim | None
) -> tuple[str | None, bool]:
    """What a verb counts that has no object at the number, and whether that is carried over."""
    if clause.label:
        return clause.label, False
    if words := words_between(clause, *before):
        return _FROM.sub("", words), False  # 本级预算内投资安排60亿元
    if actions[0] in SELF_COUNTED:
        return _counted_itself(clause, actions, last)
    if words := _farther_behind(clause):
        return words, False
    if last is not None and last.kind == "money" and clause.quantity.kind == "count":
        return clause.counted or clause.topic, True  # 实施项目120个，投资90亿元，其中新建70个
    if last is not None and last.kind == "money" and clause.quantity.kind == "measure":
        return clause.topic, True
    if last is not None and last.kind == "percent" and clause.quantity.kind == "count" and clause.counted:
        return clause.counted, True  # 新开工项目30个，开工率达75%，竣工投产20个
    if last is not None:
        return last.indicator, True  # 风电开工500万千瓦、投产300万千瓦
    if len(actions) > 1:
        return actions[-1], False
    return clause.topic, False  # 建设实验室。新建5家


def _farther_behind(clause: Clause) -> str | None:
    """What is counted behind what it costs, or behind the last figure of a row: 推进12个、总投资30亿元的仓储项目, 完成3800户、58万平方米棚户区改造."""
    if clause.quantity.kind == "count" and (words := _costing(clause)):
        return words
    return noun_in(clause, *clause.tail) if clause.tail else None


def _costing(clause: Clause) -> str | None:
    text, at = clause.text, clause.quantity.end
    m = _COSTS.match(text, at) if text.startswith(("、", "总", "计"), at) else None
    if m is None:
        return None
    end = HARD.search(text, m.end(), min(len(text), m.end() + WIDEST))
    return noun_in(clause, m.end(), end.start() if end else min(len(text), m.end() + WIDEST))


def _counted_itself(clause: Clause, actions: tuple[str, ...], last: Claim | None) -> tuple[str, bool]:
    """A deed that is counted itself (改造5户), but where the one before says of what it is: 生猪存栏9万头、出栏8万头."""
    if last is not None and actions == ("改造",) and last.actions and clause.unit_before == clause.quantity.unit:
        return last.indicator, True  # 新建公园3个，改造2个
    if last is not None and actions[0] == "出栏" and last.indicator.endswith(("存栏", "存栏量")):
        return last.indicator.removesuffix("量").removesuffix("存栏") + "出栏", False
    return actions[0], False


_MEANS = re.compile(
    "通过|依托|围绕|利用|聚焦|结合|会同|联合|借助|立足|针对|紧扣|瞄准|采[取用]|以[^,;:。、]{1,16}?(?:为|代[补奖建]|促)"
)
"""What opens the words that say how, where or with whom something is done: 依托园区引进企业12家, 以奖代补建设冷库15座."""
_MEANS_STARTS = frozenset("通依围利聚结会联借立针紧瞄采以")
_MANNER = words("同步 分批 集中 联合 公开 重点 全面 有序 常态化")
"""Adverbs behind a word that is no verb then: 结合小区改造同步加装电梯60部."""


def _behind_means(text: str, start: int, stop: int) -> int:
    """Where the verb stands that follows words of means, with its object before the number; -1 where none does."""
    m = _MEANS.match(text, start, stop)
    at = m.end() + (0 if text.startswith("以", start) else 2) if m else stop
    while at < stop - 3:
        verb = action_at(text, at, stop)
        if verb and at + len(verb) <= stop - 2 and not text.startswith(_MANNER, at + len(verb), stop):
            return at
        at += len(verb) if verb else 1
    return -1


def _actions(clause: Clause, start: int, stop: int) -> tuple[tuple[str, ...], int, int]:
    """The row of verbs a clause begins with (培育遴选), else the verb inside it (我区安排…), with its bounds."""
    text, at = clause.text, start
    if (m := _LED_BY.match(text, at, stop)) and (verb := action_at(text, m.end(), stop)):
        whole = m.end() + len(verb) == stop and not has_noun(clause)  # “两癌”筛查5万人
        start = at = start if whole else m.end()
    found, at = _row_of_verbs(text, at, stop)
    by_means = not found and text[start : start + 1] in _MEANS_STARTS and not has_noun(clause)
    if by_means and (behind := _behind_means(text, start, stop)) >= 0:
        start = behind
        found, at = _row_of_verbs(text, start, stop)
    if found and found[-1] in _HELPING and (m := INNER_ACTION.search(text, min(at + 2, stop), stop)):
        found, at = [*found, m.group()], m.end()  # 支持高校新建实验室5家
    if found:
        at += text.startswith("好", at, stop)  # 组织实施好93个项目
    elif m := _inside(clause, start, stop):
        found += [verb for verb in m.groups() if verb] or [m.group()]
        start, at = m.span()
    return tuple(found), start, at


def _row_of_verbs(text: str, at: int, stop: int) -> tuple[list[str], int]:
    """The verbs that follow each other from ``at`` on, three at most, and where the last ends."""
    found: list[str] = []
    while len(found) < 3 and (action := action_at(text, at, stop)):
        found.append(action)
        at += len(action)
        m = JOINED.match(text, at, stop)
        behind = m.end() if m else at
        if second := second_at(text, behind, stop, joined=m is not None):
            at = behind + (len(second) if second in SECONDS else 0)  # 新建及改扩建, 建设和提升, 维护提升
    return found, at


def _inside(clause: Clause, start: int, stop: int) -> re.Match[str] | None:
    """The verb inside a clause: behind whom it serves (为残疾人适配…), one that is sought everywhere (我区安排…), or at the number."""
    text = clause.text
    served = SERVED.match(text, start, stop) is not None
    if not served and (m := INNER_ACTION.search(text, start, stop)):
        return m
    if served and text.endswith("的", start, stop) and clause.quantity.start == stop:
        return None  # 对今年完成的12条举措，分别建档: which ones are meant
    if has_noun(clause) and (m := ACTION_AT_END.search(text, max(start, stop - 8), stop)):
        return m
    if clause.quantity.kind == "count" and "服务" in clause.before and (m := _SERVES.search(text, start + 2, stop)):
        return m
    if not served:
        return None
    return SERVING.search(text, min(start + 3, stop), stop) or INNER_ACTION.search(text, start, stop)


def _of_all(clause: Clause, used: int, verb_at: int, end: int) -> str | None:
    """Whoever stands before the verb where all of it is covered: 社工站实现100%全覆盖; None where it is not said so."""
    alone = clause.text[end : clause.quantity.start].strip() == ""
    whole = alone and clause.quantity.kind == "percent" and clause.after.rstrip() in _ALL
    return words_between(clause, clause.left + used, verb_at) if whole else None


def _object(clause: Clause, start: int, end: int) -> str | None:
    """The indicator of a verb's object, before the number or behind it."""
    inside = clause.text[start:end]
    if inside.endswith("、") and "等" not in clause.after:
        inside = ""  # 实施河道整治、4万亩黑土地治理: another thing of the list
    if not has_noun(clause):
        if end - start > indicators.LONGEST and (at := clause.text.rfind("等", start, end)) >= 0:
            start = at + 1  # 承办甲锦标赛、乙公开赛、…等赛事20场
        return words_between(clause, start, end)
    if not inside.strip() and clause.quantity.kind == "money" and (m := _SPENT_ON.match(clause.after)):
        at = clause.quantity.end + m.end()  # 投资1.3亿元实施改造工程, 筹资400万元新建和改建学校
        while (m := JOINED.match(clause.text, at, clause.right)) and (
            second := second_at(clause.text, m.end(), clause.right)
        ):
            at = m.end() + len(second)
        return noun_in(clause, at, clause.right)
    if not inside.strip():
        capacity = clause.quantity.unit.endswith(("吨", "千瓦"))
        return None if capacity and indicators.names_a_project(clause.after) else words_behind(clause)
    if (
        clause.quantity.kind == "count"
        and _SENT.match(clause.after)
        and len(inside) > 1
        and not indicators.introduces(inside)
    ):
        return words_between(clause, start, end)  # 选派第一书记15名驻村
    on_place = clause.quantity.unit in _LENGTHS and _PLACE.search(inside) is not None
    if clause.quantity.kind == "count" or on_place or indicators.introduces(inside):
        # 推进甲公司500万吨煤矿: a size in the name of a project; 推进城区20家老企业: a count of them
        return words_behind(clause) or words_between(clause, start, end)
    if indicators.is_work(clause.after):
        return words_between(clause, start, end)
    return None
