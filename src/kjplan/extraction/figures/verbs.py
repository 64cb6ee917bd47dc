"""Verbs that commit to a quantity, with how they bind it and what they say it counts."""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from kjplan.extraction.figures.indicators import is_flow, is_tested, is_work_on_land
from kjplan.extraction.figures.units import UnitKind
from kjplan.extraction.tables import one_of, words
from kjplan.late import late
from kjplan.model import Basis, Comparator

PredicateKind = Literal["level", "change"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb between indicator and number: 覆盖率达到65%, 生产总值增长6%."""

    comparator: Comparator
    kind: PredicateKind


def _table(comparator: Comparator, kind: PredicateKind, words: str) -> dict[str, Predicate]:
    return dict.fromkeys(words.split(), Predicate(comparator, kind))


PREDICATES: dict[str, Predicate] = {
    **_table("gt", "level", "突破 超出"),
    **_table(
        "ge",
        "level",
        "达到 达 迈上 迈过 跨上 跨越 站上 提高到 提高至 提增至 增至 增加至 延长到 延长至 提升到 提升至 增加到 增加至 增长到 增长至 扩大到 扩大至 上升到 上升至 发展到 加密到 加密至 扩展到 拓展到 拓展至 升至 升到 回升到 回升至 恢复到 恢复至 攀升至 提速到 提速至 上调到 上调至 提高为 提升为 增加为 扩大为 延长为",
    ),
    **_table(
        "bare",
        "level",
        "保持在 保持 稳定在 稳定 稳定保持在 动态保持在 维持在 巩固在 稳固在 巩固提升到 占 为 设定为 定在 定为 确定为 调整为 到账",
    ),
    **_table(
        "le",
        "level",
        "控制在 缩小到 缩小至 降为 降至 降到 下降到 下降至 降低到 降低至 减少到 减少至 压缩到 压缩至 压减到 压减至 缩短到 缩短至 缩减到 缩减至 下调到 下调至 精简到 精简至 压降到 压降至 收窄到 收窄至 减至 缩至 控制到 控制为 降低为 下降为 减少为 缩短为 压缩为 压减为 缩减为 精简为",
    ),
    **_table(
        "bare",
        "change",
        "增长 提高 提升 增加 上升 扩大 增幅 增速 涨幅 下降 降低 减少 压减 压缩 缩短 缩减 精简 削减 消减 下调 上浮 下浮 降幅 再降 翻 递增 递减 上涨 下跌 回升 回落 收窄 攀升 提速 压降 改善",
    ),
}
"""增长6% says by how much, 增长到6% says to what; of two that fit, the one that begins first wins (增长到 over 到)."""

FALLS = frozenset(
    words("下降 降低 减少 压减 压缩 缩短 缩减 精简 削减 消减 下调 下浮 降幅 再降 递减 下跌 回落 收窄 压降")
)
"""Changes to less: 下降1个百分点至30%."""

TOUCHES: dict[str, Comparator] = {
    **dict.fromkeys(words("超过 超 高于 大于 多于 逾"), "gt"),
    **dict.fromkeys(words("不低于 不少于 不小于 至少 不能低于 不得低于 不应低于 不能少于 不得少于 不应少于"), "ge"),
    **dict.fromkeys(words("低于 少于 小于"), "lt"),
    **dict.fromkeys(
        words("不超过 不高于 不大于 不多于 最多 至多 不能超过 不得超过 不应超过 不可超过 不能高于 不得高于 不应高于"),
        "le",
    ),
    **dict.fromkeys(words("约 大约 近 接近 约为"), "approx"),
    **dict.fromkeys(words("剩余 其余 余下"), "bare"),
    **dict.fromkeys("≥≧⩾", "ge"),
    **dict.fromkeys("≤≦⩽", "le"),
    ">": "gt",
    "<": "lt",
    "=": "bare",
}
"""Words that touch the number and bind it, with a verb before them (增长不低于6%) or as the verb (比重超过48%)."""

NO_VERBS = frozenset(("至少", "最多", "至多", "约", "大约", "近", "接近", "约为", "剩余", "其余", "余下"))
"""Of the touching words, those that are no verb."""

_ADVERBS = words("分别 均 都 再 又 力争 努力 达到 总体 全部")
_PREDICATE_AT_END = re.compile(
    rf"(?!(?<=改造|规范|整治)提升)(?!(?<=[雷传送])达)(?!(?<=[行作成认])为)(?!(?<=免费)为)(?P<verb>{one_of(PREDICATES)})(?P<adverb>(?:{one_of(_ADVERBS)}){{0,3}})$"
)
_PREDICATE_REACH = max(map(len, PREDICATES)) + 3 * max(map(len, _ADVERBS))
_PREDICATE_ENDS = frozenset(word[-1] for word in (*PREDICATES, *_ADVERBS))
# 扩大约2万亿元 is 扩大 and 约; 签约800户 binds nothing.
_TOUCH_AT_END = late(rf"(?!(?<=扩)大约)(?!(?<=[签节制履违公])约)(?P<touch>{one_of(TOUCHES)})$")
_TOUCH_REACH = max(map(len, TOUCHES))
_TOUCH_ENDS = frozenset(word[-1] for word in TOUCHES)


def predicate_before(text: str, at: int, floor: int = 0) -> re.Match[str] | None:
    """The predicate (group ``verb``) that ends at ``at``, adverbs behind it, and begins no further back than ``floor``."""
    if at <= floor or text[at - 1] not in _PREDICATE_ENDS:
        return None
    return _PREDICATE_AT_END.search(text, max(floor, at - _PREDICATE_REACH), at)


def touch_before(text: str, at: int) -> re.Match[str] | None:
    """The touching word (group ``touch``) that ends at ``at``."""
    if not at or text[at - 1] not in _TOUCH_ENDS:
        return None
    return _TOUCH_AT_END.search(text, max(0, at - _TOUCH_REACH), at)


ACTIONS: dict[str, Basis] = {
    **dict.fromkeys(
        words(
            "新增 新建 新设 新设立 新造 新开展 共建 迁建 重建 增装 新培育 新认定 新引进 新发现 新组建 新创建 新开通 新改建 新改扩建 新发展 新签约 "
            "新备案 引进 柔性引进 培育 建成 建成投用 创建 认定 组建 打造 建立 设立 成立 形成 招引 增加 建设 布局 引育 孵化 新增建设 "
            "吸引 集聚 新创 新获批 新入库 新招引 新落地 新打造 落地 制定 参与制定 牵头制定 主导制定 制修订 修订 出台 研制 获批 争创 推出 增设 拟建 配置 修建 兴建 聘任 聘用 授牌 净增 净增加 布设 补建 增建 增配 补配 添置 购置 补充配备 开通 招募 引入 改扩建 新建改扩建 新开设 新投放 投放 新配备 配备 研发 攻克 突破 新开办 开办 选聘 招聘 录用 招录 新登记 新注册 新升规 筹建 新开发 新储备 创办 新安装 新铺设 新入规 新入统 新晋 新部署 新挂牌 新纳统 新辟 新升级 新上 新入选 新获评 新立项 新成立 新栽植 新种植 扩种 复种 扩栽 新购置 新筹集 新收储 续建 创成 创评 获评 申创 挂牌 增开 敷设 架设 入库 入规 入统 升规 立项 购买 租赁 开发 充实 栽种 汇聚 会聚 新开 加密 开设 提升建设 适配 授权 培优 培强 培壮 做强 壮大 育强 育成 选育 促成 晋级 晋位 捐建 援建 增选 新建成 新建成投用 投用 设置 配设 增聘 特聘 新设置 新培养 新改造 新绿化 新修 新植 新签 再建 再建成 新认证 新获证 新通过认证 新评定 新命名 新发放 新招聘 新聘 新录用 新招录 新吸纳 新招收 新招募 新引育 新配 新购 新增设 新打通 新接收 新签订 新出台 新修订 新研发 新造林 施划 划设 开辟"
        ),
        "increment",
    ),
    **dict.fromkeys(
        words(
            "认养 攻关 攻克 协办 翻修 粉刷 铺筑 输转 接诊 调处 展出 派遣 下派 抽调 运送 放养 轮岗交流 交流轮岗 招录 完成 实现 安排 投资 筹资 划定 上争 建成投产 投入 筹集 使用 投产 开工 新开工 竣工 改造 改建 扩建 退出 取消 下放 减轻 治理 修复 种植 培训 举办 开展 召开 "
            "组织 淘汰 拆除 扩大 转移 减少 发放 争取 落实 发行 新增发放 上线 更新 提供 压减 化解 举行 征集 发布 出栏 收储 供应 "
            "转化 义务植树 整治 解决 扩招 清偿 整治提升 精简 压缩 压降 兑付 拨付 关停 关闭 清退 排查 抽查 "
            "创作 演出 救助 回收 撬动 获得 申报 推广 培养 轮训 落户 开行 打通 加装 接待 销售 采购 检测 筛查 巡查 "
            "核查 更换 铺设 植树 造林 补植 疏浚 清淤 绿化 种养 收购 征收 回迁 交付 签约 消除 腾退 盘活 提质改造 改造提升 规范提升 提升改造 到位 清理 升级改造 保护提升 提标改造 综合整治 放映 处置 认证 抽测 抽检 检查 巡检 审计 种草 植绿 扶贫 拿出 筹措 用于 出让 储备 发展 修复治理 整治修复 处理 帮扶 复工 验收 投运 并网 揭榜 出清 清零 整改 销号 办结 摸排 摸底 建档 编制 印发 供地 拆迁 征迁 征拆 搬迁 配租 募集 授信 慰问 演练 宣讲 巡演 展演 出版 翻译 修缮 活化 整合 撤并 承接 归集 接入 贯通 疏通 加固 除险加固 督查 查处 侦破 审结 执结 调解 受理 栽植 抚育 管护 播种 生产 养殖 屠宰 放流 增殖放流 捕捞 减免 免除 清欠 偿还 节约 节省 节水 减排 削减 替代 消纳 转运 输送 吸纳 承办 招生 招收 录取 展期 续贷 兑现 达成 发表 刊发 到账 安装 硬化 恢复 改厕 曝光 拜访 追回 追缴 办理 结对 结对帮扶 达产 活化利用 保护利用 回收利用 综合利用 维修 养护 维修养护 维护 检修 选送 外出招商 送戏下乡 送文化下乡 送电影下乡 减税降费 减费让利"
            " 示范推广 采写 撰写 发稿 印制 制作 拍摄 播出 收治 义诊 接种 清收 核销 收回 查办 取缔 清运 拓宽 翻建 输出 签订 流转 托管 育苗 调训 复垦 编印 编写 清除 劝导 规范 追赃挽损 挽损"
            " 扩面 出具 核实 入户核实 解除 打掉 端掉 发送 抢救 抢修 抢救保护 复制 仿真复制 仿制 扫描 著录 接收 整理 复查 复查登记 普查登记 确权登记 登记颁证 登记发证 挂牌保护 张贴 悬挂 引领 引航 查获 查扣 缴获 捣毁 破获 征缴 督改 扩征 承保 理赔 赔付 编发 报送 送教 送医 探访 回访 补水 调水 引水 铺轨 架梁 掘进 钻探 勘查 勘探 测绘 援助 推广应用 推广运用 推广普及 修缮保护 保护修缮 关爱 救治 开垦 复绿 补种 补栽 改种 摄制 录制 创排 编排 排演 复排 编撰 编纂 采集 收集 录入 归档 提交 答复 督办 办复 调研 参展 推送 推介 刊播 展播 策划 授予 亮化 美化 净化 签署 续签 新签 投保 转岗 吸收 立案 结案 移送 换装 置换 报废 配送 赠送 捐赠 试种 繁育 引种 扩繁 巡护 体检 随访 康复救助 代办 帮办 领办 压采 公布 提请审议 审议 封填 修补 挽回 验放 截获 开放"
        ),
        "flow",
    ),
    **dict.fromkeys(
        words(
            "推进 推动 引导 启动 实施 支持 做好 抓好 办好 安置 覆盖 部署 扶持 服务 帮助 进行 纳入 谋划 走访 对接 惠及 涉及 带动 资助 运行 改善 巩固提升 评估 联系 走访慰问 发动 组织和发动 完善提升 提档升级 提质升级"
        ),
        "scope",
    ),
    **dict.fromkeys(
        words("遴选 优选 评选 新评选 选派 选树 选取 命名 表彰 择优 评定 推选 选拔 筛选 评出 选出"), "selection"
    ),
    **dict.fromkeys(["守住", "保有", "存栏", "稳定"], "level"),
}
"""Verbs that take the quantity as object: 新建研发平台100家. The last of a row decides (引进培育), but 遴选 always does (培育遴选)."""

INNER_ACTIONS = words(
    "新增 新建 新设立 新培育 新认定 新引进 新组建 新发现 新开工 建成 安排 拿出 筹措 出让 遴选 优选 完成 实现 开工 投产 竣工 净增 惠及 带动 吸纳"
)
"""Those that are sought inside a clause too (我县安排重点项目105个); 建设 or 培育 may be part of the indicator there."""

_NAMING = {
    "攻关": "[榜组]|项目|团队|课题|任务|清单|行动|计划|联合体|需求|专项|平台|成果", "认养": "活动", "共建": "共享|国家|单位|协议|机制|项目|“|联合体", "重建": "项目|工程|任务|资金|规划",
    "调处": "[成中]|化解|室|平台", "安置": "[房区点]|住房|小区|社区|工程",
    "研发": "平台|机构|中心|投入|费用|经费|人员|活动|设备|团队|载体|基地|总部|强度|服务|设计|能力|资金|项目|产业",
    "销售": "收入|网点|中心|公司|企业|渠道", "接待": "能力|中心|设施|游客(?:数|总)|人数|过夜", "检测": "机构|中心|能力|站|基地|点|服务|实验",
    "绿化": "覆盖|工程|带", "采购": "意向|项目|中心|金额|额|价格|量|比例", "招聘": "会|活动|岗位|信息|平台", "签约": "项目(?!\\d)|金|居民",
    "收购": "站|点|企业|价", "筛查": "中心|机构", "投放": "点|箱", "回迁": "房|安置", "造林": "绿化", "交付": "使用|能力",
    "带动": "作用", "提供": "者|方", "提升改造": "工程|项目", "突破": "口|点", "消除": "对象", "巡查": "队|组", "改善": "[度型]", "评估": "[机中]",
    "检查": "站|点|覆盖", "发展": "[规战基环速水目指方计]|中心", "处置": "[场率厂站]|设施|能力|中心|规模|项目|费", "处理": "[能率厂站设]|规模", "储备": "[粮基能用设规]|项目|林|土地", "运行": "[效时]",
    "建成": "区", "安装": "率|工程|公司|调试|队|单位|企业|费", "硬化": "率|工程", "恢复": "[性期率力]|能力", "曝光": "[率台]|力度", "发表": "率", "到账": "率",
    "办理": "时[限间]|[量率]|流程|事项|环节|大厅|窗口", "结对": "[子关]|帮扶关系", "达产": "率|项目(?!\\d)|达效",
    "更新": "行动|计划", "审议": "意见|稿|结果|会", "用于": "民生|教育", "征收": "管理",
    "续建": "项目|工程", "挂牌": "督[办战]|公司|企业|保护(?:制|工作|名录|单位|点)|制", "入库": "[率量水]", "立项": "率", "购买": "服务|力", "租赁": "住房|企业|市场|型|补贴|业",
    "开发": "区|商|者|企业|性|利用|强度|建设|边界|比例|面积|程度", "整改": "率|问题|台账|方案", "验收": "率|合格|标准", "编制": "数|员额|外|人员", "演练": "活动|场次", "搬迁": "群众|人口|企业|户|安置|项目|入住",
    "出版": "物|社|单位|企业|发行", "承接": "能力|[地园区]|平台", "接入": "[率点]|能力|能源", "加固": "工程|项目", "播种": "面积|机", "生产": "企业|基地|线|能力|总值|[性型者用]|许可|安全|车间|建设|服务|经营|要素|条件|资料|设备|环节|工艺|过程|成本|单位",
    "养殖": "[场户业区池]|基地|面积|水面|企业|小区|尾水|规模|废弃", "屠宰": "[场厂]|企业", "捕捞": "[量船]|渔", "节水": "[型率]|灌溉|载体|企业|单位|器具|技术|工程|设施|标杆|潜力|改造|教育|产业|城市|机关|小区",
    "减排": "[量率]|项目|工程|任务|目标|措施|潜力", "替代": "[率品]|产品|能力|种植|技术", "消纳": "能力|[场量率]|责任|空间", "输送": "能力|管|量", "吸纳": "能力", "招生": "人数|规模|计划|比例|就业", "授信": "额|总额|规模|余额",
    "受理": "[量点]|窗口|中心", "授权": "[书人率量数期]|委托|管理|范围|专利|许可|经营|决策|清单|方式|业务|事项", "整合": "力度|资源", "管护": "[员站]|面积", "抚育": "面积|幼", "减免": "税额|额", "帮扶": "对象|力度|村|单位|队|资金|车间", "摸底": "调查", "印发": "后", "转运": "[站量]|能力|中心",
    "维护": "权益|秩序|稳定|费|管理|队", "维修": "资金|基金|费|点|站|队", "养护": "工程|队|站|费|管理|里程", "兑现": "率", "加密": "[狗区]", "升规": "企业|入", "复工": "复产|率", "救助": "[金站]|标准|资金|机构|中心", "慰问": "[金品]|物资", "建档": "立卡", "孵化": "[器面]|基地|载体|中心", "规范": "[化性率有]|管理|达标|运[行营]|程度|标准|文件|整治|提升|发展|使用|经营|建设|办学", "清除": "率", "征缴": "收入|[率额]", "核实": "率", "发送": "[量率端]", "解除": "率", "配置": "[标比率]|效率|水平", "托管": "[班机率]|面积", "输出": "[管端地]|能力", "接种": "[率点]|门诊|单位", "流转": "[率中]|面积|平台", "制作": "[中费]|单位", "收治": "能力", "核销": "率", "清运": "[率车]|能力", "复垦": "[率面]", "编写": "组", "签订": "率",
    "开放": "[式性型度日]|平台|大学|课程|银行|程度|水平|格局|合作|政策|领域",
    "稳定": "[性币器剂率度期在]|保持|增长|运行|达标|供应|发展|脱贫|回升|向好|可靠|居住|工作|收入|来源|经营|联系|合作|盈利",
    "并网": "装机|容量|规模|发电", "募集": "资金(?!\\d)",
}  # fmt: skip
"""What follows such a verb and makes a name of it: 研发平台, 招聘会."""
_NAME = late("|".join(f"{verb}(?:{nouns})" for verb, nouns in _NAMING.items()))
_NAME_STARTS = frozenset(verb[:2] for verb in _NAMING)
_NO_VERB = words("业 值 率 用地 支付 费 期 面 人次 者 型 性 力 额 量")
"""服务业, 增加值, 转移支付, 覆盖率: nouns that begin like a verb."""
_TAKE_TASKS = frozenset(
    words("完成 实现 承接 安排 推进 实施 做好 抓好 落实 启动 取消 发布 印发 编制 增加 减少 新增 部署 争取 组织")
)
"""Of others 任务 makes a name: 改造任务, 筛查任务."""
_BY_START = {
    start: sorted(verbs, key=len, reverse=True) for start, verbs in groupby(sorted(ACTIONS), lambda verb: verb[:2])
}
"""The verbs by their first two characters, longest first: a pattern of so many words is ten times as slow."""


_PARTED = {
    "推广应用": words("场景 示范 程序 软件 平台 系统 案例 中心 项目 型"),
    "推广普及": words("读物 型 率"),
    "推广使用": words("技术 手册"),
}
"""What parts a double verb: 推广 has 应用场景 for its object."""
_SECOND_NAMES = words("工程 项目 行动 计划 区 地 林 站 点 率 型 场景 平台 活动 版")
"""What makes a name of such a second verb: 建设和保护区."""


def action_at(text: str, at: int, stop: int) -> str | None:
    """The longest verb that takes a quantity as object and stands at ``at``, before ``stop``."""
    start = text[at : at + 2]
    if start not in _BY_START or (start in _NAME_STARTS and _NAME.match(text, at)):
        return None
    for verb in _BY_START[start]:
        end = at + len(verb)
        if text.startswith(verb, at, stop) and not text.startswith(_NO_VERB, end, stop):
            if verb in _PARTED and text.startswith(_PARTED[verb], end, stop):
                continue
            return None if verb not in _TAKE_TASKS and text.startswith("任务", end, stop) else verb
    return None


JOINED = re.compile("和|、|并|以及|及|与|或者?")
"""What stands between two verbs of one object: 新建和改建学校4所."""
SECONDS = words("提升 完善 保护 普及 应用 优化")
"""Verbs that govern a figure only as the second of two: 建设和提升堤防20公里."""


def second_at(text: str, at: int, stop: int, *, joined: bool = True) -> str | None:
    """The verb behind another that shares its object.

    :param joined: whether a conjunction stands between; without one few are no beginning of a name (维护提升场地)
    """
    if joined and (verb := action_at(text, at, stop)):
        return verb
    second = next((verb for verb in (SECONDS if joined else SECONDS[:2]) if text.startswith(verb, at, stop)), None)
    named = second and text.startswith(_SECOND_NAMES, at + len(second), stop)
    return None if named else second


ACTION_AT_END = late(rf"(?P<first>{one_of(ACTIONS)})?(?P<last>{one_of(ACTIONS)})$")
"""A verb that touches the number, whatever stands before it: 面向国外布局建设5家载体."""
STRONG_ACTION = re.compile("(?:完成|实现|新增|新建|建成|新认定|新培育|新引进|新开工)(?!率|额)")
"""A verb that begins a clause of its own behind 、: 实施行动、完成投资220亿元."""
SERVED = re.compile("[对为给向面]|围绕|依托|聚焦")
"""What may open a clause before its verb: 为残疾人适配辅具5000例, 对职工开展检查3万人次."""
SERVING = re.compile(
    "开展|招聘|招录|招募|挽回|追回|提供|加装|适配|投保|缴纳|购买|建立|发放|举办|安装|配备|实施|办理|新增|建设|打造"
)
INNER_ACTION = re.compile(rf"(?<!城镇)(?<!农村)(?:{one_of(INNER_ACTIONS)})(?!率|额|作用|能力|效应|型|力)")
_ADDED = "新增|新建|新培育|新认定|新引进|新设立|新组建|建成(?!区)|引进|培育|完成"
SUBJECT_ACTION = re.compile(rf"(?:{_ADDED})(?:[和及与、]?(?:{_ADDED}|培养))?")
"""Verbs taken off a subject: 完成投资达到50亿元, 新增就业达到5万人."""

SELF_COUNTED = frozenset(
    words(
        "投资 投入 培训 造林 新造林 植树 改厕 改造 治理 建档 追赃挽损 挽损 种植 转移 转化 出栏 义务植树 发行 就业 扩招 落户 招生 养殖 生产 捕捞 节水 减排 节约 削减 替代 消纳 授信 搬迁 外出招商 送戏下乡 送文化下乡 送电影下乡 减税降费 减费让利 立案"
    )
)
"""Verbs that may be counted themselves: 投资1.6亿元."""

RANK_AT_END = late(
    r"(?P<verb>进入|进位|升至|升到|跻身|跃居|跃升至|跃升到|挺进|位居|位列|名列|稳居|保持在|保持|提升至|提升到|上升至|上升到)"
    r"(?:到|至)?(?:全国|全省|全市|全球|世界|中部|西部|东部|同类|副省级)?[^,、]{0,10}$"
)

COMPLETED = re.compile(
    r"(?:全部|全面|按[期时]|如期|正式)?(?P<verb>建成|完工|竣工|投产|投用|投入使用|开工|运营|落地|纳入|进行"
    "|(?:开展|实施)(?=[^,;。]{0,4}(?:核查|检查|排查|改造|整治|治理|监测|评估|审计|帮扶)))"
)
"""Verbs after the noun: 3万平方米厂房建成并投入使用."""


def basis_of_actions(actions: tuple[str, ...], kind: UnitKind, indicator: str) -> Basis:
    """What verbs say of the quantity: 培育遴选 a selection, 新建 an increment, 推进 a scope, 完成 a flow.

    :param actions: the verbs in the order of the text, at least one
    """
    bases = [ACTIONS[a] for a in actions]
    if "selection" in bases:
        return "selection"
    basis = bases[-1]
    if kind == "percent":
        # 减少行政审批事项20% says by how much; 实现20%以上的弃土转化 and 完成工作量的75% how much of it
        if actions[-1] in PREDICATES:
            return "growth"
        return "level" if indicator.endswith("率") else "share"
    if actions[0].startswith("新") or "新增" in indicator:
        return "increment"
    if kind == "money":
        return "flow"
    if (
        actions[-1] in ("完成", "实施")
        and is_work_on_land(indicator)
        and (kind == "measure" or indicator[-1] in "植树")
    ):
        return "flow"
    if kind == "count" and actions[-1] in ("完成", "安排", "抽取") and (is_flow(indicator) or is_tested(indicator)):
        return "flow"
    if actions[-1] == "完成" and bases[-2:-1] == ["increment"]:
        return "increment"  # 打造完成5条
    if kind == "count" and actions[-1] in ("完成", "安排"):
        return "increment" if indicator.endswith("建设") else "scope"
    return basis
