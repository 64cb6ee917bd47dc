"""Figures that only bind: what each must keep to, in documents that order and regulate but are no work plans.

A notice on oil vapour and a work plan may both say 处理效率不低于95%. A work plan commits to it; a notice, an opinion or measures do so
only where they say by when, in which years or with which hope, or name the deed that gets there (新建, 完成, 提高到).
"""

import re

from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.context import Frame
from kjplan.extraction.figures.verbs import ACTIONS, SELF_COUNTED, TOUCHES
from kjplan.extraction.tables import words

_BOUNDS = frozenset(TOUCHES) - frozenset(words("约 大约 近 接近 约为 剩余 其余 余下 超过 超"))
"""What binds a figure and says nothing of getting there: 不低于, 不超过, 至少. 超过 is as often a hope: 突破并超过100家."""
_AT_BOUNDS = tuple(_BOUNDS)
_STANDS = frozenset(words("达到 达 为 保持在 保持 控制在 维持在 占 超过 设定为 定为"))
"""What binds one too where the words before it say that it must: 应达到, 须控制在."""
_MODAL = re.compile(
    "(?:(?:应当?|必?须|需|(?<![重主需首纲摘概必])要)(?:不|至少|能够?|严格)?|不[得应宜可]|宜|原则上|一般|要求)(?:均|各|分别|至少|全部)?$"
)
_SAMPLED = re.compile("(?:随机)?(?:抽[查检测样验]|复[核查检]|核[查对]|检查|巡[查检]|监测|审核|开展)")
_SAMPLE = re.compile("抽[查检测样验]|[检巡]查|复核")
_DEEDS = tuple(set(ACTIONS) - SELF_COUNTED)
"""投资 and 治理 before a bound are as often nouns: 单位装机投资不低于8000元."""
_QUOTA = re.compile("配额(?![^,;。]{0,4}(?:清缴|履约|完成))")
"""What is allotted is no promise, however it is said: 新增生产配额4.5万吨."""
_ALLOTTED = re.compile("(?:开采|生产|冶炼|分离|采伐|招生|出口|进口)[^,;。]{0,8}(?:控制|计划)指标[^,;。0-9]{0,4}")
"""The same said of a row: 开采、冶炼总量控制指标分别为3万吨、2万吨."""
_COUNTED = re.compile(
    "共(?:设置?|有|包括|涉及|选[取择]|纳入|覆盖|组建|抽取|确定)|涉及[^,;。0-9]{0,30}$|(?:尚未|未|已(?:查[处实]|发现|交办|反馈|公布|批复|确定|认定|核发))[^,;。0-9]{1,12}的$"
)
"""What only counts how many there are, or who is meant: 点位共设置1734个, 尚未完成整改的24个问题."""
_SUMMED = re.compile("共计(?![^,;。]{0,12}(?:新[增建]|完成|建成|培[育训]|创建|打造|改造|实施))")
"""What does so where no deed stands with it; but 完成改造共计30户."""
_ASSURED = re.compile("(?<![应须需要])(?:确保|保证)")
"""What promises to keep to a bound: 确保处理率不低于93%; but what each 应确保 is a norm."""
_REACHED = re.compile("确保|保证|提[高升]|增[加长至]|[下升]?降|扩大|压[减缩]|达|缩")
"""What says that a bare share is got to: 把预付租金的比例提高至25%以上."""
_EACH = re.compile("[各每](?:[省市县区镇乡村]|地|单位|企业|机构|部门|园区|试点)[^,;。]{0,12}(?:至少|不[少低]于)")
"""What each of them must do at least: 各省至少组织1期培训."""
_MUST_BE = re.compile(
    "(?:应当?|必?须|原则上|一般|不得)[^,;。0-9]{0,2}(?:[低少高大多小]于|超过)[^,;。0-9]{0,12}$|(?<![许认])可(?:以)?(?:延长|提高|放宽|上浮|下浮|降低|缩短|增加)[至到]?$"
)
"""What must or may be, whatever verb stands before: 上线率应不低于98%, 期限可延长至15年."""
_TIMES = re.compile("(?:不[低少小高大]于|不超过|小于|大于)[^,;。0-9]{1,10}的$")
"""处置能力不小于产生量的1.2倍."""
_MOST_STAFF = 20
_STAFF = frozenset(words("配备 明确 选派 安排 指定 确定 组成 组建 参加 派出"))
_MUST_STAFF = re.compile(rf"(?:应当?|必?须|原则上|一般)[^,;。0-9]{{0,4}}(?:{'|'.join(sorted(_STAFF))}|派)$")
"""各站应选派不少于2名监督员, where the verb before the bound is none of a deed done by all."""
_BY_YEAR = re.compile("(?:^|[,;])到?20[0-9]{2}年[底末]?前(?:要|须|应|必须|应当|全面)[^,;。]{2,40},")
"""The same where the deed goes ahead: 2030年前要通过新建、改建等方式，按照每千人口不少于6个床位配置."""
_RHYTHMS = ("每", "年均")


def only_binds(clause: Clause, claim: Claim, frame: Frame, said: str) -> bool:
    """Whether a figure is a norm in a document that is no work plan.

    :param said: the words of the sentence before the figure, or their end
    :param frame: what the sentence says of hope, period and time, the words next to the figure included
    """
    if _QUOTA.search(claim.indicator) or ("指标" in clause.before and _ALLOTTED.search(clause.before)):
        return True
    if frame.hedge or _staged(frame) or _BY_YEAR.search(said) or claim.comparator == "approx":
        return False
    if clause.quantity.kind == "count" and (_COUNTED.search(said) or (not claim.actions and _SUMMED.search(said))):
        return True
    if _MUST_BE.search(clause.before):
        return True
    if clause.quantity.unit == "倍" and _TIMES.search(clause.before):
        return True
    if claim.actions:
        return _samples(clause, claim) or _staffs(clause, claim) or _EACH.search(clause.before) is not None
    return _stands_bound(clause, claim, frame)


def _stands_bound(clause: Clause, claim: Claim, frame: Frame) -> bool:
    """Whether a predicate binds a figure and nothing says that it is to be reached: 浓度不高于50毫克, 整改率应达到100%."""
    text, start = clause.text, claim.start
    before = text[max(clause.left, start - 12) : start].rstrip()
    must = _MODAL.search(before) is not None
    if claim.verb in _BOUNDS and _is_few(clause) and _MUST_STAFF.search(before):
        return True
    if claim.verb in _BOUNDS:
        assured = not must and _ASSURED.search(clause.before) is not None
        return not assured and (must or frame.due is None) and not before.endswith(_DEEDS)
    if claim.verb is None and clause.quantity.kind == "percent":
        return _REACHED.search(clause.before) is None
    if claim.verb not in _STANDS or frame.due is not None:
        return False
    return must or (clause.quantity.kind == "percent" and _SAMPLE.search(claim.indicator) is not None)


def _samples(clause: Clause, claim: Claim) -> bool:
    """Whether the figure says how large a share of all is looked at: 抽查数量原则上不低于10%."""
    return clause.quantity.kind == "percent" and (
        all(_SAMPLED.fullmatch(verb) for verb in claim.actions) or _SAMPLE.search(claim.indicator) is not None
    )


def _staffs(clause: Clause, claim: Claim) -> bool:
    """Whether the figure says how many people one office needs at least: 配备执法人员不少于2名; but 选派干部不少于300名."""
    return _is_few(clause) and clause.before.rstrip().endswith(_AT_BOUNDS) and claim.actions[0] in _STAFF


def _is_few(clause: Clause) -> bool:
    q = clause.quantity
    return q.unit in ("名", "人", "位") and q.value <= _MOST_STAFF


def _staged(frame: Frame) -> bool:
    """Whether the words say for which years or by which year: 到2025年, “十四五”期间; but 每年 is a rhythm, and 6月底前 says when a
    deed is done."""
    if frame.period is not None and not frame.period.startswith(_RHYTHMS):
        return True
    return frame.due is not None and (frame.due.lstrip("到至 ").startswith(("20", "“", "十")) and "月" not in frame.due)
