"""What times of a year are called: the pieces of which deadlines are made, over folded text."""

from kjplan.extraction.tables import one_of, words

NUMBER = r"(?:\d{1,2} ?|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3}|(?<![\d.万亿美])元(?=月))"
YEAR = r"(?:(?:19|20)\d\d ?年度?|[一二][〇○零九][一二三四五六七八九〇○零]{2}年|(?:今|本|明|次|当|翌|下一?)年度?)"
TENTH = "[上中下]旬|[上中]下旬|上中旬|初"
BEFORE = r" ?(?:之前|以前|前(?![后夕往期]))"
DAY = rf"(?:{YEAR} ?)?{NUMBER}月 ?{NUMBER}[日号]"
MONTH = rf"(?:{YEAR} ?)?{NUMBER}月"
"""With the blanks that a converter leaves: 2024 年 7 月 30 日."""
DATED = r"20\d\d[-./]\d{1,2}[-./]\d{1,2}日?"
"""2022-12-31, 2022.12.31."""
CLOCK = (
    r"(?:\([^()]{1,8}\))?(?: ?(?:[上下]午|中午|晚上?|凌晨))?"
    r"(?: ?(?:\d{1,2} ?(?:[点时](?:\d{1,2}分|整|半)?|: ?\d\d)|零时))?(?:下班|上班|放学|上学)?"
)
"""12月31日(星期五)下午17时30分前."""

SPELL = r"(?:第?[一二三四1-4]季度|[上下]半年|[0-9]{1,2}(?:[-~—–至][0-9]{1,2})?月份?(?:底?前|底)?)"
"""A part of the year, as columns and labels are called after it: 一季度, 1-6月, 9月底前."""

_TO = r" ?(?:[至到]|[-—–~]{1,2}) ?"
RANGE = (
    rf"(?:{YEAR} ?)?{NUMBER}(?:月 ?(?:份|底|末|{TENTH}|{NUMBER}[日号]?)?|[日号])?{_TO}"
    rf"(?:{YEAR} ?)?{NUMBER}(?:月 ?(?:份|底|末|{TENTH}|{NUMBER}[日号])?|[日号])"
)
"""5月至9月, 3-5月, 2022年10月—次年3月, 6月1日至15日."""
YEARS = rf"20\d\d ?年?{_TO}20\d\d ?年"
AT_ONCE = words("立行立改 即行即改 即知即改 立查立改 立整立改 边查边改")
LASTING = one_of((*words("长期 持续 常年 常态 全年 贯穿 常抓不懈"), *AT_ONCE))
"""What the words of a time without a day hold; where only times and names stand, one is enough."""
ENDLESS = one_of(
    (
        *words(
            "长期推进 长期坚持 长期实施 长期落实 长期开展 长期任务 长期 持续推进 持续实施 持续开展 持续 常年推进 常年 "
            "常态化推进 常态推进 常态化开展 常态化实施 常态化 全年推进 全年开展 全年实施 全年任务 贯穿全年 全年 "
            "持续落实 持续深化 持续加强 持续完善 持续巩固 持续用力 长期抓好 长期执行 常抓不懈 常态长效"
        ),
        *AT_ONCE,
    )
)
"""What stands in the place of a date and names none."""

DEEDS = words(
    "新建 新增 改造 改建 扩建 建立 完成 力争 累计 更新 安装 铺设 整治 治理 修复 拆除 培训 引进 创建 打造 发放 兑付 种植 栽植 造林 起草 征求 提请 集中 基本 分批 办结 整改 评选"
)
"""What may stand right behind a month or its end, which then says by when: 6月底新建泵站5座, 9月改造管网20公里."""
DEED_STARTS = "".join(sorted({word[0] for word in DEEDS} | set("开动竣投启实累覆关淘轮举召组招认验上出印制全销")))
"""The first characters of what is done."""

HOLIDAY = (
    r"(?:“?(?:元旦|春节|清明|端午|中秋|国庆|五一|十一|劳动|两|双)”?、?){1,3}(?:假期|长假|黄金周|佳节|小?节)"
    r"|(?:(?:元旦|中秋)[、和])?(?:元旦|春节|国庆|中秋|五一|“[五七八十]一”)"
)
SEASON = one_of(
    words(
        "主汛期 主汛 汛期 入汛 汛 雨季 台风季 防火期 供暖期 供暖季 供暖 供热期 供热 采暖期 采暖季 采暖 旅游旺季 旺季 入冬 入夏 入秋 秋冬季 冬季 夏季 开春 "
        "迎峰度夏 迎峰度冬 度夏 度冬 封冻 冰冻期 上冻 春耕 春播 春种 备耕 麦收 夏收 夏种 秋收 秋播 秋种 三夏 三秋 春运 "
        "冬灌 春灌 凌汛期 凌汛 新学期 春季学期 秋季学期 春季学期开学 秋季学期开学 新学期开学 开学 暑假 寒假 暑期 高考 中考"
    )
)
PEAK = r"(?:(?:火灾|火险|事故|疫情|病虫害|地质灾害|地灾|溺水|流感|传染病|台风)?(?:高发|多发|易发)(?:期|季节)|(?:[夏冬暑春秋]季?|节日)?(?:用[电水气煤能]|供[电热气暖]|度[夏冬]|旅游|客流|消费|施工)高峰(?:期|季节?|时段)?)"
MEETING = (
    r"(?:全国)?两会|(?:市|县|区)?(?:党代会|人代会)|(?:党的)?(?:十九|二十)大|(?:冬奥|亚运|大运|全运|残奥|奥运|进博)会"
)
EVENT_ENDS = "节旦汛暖热期季学冬夏秋临来始开幕运耕播收种冻会大假考庆一”束峰周灌料界网成产届举办行赛营航车水馆园用"
"""The last characters of what comes on a day that no calendar gives; 前 behind one says by when: 汛期前, 通车前."""
FAIR = "(?:运动会|博览会|展览会|交易会|洽谈会|园博会|花博会|农博会|旅博会|艺术节|文化节)"
"""What is held once and opened: 运动会开幕前."""
ONCE = "(?:首次(?:装料|临界|并网)|(?:首次)?大修(?:结束|完成)|换届(?:选举)?)"
"""What comes once, on a day that the document leaves open."""
SITE = "(?:[0-9]{1,2}号(?:机组|线)|水库|大桥|隧道|高速(?:公路)?|铁路|机场|电站|枢纽|体育馆|场馆|水厂|项目|工程|园区)"
OPENED = "(?:投产|投运|通车|通航|运营|并网|蓄水|开馆|开园|启用|投用)"

_QUANTITY = r"(?:\d{1,3}|[一二两三四五六七八九十百]{1,4}|半)"
COUNT = rf"{_QUANTITY}(?:[-—–~至到]{_QUANTITY})? ?个?"
"""三, 3个, 三到五, 1-2: how many years, months or days."""
WITHIN = "(?:之内|以内|内)"
