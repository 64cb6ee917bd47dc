"""What a part is for, read from its title."""

import re

from kjplan.late import late
from kjplan.model import Role
from kjplan.parsing.lines.part_names import ROLE_WORDS
from kjplan.reading.text import solid

_LONGEST_NAMED = 50
_EXACT = {w: role for role, words in ROLE_WORDS.items() for w in words.split("|")}
_TAILED: list[tuple[Role, re.Pattern[str]]] = [
    (
        "review",
        re.compile(
            r"(?:工作|情况|过去[^,]{0,6})?回顾(?:[与和及、]?(?:总结|评[估价]|分析|反思|问题|形势(?:分析)?))?$|取得[的了]?(?:(?:主要|明显|显著|积极|重大|重要|历史性|突破性|新的?)的?)?(?:成[绩就效]|成果|进展)|发展成就"
            r"|^[^,]{0,30}(?:完成|进展|开展|推进|落实|执行)情况$|(?:主要|工作|特色|亮点)(?:成效|成绩|做法|亮点)(?:和|与|及|$)"
            r"|工作总结$|^(?:(?:19|20)[0-9]{2}年度?|上半年|今年以来)的?(?:主要|重点|各项|全年)?工作(?:主要)?情况$|^(?:落实|实施|工作|建设|减排)(?:成效|成就|进展)$"
            r"|(?:举措|措施|做法)(?:和|与|及|、)(?:主要|工作|取得的?)?(?:成效|成绩|成果)$"
            r"|^(?!(?:定期|及时|按时|适时|如实|依法)?(?:报[告送]|通报|公[开布示]|反馈|上报|汇报|跟踪|督[查促]|掌握|了解|摸清|调度|评估|加强|核[查实]|抓好|做好|强化|开展))[^,]{0,40}(?:审计|整改|职责|履职|办理|整治|督查|检查)情况$"
        ),
    ),
    (
        "principles",
        re.compile(
            r"(?:指导思想|总体要求|总体思路|基本原则|基本要求)|(?:^(?:深刻|进一步|切实|全面|正确|提高|统一)?|充分)认识.{2,40}(?:意义|重要性|必要性|紧迫性)$|^(?!加强|完善|落实|严格)[^,]{1,8}原则$"
        ),
    ),
    (
        "goals",
        re.compile(
            r"^(?!(?:[^,]{0,20},)?(?:确保|全面|顺利|圆满|按要求|按时|及时|科学|合理|认真|严格)?(?:完成|实现|落实|达成|分解|填报|报送|申报|设定|细化|对照|紧盯|下达|编制|制定|审核))"
            r".*(?:目标(?:任务|要求|指标|和任务|[和与及、](?:主要|核心|具体|预期)?指标)?|指标[和与及](?:主要)?目标)$"
            r"|^(?:20[0-9]{2}年度?|年度|全年)?(?:主要|核心|关键)?(?:生产经营|经营|业务|发展|预期)(?:业绩)?指标$"
        ),
    ),
    (
        "safeguards",
        re.compile(
            r"(?:保障措施|组织实施|组织保障|支撑保障|组织领导|实施保障|保障机制)$|^(?:强化|加强|健全)保障$|^(?:组织|实施|政策|支撑|条件)(?:和|与|及|、)(?:实施|保障|领导|管理)$|^(?:有关|工作|相关|几点|几项)要求$"
            r"|^(?:切实|进一步|全面)?(?:加强|强化|健全|完善|落实)(?:组织领导|组织保障|组织实施|保障措施|要素保障|实施保障)[,和、]"
            r"|^(?:切实|进一步|全面)?(?:加强|强化|做好|健全|完善)?工作保障$|^(?:监督|督导|督查|跟踪)?考核(?:评[估价]|奖惩)?$|^(?:推进|工作|保障)机制$|^组织推进$"
        ),
    ),
    (
        "measures",
        re.compile(
            r"(?:重点|主要|工作|下一步|下步)(?:的?工作|任务|举措|措施|安排|打算|计划|设想|谋划|重点)(?:安排|打算|计划|举措|任务)?$|今后工作|^具体(?:措施|举措|任务)$"
            r"|[做抓]好(?:20[0-9]{2}年|今年|明年)的?(?:各项|重点|主要)?(?:[^,]{0,8}工作|任务)$"
        ),
    ),
]
"""Looser forms, tried in this order: 2013年工作回顾, 总体要求和主要目标, 强化支撑保障, 2014年工作安排."""

_WHY = re.compile(
    "(?!(?:充分|深刻|切实|进一步|全面|正确|提高|统一)?认识)[^,]{2,40}的?(?:重[要大]意义|重要性|必要性|紧迫性)(?:(?:和|与|及)(?:重要性|必要性|紧迫性|可行性))?"
    "|(?!明确|规范|统一)[^,]{2,30}定义"
)
"""Why the matter counts, and what its words mean: 开展…试点的重要意义, 某某废物的定义."""
_SITUATION = re.compile(
    r"^(?:当前|面临|总体|供需|发展|基本)?(?:形势|现状)(?:(?:与|和|及)(?:形势|现状|问题|需求))?分析$|趋势(?:分析|预测|预判)$"
    r"|面临的?(?:主要|突出|重大|严峻|新的?)?(?:问题|困难|挑战|威胁|形势|风险|压力|机遇)(?:(?:和|与|及|以及|、|,).{1,12}|新(?:机遇|挑战|任务|要求).{0,8})?$"
    r"|^(?:当前|目前)?需要?(?:引起)?(?:高度)?(?:关注|重视|解决)的(?:几个|主要|突出|若干|一些)?(?:问题|困难)$"
    r"|^[^,]{0,8}(?:短板|不足|差距|困难|问题)(?:和|与|及|、)(?:短板|不足|差距|困难|问题)$"
    r"|存在的?(?:主要|突出|薄弱)?(?:问题|困难|不足|短板|差距|薄弱环节)(?:(?:和|与|及|以及|、|,).{1,12})?$"
    r"|(?:现状|(?:主要|突出)(?:问题|矛盾|短板)|发展(?<![夯充扎]实发展)(?<![打筑]牢发展)(?<!优化发展)(?<!巩固发展)(?<!改善发展)(?<!营造发展)(?<!奠定发展)(?<!创造发展)(?:基础|环境|背景)|(?:规划|编制|工作|项目|建设)背景|^(?:基本|总体|项目|工作)(?:情况|概况)|^(?:前期|已?开展)的?工作(?:情况)?)$"
    r"|^(?:(?:工作|建设|现有|现实|前期)基础|(?:面临|当前|现实|国内外|国际国内|宏观|总体)(?:的)?形势)$"
    r"|^(?:发展|面临|存在|主要|总体|当前|现实|工作|基本|产业|行业|规划)?(?:的)?(?:形势|现状|成效|成绩|基础|机遇)(?:和|与|及|以及|、)"
    r"(?:主要|面临|存在|突出)?(?:的)?(?:形势|问题|挑战|机遇|现状|困难|不足|差距|任务|要求)$"
)
"""What a heading is called that tells how things stand, also below a heading of tasks: 长江流域面临的主要威胁, 现状与问题."""
_ACTS = late(
    "(?:全面|深入|认真|切实|着力|重点|及时|科学|准确|深刻|清醒|进一步|充分|积极|主动|努力|大力|妥善|加快|集中)*+"
    "(?:摸[清排准]|掌握|改[善变进]|扭转|解决|整改|梳理|查[找摆清明]|破解|化解|排查|应对|把握|分析|研[判究]|认[清识]|纠正|克服|针对"
    "|直面|正视|聚焦|围绕|消除|[治整清]理|整治|调查|开展|加强|推[进动]|完善|健全|[夯筑打]|优化|巩固|营造|创[造建设优]|处理|补齐"
    "|找准|深化|落实|强化|建立|建设(?!(?:基础|背景|现状|情况)$)|提[升高]|适应|关注|监测|评估|公开|报告|通报|区分|立足|培育|发展壮大|打造|防范|看[清到]|了解)"
)
"""A title that opens with what is to be done is none: 解决存在的突出问题, 优化发展环境."""
_IN_DOING = re.compile("(?:推[进动]|开展|落实|加强|建设|强化|深化)[^,]{2,24}(?:工作|建设|改革|发展|过程)?中?存在的?")
"""What is wrong with doing it is told all the same: 推进法治政府建设存在的不足."""
_SCOPE = re.compile(
    "(?:工作|实施|适用|纳入|试点|对象|复核|核查|检查|抽查|评估|监测|整治|清理|治理|排查|开放|创建|编制|规划|统计|调查|普查|推广|补助|支持"
    "|扶持|资助|奖励|培训|申报|参[与加评赛]|活动|改革|验收|考核|管理|监管|执法|覆盖|帮扶|服务|保障|救助|认定|招录|招募|招聘|选拔|选派|征集|工作的)?"
    "(?:范围|对象|期限|区域|依据|主题|地点)(?:(?:和|与|及|、)(?:范围|对象|期限|区域|内容|时间|地点|数量|条件|名额|方式|依据)){0,3}"
    "|(?:项目|园区|企业|产品|机构|单位|建设|实施|申报|申请|准入|推荐|基本|适用|认定|参[与加评赛]|试点|入库|许可|创建|报名|评选|遴选|补助|奖励|支持|享受|入选|招录|资格|招募|招聘|选拔|选派|征集)+(?:类型|条件)"
    "|(?!明确|端正|围绕|坚持|提高|突出|牢记|践行)[^,、]{0,8}(?:目的|宗旨|意义)(?:(?:和|与|及|、)?(?:目的|意义|依据|要求))?"
    "|(?:复核|考核|评价|评估|验收|评定|评分)(?:内容|标准)|(?:等级|结果|预警|响应|绩效)(?:划分|评定|分级)|(?:评价|考核|评定|评估)(?:等级|等次)|(?:分级|评分|计分)(?:标准|办法)|(?:监测|采样|检查)频次"
    "|(?:评价|检查|核查|抽查|监测|评估|考核|调查)目的|评价(?:范围|对象|依据)(?:(?:和|与|及|、)(?:范围|对象|内容|依据))?"
    "|(?:试点|实施|施行|执行|有效|申报|评审|活动|会议|报名|督办)(?:时间|日期|期限|期)|(?:主办|承办|协办|支持|组织|指导|参与|合作|受援|支援|试点|派出|参建)单位(?:(?:和|与|及|、|,)(?:主办|承办|协办|支持|组织|指导|参与|合作)单位){0,4}"
    "|(?:培训|会议|报到|比赛|竞赛|考试|演练)(?:时间|地点|日程|科目|方式|费用)(?:(?:和|与|及|、)(?:时间|地点|日程|科目|方式|费用|内容|对象|人员)){0,3}|(?:参[会训赛展]|与会)(?:人员|单位|费用)(?:及(?:名额|人数))?|日程安排|奖项设置|注意事项|联系(?:人|方式|电话|单位|地址)[^,]{0,10}"
)
"""What a whole heading is called that says whom or what the work concerns, and orders none: 工作范围, 试点对象, 联系人."""
_LEADS = re.compile("(?:切实|进一步|全面)?(?:加强|强化|改进|完善)对?[^,、]{2,30}的(?:组织)?领导")
"""加强对…工作的领导 as the last part."""
_DEMANDED = re.compile(
    "(?:专项|工作|整治|活动|监管|检查|督查|督导|执法|治理|行动|排查|巡查|整改|组织|实施)+(?:工作)?(?:的)?(?:要求|纪律)|[一-鿿]{2,4}纪律"
)
"""监管要求, 整治要求, 活动要求 as the last part."""


_AIMS = late(
    "(?:20[0-9]{2}年度?|总体?|分|阶段性?|年度|发展|建设|工作|行动|治理|整治|减排|节能|质量|约束性|预期性?|主要|核心|具体|重点|量化|数量|改革|创建|推进|实施|近期|中期|远期|长期){1,3}(?:目标|指标)"
)
"""What goals below a heading of tasks are called: （二）发展指标 of 发展目标与任务."""
_WHY_ENDS = ("意义", "要性", "迫性", "行性", "定义")
_ANY_NESTED = re.compile(
    "状|概况|趋势|问题|困难|形势|挑战|威胁|不足|短板|差距|环节|风险|压力|机遇|基础|背景|环境|情况|范围|对象|期|地点|依据|区域|主题|时间|联系|类型|条件"
    "|内容|标准|办法|划分|评定|分级|频次|目的|宗旨|意义|单位|日程|科目|方式|费用|人员|设置|事项|等级|等次"
)
"""Some word of every form of the two above."""


def nested_role_of(folded: str) -> Role | None:
    """The role of a heading below one of tasks that is none itself, or None for a task: 工作目标, 面临的主要问题, 适用范围."""
    title = solid(folded)
    if title in _EXACT:
        return _EXACT[title]
    if title.endswith(("目标", "指标")) and _AIMS.fullmatch(title):
        return "goals"
    if len(title) > _LONGEST_NAMED or not _ANY_NESTED.search(title):
        return None
    if (
        _SITUATION.search(title)
        and (not (_ACTS.match(title) or _ACTS.match(title, title.rfind(",") + 1)) or _IN_DOING.match(title))
        and not title.startswith(("其他", "其它"))
    ):
        return "review"
    return "other" if _SCOPE.fullmatch(title) else None


def leads_work(folded: str) -> bool:
    """Whether the last part of a document only says that the work is to be led, or how: 加强对煤矿安全工作的领导, 监管要求."""
    title = solid(folded)
    return _LEADS.fullmatch(title) is not None or _DEMANDED.fullmatch(title) is not None


_ANY_TAILED = re.compile(
    "回顾|[情概]况|趋势|指标|成[绩就效]|做法|亮点|问题|困难|不足|短板|形势|挑战|现状|基础|背景|威胁|环境|范围|对象|期|地点|依据|区域|主题|时间|联系|类型|条件|总结|打算|计划|设想|考核|思想|要求|思路|原则|认识|目标|措施|实施|保障|领导|机制|工作|任务|举措|安排"
    "|内容|标准|办法|划分|评定|分级|频次|目的|宗旨|意义|单位|日程|科目|方式|费用|人员|设置|事项|等级|等次"
)
"""Some word of every form above: one search tells most titles apart."""


def without_brackets(line: str) -> str:
    """The words of a line that stands in brackets whole (【年度目标】), and any other line as it is."""
    if not line.startswith("【"):
        return line
    words = line[1:-1]
    return words if line.endswith("】") and "】" not in words else line


_ALONE = frozenset(
    [
        "重点整治内容",
        "整治内容",
        "整治重点",
        "活动内容",
        "实施步骤",
        "工作步骤",
        "方法步骤",
        "进度安排",
        "时间安排",
        "计划安排",
    ]
)
"""More names of parts, which say no role."""


def is_role_title(folded: str) -> bool:
    """Whether a whole line is nothing but the name of a part, so that it is a heading even without a marker."""
    title = solid(folded)
    return title in _EXACT or title in _ALONE


_PERIOD = re.compile(
    r"(?:“?[一二三四五六七八九十]{1,2}五”?(?:时期|期间)|(?:19|20)[0-9]{2}年(?:度)?|今后[一二三四五]年|过去[一二三四五]年|今年|明年)的?(?:政府)?"
)
_LONGEST_DATED = 20


def is_dated_role_title(folded: str) -> bool:
    """Whether a line is the name of a part with its period before it (2026年重点工作, “十五五”时期的主要目标任务). Between
    paragraphs it is a heading; on top of a text it may be the title."""
    m = _PERIOD.match(folded) if len(folded) <= _LONGEST_DATED else None
    if m is None:
        return False
    name = folded[m.end() :]
    return name in _EXACT or (name.startswith("主要") and name[2:] in _EXACT)


_NAMES = "(?:" + "|".join(sorted(_EXACT, key=len, reverse=True)) + ")"
_BEGINS_SENTENCES = ("组织实施", "组织领导")
_NOUNS = "(?:" + "|".join(sorted((w for w in _EXACT if w not in _BEGINS_SENTENCES), key=len, reverse=True)) + ")"
"""组织实施 also begins a sentence: 组织实施省级重大专项."""
_TIME = "(?:(?:19|20)[0-9]{2}年|“?十[一二三四五六七八九]五”?(?:时期|期间)|过去[一二三四五]年|上年度?|本届政府)"
_YEAR = f"{_TIME}(?:[和与及暨、]{_TIME})?(?:的)?(?:政府)?"
_DATED = "(?:工作)?回顾|工作总体部署|工作部署|工作安排|重点工作|主要工作|工作任务|重点任务|总体要求|主要目标|预期目标"
_AWARE = "(?:充分|深刻|进一步|切实)?(?:认识|提高|理解)[^。,;:]{4,40}?(?:重[要大](?:意义|性)|必要性|紧迫性|认识)"
_FOLLOWED = "(?=[^是的和与及、,。:;])(?=.{20})"
_OPENING = re.compile(f"(?:{_NAMES}[和与及])?{_NOUNS}{_FOLLOWED}")
_ACHIEVED = "(?:[^,。;:]{0,12}工作)?取得[^,。;:]{0,8}?(?:成效|成绩|成就|进展|成果)"
_STANDING = (
    "(?:(?:规划|编制|工作|建设|项目)背景|(?:发展|工作|现实|建设|现有|前期)基础(?:[与和及、](?:面临)?(?:形势|环境|现状))?|(?:发展|工作|治理)现状|(?:落实|实施|工作|建设|减排)(?:成效|成就|进展)|面临形势|背景)"
    "(?=“十|十[一二三四]五|近[一-鿿]{0,3}年来|党的十|20[0-9]{2}年[^度]|截至)"
)
"""规划背景“十三五”期间,…: how things stand, and then since when."""
_FACED = "(?:当前|目前|今后一个时期)?面临的?(?:主要|新的?)?(?:形势|困难|问题|挑战)(?=[^的是和与及、,。:;仍依然更日愈越十较很相总严复不将还也])"
"""面临的形势老龄化加剧,…: what is faced, and then a sentence with a subject of its own."""
_WANTING = "(?:(?:当前|目前)?存在的?(?:主要|突出)?(?:问题|困难|不足|短板)|短板[与和]不足)(?=[^的是和与及、,。:;仍依然更日愈越十较很相总严复不将还也整突清台多得未并进限要需])"
"""存在困难河道管护经费缺口…: what is wanting, and then such a sentence."""
_ANALYSED = "(?:现状(?:与|和|及)(?:主要|存在)?问题|(?:当前|面临|总体)?(?:形势|现状)分析(?!会))"
"""现状与问题湖区水质…: how things stand, without a mark behind."""
_AIMED = "[^,。;:、的是]{1,10}目标(?=到?20[0-9]{2}年|近期|“十|通过[^,。;]{2,20},)"
"""达标期限与目标近期到2020年,…: what is wanted, and then by when."""
_AHEAD = "下一?步(?:的?(?:重点)?工作)?(?:安排|打算|计划|考虑|要求|措施|举措|思路)(?!的)"
_DATED_OPENING = re.compile(
    f"(?:{_AHEAD}|{_YEAR}(?:(?:{_DATED})(?!情况|部署|推进|落实|要点|报告|方案|计划|总结)|{_ACHIEVED})|{_AWARE}|{_STANDING}|{_FACED}|{_WANTING}|{_ANALYSED}|{_AIMED}){_FOLLOWED}"
)
_INNER = re.compile(
    "(?:指导思想|(?:基本|实施|工作|总体|试点|建设|推进)原则|总体(?:目标|要求|思路)|(?:主要|工作|发展|预期|分?阶段|试点|建设|行动|整治|创建|改革|近期|年度)目标|(?:培训|活动|攻坚|治理|减排|保护|监测|评价|责任|经营|保供|修复|节能|质量)目标(?!责任|任务|完成|考核|管理|分解|体系|评价|要求|值|实现))(?=[^是的和与及、,。:;])(?=.{20})|目标任务(?=坚持|到20|通过|分阶段|力争|经过|用[^,。]{1,8}时间)"
)


def opening_role_title(folded: str, *, part: bool = True) -> int:
    """Length of the name of a part that opens a line and is followed at once by its words; 0 where there is none.

    ``主要目标到2025年,…`` opens with one; ``主要目标是…`` and ``主要目标和任务…`` do not.

    :param part: whether it is an outermost heading; others are only called 指导思想, 基本原则 or 目标
    """
    m = (_OPENING if part else _INNER).match(folded)
    return 0 if m is None else m.end()


def opening_dated_title(folded: str) -> int:
    """Length of the name of a part with its year, or of why the matter counts, that opens a line and is followed at once by
    its words: 2023年工作回顾过去一年,… · 充分认识…的重要意义近年来,…; 0 where there is none."""
    m = _DATED_OPENING.match(folded)
    return 0 if m is None else m.end()


def role_of(folded: str | None) -> Role | None:
    """The role that a title names, or None where it names none: 主要目标 → goals, 优化全域创新格局 → None."""
    if not folded:
        return None
    title = solid(folded)
    if title in _EXACT:
        return _EXACT[title]
    if len(title) > _LONGEST_NAMED or not (title[-2:] in _WHY_ENDS or _ANY_TAILED.search(title)):
        return None
    nested = nested_role_of(title)
    if nested is not None:
        return nested
    found = next((role for role, pattern in _TAILED if pattern.search(title)), None)
    return "other" if found is None and title[-2:] in _WHY_ENDS and _WHY.fullmatch(title) else found
