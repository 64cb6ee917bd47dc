"""Figures of a rule and of a description, and not of a promise: norms, grants, thresholds, quotas, fees, what papers must
hold, and how many there are."""

import re

from kjplan.extraction.figures.clauses import Clause
from kjplan.extraction.figures.context import COMMITS
from kjplan.extraction.figures.heads import PER, meets_a_need, read_head
from kjplan.extraction.figures.norms import is_norm
from kjplan.extraction.figures.verbs import PREDICATES
from kjplan.extraction.tables import by_first, words
from kjplan.late import late

_GRANTS = words("给予 处以 罚款 免征 起征 最高(?=不超过|可|补|奖|[0-9]|$) 封顶")
_GRANT = re.compile(by_first(_GRANTS))
"""Sums and rates that a rule grants (给予最高100万元奖励): no targets."""
_NORMS = words(
    "应满足 应提供 应具备 应当 须满足 须提供 须具备 必须 严禁 禁止 不得 不[应宜] 符合(?!条件的?[一-鿿])(?![^,;。]{0,16}条件的?[^,;。]{1,20}率) 满足(?!率|度)"
)
_NORM = late(
    by_first(
        [
            "每(?:家|户|名|人|个|亩|套|项|件|批|次|辆|份|篇|(?:单位|地|校|所|期|班|组|处|站|台|支|座|艘|床|张床位|个?检查组|个?工作组))",
            *_NORMS,
            *("多达$", "高达$"),
        ]
    )
)
"""What every one must keep to, and what is told with surprise: 每个项目不少于1所, 转换效率应满足不低于20%, 多达1万个."""
_EACH_PLACE = re.compile("每(?:村|县|省|市|区|乡|镇)")
"""A norm of a number (每县不少于1所); but a share that each place reaches all of them reach."""
_RATED = "(?!(?:政策|资金)?(?:覆盖|发放|兑现|到位|拨付|落实)?率)"
_SUPPORTS = words(f"奖励{_RATED} 奖补 补助{_RATED} 补贴{_RATED} 资助{_RATED} 贴息 扣除")
_GRANTED = re.compile(by_first(_SUPPORTS))
"""What a sum is for makes it a grant where no predicate commits to it: 100万元补助, but 奖补资金增幅超过10%."""
_HANDED_OUT = ("发放", "兑付")
"""Behind such a verb stands how much in all: 惠农补贴发放3000万元."""
_ALLOTTED = re.compile("(?:安排|筹集|筹措|统筹|投入|拿出|下达)$")
"""A sum for all of them and no grant to one: 安排1000亿元奖补资金."""
_RHYTHM = re.compile(r"每(?:[0-9一二两三四五六]{0,2}个?)(?:年|月|周|季|天|日|半年|学期)")
"""每季度召开1次: how often, not how much."""

_STANDARD = re.compile("标准(?:[为按每]|不[低少高超]|统一|最[高低]|原则|一般|$)")
"""How much each is granted; but 标准厂房, and a standard that is raised, may be a target."""
_TIMES = ("学时", "课时")
_TAUGHT = re.compile("(?:时间|一般|人均|每人|每年|参训|学习)")
"""How long each is taught is a norm: 集中培训时间不少于32学时."""

_BOUND = re.compile("(?:不[低少高大多]于|不超过|不小于|最多|至多|至少|控制在|限报|限额|限)$")
_AT_MOST = re.compile("(?:不超过|不[高大多]于|最多|至多|控制在|限报|限额|限)$")
_ASKED = words(
    "名额 限额 推荐 申报 报送 评选 表彰 参评 提名 申请 代表作 照片 图片 复印件 尺寸 时长 大小 字数 篇幅 简历 幻灯片 新上 新建 拟建 凡 所有 "
    "报名 培训费 考试费 评审费 服务费 检测费 手续费 停车费 收费标准 保证金 滞纳金 押金 工本费 成绩 分值 权重 得票"
)
_LIKELY = re.compile(by_first(_ASKED))
"""Without one of these the patterns below need not be tried."""
_RULE = re.compile(by_first([*_GRANTS, *_NORMS, *_SUPPORTS, *_ASKED, "每", "多达", "高达"]))
"""Without one of all these a clause grants and asks nothing."""
_QUOTA = re.compile("名额|限额|推荐|申报|报送|评选|表彰|参评|提名|申请")
"""How many may be put forward: 推荐名额不超过2个, 表彰对象中处级干部比例控制在20%以内; but 申报项目不少于10个 is a target."""
_ALLOTS = re.compile("名额(?:总数)?(?:为|共|共计|是)$")
"""代表名额为200名: how many are allotted."""
_PAPERS = re.compile(
    "(?:作品|视频|音频|短片|影片|课件|文件|稿件)[^,;。0-9]{0,4}(?:时长|大小|长度|尺寸)|代表作|照片|图片|复印件|字数|篇幅|简历|幻灯片"
)
"""What an application must hold: 照片不少于3张."""
_FEES = re.compile("(?:报名|培训|考试|评审|服务|检测|手续|停车)费|收费标准|保证金|滞纳金|押金|工本费")
_MARKS = re.compile("(?:成绩|分值|权重|得票)(?:各|分别)?(?:占|为|不低于|不少于|达到)$")
"""What marks count for: 笔试成绩占40%."""
_TECHNICAL = re.compile(
    "(?:新上|新建|拟建|凡|所有)[^,;。]{0,24}(?:项目|企业|生产线|装置|机组|烧结机|锅炉|窑炉)[^,;。]{0,16}"
    "(?:效率|能耗|电耗|水耗|利用率|排放强度|排放浓度|回收率|资本金比例|投资强度)"
)
"""What is asked of whoever builds: 新上电池项目转换效率不低于18%."""
_WHOLE = re.compile("全[市省县区国州旗]|累计|总数|总量")
_PEOPLE = re.compile(
    "毕业生[^,;。]{0,6}(?:达到?|超过?|突破)$|(?:人口|老年人|农民工|学生|幼儿|患者|考生)[^,;。]{0,6}达$"
)
"""How many there are of those whom nobody plans: 高校毕业生将达800万人; but 常住人口达到100万人 may be wanted."""
_REACHES = ("达", "到", "过", "破", "超")
"""How a clause ends that the pattern above may match."""
_SUMMED = re.compile("(?:总计|共计|合计|总共|共)达$")
_AHEAD = re.compile("力争|争取|努力|确保|今年|全年|年底|年内|到20|将|计划|新增|新建")
_RULES = re.compile(
    "(?:申报|评选|参评|推荐|准入|入选|认定|申请|报名|资格)(?:条件|要求|范围|标准|名额|办法|程序|材料)|名额分配"
    "|(?:补贴|补助|奖励|收费|处罚)标准|资格条件|罚则"
)
"""Titles above conditions and not above work."""
_SAYS_MORE = re.compile("[,，。;；][^,，。;；]{2}|[0-9]%|[0-9]{2}|^(?:稳步|逐步|及时)?(?:提高|落实|调整|上调|统一)")
"""A sentence with a figure, or work on a standard, is no heading above conditions: 提高补助标准."""
_CRITERIA = re.compile(
    "(?!完善|健全|制定|建立|严格|统一|加强|强化|优化|明确|提高|细化|落实|规范|修订|推进|提升|执行|开展|做好|改进|创新|主要|目标)[^,、;。:]{0,16}?"
    "(?:(?:复核|考核|评价|评估|验收|认定|评分|评定)内容|(?:核查|检查|抽查|复核|考核|评价|评估|验收|认定|评分|监察|审查|评定)(?:标准|方法|等级)"
    "|(?:等级|结果|预警|响应|绩效)(?:划分|评定|分级)|(?:分级|评分|计分|储备|配置|配备)标准|(?:评分|计分)办法|(?:试点|基本|入库|准入|创建|许可|运行|享受|支持)条件"
    "|(?:指标|技术|工况|排放|运输|采样|精度)要求|(?:监测|采样|检查)频次|质量控制|质控(?:措施|要求)|(?:分配|核算|计算|评分)(?:方法|方式)|(?:投资|资金)(?:估算|测算|匡算|概算)"
    "|(?:适用|纳入|调查|监测|核查)范围|(?:检查|复核|监察|核查)对象|指标解释)"
)
"""Whole titles of parts that say by what something is judged, measured or chosen: 复核内容, 等级划分, 质量控制; but 完善评价标准
is work, and under 检查内容 may stand how many are to be checked."""
_LONGEST_CRITERIA = 24
_CRITERIA_ENDS = frozenset("容准法级分定件求次制施式算围象释")
"""The last characters of such titles."""


_SORTED = re.compile(
    r"(?:二氧化碳当量|标准煤|[一-鿿]{0,4})(?:\([^()]{0,24}\))?(?:及?以上)?的[一-鿿]{0,8}?(?:单位|企业|用户|机组|场所|机构)(?=[,。;、]|纳入|应|要|须|按|由|实[施行]|开展|进行)"
)
_REACHED = re.compile("(?:达到?|超过?|大于|高于|不低于|不少于)$")
"""Whom a rule concerns: 年排放量达到2.6万吨的单位纳入管理; but 建成产值达到5亿元的企业10家."""


def only_rules(title: str | None) -> bool:
    """Whether what stands under a title asks and grants, and promises nothing: 申报条件, 名额分配, 补贴标准."""
    if title is None or _SAYS_MORE.search(title):
        return False
    return _RULES.search(title) is not None or gives_criteria(title)


def gives_criteria(title: str | None) -> bool:
    """Whether a part only says by what something is judged, measured or chosen: 复核内容, 等级划分, 监测频次."""
    if not title or title[-1] not in _CRITERIA_ENDS or len(title) > _LONGEST_CRITERIA:
        return False
    return _CRITERIA.fullmatch(title) is not None


def is_condition(clause: Clause, said: str, *, first: bool, listed: bool) -> bool:
    """Whether a figure is one of a rule (给予100万元奖励, 推荐名额不超过2个) or of a description (老年人口达85万人).

    :param said: the words of the sentence before the figure, or their end
    :param first: whether no other figure before it in the sentence is a target
    :param listed: whether the figure before it in the sentence is a condition: what is bound in the same row is one too
    """
    before = clause.before.rstrip()
    ruled = not meets_a_need(clause, before) and _RULE.search(clause.text, clause.left, clause.right) is not None
    return (
        ((ruled or clause.quantity.unit in _TIMES) and (_is_granted(clause, before, said) or _is_asked(clause, before)))
        or (first and _is_told(before))
        or (listed and _goes_on(before))
        or (before.endswith(_REACHES) and _is_of_people(clause, before))
        or (_SORTED.match(clause.after) is not None and _REACHED.search(before) is not None)
        or is_norm(clause, said)
    )


def _is_granted(clause: Clause, before: str, said: str) -> bool:
    """Whether the figure is a sum, rate, norm or rhythm that a rule fixes: 给予100万元奖励, 每季度召开1次."""
    q, after = clause.quantity, clause.after
    if _STANDARD.match(before) and _GRANTED.search(said):
        return True  # 发放补助金，标准不低于每人500元
    if q.unit in _TIMES and _TAUGHT.search(before):
        return True
    if "每" in before or _NORM.search(before):
        words = PER.sub("", before)
        if _NORM.search(words) or (q.kind != "percent" and _EACH_PLACE.search(words)):
            return True
    if q.kind in ("money", "percent"):
        granted = (_GRANTED.search(after) and not (_ALLOTTED.search(before) and "资金" in after)) or (
            _GRANTED.search(before) and not before.endswith(_HANDED_OUT) and read_head(clause).verb not in PREDICATES
        )
        return bool(granted or _GRANT.search(before) or _GRANT.search(after))
    return q.unit in ("次", "场", "期", "学时", "课时") and bool(_RHYTHM.search(before))


def _is_asked(clause: Clause, before: str) -> bool:
    """Whether the figure is a quota, a fee, a mark, a threshold or what papers must hold."""
    if not _LIKELY.search(before):
        return False
    bound = _BOUND.search(before) is not None or clause.quantity.suffix is not None
    if _PAPERS.search(before) or (clause.quantity.kind == "money" and _FEES.search(before)):
        return True
    if _QUOTA.search(before) and (_AT_MOST.search(before) or _ALLOTS.search(before)):
        return True
    return _MARKS.search(before) is not None or (bound and _TECHNICAL.search(before) is not None)


def _is_told(before: str) -> bool:
    """Whether the sentence only counts what there is: 违规项目总计达1亿千瓦."""
    return before.endswith("达") and _SUMMED.search(before) is not None and not _AHEAD.search(before)


def _is_of_people(clause: Clause, before: str) -> bool:
    counted = clause.quantity.kind != "percent"  # 公办幼儿占比达50% is wanted
    return counted and "每" not in before and not clause.after.strip() and _PEOPLE.search(before) is not None


def _goes_on(before: str) -> bool:
    """Whether a bound figure stands in a row of conditions: …不低于18%、综合电耗不高于100千瓦时."""
    return _BOUND.search(before) is not None and not (
        COMMITS.search(before) or _WHOLE.search(before) or _AHEAD.search(before)
    )
