"""Figures of norms: what one plant, laboratory or applicant must keep to, which cases a rule is about, when an alarm is given,
how the quality of data is told, and what is allotted by quota. Ministries write them into notices and plans beside targets."""

import re

from kjplan.extraction.figures.clauses import Clause
from kjplan.extraction.figures.verbs import ACTIONS
from kjplan.extraction.tables import by_first, joined, words
from kjplan.late import late

_WHO = "(?:地区|城市|区域|省份?|市县?|县区?|村庄?|乡镇|单位|企业|项目|场所?|站|机组|锅炉|机构|园区|用户|设施|车辆|机械|行业|集团|小区|产品|人员|工序|案件|事项|合同|纳税人)"
_CASE = re.compile(
    r"(?:[一-鿿]{0,6}(?:\([^()]{0,24}\))?)的(?:,|[:;](?!$))"
    rf"|[一-鿿]{{0,8}}的[一-鿿]{{0,8}}?{_WHO}(?:,|应当?|须|可以?|予以|给予|实[施行]|进行|暂停|不得|不予|必须|优先|按|由)"
    r"|[一-鿿]{0,4}的(?:为|应当?|须|予以|给予|不得|不予|按|可|由|视为|扣|得|加(?![油工固气氢盟装密])|减(?![灾排税]))"
)
"""What makes of the words before it a case: 超过20%的，…; 低于50%的地区予以…; 90分以上的为…."""
_BOTH = re.compile("(?:且|并且|或者?|、)[^,;。]{2,24}的(?:,|[;。]|企业|项目|单位|家庭|可|予以|不予|应)")
"""税收达到500万元且亩均税收不低于20万元的，优先保障: the first of two marks of one case."""
_IN_A_ROW = late(rf"、[^,;。、]{{2,20}}的[一-鿿]{{0,8}}?{_WHO}(?:,优先|优先|列入|纳入|应当?|须|实[施行]|进行)")
"""规模500人以下、日处理量低于20吨的村庄，优先采用…: the first of two marks of the same case."""
_DONE_TO = (*ACTIONS, "达到", "超过", "覆盖")
"""A verb makes of the case an object: 覆盖80%以上的大城市."""
_COMPARED = re.compile(
    "(?:达到?|超过|高于|低于|大于|小于|少于|多于|不足|不满|不低于|不少于|不小于|大于等于|小于等于|占)[^,;。0-9]{0,10}$"
)
_FOR = late(
    r"(?:^|[。;])\s{0,4}(?:\(?[0-9一二三四五六七八九十]{1,3}[).、]\s?)?对(?![接标照口外内应策比])[^,。;]{0,80}$"
)
_GIVEN = late(
    "[^,。;]{0,80}?的(?:[^,。;]{0,16},[^。;]{0,24}?(?:给予|予以|奖励|奖补|补助|补贴|资助|贴息|支持|减免|一次性|最高)|[^。;]{0,160}?,(?:分别|再|一次性)?(?:给予|予以)[^,。;]{0,24}?(?:奖励|奖补|补助|补贴|资助|扶持|支持|指标|元))"
)
"""To whom something is granted: 对完成投资3000万元以上兴建码头、完成投资600万元以上兴建泊位的企业，分别给予补助."""
_THEN = re.compile(
    r"(?:应当|须|必须|不得)(?=[一-鿿]{2})|[^。;0-9]{0,10}(?:方可|方能|才能|才可|才予)|的?,?(?:得|扣|加|减)[0-9.]{1,4}分|的?,?不得分"
)
"""What only then is allowed, and what marks it earns: 达到80%以上方可申请; 达到90%得10分."""
_WHEN = re.compile("[^,;。0-9]{0,4}时(?:,|(?:立即|停止|禁止|必须|应|须|要|每|启动|由|可|实行|方))")
"""浓度超过0.8毫克时立即停工."""
_IF = late(
    r"(?:如果?(?![期下实约何同皋东意])|若(?!干)|一旦)[^,;。]{0,30}(?:达到?|超过|高于|低于|大于|小于|少于|多于|不足)[^,;。0-9]{0,6}$"
)
_SO = re.compile(r"[^,;。0-9]{0,6},(?:则|应当?|须|必须|需|可以?|要|将|由|不得|不予|予以|及时|立即)")
"""如受理案件超过100件,应当及时报告: a condition."""
_ALARM = re.compile(
    "(?:预警|应急响应|应急管控|重污染天气)期间|启动[^,;。]{0,10}(?:预警|响应)|(?:预警|响应)(?:分级|标准|条件)"
)
_EQUIPPED = re.compile(
    "(?:机构|企业|单位|公司|人员|项目|装置|系统|设备|设施|机组|锅炉|炉|加油站|电站|场站|厂|车间|仓库|现场|仪器|车辆|船舶|实验室|生产线|场)"
    "[^,;。]{0,8}?(?:应当?|须|必须|需|要)(?:至少)?(?:有|具[有备]|配备|采用|选[用择]|设置|符合|满足|安装)"
)
"""What each must have; figures bound behind it in the sentence are its norms: 检测机构应当有固定场所，人员不少于5名."""
_AHEAD = re.compile("全[市省县区国州旗]|力争|争取|确保|全年|年底|年内|到20|新增|新建|累计|总[数量]|完成|实现")
_RATE = re.compile("率[^,;。0-9]{0,6}$")
"""A rate is of all of them: 电站应当安装监测设施，联网率达到100%."""
_BOUND = re.compile(
    "(?:不[低少高大多小]于|不[得应]?超过|不[应宜得能][低少高大小]于|最多|至多|至少|控制在|低于|小于|大于|高于|达到)$"
)
_BOUND_ENDS = frozenset("于过多少在到满足")
"""The last characters of these."""
_LEVEL = r"(?![^,;。0-9]{0,12}(?:率|比例|达标|覆盖))[^,;。0-9]{0,12}(?:不[低少高大多小应得宜]|超过|[大高低小]于|控制在|保持在|达到|为|至少)[^,;。0-9]{0,16}$"
_PLANT = late(
    "(?:(?:排放|出水|出口)浓度|(?:出水|出厂水|排水|尾水)[^,;。0-9]{0,6}(?:COD|氨氮|总[磷氮]|BOD|浊度|余氯|悬浮物)|亩播量|播种量|用种量|亩施[^,;。0-9]{0,6}|株距|行距|(?:废水|废气|烟气|污水|尾水)(?![^,;。0-9]{0,10}进水)[^,;。0-9]{0,14}浓度|浓度限值|排放限值|排放速率|风速|(?:炉膛|出口|入口|烟气|测量|发酵|设定|室内|库房)温度|(?:相对|空气|库房)湿度|照度|停留时间|碘值|宽度|厚度|净高|坡度|埋深"
    "|围挡高度|围栏高度|护栏高度|设施高度|(?:烟囱|排气筒)高?度?|(?:防护|安全|卫生)距离|间距|噪声|分贝|剂量率?|液阻|压差|水深|零?漂移|误差|偏差|漏查率"
    "|差错率|错误率|错报率|漏报率|误差率|偏差率|土壤湿度|重复率|平行样品?(?:比例)?|捕获率|硫含量|含硫量|灰分|热值|基准值|排放因子|缺省值|热功率|燃耗|生态流量|下泄流量|限产比例|混凝土强度|安全系数)"
    + _LEVEL
)
"""What is asked of a plant, a fence or a measurement, and not of a region: 炉膛温度不低于850℃; but 噪声达标区覆盖率达到85%, 噪声降低5
分贝 are wanted."""
_ONE = late(
    "(?:(?:去除|净化|收集|除尘|转换|传输)效率|去除率|容积率|建筑密度|(?:接种|用药|检验|检测|例检|轮换|采样|监测|施药)间隔|(?:检定|检验|校准|换证)周期|距离|(?:缴存|缴费)比例|(?:扣除|抵扣|抵免)比例|资本金比例|首付款?比例|贷款价值比|配套(?:资金)?比例|(?:吨水|单位|每吨)投资|运行(?:费用|成本)|处理成本|注册(?:资本|资金)|子项目)"
    "[^,;。0-9]{0,8}(?:不[低少高大多小]于|不得?超过|[大高低小]于|控制在|(?<=比例)为)$"
    "|(?:设施|装置|机组|单线|单体|单机|单套)(?:建设|处理|设计)?(?:规模|容量|能力)(?:原则上|一般)?(?:应当?|须|不宜|原则上)[^,;。0-9]{0,8}$"
    "|(?:编制|职数|样品(?:数量?)?|单[套户场店站][^,;。0-9]{0,10})(?:不[低少高大多小]于|不得?超过|控制在)$"
    "|(?:配建|配置|设计|用地|供地|占地)(?:标准|指标|规模|面积)(?:原则上|一般)?[^,;。0-9]{0,4}(?:不[低少高大多小]于|不得?超过|控制在)$"
    "|(?:参会|与会|参展)(?:人员|人数|代表)[^,;。0-9]{0,6}$|(?:会议|活动|接待)(?:经费|费用)(?![^,;。0-9]{0,8}[压减降缩])[^,;。0-9]{0,10}$"
    "|(?:投资|资金)(?:总?需求|估算|概算|匡算)[^,;。0-9]{0,6}$|(?:经费|资金|费用)由[^,;。0-9]{0,12}$|(?:间接费用?|管理费用?|工作经费|劳务费)(?:的?比例|占比)?[^,;。0-9]{0,4}(?:不[低少高大多小]于|不得?超过|控制在)$|(?:食宿|住宿|伙食|差旅)标准[^,;。0-9]{0,4}(?:不[高大多]于|不得?超过|控制在)$|(?:[利费税]率|容忍度|差值)[^,;。0-9]{0,4}(?:不[低少高大多小]于|不得?超过|为|[上下]浮不超过)$|(?:加价|差价|电价|气价|水价|热价|运价|起付线|起付标准|封顶线|缴费标准|缴费基数|免赔额|票价|租金|单价|(?:补[助贴]|奖励|收费|资助|支付)标准)[^,;。0-9]{0,4}(?:不[低少高大多小]于|不得?超过|为)$"
)
"""What is asked of one plant or purse, where it is bound, and what work may cost: 去除效率不低于80%; but 运行成本降低10% is wanted."""
_ELIGIBLE = re.compile(
    "(?:申报|申请|参评|投标|报名)(?:单位|企业|主体|机构|人)[^,;。]{2,24}(?:不[低高少多]于|不?超过)$|(?:对象|申请人|申请家庭|申请者|参赛者|报名者|应聘者|考生)[^,;。0-9率]{0,16}(?:[低高]于|不[低高少多]于|不?超过|不满|不足)$"
)
"""Who may have something: 保障对象人均住房面积低于15平方米."""
_LONG = re.compile("(?:长度|高度|深度|直径|半径|口径|间隔|跨度|进深)[^,;。0-9]{0,4}(?:不[低少小高大]于|不得?超过)$")
_APART = re.compile("(?:间隔|相隔)(?:时间|天数)?(?:应当?|必?须)?(?:不[低少小]于|至少)$")
_TIMES = ("天", "日", "周", "个月", "小时")
"""How long one deed waits for the next: 两剂间隔不少于28天; but 发车间隔不超过10分钟 is wanted."""
_SHORT = ("米", "厘米", "毫米")
"""How long a thing is, where a region's would be counted by the kilometre: 水带长度不少于60米."""
_ROOM = re.compile("面积(?:应当?|必?须)(?:不[低少小高大多]于|不得?(?:[低少小高大多]于|超过))$")
_LARGEST_ROOM = 2000
"""How large a room must be: 场地面积应不小于300平方米."""
_FITTED = late(
    r"(?:藏书量?|图书|报刊|座位数?|座席数?|阅览席|床位数?|药品|电脑|计算机|器材|桌椅|(?:使用|建筑|场地|室内|馆舍|业务用房)面积)[^,;。0-9率]{0,6}(?:不[低少]于|至少|应达到)"
)
"""What one library, hall or pharmacy is fitted with, where several such bounds stand in a row: 藏书不少于900册，座位不少于30个."""
_MUST = re.compile("(?:应当?|必?须)不[低少小]于$|不得[低少小多高大]于$")
_FEW = 20
_WEIGHED = ("克", "毫克", "毫升")
"""Units of what is weighed and dosed; what people eat of it may be wanted less (人均每日食盐摄入量不高于5克)."""
_BEST = re.compile(
    "(?:优秀|优良|良好|先进|A级|B级|一等)[^,;。]{0,10}?(?:比例|数量|名额|人数|总数|学员|单位|企业|等次|集体|个人)?"
    "[^,;。]{0,6}(?:不超过|不多于|不高于|控制在|不得超过)[^,;。0-9]{0,8}$"
)
"""How many may be called good: 优秀比例不超过20%, A级企业数量不超过总数的10%."""
_QUOTA = re.compile(
    "(?:配额(?:总量|数量)?|(?:有偿分配|抵销|抵消|储备)比例|(?:减排|修正|调整|折算)系数)(?!清缴|履约|完成)[^,;。0-9]{0,8}"
    "(?:为|占|共|不超过|不得超过|不高于|是)[^,;。0-9]{0,10}$"
)
_EFFECT = re.compile(
    "(?:建成|投产|达产|投用|运营|实施|竣工|完工)(?:达产|投产|投用|运营)?之?后,?[^。;]{0,30}?"
    "(?:可(?!持续|再生)|预计|将(?!军)|(?<![功性产职智潜节动热电核])能(?![源力耗效级]))|(?:^|[,;])该(?:项目|工程|做法|经验|模式|案例)"
)
"""What a project is said to bring or to be: 项目建成后，年可实现产值20亿元; 该项目年处理能力达到30万吨; but 建成后，加强能源管理 is work."""
_QUOTED = re.compile("(?:国家|》)(?:中?明确)?(?:要求|提出|规定|明确),?(?:到|在|各|全国)")
"""What another document asks: 国家要求到2025年…, 《规划》提出，到2025年…."""
_KEEPS_TO = re.compile("(?:按照?|根据|依据|对照|落实|围绕|贯彻)[^,;。]{0,40}$")
"""What says before such words that this one asks the same: 按照国家要求，到2025年…."""
_PROMISED = re.compile("力争|争取|确保|今年|年内|计划(?!》)")
"""What says that a figure is a promise after all: 该项目今年完成投资5亿元."""
_OURS = late(rf"{_PROMISED.pattern}|我[市县省区]|本[市县省区]|全[市县省区]")
"""The same behind what others ask: 国家要求…，全市达到30%."""
_FINED = re.compile("[^,;。]{0,14}(?:罚款|罚金|滞纳金)")
_SCORED = re.compile("满分|总分|分值|计分|得分(?!(?:力争|争取|确保|达到|保持))|评分|百分制")
"""集体满分100分，查办案件占40%: how marks are made up."""
_ISSUED = re.compile("(?:此次|本次|现|提前)下达")
"""此次下达资金3亿元，其中项目法安排4000万元: granted already."""
_HINT = re.compile(
    by_first(
        words(
            "宽度 厚度 净高 坡度 埋深 浓度 限值 速率 效率 去除率 风速 温度 湿度 照度 停留 碘值 高度 烟囱 排气筒 距离 间距 噪声 分贝 剂量 液阻 压差 水深 移 间隔 播 用种 亩施 株距 行距 COD 氮 磷 BOD 浊度 余氯 悬浮物 误差 偏差 漏查 差错 错报 漏报 湿度 错误率 "
            "重复率 标准 用地 占地 编制 职数 样品 单套 单户 单场 单站 单店 参会 与会 参展 会议 活动 接待 平行样 捕获率 硫 灰分 热值 基准值 因子 缺省 热功率 燃耗 流量 资本 配套 投资 费用 成本 注册 限产 抽样 强度 系数 优 良 先进 "
            "A级 B级 一等 配额 比例 规模 容量 能力 资金 经费 子项目 利率 费率 税率 容忍度 差值 食宿 住宿 伙食 差旅 容积率 密度 周期 起付 封顶 缴费 免赔 票价 租金 单价 加价 差价 电价 气价 水价 热价 运价"
        )
    )
)
"""Without one of these before the figure the tables of what is asked need not be tried."""


_SIGNS = re.compile(
    by_first(
        [
            *words("百分制 建成后 要求 提出 规定 明确 预警 响应 应急 重污染 下达 分值"),
            *joined("产用营施工", "后"),
            *joined("该", "项工做经模案"),
            *joined("满总计得评", "分"),
        ]
    )
)
"""Without one of these the sentence before the figure is about none of the above."""
_GRADES = ("以上", "以下", "及以上", "及以下")
_FAR = 30
"""So many characters away from the figure such words may stand."""


_SHIFTS = ("上浮", "下浮", "浮动", "加收")
_LEAVE = re.compile("[上下]限[^,;。]{0,14}(?:提高|放宽|上调|调整|下调|降低)[到至为] ?$")
"""How far leave goes: 配套用地占比上限由7%提高到15%."""
_PRICED = re.compile(
    "(?:按照?|以)[^,;:。0-9]{0,16}(?:价格?|费率|费用|标准|基础上|为基准)[^,;:。0-9]{0,4}(?:上浮|下浮|浮动|加收)$"
)
"""What a tariff is reckoned by: 低谷电价按平段电价下浮40%; but 物流成本降低10% is wanted."""
_ARTICLES = re.compile("(?:具体)?(?:措施|意见|规定|政策|举措|办法|禁令|要求|决定|细则)(?:[,;。、和及]|$)")
_KEPT = re.compile("(?:落实|贯彻|执行|遵守|按照|对照|依据|根据)[^,;:。]{0,40}$")
"""How many articles a paper has that is gone by: 落实省局优化服务18条措施; but 推出惠民措施18条."""
_WEATHER = re.compile(
    "(?:台风|热带气旋|寒潮|冷空气|沙尘(?:暴|天气)?|强对流(?:天气)?|暴雨(?:过程)?|高温(?:日数|天数)|降[雨水雪]量?|气温|洪水|汛情)(?:的?(?:个数|数量|次数|场次))?(?:有|为|约|达到?|共|可能|偏[多少高低]|较常年)$"
)
"""What is forecast and nobody plans: 登陆的台风有4～5个."""
_WEATHER_ENDS = frozenset("有为约达到共能多少高低年")


def is_norm(clause: Clause, said: str) -> bool:
    """Whether a figure is one of a norm.

    :param said: the words of the sentence before the figure, or their end
    """
    q = clause.quantity
    before = clause.before.rstrip()
    behind = clause.text[q.end : q.end + _FAR]
    return (
        ("的" in behind and _is_case(clause, before, behind))
        or _THEN.match(behind) is not None
        or ("对" in said and _FOR.search(said) is not None and _GIVEN.match(clause.text, q.end) is not None)
        or ("时" in behind and _WHEN.match(behind) is not None and _COMPARED.search(before) is not None)
        or (_SO.match(behind) is not None and _IF.match(before.lstrip()) is not None)
        or (q.unit == "倍" and _FINED.match(behind) is not None)
        or (q.unit == "%" and before.endswith(_SHIFTS) and _PRICED.search(before) is not None)
        or (q.unit == "条" and _ARTICLES.match(behind) is not None and _KEPT.search(before) is not None)
        or (before[-1:] in _WEATHER_ENDS and _WEATHER.search(before, max(0, len(before) - _FAR)) is not None)
        or (_SIGNS.search(said) is not None and _is_told_before(clause, said))
        or ("限" in said and _LEAVE.search(said) is not None)
        or ("启动" in behind and _ALARM.search(behind) is not None)
        or (_HINT.search(before, max(0, len(before) - _FAR)) is not None and _is_asked_of_one(before))
        or _is_equipment(clause, before, said)
        or (before[-1:] in _BOUND_ENDS and _is_bound_of_one(clause, before, said))
    )


def _is_bound_of_one(clause: Clause, before: str, said: str) -> bool:
    """Whether a bound says who may have something, how a thing, a room, a team or a dose must be, or what one place is fitted with."""
    return _ELIGIBLE.search(before) is not None or _is_small(clause, before) or _is_fitting(clause, before, said)


def _is_told_before(clause: Clause, said: str) -> bool:
    """Whether the sentence is about an alarm, about sums that are handed out, what a project will bring, what others ask, or how
    marks are made up."""
    q = clause.quantity
    if q.kind == "money" and _ISSUED.search(said):
        return True
    if (m := _EFFECT.search(said)) and not _PROMISED.search(said, m.end()):
        return True
    if (m := _QUOTED.search(said)) and not (_KEEPS_TO.search(said, 0, m.start()) or _OURS.search(said, m.end())):
        return True
    return _ALARM.search(said) is not None or (
        (q.kind == "percent" or q.unit == "分") and _SCORED.search(said) is not None
    )


def _is_asked_of_one(before: str) -> bool:
    if "样品" in before and _AHEAD.search(before):
        return False  # 全年检测样品不少于900个
    return any(pattern.search(before) for pattern in (_PLANT, _ONE, _BEST, _QUOTA))


def _is_equipment(clause: Clause, before: str, said: str) -> bool:
    """Whether the figure binds what each must have: 检测机构应当有固定场所，人员不少于5名."""
    if clause.quantity.suffix is None and (before[-1:] not in _BOUND_ENDS or not _BOUND.search(before)):
        return False
    return _EQUIPPED.search(said) is not None and not (_RATE.search(before) or _AHEAD.search(before))


def _is_fitting(clause: Clause, before: str, said: str) -> bool:
    """Whether a bound is one of a row that says what one place is fitted with, and nothing says that all together are meant."""
    if _FITTED.search(before[-_FAR:]) is None:
        return False
    behind = clause.text[clause.quantity.end : clause.quantity.end + _FAR].partition("。")[0]
    return len(_FITTED.findall(said + behind)) > 1 and _AHEAD.search(said + behind) is None


def _is_small(clause: Clause, before: str) -> bool:
    """Whether a bound is one of a thing, a room, a team or a dose: 水带长度不少于60米, 场地面积应不小于300平方米, 应不少于7人, 留样不少于125克."""
    q = clause.quantity
    if q.unit in _TIMES:
        return _APART.search(before) is not None
    if q.unit in _SHORT:
        return _LONG.search(before) is not None
    if q.unit in ("平方米", "平米", "㎡"):
        return q.value < _LARGEST_ROOM and _ROOM.search(before) is not None
    if q.unit in ("人", "名", "位"):
        return q.value <= _FEW and _MUST.search(before) is not None
    return (
        q.unit in _WEIGHED
        and not before.endswith("控制在")
        and _BOUND.search(before) is not None
        and "摄入" not in before
        and "人均" not in before
    )


def _is_case(clause: Clause, before: str, behind: str) -> bool:
    """Whether the figure tells which cases a rule is about: 超过20%的，…; 90分以上的为优秀."""
    graded = clause.quantity.suffix in _GRADES and not before.endswith(_DONE_TO)
    if _CASE.match(behind):
        return graded or _COMPARED.search(before) is not None
    if _BOTH.match(behind) and _COMPARED.search(before):
        return True
    return graded and _IN_A_ROW.match(behind) is not None
