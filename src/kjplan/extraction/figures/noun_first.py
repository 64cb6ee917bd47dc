"""A verb behind what it counts, right before the number: 职业技能培训开展10万人次, 示范点新打造25个, 惠农补贴发放3000万元."""

import re

from kjplan.extraction.commitment import begins_with_verb
from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.context import strip_prefix, strip_subject_tail
from kjplan.extraction.figures.heads import Head, comparator_of, has_noun, words_between
from kjplan.extraction.figures.topics import NAMELESS
from kjplan.extraction.figures.verbs import ACTIONS, action_at, basis_of_actions
from kjplan.extraction.tables import one_of, words
from kjplan.late import late
from kjplan.model import Basis

_CARRIED_OUT = frozenset(words("开展 组织 举办 实施 组织开展 组织实施 组织举办 召开"))
"""Verbs of what is a deed itself: 执法检查开展20次; but 市局组织3次 tells who does it."""
_GIVEN = frozenset(words("发放 兑付 拨付 兑现 投放 化解 清收 追缴 征收 征缴 筹集 清偿 偿还 清欠"))
"""Verbs of sums: 补贴发放3000万元."""
_DONE = frozenset(
    words(
        "打造 新打造 新布局 布点 加固 抽测 脱酸 培育 新培育 引进 新引进 招引 落地 获批 认定 新认定 评定 销号 办结 化解 扩面 提供 投放 配备 布设 上线 出让 供应 清运 处置 消除"
        " 结对 签约 兑付 收储 盘活 整改 取缔 关停 腾退 开通 研发 转化 申报 推广 配租 建档 走访 慰问 受理 审结 执结 侦破 查处 抽查 检测 随访 录入 归档 修缮"
        " 活化 征集 收集 采集 编制 编印 制定 修订 发布 刊发 播出 展出 发放 新发放 更换 清理 排查 贯通 打通 复垦 新签约 新投放 新发展 新增设 吸纳 流转 托管 交易 采购 收购 挂牌"
    )
)
_IN_PART = frozenset(
    words(
        "清偿 偿还 清欠 化解 兑付 兑现 消化 去化 处置 整改 治理 改造 修复 消除 盘活 腾退 取缔 关停 拆除 拆解 淘汰 更换 更新 替换 清理 清运 清收 清退 追缴 收回 复垦 复绿 安置"
        " 销号 办结 审结 执结 查处 排查 抽查 签约 开工 竣工 交付 落地 投产 归档 建档 走访 认领 采纳 移交 验收 修缮 入库"
    )
)
"""Verbs of what can be done to a part of it: 拖欠账款年底前清偿一半以上."""
_VERBS = _CARRIED_OUT | _GIVEN | _DONE | _IN_PART
_ENDS = frozenset(verb[-1] for verb in _VERBS)
_AT_END = late(rf"(?P<verb>{one_of(_VERBS)})$")
_REACH = max(map(len, _VERBS))
_A_DEED = late(
    "(?:培训|轮训|检查|排查|抽查|督查|巡查|普查|调查|核查|摸排|整治|治理|改造|修复|清理|演练|竞赛|比武|行动|活动|宣传|宣讲|巡讲|讲座|讲堂|课堂|论坛|研讨|比赛|赛事|演出|展览|巡展|展演"
    "|招聘会?|对接会?|推介会?|洽谈会?|座谈会?|恳谈会?|联席会议?|例会|项目|工程|作业|服务|体检|筛查|监测|检测|评估|审计|抽检|义诊|巡诊|走访|慰问|调研|督导|约谈|直播|研修|研学|实训|观摩|志愿服务|送教|送医"
    "|下乡|进校园|进社区|进企业|进农村|进机关|测评|评议|评查|回访|接种|试点|补贴|手术|救援|拉练|巡护|管护|抚育|养护|维修|会议|会商|巡游|庭审|仲裁|调解|援助|救助|资助)$"
)
_A_SUM = re.compile(
    r"(?:补[贴助]|补偿|资金|贷款|基金|券|[金费款税]|债务|债券|红包|担保|授信|保费|赔款|津贴|薪酬|工资|欠薪)$"
)
_NO_THING = re.compile(
    "(?:[省市县区州旗]|全体?|本级|上级|下级|[局委办厅处科]|政府|部门|单位|同志|干部|人员|公司|(?<!示范)(?<!试点)(?<!特色)(?<!美丽)(?<!文明)(?<!卫生)(?<!平安)(?<!和美)(?<!园)(?<!社)(?<!景)(?<!小)[区镇乡]|街道|[的了已被后中时可能前并和与及、]|(?<![用土耕林草湿基产场宅荒坡绿园菜营工])地)$"
)
"""Who does it, and how words end that go on: 城东街道打造20个, 验收后认定20个."""
_NO_BEGINNING = re.compile(
    "[各每经由被因据如凡对向为以将把在从至与及和并或若当]|所有|全部|通过|围绕|依托|按照?|根据|其中|已|共|累计"
)
_ACTED_ON = re.compile("(?:对(?![标口接外比照应])|把(?![握关脉控])|将(?![军要]))")
"""Before what is acted on: 对低效用地全年要盘活2000亩, 把拖欠账款清偿一半以上."""
_NOUN = re.compile("[^,;:。0-9]{2,24}")
_TO_THE_END = re.compile("(?:全部|全面)?(?:到位|完成|完毕|办结|销号|清零)(?=[,;:。、]|$)")
"""No noun behind a share: 问题整改100%到位."""
_WHICH = re.compile("[^,;:。0-9]{2,12}的[^,;:。0-9]{2,}")
"""A verb that only tells which ones: 对排查出的问题年底前整改90%以上."""
_EVERY = re.compile("(?:全部|所有)的?(?=[^,;:。0-9]{2})")
_FIRMS = ("企业", "公司", "机构")


def behind_its_noun(clause: Clause, head: Head, last: Claim | None) -> Claim | None:
    """What a verb at the number claims of the words before it; None where these are no thing or deed, or another noun follows.

    A share in a row that a verb before it governs is left to that (做到安全教育100%、隐患销号100%).
    """
    text, stop = clause.text, head.predicate_at
    if stop < 2 or text[stop - 1] not in _ENDS or head.verb not in (None, head.touch):
        return None
    m = _AT_END.search(text, max(clause.left, stop - _REACH), stop)
    if last is not None and last.row:
        return None
    if m is None or (has_noun(clause) and not (clause.quantity.kind == "percent" and _TO_THE_END.match(clause.after))):
        return None
    used, frame = strip_prefix(text[clause.left : m.start()])
    start, verb = clause.left + used, m["verb"]
    acted = _ACTED_ON.match(text, start, m.start())
    start = acted.end() if acted else start
    every = _EVERY.match(text, start, m.start())
    start = every.end() if every else start
    length, tail = strip_subject_tail(text[start : m.start()])
    end = start + length
    noun = text[start:end]
    told = acted is not None and _WHICH.match(noun) is not None
    if not (_is_counted(clause, noun, verb) and (told or _is_noun(noun))):
        return None
    named = words_between(clause, start, end)
    if named is None:
        return None
    kind = clause.quantity.kind
    basis: Basis = "share" if kind == "percent" else "flow"
    if verb in ACTIONS and kind != "percent":
        basis = basis_of_actions((verb,), kind, named)
    return Claim(
        named,
        verb,
        comparator_of(clause, head),
        basis,
        head.touch_at,
        actions=(verb,),
        kind=kind,
        subject=named,
        frame=frame.over(tail),
    )


def _is_noun(words: str) -> bool:
    return not (begins_with_verb(words) or action_at(words, 0, len(words)))


def _is_counted(clause: Clause, noun: str, verb: str) -> bool:
    """Whether words are what such a verb counts: a deed that is carried out, a sum that is given, a thing that is made."""
    if not _NOUN.fullmatch(noun) or noun in NAMELESS or _NO_BEGINNING.match(noun) or _NO_THING.search(noun):
        return False
    if clause.quantity.kind == "percent":
        return verb in _IN_PART
    if clause.quantity.kind == "money":
        return verb in _GIVEN and _A_SUM.search(noun) is not None
    if verb in _CARRIED_OUT:
        return _A_DEED.search(noun) is not None
    return verb in _DONE and (not noun.endswith(_FIRMS) or clause.quantity.unit in ("家", "户"))
