"""Whether the subject of a duty in prose is surely a body: 省级水利部门, 各市(州)人民政府, 国家管网公司.

In a list, words that end as a body does are believed. In prose nothing shows where a name begins: 支持水利部门, 企业 and
项目单位 stand in the same place. So the whole of the words must be built as a name is: whose it is, what it is for, its kind.
"""

import re

from kjplan.extraction.names.body_ends import AUTHORITIES, end_of, ends_of
from kjplan.extraction.names.names import PLACE
from kjplan.extraction.names.unit_names import is_department
from kjplan.extraction.tables import one_of, words
from kjplan.late import late

_OWNERS = words(
    "国务院 国家 中央 全国 中国 中华全国 自治区 自治州 自治县 直辖市 省 市 县 区 州 盟 旗 乡 镇 乡镇 街道 街镇 镇街 地市 市县 区县 县区 各 有关 相关 其他 地方 当地"
    " 属地 所在地 事发地 事故发生地 灾害发生地 受灾地 当事地 本地 本级 同级 上级 下级 基层 军队 部队 各级 各地 各地区 省级 市级 县级 区级 乡级 镇级 州级 村级 地级 地市级 市县级 省市级 乡镇级"
    " 县级以上 地级以上 设区的市级 设区市级 设区市 以上 县级市 人民政府 政府 党委 党委和 、 和 园区 开发区"
)
_ASIDE = r"\((?:[省市县区州盟旗乡镇村、]|自治区|直辖市|自治州|街道|党组|党工委){1,6}\)"
_WHOSE = rf"(?:{PLACE}|{one_of(_OWNERS)}|{_ASIDE})"
"""Whose a body is: 县级以上地方各级, 各省、自治区、直辖市, 有关省(区、市)."""
_OF = rf"{_WHOSE}{{0,10}}"

_NEVER_FIRST = words(
    "支持 鼓励 引导 推动 推进 加强 加快 强化 建立 健全 完善 落实 明确 督促 要求 委托 授权 责成 指定 确定 设立 成立 组建 确保 发挥 依托 通过 根据"
    " 按照 以及 由 经过 报 向 与 在 从 把 将 被 使 让 请 送 为 并 或 以 按 包括 涉及 形成 打造 坚持 实行 实现 移交 移送 提交 提请 邀请 争取 接受"
    " 积极 充分 全面 切实 做好 抓好 开展 会同 配合 协助 下设 内设 没有 需要 必须 可以 不得 谁 全体 全员 个别 任何 牵头 责任 主办 协办 承办 组织实施"
    " 及时 立即 按时 主动 定期 转交 转办 通报 抄送 报送 报请 送交 上报 同步 规范 提升 提高 优化 深化 促进 构建 打击 严格 严厉 加大 扩大 制定 编制 培育 培养 拓展 巩固 营造 改善 排查 清理 整治 启动 召开 实施 做大 完成"
    " 压实 层层 各自 分别 共同 该 其 此 凡 若 因 所有 企业 项目 用人 业主 施工 第三方 龙头 骨干 领军 高校 单独 均 原则"
)
_VERB_WITHIN = "督促|要求|支持|指导(?![站组处科股室委办中])|推动|会同|由"
_NO_FIRST = rf"(?!{one_of(_NEVER_FIRST)}|经(?![信济贸发开委])|指导(?![站组处科委办中])|监督(?![管站所局处科检])|协调(?![小组办处科机中])|组织(?![部处科人委(])|如(?![皋东])|对(?!外)|本(?!溪)|发展(?![改和规研计战])|改革(?!办)|创新(?![办处中])|研究(?![院所室中处])|[一-鿿]{{1,5}}(?:{_VERB_WITHIN}))"
"""What no name begins with, and verbs that show a clause where a name should be: 市政府督促教育局."""
_KIND_ONLY = "(?:有关|相关|主管|职能|行业|业务|成员|责任|牵头|配合|上级|主要|各|其他|具体|内设|全|多|跨)"
_FIELD = rf"{_NO_FIRST}[一-鿿]{{2,10}}?(?:\([一-鿿、]{{1,16}}\))?"
"""What it is for: 生态环境, 防化业务, 住房城乡建设(排水、环卫); 有关 and 主管 alone say nothing of it."""
_AUTHORITY = rf"(?!{_OF}{_KIND_ONLY}{{0,4}}(?:部门|机关)){_OF}{_FIELD}(?:部门|机关)"

_GOVERNED = rf"(?:{_WHOSE}{{1,10}}|{_NO_FIRST}[一-鿿]{{2,8}}[省市县区州旗乡镇])"
_GOVERNMENT = rf"{_GOVERNED}(?:(?:人民)?(?:政府|法院|检察院)|党委|党工委|人大常委会|政协)"
_ONE_OF_ALL = one_of(
    words(
        "省 市 州 盟 县 区 旗 乡 镇 街 街道 村 社区 自治区 直辖市 园区 开发区 功能区 地区 地市 市县 区县 县区 乡镇 街镇 镇街 县级市 设区市 街道办 、"
    )
)
_PLACES = (
    rf"各(?:有关|相关|涉农|地级)?(?:(?:{_ONE_OF_ALL})(?:以上)?|\([省市县区州盟旗乡镇街道村社区、]{{1,8}}\)){{1,8}}|各地|各地区|(?![省市]){PLACE}"
    rf"|各(?:二级|教学)?(?:学院|院系|系部|院部|科室|处室|站所)(?:\([一-鿿、]{{1,6}}\))?|我[{AUTHORITIES}院]|(?:市|州|县|区|乡|乡镇|镇|村)\([市县区州盟旗乡镇街道村社、]{{1,8}}\)"
)


def _any(least: int, most: int) -> str:
    """Characters of a name that no table knows."""
    return rf"{_NO_FIRST}[一-鿿]{{{least},{most}}}"


_TOWN = words(
    "水利 水管 水务 财政 村建 城建 规划 国土 国土资源 自然资源 司法 派出 林业 农技 农机 农业 农经 经管 畜牧 兽医 防疫 计生 文化 广播 劳动保障 社保 民政 交管 交警 环卫 环保 市政 园林 城管 城监 综合执法"
    " 统计 审计 市场监管 工商 税务 供电 电力 公路 交通 安监 应急 消防 粮食 食药监 房管 拆迁 巡防 联防 治安 卫生监督 疾控 邮政 供销 气象"
)
_TOWN_FIRMS = words(
    "新能源 燃料 检修 置业 建工 路桥 港务 轨道 地铁 城建 交建 文旅 产投 环卫 保洁 自来水 供水 水务 污水处理 供电 电力 供热 热力 供气 燃气 天然气 公交 客运 移动 电信 联通 铁塔 广电 广电网络 邮政 烟草 盐业 城投 交投 水投 国投 文投 旅投 农投 城建投"
)
_FIRM_OFFICES = words(
    "战略 人力资源 财务 投资 工程 安全 生产 市场 运营 审计 法务 法律 党群 党建 综合 信息 采购 营销 资产 科技 技术 计划 经营 风控 风险"
)
"""What departments of a company are called after: 战略发展部, 综合管理部; 市场部 alone may be anything."""
_HOSPITAL = words("门诊 急诊 住院 医务 护理 药学 药剂 后勤保障 质控 院感 医保 体检 病案 科教 党群工作")
"""What departments of a hospital are called after that are no 科: 门诊部, 医务部."""
_NO_KIND = "(?![一-鿿]{0,4}?(?:一流|高水平|研究型|应用型|综合|地方|[部省市]属|所属|本科|高等|职业|民办|国有|国企|大型|国际|知名|名牌|多所|[几两]所))"
"""What makes of a school or company a kind of them: 省属大学, 国有集团公司."""
_NTH = "第[一二三四五六七八九十]{1,2}"
_NAMED = (
    rf"各?(?:镇|乡|街道|县|区)?(?:{one_of(_TOWN)})(?:[所站]|分局|中队|[支大总]?队)|(?:镇|乡|县|中心|乡镇)?(?:卫生院|敬老院|福利院|中心校|中心学校|中心小学)|(?:社区|村|镇|乡|街道)?(?:卫生|综合|便民|党群)服务站",
    rf"(?:{one_of(_TOWN_FIRMS)})(?:公司|集团)|{_any(2, 16)}有限(?:责任)?公司",
    rf"{_NO_FIRST}[一-鿿]{{2,3}}(?:街道(?:办事处|办)?|(?<![城小集色心制点级强名各乡])镇)|{_any(1, 6)}(?:业务|金融|管理|审批|保全|合规|推广|服务|技术|发展|运营|工作)部",
    rf"(?:{one_of(_HOSPITAL)})部|[一-鿿]{{0,8}}(?:综合|行政|联合)执法(?:[支大中]?队|局)",
    rf"{_any(1, 12)}{ends_of('局厅署')}",
    rf"{_OF}[一-鿿]{{0,4}}(?:派出|监管|监察|监督|征收|经办)机构",
    rf"{_OF}(?:外交|国防|能源|粮食|化工|冶金|机械|建设|煤炭|电力|纺织|轻工|邮电|信息产业|劳动保障|劳动和社会保障|人事|总参谋|总政治|总后勤|总装备"
    "|后勤保障|装备发展|政治工作|国防动员|组织|宣传|统战|武装|人武|人民武装|中联)部",
    "武警(?:总部|部队)|[一-鿿]{0,6}军分?区|[一-鿿]{2,4}战区",
    rf"{_OF}(?:纪|监|政法|编|网信|农|建|经|科|计|国防科工|科工|经贸|外经贸|安|爱卫|团[省市县区])委|{_WHOSE}委",
    rf"{_OF}(?:纪委监委|工会|总工会|妇联|残联|科协|文联|侨联|工商联|贸促会|红十字会|供销社|供销合作社|供销合作总社)",
    rf"{_any(1, 14)}{end_of('办')}(?:公室)?|办公室",
    rf"{_any(2, 18)}(?:领导小组|指挥部|委员会|联席会议|专班|协调小组|工作小组|工作组|秘书处|组委会)(?:办公室|各?成员单位)?|领导小组办公室",
    rf"(?:{_any(0, 8)}(?:集团|公司))?(?:{one_of(_FIRM_OFFICES)})[一-鿿]{{1,8}}部|各(?:子|分)公司",
    rf"{_any(1, 14)}(?:管委会|办事处|居委会|村委会|居民委员会|村民委员会)|居委会|村委会",
    rf"{_any(2, 16)}(?:中心|中心站|总站|监测站|总队|支队|大队|派出所|监管所|司法所|市场所|供电所|税务所|财政所|研究院|海关)|海关",
    rf"(?:国家|中国|中央|全国|国网|人民银行|(?<![一-鿿])[省市区县州]|{PLACE})(?![属级直]|内设)[一-鿿]{{2,20}}"
    "(?:公司|集团|银行|分行|协会|学会|学院|大学|医院|研究所|站|所|院|馆|联合会|社)",
    rf"(?:{_WHOSE}|{_any(2, 3)})?(?:{_NTH}(?:人民|附属|中心|中)?医院|(?:人民|中心|中|妇幼保健|儿童|肿瘤|传染病|精神病)医院|妇幼保健院|{_NTH}(?:高级)?(?:中学|小学|幼儿园))",
    rf"{_NO_KIND}{_any(2, 6)}(?<![各在])大学|{_WHOSE}[一-鿿]{{0,4}}职业(?:技术)?学院|(?:[省市县区州]委)?党校|{_NO_KIND}{_any(2, 12)}(?:集团公司|集团总公司|分公司)",
    "(?:中国)?人民银行(?:[省市县区州]|[一-鿿]{2,6})?(?:营业管理部|[分支]行)",
    rf"{_any(2, 8)}(?:集团|(?<!商业)银行|基金会)|社科院|(?:共青)?团中央",
    rf"{_any(2, 10)}(?:{ends_of('处科股')}(?<!各处)|(?<!公)司)",
)
_NAME = late("|".join((_AUTHORITY, _GOVERNMENT, _PLACES, *_NAMED)))
_NO_NAME = re.compile(r"(?<!设区)的|[了谁要须被也]|负责|应当|指定|干部$|(?:企业|高校|学校|(?<!成员)单位)$")
_BEGINS = late(_NO_FIRST)
_BESIDE = late(r"(?<=.{2})\([一-鿿、]{2,16}\)$")
"""What does the same beside them: 各区人民政府(临港新片区管委会)."""
_LONGEST = 36


_FIELDS = words(
    "发改 发展改革 教育 教体 科技 工信 经信 公安 民政 司法 财政 人社 自然资源 规划 生态环境 环保 住建 交通 交通运输 水利 水务 农业农村 农业 商务 文旅 文化 文化和旅游 卫健 卫生健康 卫生"
    " 应急 应急管理 审计 国资 市场监管 体育 统计 医保 金融 信访 税务 气象 消防 海关 边防 海事 城管 综合执法 林业 林草 园林 粮食 烟草 邮政 网信 宣传 政法 通信 电力 供水 供电 供气 供热 燃气 铁路 民航 地震 退役军人"
)
_FIELD_ALONE = late(rf"(?:各级|[省市县区州])?(?:{one_of(_FIELDS)})(?:部门)?")


def is_field(name: str) -> bool:
    """Whether words in a list of bodies are the departments of a field, whose kind only the last of the list says: 公安、卫健等部门."""
    return _FIELD_ALONE.fullmatch(name) is not None


def is_actor(name: str) -> bool:
    """Whether words, right before 负责 or 牵头, are surely a body of any kind; 企业, 主管部门 and 项目单位 are none."""
    if not 1 < len(name) <= _LONGEST:
        return False
    if name.endswith(")") and (aside := _BESIDE.search(name)) and _NAME.fullmatch(name[: aside.start()]):
        name = name[: aside.start()]
    known = _BEGINS.match(name) and (is_department(name) or _NAME.fullmatch(name))
    return bool(known) and not _NO_NAME.search(name)


_AUTHORITIES = late(f"{_AUTHORITY}|{_GOVERNMENT}")


def is_authority(name: str) -> bool:
    """Whether words are a government, or the departments of one field: 地方水利部门, 各级人民政府."""
    return len(name) <= _LONGEST and _AUTHORITIES.fullmatch(name) is not None and not _NO_NAME.search(name)
