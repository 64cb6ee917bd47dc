"""The forms in which documents say by when: a table of patterns over folded text, each with words it cannot do without."""

import re
from typing import NamedTuple

from kjplan.extraction.tables import by_first, one_of, words
from kjplan.extraction.times.time_words import (
    BEFORE,
    CLOCK,
    COUNT,
    DATED,
    DAY,
    DEEDS,
    ENDLESS,
    EVENT_ENDS,
    FAIR,
    HOLIDAY,
    MEETING,
    MONTH,
    NUMBER,
    ONCE,
    OPENED,
    PEAK,
    RANGE,
    SEASON,
    SITE,
    TENTH,
    WITHIN,
    YEAR,
    YEARS,
)
from kjplan.late import late

_ENDS = words(
    "完成 完工 竣工 建成 投产 投用 投运 投入 开工 动工 启动 通车 交付 开业 开园 开馆 并网 运营 上线 试运行 封顶 验收 挂牌 开通"
)
_WHOLE = "(?:全面|基本|全部|正式)?"
_HINTS = (
    f"前(?:(?<=[{EVENT_ENDS}]前)|(?<=[{EVENT_ENDS}][之以]前))",  # seldom does 前 follow, so it is looked for first
    *words(
        "月 季度 半年 今明 今冬 日内 天内 周内 每周 每日 每天 周[一二三四五六日天] 天时间 年[\\s内底末终前以之度年时左,努中] 五”?(?:规划)?(?:时期|期)?末 到\\s?20 20\\d\\d[-./]"
    ),
    f"年{_WHOLE}(?:实现|{one_of(_ENDS)})",
)
TIME = re.compile(by_first(_HINTS))
"""Words without one of which no form below fits."""
ASIDE_SIGNS = words("( 【 〔 长期 常态化 。持续 ;持续 。常年 ;常年")
"""Without one of these nothing is the time of a task beside it."""
HINT = re.compile(by_first([*_HINTS, ":", *ASIDE_SIGNS, "\n持续", "\n常年"]))
"""What every deadline is told by; a line feed stands between the lines of a task."""

LINE_ALONE = re.compile(rf"\s*({ENDLESS})[。;]?\s*")
"""A line or cell that is nothing but such a time."""

_NO_COUNT = r"(?<![\d年一二三四五六七八九十两几数多半前往历常近同每任度])"
"""三年内, 5年内, 前年底, 每年底: 年 is no year's end there."""
_NO_START = "(?!起(?![草步诉])|以来|开始|后|以后|之后)"
"""自6月底起, 年底以后: when something begins."""
_NO_NAME = r"(?!(?:碳|二氧化碳|全国碳)?[^,;。:、()“”]{0,12}(?:行动方案|行动计划|达峰(?:方案|目标|任务|要求)))"
"""制定2030年前碳达峰行动方案: a date in the name of a document that is to be drawn up."""
_NO_STOCK = "(?!的|余额|结余|存量|总?人口|库存|考[核评]|绩效|奖|评|基础|相比|水平)"
"""年底余额, 年底考核: an attribute of what is counted or judged."""
_REVIEWS = "召开|通报|总结|分析|部署|布置|做好|编制"
"""召开上半年总结会: behind such a verb a half year sorts what is done; but 开展下半年整治."""
_NO_PERIOD = "(?!的|“|GDP|开门红|开局|经济|工业|财政|工作|主要|各项|目标|任务|生产|形势|情况|运行|增[长速]|同比|数据)"
"""一季度GDP, 下半年工作: the period whose figures or work it is."""

_ACTS = words(
    "召开 举办 举行 开展 组织 报送 上报 提交 印发 出台 发布 公布 进行 实施 形成 总结 制定 部署 实现 先行 正式 全部 全面"
)
_HEAD = r"(?:^|(?<=[。;:!?)】\]]))\s{0,4}"
_TO = "(?:(?<![期前早整迟延长改更])到 ?)?"
"""到6月底; but of 提前到6月底 the verb has it."""
_CLAUSE = r"(?:^|(?<=[,;。:]))"
_STOP = r"(?=(?:期间)?[,:)]|$)"
_ENDING, _ACTING = rf"(?={one_of(_ENDS)})", rf"(?={one_of({*_ENDS, *_ACTS, *DEEDS})})"

_LED = r"(?:^|(?<=[,。;:、()在于将要再])|(?<=力争|争取|确保|计划|未来|今后|年起))"
_PERFORMS = one_of(
    words(
        "开展 提交 报送 编制 制定 出台 启动 开工 要 须 应 力争 争取 确保 全部 全面 基本 完成 实现 建成 取消 解决 形成 达到 整改 提出 拿出 办结 反馈 消除 打造 建设 新建 建立 培育"
    )
)
_GRANTS = one_of(
    words(
        ", 。 ; 、 ) 享受 给予 予以 不 免 减免 减半 减按 减征 累计 可 仍 未 无 没 连续 的 有 曾 出现 发生 受 被 首次 两次 多次 每年 按"
    )
)
"""5年内享受补贴, 三年内不得申请: for how long, not by when."""
_TO_DAY = r" ?(?:[至到]|[-—–~]{1,2}) ?\d"
_RECURS = (
    r"[度的第首末最后一二三四五六七八九十\d个双月日周天号底初上中下旬年午班点时分:、和及季自然工作终了结束始之以 ]"
)
_BUT = rf"\((?:其中)?20\d\d ?年度?[为在是:]{{0,2}}(?:{DAY}|{MONTH}[底末]?)前?\)"
EXCEPTION = late(_BUT)
"""每年3月底(2024年为4月底)前: what holds for one of the years."""
_RHYTHM = r"(?:两?个?月|季度?|年度?|半年|学期|周|批|次|轮)"
_AS_IT_IS = (
    "(?:原则上|总体上?)?(?:继续)?(?:保持|维持)[^,;。:]{1,16}(?:不变|总体稳定|基本稳定)|原则上(?:不|沿用|继续执行|按照?)"
)
"""2023—2024年，原则上保持标准不变: how long something holds."""
_OVER = ",[^,;。]{0,24}?(?:形成[一-鿿]{0,8}(?:量|能力)|年均)"
"""2024—2025年，节水改造形成节水量约2000万吨: over which years a figure is counted."""
_PAPER = one_of(words("通知 方案 意见 文件 办法 规划 计划 清单 细则 要点"))
_DONE = one_of(words("活动 比赛 会议 项目 检查 工作 任务 整治 行动 试点 考核 核查 督察 调查 普查 监测 评估 评选 培训"))
_EVENT = (
    rf"(?:每{_RHYTHM}(?:[^,。;:()]{{0,8}}?(?:结束|终了|完成)|(?=后))|(?:自|从)?(?:本|该)?(?:{_PAPER})?(?:正式)?(?:印发|下发|发文)|自(?:本|该)?(?:{_PAPER})?(?:施行|实施|公布|发布|生效)(?=之日)"
    rf"|(?:收到|接到|接)(?:本|该)?(?:{_PAPER})|(?:问题|任务|线索)(?:交办|移交|下达|反馈|发现)|(?:季度?|年度|月度|学期|{SEASON}|{_DONE})(?:全部)?(?:结束|完成|终了|闭幕))(?:之日)?"
)
_UNIT = "(?:工作日|自然日|日|天|周|月)"


class Form(NamedTuple):
    """A way to say by when."""

    hints: tuple[str, ...]
    """It is tried only where one of these stands in the text."""
    pattern: re.Pattern[str]
    """The time words are its group, if it has one, or all of it."""
    rank: int
    """What its words are: a day SET instead of another, DUE, the STAGE of a year to come, or PASSED over, for nothing in them is a limit."""


SET, DUE, STAGE, FIELD_WORDS, PASSED = range(-1, 4)
"""Of words that begin at one place and end at one the lowest holds."""


def _form(hints: str, *patterns: str, rank: int = DUE) -> Form:
    return Form(words(hints), late("|".join(patterns)), rank)


FORMS = (
    _form(
        "月",
        rf"{_TO}{DAY}{CLOCK}{BEFORE}",  # 2019年12月31日前, 12月31日17点前; but 2022年3月25日 is no limit
        rf"{_TO}{MONTH}(?:份? ?(?:{TENTH}|底|末)?{BEFORE}| ?(?:底|末|份{_NO_PERIOD}|{TENTH}){_NO_START})",  # 6月底前, 10月份
        rf"(?<![\d一二三四五六七八九十个每])[本当下次这]?月[底末]{BEFORE}|(?:次|下|翌)月(?:第?{NUMBER})日{BEFORE}",  # 月底前, 次月5日前
    ),
    _form(
        "月",
        rf"{_HEAD}({DAY})(?=[,:])|{_HEAD}({MONTH}份?|{RANGE}){_STOP}",  # 2020年12月,组织…
        rf"(?<=阶段) ?({RANGE})(?=(?:期间)?[,:])",  # 第一阶段4月1日至4月20日，开展自查
        rf"(?<=,)({RANGE}){_ENDING}|(?<=,)({MONTH}){_STOP}|{_HEAD}({MONTH}|{DAY}|{RANGE}){_ACTING}",
        rf"(?<=,)({MONTH})(?=(?:{one_of({*_ENDS, *_ACTS, *DEEDS})})[^,。;、0-9]{{0,8}}[、,]{MONTH}{_ACTING})",  # 3月部署、12月总结
        rf"(?:力争|争取|确保|务必)(?:于|在)?({DAY})(?!{_TO_DAY}|{BEFORE}){_NO_START}",  # 确保11月5日具备供热条件
        rf"(?:于|在|计划|力争|争取|确保|预计|拟)({DAY}|{MONTH}){_ACTING}|(?<![\d年月\-—–~至到和第])(?<![月日]、)({MONTH}){_ENDING}",  # 项目6月开工
        rf"(?:不得?[迟晚]于|最[迟晚](?:于|不得?超过)?|截[至止](?:时间|日期)?[到为是:]?)({DAY}{CLOCK}|{MONTH}[底末]?|年底)",
        rf"(?:完成|办结|办理|整改|销号)(?:时限|期限|时间)(?:为|是)?\s?({DAY}|{MONTH}[底末]?)",
        rf"(?:即日|现在)起至({DAY}|{MONTH}[底末]?)",
    ),
    _form(
        "月", rf"(?<!年\d)(?<!年\d\d)月(?=(?:[^。;:]{{0,40}}?,|[^。;:、,0-9]{{2,16}}、)({MONTH}){_ACTING})"
    ),  # 5月底前完成排查,6月召开总结会; but not 2021年3月印发方案,6月启动, which is of that year
    _form(
        "至 到 - — – ~",
        rf"{RANGE}{BEFORE}|(?:于|在)({RANGE}){_ACTING}",
        rf"(?<=[,;])({RANGE})(?=(?:集中)?对[^,。;:]{{2,40}}(?:进行|开展|实施|组织))",  # …牵头，6月5日至20日对在建项目进行检查
        rf"{_HEAD}({RANGE})(?=[为是][^,;。:、0-9]{{1,10}}阶段)",  # 3月15日至4月30日为集中整治阶段
    ),
    _form("至 到 - — – ~", RANGE, rank=PASSED),  # in prose 8月至12月 is a window, of which nothing inside is a limit
    _form(
        "季度",
        rf"(?<![前上每第])(?<!每年){YEAR}?第?[一二三四1-4]季度(?:底|末)?(?:{BEFORE}|{_NO_START}{_NO_PERIOD})",  # 第三季度末
        rf"(?<!每)[本下]季度[底末]{BEFORE}?",
    ),
    _form(
        "半年",
        rf"(?<!去年)(?<![上前每]年)(?<!每)(?<!{_REVIEWS}){YEAR}?[上下]半年(?:底|末)?(?:{BEFORE}|{_NO_START}{_NO_PERIOD})",
    ),
    _form(
        "年",
        rf"(?<!年中和)(?<!年中、)到?(?:{YEAR}年?|{_NO_COUNT}年)(?:[底末]|终(?=前|之前|以前)){BEFORE}?{_NO_START}{_NO_STOCK}",  # 到2025年底, 2023年年底前
        rf"(?:{YEAR}年?|{_NO_COUNT}年)内(?![外容涵部可])|(?:^|(?<=[,。;在于须应要]))年度内|(?<![一同上每])[本当]?年度[底末]{BEFORE}?",
        rf"(?<![\d])到 ?20\d\d ?年(?! ?\d{{1,2}} ?月|以来|期间)|(?<=[,。;])至 ?20\d\d ?年(?=,)|20\d\d ?年{BEFORE}(?!\d{{1,2}}个月|[一二三]季度){_NO_NAME}",
        r"(?:力争|争取|确保|务必)(?:在|于)?(年前)",
        r"今明两年(?![是的])",
    ),
    _form("年,", rf"{_HEAD}(20\d\d ?年|{YEARS}(?!{_OVER}))(?=,(?!{_AS_IT_IS}))", rank=STAGE),  # 2024年,全面推开
    _form(
        "年",
        rf"(?:^|(?<=[,。;、:(])|(?<=力争|计划|确保|争取|预计))(20\d\d ?年)(?={_WHOLE}(?:(?:{one_of(_ENDS)})(?![区率数值])|实现[^,。;:]{{0,16}}?(?:全覆盖|清零|贯通)))",
        rank=STAGE,
    ),  # 力争2026年建成
    _form("年中", rf"(?:^|(?<=[,。;于在])|(?<=力争|争取|确保|务必))(年中前?)(?=,?(?:{one_of((*_ENDS, *DEEDS))}))"),
    _form("今冬", rf"今冬(?:明春)?(?:{BEFORE})?(?=,?(?:{one_of(DEEDS)}))"),
    _form("五末 五”末 期末", r"到?“?十[一二三四五六七八九]五”?(?:规划)?(?:时期|期)?末(?!的|相比)"),  # “十四五”末
    _form(
        "前",
        rf"(?:{YEAR} ?|下一?个|每(?:个?学期|年))?(?:[春夏秋冬]季)?(?<!做好)(?<!抓好)(?<!抓住)(?<!利用)(?<!针对)(?<!强化)(?:{SEASON}、)?(?:{HOLIDAY}|{SEASON}|{PEAK}|{MEETING})(?:来临|到来|开始|召开|开幕|结束)?{BEFORE}",
        rf"每[两双]?个?(?:年|月|季度?|周|半年|学期|旬|日|天){_RECURS}{{0,16}}+(?:{_BUT})?前(?!后)(?:{_BUT})?",  # 每月28日前, 每季度首月10日前
        rf"{_TO}{DATED}{CLOCK}{BEFORE}|(?:[本下]|(?<![一-鿿]))周[一二三四五六日天]{CLOCK}{BEFORE}|(?<![一-鿿])节{BEFORE}",
        rf"(?:全[国省市县区]|[省市县区]委|(?:中|省|市|县)[人政]代?大?)[一-鿿]{{0,8}}会议?(?:召开|举行){BEFORE}|(?:第[0-9一二三四五六七八九十]{{1,3}}届)?{FAIR}(?:召开|开幕|举办|举行|开始|开赛){BEFORE}",
        rf"[在于][^,;。()在于]{{0,24}}?({ONCE}{BEFORE})(?!的|已|尚|所)|{_CLAUSE}({ONCE}{BEFORE})(?=,|完成|全面|组织|开展)",  # 应在2号机组首次装料前采取措施
        rf"{_CLAUSE}[^,;。:应须需每各凡拟类]{{2,20}}?({SITE}(?:建成|正式|全线|全面)?{OPENED}{BEFORE})(?=,?(?:同步|全面|全部|基本)?(?:完成|建成|打通|解决|消除))",
    ),
    _form(
        "内",
        rf"{_EVENT}(?:起|后|以后)?的?,?{COUNT}{_UNIT}{WITHIN}",  # 每月结束后的40个自然日内, 印发之日起30日内
        rf"{_LED}({COUNT}(?:年|月|周|季度)(?:时间|左右)?{WITHIN})(?=,?(?:{_PERFORMS}))",  # 两年内基本取消
        rf"{_LED}({COUNT}年(?:时间|左右)?{WITHIN})(?!{_GRANTS}|$)",
        rf"(?<=实现|做到|达到)({COUNT}年{WITHIN})(?=[^,。;:]{{0,16}}(?:全覆盖|清零|达标|见底))",  # 实现三年内企业全覆盖
        rf"{_LED}({COUNT}年(?:时间|左右)?{WITHIN})(?=,(?![^,。;]{{0,30}}的)[^,。;:、不未免可]{{1,24}}(?:达到?|超过|突破|完成|实现|建成|覆盖))",
    ),
    _form(
        "年时间 年的时间 年左右 年努力 年的努力 年奋斗 月时间 月左右 天时间",
        rf"(?:用|利用|通过|经过|力争|花)(?:今后|未来)?{COUNT}(?:年|月|天)(?:左右(?:的?时间)?|的?(?:时间{WITHIN}?|努力|奋斗))",
    ),
)
"""By when; of forms that begin at one place the longest holds."""

SORTED = re.compile(
    "[^,;。:、0-9]{0,6}(?:开展|做好|召开|组织|进行|抓好|举办|参加|迎接|部署|安排|落实|通报|编制|完成|总结|布置)(?:好)?"
)
"""10月开展年末跟踪指导: between a time and 年末 in one clause such a verb makes of 年末 what sorts its object."""
SORTING = re.compile("[^,;。]{0,6}年[底末]|[^0-9月年]{1,6}前")
"""The words that may sort so: 年末, 汛前, 节前."""
_MOVES = "(?:调整|延期|延长|延迟|推迟|顺延|延后|提前|提早|变更|改|延)"
_DAY = rf"(?:{DAY}{CLOCK}|{MONTH}(?:[底末]|{TENTH})?|{YEAR}(?:[底末])?)(?:{BEFORE})?"
MOVED = re.compile(rf"{_MOVES}(?:至|到|为)\s?(?P<day>(?>{_DAY}))(?!起|开始)")
"""将完成时限由4月15日调整至7月20日: the day that a document sets instead of another."""
MOVED_FROM = late(rf"(?:由|从|原(?:定|先)?)[^,;。0-9]{{0,6}}(?P<old>{_DAY})[^。;0-9]{{0,24}}$")
MOVED_TERM = re.compile(
    "(?:完成|整改|报送|提交|上报|申报|申请|报名|征集|截止|竣工|交付|通车|开工|投产|验收|办结|建成|开放|达标|销号|清缴|履约|填报|实施|建设)(?:工作|任务)?(?:的)?(?:截止)?(?:时限|期限|时间|日期|节点)|工期"
)
"""What says that the day before is a limit, or that something has one."""
NO_TERM = re.compile("执行|有效|政策|优惠|过渡|保护期|禁|期满|营业|享受|缓缴|聘期|合同|处罚|贷款|还款|免费")
"""How long something holds is no limit of an act: 过渡期延长至2025年底."""

_PART = rf"(?:{DAY}|{MONTH}(?:[底末]|{TENTH})?)"
ROW = late(rf"(?:分别[于在为] ?)?{_PART}(?: ?(?:[、,和及与]|以及) ?{_PART}){{1,11}}+")
"""分别于3月15日、6月15日、9月15日前: as many deadlines as days; the last alone says that they are limits."""
YEAR_ROW = re.compile(r"到 ?20\d\d ?年[底末]?(?:[、和及与] ?到?20\d\d ?年[底末]?){1,7}+前?(?=[,分])")
"""到2025年和2030年分别达到: a deadline each."""
YEAR_PART = re.compile(r"到? ?20\d\d ?年[底末]?前?")
ROW_PART, ROW_END = re.compile(_PART), re.compile(CLOCK + BEFORE)

_TERM = "(?:时限|期限|时间|节点|日期)"
FIELD = late(
    rf"(?:(?:完成|整改|办结|办理|推进|落实|目标|责任|实施|报送|达标|销号|解决|建设|竣工|启动|计划|截止|起止){_TERM}|完成(?:年限|年度|年份|月份)|时限|(?<![示效管存用开租务款保])期限"
    r"|时间(?:节点|安排|进度|要求)|进度(?:安排|要求|计划)|时序进度)(?:要求|节点|安排)?:\s{0,4}"
    r"(?:已经?(?:基本|全部|整改)?(?:完成|到位|办结)[,、并]{1,2})?((?=[\d一二三四五六七八九十今本明每上下第年春夏秋冬汛长持常全贯立即到在于力争尽“即边])(?:[^,;。()\s\]】〕|]|(?<=[\d年月]) (?=[\d年月日底])){2,24})"
)
"""A named field holds a deadline in whatever words begin as a time does: 完成时限：长期推进, 时限要求：2022年."""
FIELD_VALUE = re.compile("[年月季周底末内前期续立常改]|20[0-9]{2}[./-]|全")
"""What the value of such a field has somewhere."""

ASIDE = re.compile(
    rf"[(,;:。【〔\[成](?:(?<!成)|(?<=完成)(?=并))(?=[\s并\d一二三四五六七八九十长持常全贯立今本明次当翌下元即边并后此])\s?(?:并|后续|此后)?({ENDLESS}|{RANGE}|{YEARS}|{MONTH}份?|20\d\d ?年(?:全年)?|20\d\d[./]\d{{1,2}})"
    rf"(?=(?:基本|全面|持续)?(?:完成|建成|实现|启动|推进|实施|出台|取得[^,;)。]{{0,6}}成效)?\s?(?:[,;)。】〕\]]|$))"
)
"""(科技局牵头,持续推进), (市发展改革委负责,2022年5月), (3月至9月); in prose 持续推进“郑科贷” is a verb."""
