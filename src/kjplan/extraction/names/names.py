"""Tables and patterns of the names of bodies and areas, narrow on purpose: what they miss is not judged.

No mark shows where a Chinese name begins. So a name is told by its end (局, 高新区), and the words before that end are taken
in as far as the tables know them.
"""

import re
from collections.abc import Iterable, Iterator

from kjplan.extraction.names.body_ends import NOT_AFTER, not_behind, whole_end
from kjplan.extraction.tables import by_first, one_of, words
from kjplan.late import late

LONG_PLACES = words(
    "黑龙江 内蒙古 石家庄 呼和浩特 哈尔滨 乌鲁木齐 秦皇岛 张家口 葫芦岛 齐齐哈尔 佳木斯 牡丹江 七台河 双鸭山 连云港 马鞍山 景德镇 平顶山 三门峡 驻马店"
    " 张家界 防城港 攀枝花 六盘水 嘉峪关 石嘴山 克拉玛依 吐鲁番 鄂尔多斯 呼伦贝尔 乌兰察布 巴彦淖尔 海拉尔 西双版纳 日喀则 大兴安岭"
)
PROVINCES = words(
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾"
)
"""Those whose names end in 省."""
_NOT_A_CITY = words(
    "报送 提请 上报 直辖 行政 要求 指导 承担 省市 市县 指定 确定 会同 支持 督促 配合 协助 推动 由地 自治 同级 当地 其他 所在 委托 授权 提交 移交 协调 实行 实施 落实 现有 原有 成立 设立 组建 建立 发挥 体为 人为 位为 门为 者为 均为 分为 作为 改为 成为 定为 列为 名为"
)
"""Two characters before 市, 县 or 区 that are no place's."""
PLACE = (
    rf"(?:(?:{one_of(LONG_PLACES)})(?:自治区|自治州|省|市|县|区)|(?:{one_of(PROVINCES)})省"
    rf"|(?!{one_of(_NOT_A_CITY)})[一-鿿](?![全本各我该委])[一-鿿](?<![向由对将把与等以上各地特径报])(?:市(?<![和及商]市)|县|区))"
)
"""郑州市, 海拉尔区: a place has two characters before 市, or is listed."""
_LEVEL = "(?:国家|自治[区州县旗]|(?<![全本各我该辖政特治])[省市区县州])"
_REGIONS = (*PROVINCES, *words("北京 天津 上海 重庆 内蒙古 广西 西藏 宁夏 新疆"))
_EACH = r"各[省市州县区旗盟镇乡、()]{0,6}[省市州县区旗盟镇乡)]"
"""各市州, 各县、区, 各市(州): each body of some levels."""

_CORES = words(
    "发展和改革 发展改革 发改 工业和信息化 经济和信息化 工信 经信 科学技术 科技 教育 财政 公安 民政 司法 "
    "人力资源和社会保障 人力资源社会保障 人社 自然资源和规划 自然资源 国土资源 生态环境 环境保护 "
    "住房和城乡建设 住房城乡建设 住建 交通运输 水利 水务 农业农村 农业 商务 文化广电和旅游 文化和旅游 "
    "文广旅 文旅 卫生健康 卫生计生 卫健 退役军人事务 退役军人 应急管理 应急 审计 市场监督管理 市场监管 "
    "统计 林业和草原 林业 林草 医疗保障 医保 国资 国有资产监督管理 城市管理 大数据管理 大数据 "
    "地方金融监督管理 金融工作 金融 体育 信访 税务 药品监督管理 药监 知识产权 外事 机关事务 "
    "粮食和物资储备 能源 民族宗教 民宗 广播电视 气象 邮政管理 邮政 民航 铁路 文物 中医药 乡村振兴 扶贫 "
    "行政审批 政务服务 数据 园林 房管 规划 侨务 投资促进 招商 政务服务和大数据管理 网信 国防科工 物流口岸 "
    "人防 地震 档案 国际发展合作 国家安全 外交 "
    "质检 质量监督检验检疫 质量技术监督 工商行政管理 工商 监察 国土 环保 铁道 城建 文化 卫生 旅游 新闻出版 新闻 法制 物价 海洋 测绘 畜牧 农牧 "
    "农林 渔业 煤矿安监 煤矿安全监察 安全监管 安全生产监督管理 电力监管 银行保险监督管理 证券监督管理 交通 口岸 港澳事务 台湾事务 "
    "社会工作 营商环境 营商环境建设 民营经济 中小企业 消防救援 疾病预防控制 疾控 城市综合执法 综合执法 园林绿化 绿化市容 保密 机构编制 "
    "政数 政务数据 银保监 证监 金融监督管理 金融监管 通信管理 住房城乡建设管理 住房和城乡建设管理 经贸 教体 教育体育 城管 城管执法 海事"
)
_FIXED = words(
    "国务院办公厅 国务院国资委 人民银行 银保监会 证监会 金融监管总局 海关总署 国家自然科学基金委 "
    "最高人民法院 最高人民检察院 总工会 妇联 科协 残联 工商联 团市委 团省委 "
    "供销社 电监会 银监会 保监会 铁路总公司 国家邮政局 国家铁路局 国家民航局 国家能源局"
)
_ORGANS = words("委员会 总局 总署 部 委 局 厅 署 办公室 办")
_ORGAN = "|".join(map(whole_end, _ORGANS))
DEPARTMENT = rf"(?:{PLACE}|{_LEVEL})?(?:(?:{one_of(_CORES)})(?:{_ORGAN})|{one_of(_FIXED)})"
"""市科技局, 郑州市科学技术局, 工业和信息化部, 海关总署; not 教育部门, 科技办法."""

_NOT_A_PLACE = words(
    "推动 推进 支持 指导 鼓励 引导 加快 依托 围绕 建设 发挥 深化 国家 省级 市级 我市 我省 各类 部分 重点 "
    "深入 打造 加强 促进 统筹 协调 强化 带动 利用 聚焦 对接 整合 托管 规划 创建 争创 申建 综合 全市 全省 "
    "全球 亚太 日韩 东盟 标准 特殊 资源 油气 心城 所在 其他 现有 一个 开展 为重 城市 老城 中心 城乡 新建 现代 产业 科技 示范 传统"
)
_ZONE = "高新区|高新技术产业开发区|经开区|经济技术开发区|经济开发区|航空港区|航空港实验区|自贸区|综保区|保税区"
_TRADE_ZONES = words("综合保税区 自由贸易试验区")
_TRADE_ZONE_PLACE = f"(?:{one_of((*LONG_PLACES, *_REGIONS))})"
"""What stands before the full name of such a zone is seldom a place: 支持综合保税区, 开展综合保税区."""
_ZONE_NAME = rf"(?:{one_of(LONG_PLACES)}|(?!{one_of(_NOT_A_PLACE)})(?![以由在对向与和及各])[一-鿿]{{2}}(?<![等级]))"
_DISTRICTS = r"区县\(市\)|县\(市[、,]区\)|县区|区县|市县|省辖市"
AREA = rf"各?(?:{_DISTRICTS})|各开发区|{_ZONE_NAME}(?:{_ZONE}|(?<!高)新区)|{_TRADE_ZONE_PLACE}?(?:{one_of(_TRADE_ZONES)})|{_ZONE}"
"""郑州高新区, 经开区, 郑东新区, 区县(市); not 自创区."""

ENDINGS: dict[str, tuple[str, ...]] = {
    "group": words("局机关各处室 机关各处室 局属各单位 各处室"),
    "department": _FIXED,
    "council": words("国务院 党中央 中共中央"),
    "institution": words("科学院 农业科学院 社会科学院 农科院 社科院 工程院"),
    "districts": words("区县(市) 县(市、区) 县(市,区) 县区 区县 市县 省辖市"),
    "zone": words(_ZONE.replace("|", " ")),
    "trade_zone": _TRADE_ZONES,
    "all_zones": ("开发区",),
    "new_area": ("新区",),
    "committee": words("委员会 领导小组 指挥部"),
    "organ": tuple(organ for organ in _ORGANS if organ != "委员会"),
    "government": words("人民政府 政府 人民政府办公厅 政府办公厅 人民政府办公室 政府办公室"),
}
"""What names end in, by kind of ending."""
_NOT_AFTER = {
    **NOT_AFTER, "国务院": "令", "政府": "性|采购|投资|购买|网|工作报告|令|债|专项|信息公开|门户|立法|规章|热线|开放|储备|引导基金",
    "市县": "[两三四]级|级|乡", "县区": "[两三]级|级",
}  # fmt: skip
"""What follows an ending's characters and makes another word of it: 部门, 委托, 政府投资."""

_AS_OTHER_WORDS = "部局办"
"""Endings of one character that other words have too: 干部, 布局, 举办."""

KIND_OF_ENDING = {ending: kind for kind, endings in ENDINGS.items() for ending in endings}


def _ending(ending: str, start: int) -> str:
    """The pattern of an ending from its character ``start`` on, those before it looked back at."""
    behind = f"(?<={re.escape(ending)})" if start else ""
    blocked = not_behind(ending, ending) if ending in _AS_OTHER_WORDS else ""
    return ending[start] + re.escape(ending[start + 1 :]) + behind + blocked + _AFTER.get(ending, "")


_AFTER = {ending: f"(?!{words})" for ending, words in _NOT_AFTER.items()}
ENDING = re.compile(by_first(_ending(ending, 0) for ending in sorted(KIND_OF_ENDING, key=len, reverse=True)))
HINT = re.compile(by_first(_ending(ending, len(ending) - 1) for ending in KIND_OF_ENDING))
"""The same told by their last characters, of which there are fewer: the quickest way to see whether any stands in a text."""
_LONGEST_ENDING = max(map(len, KIND_OF_ENDING))


def endings(text: str, hints: Iterable[int] | None = None) -> Iterator[re.Match[str]]:
    """What ``ENDING.finditer(text)`` gives, looked for from the last characters.

    :param hints: where what ``HINT`` finds ends, where that is known
    """
    at = 0
    for hint in [m.end() for m in HINT.finditer(text)] if hints is None else hints:
        if hint > at:
            end = ENDING.search(text, max(at, hint - _LONGEST_ENDING))
            if end is None:
                return
            at = end.end()
            yield end


AREA_ENDS = frozenset(
    ending[-1] for kind in ("districts", "zone", "trade_zone", "all_zones", "new_area") for ending in ENDINGS[kind]
)
"""The last characters of the names of areas."""

BEFORE: dict[str, re.Pattern[str]] = {
    "institution": re.compile(f"(?:(?:{one_of(PROVINCES)})?省|市|国家|中国)$"),
    "districts": re.compile("各$|(?<!个)$"),
    "zone": late(rf"{_ZONE_NAME}?$"),
    "trade_zone": late(f"{_TRADE_ZONE_PLACE}?$"),
    "all_zones": re.compile("各$"),
    "new_area": late(rf"{_ZONE_NAME}(?<!高)$"),
    "committee": late(
        rf"(?:{PLACE}|{_LEVEL})(?!域)(?:(?!成立|组建|设立|建立|调整|启动|承担|负责|委员会|局)[一-鿿]){{2,14}}$"
    ),
    "levelled": late(rf"(?<![一-鿿])(?:{PLACE}|[省市区县州])[一-鿿]{{1,8}}$"),
    "party": re.compile("[省市区县州]$"),
    "party_organ": re.compile("[省市区县州]委(?:组织|宣传|统战)$|[省市区县州]委$"),
    "government": re.compile(
        rf"(?:各级|各?省级|地方(?:各级)?|(?:设区的市级|[县市乡]级)(?:及?以上)?(?:地方)?(?:各级)?|各?地级以上市"
        rf"|(?:各|有关)?(?:省、自治区、直辖市|省\(区、市\)|县\([市、区]{{1,3}}\))|{_EACH}|{PLACE}|自治[区州县旗]|(?<![辖政特治])[省市区县州])$"
    ),
}
"""What must stand before an ending of that kind, to its left edge; endings of other kinds are whole names."""
LAST_BEFORE = {
    "organ": frozenset(core[-1] for core in _CORES),
    "government": frozenset("级方上市区州省县旗盟镇乡)"),
    "party": frozenset("省市区县州"),
    "party_organ": frozenset("委织传战"),
}
"""The last characters of what must stand before endings of some kinds: without one of them nothing need be searched."""
REACH = 18
"""No name reaches further back from its ending."""
REACHES = {
    "institution": 4,
    "districts": 1,
    "zone": 4,
    "trade_zone": 4,
    "all_zones": 1,
    "new_area": 2,
    "party": 1,
    "party_organ": 4,
}
"""What stands before an ending of these kinds is no longer than this; of the others it may be as long as ``REACH``."""
READINGS = {
    "委员会": ("organ", "committee"),
    "委": ("organ", "party"),
    "部": ("organ", "party_organ"),
    "局": ("organ", "levelled"),
    "厅": ("organ", "levelled"),
}
"""Endings of more than one kind: 发展和改革委员会 and 科技创新委员会, 发展改革委 and 省委, 科技部 and 市委组织部, 市科技局 and 市农机局."""
CORES = frozenset(_CORES)
"""What stands before the ending of a department."""
CORE_SIZES = sorted({len(core) for core in _CORES}, reverse=True)
PLACE_BEFORE = re.compile(rf"(?:{_EACH}|{PLACE}|{_LEVEL}|{one_of(_REGIONS)})$")
"""The place or level before a department's core."""
