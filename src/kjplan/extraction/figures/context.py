"""What stands around a commitment in its sentence: hedges, periods, scopes, and what makes a figure no target."""

import re
from dataclasses import dataclass

from kjplan.extraction.tables import by_first, one_of, words
from kjplan.extraction.times.time_words import DEED_STARTS
from kjplan.late import late

HEDGES = words("力争 努力 争取 预计 计划 预期 有望 拟")
SCOPES = words(
    "全市 全省 全国 全区 全县 全州 全盟 全旗 全域 我市 我省 我区 我县 全镇 全乡 全街道 全村 全校 全院 全系统 全集团 全公司"
)
PERIODS = words(
    "全年 今年 明年 本年度 本年 年均 每年 每月 每季度 每周 每学期 今明两年 今后五年 未来五年 未来三年 三年内 五年内 三年"
)
_SPANS = rf"[两三四五十]年(?=累计|内|共|[{DEED_STARTS}][一-鿿]{{2}})"
"""Years that only what follows shows to be a span: 五年累计250公顷."""
_MANNERS = words(
    "分批 分期分批 分批次 分级分类 分层分类 常态化 同步 线上线下 因地制宜 有序 滚动 择优 多渠道 全方位 分阶段"
)
"""How something is done, step by step: adverbs only right before a deed (有序推进, but 有序的)."""
ADVERBS = (
    *words(
        "确保 保证 保持 其中 包括 并且 并 同时 以及 及 和 与 共计 共 累计 重点 集中 全面 加快 积极 大力 继续 持续 进一步 着力 统筹 稳步 "
        "扎实 深入 要 将 再 去年 上年 但 且 也 还 初步 首批 负责 现已 已经 已 公开 面向社会 面向全国 面向全省 面向全市 面向全县 面向全区 全力 认真 切实 坚决 牢牢 严格 抓紧 至少 最多 至多 比改革前 大规模 力求 高质量 高标准 优先 分别 成功 基本 向上 稳妥 直接 免费 主导或参与 牵头或参与 主导 牵头 参与"
    ),
    *_MANNERS,
)
"""Words that lead up to a verb or an indicator and are part of neither."""
_NOT_BEFORE = {
    "拟": "建(?!设|立|成)|上市|录用|任", "负责": "[人制任]", "公开": "(?!招|选|遴|征)", "预期": "寿命|目标", "计划": "生育", "并": "网|购|联", "共": "享|建|同|性|治", "再": "生|就业|制造|造|建(?!设)|贷款|贴现|融资|担保|保险", "要": "素|约",
    **dict.fromkeys(("主导", "牵头", "参与"), "(?!制定|修订|制修订|编制|起草|发起|研制|组建|承担|实施|完成|开展)"),
    "继续": "教育", "还": "款|林|贷", "已": "有|知|婚", "和": "谐", "与": "会", "统筹": "基金|区", "将": "军",
    "重点": "(?!新|推进|实施|支持|培育|建设|抓|做|开展|打造|引进|培养|引育|选|扶持|资助|改造|整治|治理|完成|安排|组织|培训|解决|排查|检查|抽查|帮扶|推广|谋划|监测|督办|联系服务|跟踪|举办|开工|盘活|化解|清理)",
    "免费": "(?!送|培训|发放|提供|开展|安装|筛查|检测|接种|为|放映|适配|救治|更换|体检)", "争取": "中央|上级|国家|省级|专项|资金|项目|投资|政策|各类|债券|地方|政府",
    **dict.fromkeys(_MANNERS, rf"(?![{DEED_STARTS}]|整[治改]|培|轮|加装|发)"),
    "直接": "融资|投资|经济|税|费", "基本": "(?!建成|完成|实现|消除|形成)", "高标准": "农田", "稳妥": "(?!运行|推进|实施|开展|化解|处置)",  "集中": "(?!对|力量|开展|建设|攻关|打造|整[治改]|排查|治理|清[理查]|解决|处置|组织|办理|约谈|曝光|培训|拆除|开工|签约|销毁|宣讲|走访|督办|攻坚)",
}  # fmt: skip
"""What follows such a word and makes another of it: 并网装机, 再生水, 预期寿命; 重点 only before a verb (重点实验室达到10家)."""


def _one_before(choices: tuple[str, ...]) -> str:
    return "|".join(
        word + (f"(?!{_NOT_BEFORE[word]})" if word in _NOT_BEFORE else "")
        for word in sorted(choices, key=len, reverse=True)
    )


_STAGE = r'[“"]?十[一二三四五六七八九]五[”"]?(?:规划)?'
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_MONTH = r"(?:\d{1,2}|[一二三四五六七八九]|十[一二]?) ?月"
_DUE = (
    rf"[到至]? ?(?:20\d\d ?年|[今明次]年)?(?:年?底前?|年?末前?|年内|{_MONTH}(?:份|份?[底末]|[上中下]旬)?(?=[{DEED_STARTS}][一-鿿]|达)|{_MONTH}份?底$|{_MONTH}(?:份?[底末]?|{_DAY} ?[日号])(?:\d{{1,2}} ?[点时])?(?:[之以])?前|[上下]半年)"
    rf"|[到至] ?(?:20\d\d ?年|[今明次]年)?\d{{1,2}} ?月(?:[底末]|\d{{1,2}} ?日)|[到至] ?20\d\d ?年底?(?!\d{{1,2}} ?月)|20\d\d ?年底?前|20\d\d[-./]\d{{1,2}}[-./]\d{{1,2}}日?(?:[之以])?前"
    rf"|(?:不得?[迟晚]于|最[迟晚](?:于|在)?)(?:20\d\d ?年)?{_MONTH}(?:[底末]|\d{{1,2}} ?日)前?|到?{_STAGE}(?:末|期末)|(?:第?[一二三四]|前三)季度(?:[末底]前?)?"
)
_DUE = rf"(?:{_DUE})(?:[、和及与] ?(?:{_DUE}|20\d\d ?年[底末]?前?)){{1,7}}|{_DUE}"  # 到2025年和2030年，分别达到
_PERIOD = (
    rf"20\d\d ?年(?:[、和及与] ?20\d\d ?年){{1,7}}(?![底末前])|{_STAGE}(?:期间|时期|期末|末)|(?:20\d\d ?[-~—–至]{{1,2}} ?)?20\d\d ?年(?:度(?!过))?(?![底末前])|{one_of(PERIODS)}|{_SPANS}"
    "|(?:春运|暑运|汛期|暑期|寒假|暑假|节日|假日|双节|活动|供暖|冬春)期间"
)
_LEAD = r"[^,。;:“”]{0,16}目标(?:是|为|设定为)|(?:用|在)?\d{1,2}年(?:时间|内)?"
_LEAD += r"|(?:务必|赶)?[在于](?=(?:20\d\d ?年|[今明次]年)?(?:年底|\d{1,2} ?月))|(?:原则上|务必)(?=[在于到年0-9])"
_LEAD += "|[近中远]期(?=[到至在,力]|20)"
_LEAD += "|年(?=出栏|新增|接待|培训|引进|开展)"
_LEAD += "|“[^“”]{1,12}”(?:就是|是指|是|即|为|指(?![标数]))"  # “20”是指新建特色园20座
_LEAD += "|[一二三四五六七八九十]{1,2}[是要]|[—―]{1,2}|即(?![时将日便使可期刻])"
_PREFIX = re.compile(
    rf"(?P<hedge>{_one_before(HEDGES)})|(?P<due>{_DUE})|(?P<period>{_PERIOD})|(?P<scope>{one_of(SCOPES)})"
    rf"|{_LEAD}|{_one_before(ADVERBS)}|[\s、,]+"
)
_LEADING = frozenset(
    '春暑汛寒节假双活供冬到至今年底末上下“"十用在近中远、,第一二两三四五六七八九前不最务赶原于—―即'
) | {word[0] for word in (*HEDGES, *PERIODS, *SCOPES, *ADVERBS)}
"""What words that lead up to a verb begin with, besides blanks and digits; only those with 目标 begin with any character."""
_SUBJECT_LEAD = re.compile(r"实现|推动|促进|带动|使(?!用)|让(?!利)|将|把|推进|确保|安排(?!好|部署)|落实(?![率到])")
_DISPOSED = re.compile("[坚决要]把(?!握|关|脉|控)")
"""Behind it stands what is acted on, whatever came before: 部门要精简会议、坚决把文件压减三分之一."""
_TAIL_WORDS = words(
    "确保 保证 务必 原则上 一般 分别 总体 同比 平均 累计 合计 总计 共计 总共 各 再 要 将 须 全部 逐步 稳步 年底 年末 年内 至少 继续 仍 由 从 也 已 可 统一 做到 常年 始终 长期 持续 动态 同口径 按可比价格 实现"
)
_YEAR_FIRST = r"(?:20\d\d ?年|[今明]年)"
_MONTHS = rf"{_YEAR_FIRST}?\d{{1,2}} ?月(?:[底末]|\d{{1,2}} ?[日号])?"
_TAIL_DUE = (
    rf"[到至]?(?:{_MONTHS}(?:[、和]{_MONTHS}){{0,3}}[之以]?前|(?:(?:20\d\d ?|[今明])?年[底末]|{_YEAR_FIRST}?上半年)前|{_YEAR_FIRST}?\d{{1,2}} ?月[底末]"
    rf"|(?:20\d\d ?|[今明])年[底末]|20\d\d ?年(?:[底末]?前|[底末])(?:[、和及与] ?20\d\d ?年(?:[底末]?前|[底末])){{1,3}}|20\d\d ?年前|{_STAGE}(?:期末|末)|第?[一二三四]季度(?:[末底]前?)?|前三季度|[上下]半年|(?<=[到至])年[底末])|[到至在] ?20\d\d ?年[底末]?(?:[、和及与] ?20\d\d ?年[底末]?){{0,3}}"
)
"""By when, between a subject and its predicate: 覆盖率在2025年6月底前达到60%."""
_SUBJECT_TAIL = late(
    r"(?P<hedge>力争|努力|争取|预计|计划|预期|拟)$|(?P<period>年均|全年|每年|(?<![较于由从以至到在])(?<!(?<!占)比)20\d\d ?年(?:[、和及与] ?20\d\d ?年){0,3})$|"
    rf"(?:(?<![存用位处现正对属])[在于])?(?P<due>{_TAIL_DUE})$"
    r"|(?:较|(?<!占)比)(?:上年|去年|年初|上年同期|同期|20\d\d ?年|“?十[一二三四五六七八九]五”?期?)(?:末|底)?$|在 ?20\d\d ?年(?:底|末)?(?:的)?基础上$|[比较](?:法定|承诺|规定)(?:办[结理])?时限$|\s$"
    rf"|(?:{one_of(_TAIL_WORDS)})$|(?<![人户日月])均$|(?<![供反适对])应$|(?<![首成])都$|(?<=[率度量值收额数比重间长积])在$|(?<=力争|确保|保证|争取|分别|总体|全部)在$|(?<=原则上)在$|(?<=支出|投资|资金)安排$"
)
_TAIL_REACH = 30
_TAIL_ENDS = frozenset("度争力取计划期拟均年前末底初五”上应都在排限") | {word[-1] for word in _TAIL_WORDS}
"""The last characters of all that the pattern takes off, but for blanks."""

_ATTRIBUTE = "(?:出台|印发|下达|确定|启动|实施|开工|建成|新增|制定|批准)的"
_OF_WHAT_IS = r"(?:(?<=[,;。]对已)|(?<=^对已)|(?<=(?:推进|推动|加快|盘活|用好|利用|依托|督促|促进|巩固|确保)已))(?:建|投|开|批|签|入|出[让台]|供|纳|确定|认定|印发|引进|落地|发现|排查|运行)"
"""Before 已 where it tells which ones: 推进已建设施改造，达标率达到90%; but 改造已完成，达标率达到90%."""
PAST = late(
    rf"(?<![比较于])(?:去年|上年|上一年度?)(?!底?前?{_ATTRIBUTE}|基础上)|过去[一二三四五两]?年|(?:近[一二三两]?|[一二三四五两])年来|以来|截至|截止|(?<!项)目前|已(?!有|(?!建成|形成|取得|实现|完成)[^,;。0-9]{{1,4}}的[^,;。]*[,;]|{_OF_WHAT_IS}[^,;。0-9]{{1,40}}[,;])|经过(?:不懈|共同|艰苦)?努力,(?![^。;]{{0,20}}(?:力争|到20|实现))|初步(?:核查|统计|测算)|统计,|(?:^|[,;:])(?:全[市省县区国]|我[市省县区])?现(?:共)?有|(?<![年应要须将])(?<!期间)累计完成|成功(?!率|治疗)|了$|(?<!为)(?:完成|建成|实现)了|共(?:出动|派出|查处|查扣|查获|抓获|收缴)|原(?:计划|定)(?![^,;。]{{0,16}}基础|目标|任务)|(?:完成|进展|落实|整改|实施)情况:|(?:^|[,;])(?:受[^,。;]{{2,14}}影响,|共?[收接]到[^,。;0-9]{{0,12}}[0-9])"
)
"""What a sentence about the past says before its figure: 去年完成投资5亿元, 完成了5个; but not 比上年增长6%."""
_MAYBE_PAST = re.compile(
    by_first(
        (
            "去年",
            "上一年",
            "经过",
            "上年",
            "过去",
            "年来",
            "以来",
            "截至",
            "截止",
            "目前",
            "已",
            "累计完成",
            "成功",
            "了",
            "20",
            "19",
            "初步",
            "原计划",
            "原定",
            "影响,",
            "收到",
            "接到",
            "统计,",
            "共出",
            "共派",
            "共查",
            "共抓",
            "共收",
            "情况:",
            "现",
            "五”期间",
            "五”时期",
            "五期间",
            "五时期",
        )
    )
)
"""Without one of these nothing says that a sentence tells of the past."""
PRESENT = re.compile(
    "今年|力争|争取|努力|(?<!原)计划|预计|(?<![去上]年)全年|确保|近期|今后|下一步|[,;](?:要(?![求素点])|年底前?(?=达到|实现|完成|建成|提[高升]))|(?<=[年底末月日])前(?=[要须应])|[应须要](?=控制|达到|保持|提高|降|增|完成|新|力争|不[低高少超])"
)
"""What turns back to the future after such words: 在去年基础上，今年新增10家."""
COMMITS = re.compile(r"确保|保证")
"""Adverbs that make a bare figure a promise: 确保城镇新增就业5万人."""
SURE = re.compile(r"确保|保证(?![金人书])|务必|保障(?![性房水标对人])")
"""What ends the hope of the clause before: 力争签约80%，并保障履约90%."""
_RATES = ("年均", "每年", "每月", "每季度", "每周", "每学期")
_YEAR = re.compile(r"(?<![比较从由以在于与\d])(?:19|20)\d\d(?=年(?!(?:底|末)?(?:前|水平|的?基)|初))")
"""A year of which a sentence tells (到2004年底，装机容量达到4亿千瓦 is past in 2005), not one that something is measured by."""
_OF_YEARS = late(
    r"(?:完成|开展|做好|组织|启动|推进|落实|编制|报送|审核|核查|清缴|发放)(?:(?:19|20)\d\d(?:年度?)?[、和至-]){0,3}(?:19|20)\d\d年度(?=[一-鿿])"
)
"""What is worked on and belongs to years that are over: 完成2021、2022年度配额清缴."""
_STAGES = {"十五": 2005, "十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025}
_STAGE_PAST = re.compile('(?<![比较从以在于与])(?<![比较从以在于与][“"])(十[一二三四]?五)[”"]?(?:期间|时期)')
"""A period that is over when the plan begins: “十三五”期间 in a plan of 2021; but 较“十三五”时期提高5%."""


@dataclass(slots=True, eq=False)
class Frame:
    """Hedge, period, scope and time words in force for a commitment."""

    hedge: str | None = None
    period: str | None = None
    scope: str | None = None
    due: str | None = None

    def over(self, outer: "Frame") -> "Frame":
        """This frame, with what it does not say taken from the words before it in the sentence.

        What is so much a year ends where a day is named: 年均新增5万千瓦，到2025年达到30万千瓦.
        """
        if outer is NO_FRAME or self is NO_FRAME:
            return outer if self is NO_FRAME else self
        return Frame(
            hedge=self.hedge or outer.hedge,
            period=self.period or (None if self.due and outer.period in _RATES else outer.period),
            scope=self.scope or outer.scope,
            due=self.due or outer.due,
        )


def one_of_row(times: str | None, place: int, number: int) -> str | None:
    """The time words that belong to one of several figures: 到2025年和2030年，…分别达到30%、50%; of others the last."""
    parts = re.split("[、和及与] ?", times) if times else []
    return parts[place] if len(parts) == number > 1 else parts[-1] if parts else None


NO_FRAME = Frame()
"""What nothing is said by; frames are never changed once they are given out."""


def strip_prefix(text: str) -> tuple[int, Frame]:
    """How many characters of hedges, periods, scopes, times and adverbs a clause begins with, and what they say."""
    aimed = "目标" in text
    frame, at, end = NO_FRAME, 0, len(text)
    while at < end and (text[at] in _LEADING or aimed or _is_blank_or_digit(text[at])):
        m = _PREFIX.match(text, at)
        if m is None:
            break
        if m.lastgroup:
            if frame is NO_FRAME:
                frame = Frame()
            setattr(frame, m.lastgroup, m.group())
        at = m.end()
    return at, frame


def _is_blank_or_digit(character: str) -> bool:
    return character.isspace() or character.isdecimal()


def strip_subject_lead(text: str) -> int:
    """How many characters of a causing verb a subject begins with: 推动旅游收入突破60亿元."""
    if m := _DISPOSED.search(text):
        return m.end()
    m = _SUBJECT_LEAD.match(text)
    return m.end() if m else 0


def strip_subject_tail(text: str) -> tuple[int, Frame]:
    """Where a subject ends before its adverbs, and the hedge among them: 研发投入强度力争突破2.1%."""
    end = len(text)
    last = text[-1:]
    if last not in _TAIL_ENDS and not last.isspace():
        return end, NO_FRAME
    m = _SUBJECT_TAIL.search(text, max(0, end - _TAIL_REACH), end)
    if m is None:
        return end, NO_FRAME
    frame = NO_FRAME
    while m:
        if m.lastgroup:
            if frame is NO_FRAME:
                frame = Frame()
            setattr(frame, m.lastgroup, m.group())
        end = m.start()
        m = _SUBJECT_TAIL.search(text, max(0, end - _TAIL_REACH), end)
    return end, frame


_LAID = re.compile("[^。;!?]{0,80}(?:奠定|打下)了?[^。;!?]{0,8}基础")
_LAID_LONGEST = 80 + 3 + 8 + 2


def laid_the_ground(text: str, at: int) -> bool:
    """Whether a sentence goes on behind a figure as one about what was done does: 完成投资20亿元，为全年目标打下基础."""
    return text.find("基础", at, at + _LAID_LONGEST) >= 0 and _LAID.match(text, at) is not None


def is_past(before: str, year: int | None) -> bool:
    """Whether the words of the sentence before a figure tell of the past.

    :param year: the plan's year; a year before it tells of the past too, where it is no base (较2020年)
    """
    if not _MAYBE_PAST.search(before):
        return False
    if "年度" in before:
        before = _OF_YEARS.sub("", before)
    years = [(m.end(), year is not None and int(m.group()) < year) for m in _YEAR.finditer(before)]
    if "五" in before:
        years += [(m.end(), year is not None and _STAGES[m[1]] < year) for m in _STAGE_PAST.finditer(before)]
    past = max([m.end() for m in PAST.finditer(before)] + [at for at, over in years if over], default=0)
    if not past:
        return False
    present = [m.end() for m in PRESENT.finditer(before)] + [at for at, over in years if not over]
    return past > max(present, default=0)
