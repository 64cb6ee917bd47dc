"""Where a title ends whose words follow without any mark, in text that has lost its line breaks.

Nothing but the words can tell: the name of a part or a label that opens the line, words that only a sentence opens with, a body that begins by saying
the title's words again, a subject behind the noun that a title ends in. Where none of these is seen, a heading stays without a title.
"""

import re

from kjplan.extraction.commitment import begins_with_verb
from kjplan.extraction.names.body_ends import AUTHORITIES
from kjplan.extraction.names.names import PROVINCES
from kjplan.extraction.tables import one_of, words
from kjplan.late import late
from kjplan.parsing.headings.roles import opening_role_title

MAX_PARAGRAPH_TITLE = 30
"""Titles that nothing parts from their words are no longer than this, and so are those of unnumbered paragraphs."""
_LEAST_BODY = 5
_STOP = re.compile(r"[。;:!?]")
_MARKED = re.compile(r"[。;:!?,]")
_COMMA = re.compile(r"[,、]")
_OPEN, _CLOSE = "“‘《〈(【〔", "”’》〉)】〕"
_SUBJECT = re.compile("各|请|地方各级|有关")
_UNENDED = late(
    "(?:[好的和在把并经要是从以于按使至到且或而即凡该其此等不已未、,]"
    "|(?<!参)与|(?<!普)及|(?<![核应校比面])对|(?<![自理事])由|(?<!即)将|(?<![方导走去流投面取])向|(?<!行)为|(?<![供响适效反对])应|(?<!供)需"
    "|必?须|(?<![许认])可|(?<![社大协商学年])会|(?<!植)被|(?<![供补])给|(?<![原细规准法守])则"
    "|严格|依法|负责|同时|进一步|认真|积极|切实|原则上|一般|分别|反馈|参照|[根依]据|按照|结合|围绕|[使利运采]用|使)$"
)
"""What no title ends with: something must follow."""
_HEAD = "(?:部门|政府|机关|单位|机构|企业|主体|人员|委员会|法院|检察院)"
_MODAL = "(?:应|要|须|必须|不得|可|需|将|负责|在|对|按|根据|依据|依法|结合|统筹|组织|会同)"
_PROVINCES = one_of((*PROVINCES, *words("北京 天津 上海 重庆 内蒙古 广西 西藏 宁夏 新疆")))
_OPENS = late(
    "(?:各(?:地(?!方)|[县市区州](?!域)|级|省|有关|部门|单位|相关)|地方各级|省级(?:人民政府|[一-鿿]{0,6}(?:部门|厅))|有关各级"
    "|国务院(?:各|有关))(?=[^。;]{0,40}?[要应须可将对在]|[^。;]{0,40}?(?:负责|按照|根据))"
    "|请各|以习近平|近年来|据不完全统计|(?:到|自)?20[0-9]{2}年(?:[0-9底末前]|，|,)|为(?:了|贯彻|落实|深入|进一步|规范|更好|更全面)|坚持以"
    "|(?<!以)为(?:深化|推[进动]|加强|促进|做好|确保|保[障证]|支持|全面|切实|充分|及时|有效|提[高升]|强化|加快|实现|完善|解决|统筹|适应)"
    "|有关(?:部门|单位)(?:[和、]有关单位|[和、](?:单位|部门))?(?=[要应须])|我[省市县区](?=[一-鿿]{2,14}以[一-鿿]{2,12}为)"
    f"|(?<!报送)(?<!反馈)我[{AUTHORITIES}院](?=将|会同|委托|拟|已|组织|统一|定期|适时|负责|按|根据|对|在|继续|指导|高度|积极|联合|印发|认真|持续|收到)"
    f"|你(?:公司|单位|[省市县区{AUTHORITIES}院])(?=[应要须在按将对可]|建设|制定|负责|组织)|该(?:工程|项目|公司|单位|企业|案|[起次]事)|此案|相较于|截至20"
    "|根据(?=《|有关|国家|[一-鿿]{2,8}(?:法规|规定|要求|部署|精神))|自[一-鿿0-9]{4,20}以来"
    f"|(?:{_PROVINCES})[一-鿿、]{{0,24}}(?:厅|局|政府|部门)(?=[要应须]|负责)"
    f"|(?:地方|(?:设区的)?[省市县区]级|市县级?)[一-鿿]{{0,10}}(?:部门|政府|机关)(?={_MODAL})"
    "|对于|[此本]次(?!序)|凡(?!响)|目前|当前,"
)
"""What only a sentence opens with, and no title goes on with: 各级政府要 · 为深化 · 根据《 · 我部将 · 近年来."""
_AFTER_ORDER = late(
    "通过(?=[一-鿿])|根据(?:《|有关|统一|实际)|按照(?:《|“|有关|统一|要求)|在[一-鿿、]{2,16}(?:前提下|基础上|过程中|情况下|期间)"
)
"""The same behind a title that opens with a verb: 加快建设煤电项目在保证质量的前提下."""
_AFTER_NOUN = late(
    "(?<![重主需必首只纲摘概扼想须])要(?:把|将|在|以|按|进一步|切实|充分|认真|高度|抓紧|坚持|严格|加强|加快|积极|建立|完善)"
    "|对[一-鿿]{2,12}[要应须]|认真(?=按照|贯彻|落实|组织)"
)
"""The same if such a title ends in one of the nouns below: 做好…的衔接要把…; else the words before 要 are its subject."""
_SAME_VERB = re.compile(
    "(?P<verb>加强|组织(?!领导|机构|实施|保障|体系|部门|形式|架构|建设|单位|成员|协调)|推进|推动|指导|督促|完善|健全|强化|深化"
    "|加快|加大|支持|鼓励|落实|做好|积极|大力|全面|抓紧)"
)
_LABEL = "(?:系列|类型|时间(?:安排)?|目的|地点|条件|程序|步骤|流程|纪律|方式|方法|办法|材料|人员|单位|范围|对象|名额|标准|内容|主题|依据|期限|要求|原则|频次)"
_LABELS = re.compile(
    "(?:工作|实施|适用|试点|申报|评审|评选|评选表彰|推荐|参评|参赛|参加|报名|征集|组织|活动|检查|核查|抽查|评估|监测|培训|会议|奖励"
    "|项目(?:实施|建设|申报|准入)?|园区|纳入|复核|调查|评价|评分|创建|入库|储备|配置|配备|表彰|认定|承办|主办|报送|提交|公示|审核|验收|考核|支持|补助|办理|对象)"
    f"{_LABEL}(?:[和与及、](?:{_LABEL}|数量))?"
    "(?!安排)(?=[^是的和与及、,。:;为应须由需可将要必均在对符已不真])"
    "|联系(?:人|方式|电话)(?:[和与及、]联系(?:人|方式|电话))?(?=[^是的和与及、,。:;为等\\s])"
)
"""What a part of a notice is labelled: 申报方式, 评选对象与名额."""
_DRAWN_UP = re.compile(
    "(?:编制|制定|普查|调查|活动|工作)?(?:目的(?:[和与及、]?意义)?|宗旨)(?=为(?!的)|坚持|以|通过|全面)|(?:编制|制定)依据(?=依据|根据|《|本)"
    "|适用范围(?=本|适用于|凡)|工作原则(?=坚持|以人|统一|预防)"
)
"""What the first headings of a plan for emergencies, a census or a rule are called, and how the words go on: 编制目的为规范…."""
_TOLD = re.compile(
    "(?:(?:总体|基本|有关|检查|核查|整改)(?:情况|概况)|(?:结果|成果)[运应]用(?=(?:考核|评价|评估|核查)结果|对|将)|(?:工程|项目)(?:建设)?(?:概况|基本情况)(?:及总体意见)?|检查(?:依据|结论)|技术支持)"
    "(?=[^是的和与及、,。:;为应须由需可将要必均在对符已不真报反汇通])(?=.{8})"
)
"""The same in what tells how things are: 总体情况我部指导…, 工程概况该工程位于…."""
_APPROVED = re.compile(
    "(?:环境保护|水土保持|节能(?:降耗)?|征地拆迁|移民安置|(?:投资|工程|设计)?概算|(?:建设|施工)?工期|技术标准|路线(?:走向)?|路基路面|桥梁涵洞|桥涵|隧道|资金来源|建设内容(?:[和与及]规模)?|建设规模(?:[和与及]?技术标准)?|工程(?:等级|布置|任务|规模)|(?:主桥|推荐)方案)"
    "(?=(?:原则)?同意|核定|核准|施工期|运营期|本项目|该项目|全线|下阶段|总工期|总概算|主要建设)"
)
"""The parts of what is approved, and how their words go on: 环境保护施工期弃渣…."""
_STANDS = re.compile(
    "[一-鿿、]{2,16}(?:状况|情况|进展|水平)(?=(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}(?:[至到—~-][0-9]{1,2})?月(?:[,份底末]|[一-鿿])|截[至止]|近年来)"
    "|[一-鿿、]{4,18}(?:稳中向好|成效(?:明显|显著)|更加有力|有力有效|持续(?:改善|向好))(?=全[省市县区州年]|截[至止]|累计|20[0-9]{2}年|完成|建成|新增|审批|出动)"
)
"""How things stand, and since when: 空气质量状况1至3月，…, or what was achieved: 执法监管更加有力全年…."""
_INQUIRY = re.compile(
    "(?:事故|事件)的?(?:发生)?(?:直接|间接|主要)?(?:原因|性质|经过|概况|教训|责任)(?:(?:及|和|与)?(?:原因|性质|责任)?(?:认定|分析))?"
    "(?=[^是的和与及或、,。:;为分认调追进由应须需要将会].{8})|对[一-鿿、]{4,24}的(?:处理|处置)(?:意见|建议)(?=同意|建议|由|依法|请|根据)"
    "|重点(?:防范|防治|监测|防御)(?:时段|时期|期|区域|地段|对象)(?=[^的和与及、,。:;是为内].{8})"
    "|(?:20[0-9]{2}年)?[一-鿿]{2,10}趋势(?:分析|预测)(?=根据|据|预计|综合|受)"
)
"""What the headings of an inquiry into an accident and of a scheme of prevention are called: 事故的直接原因某公司…, 重点防范时段汛期…."""
_SORT = re.compile(
    f"[一-鿿]{{2,6}}{_LABEL}(?=(?:涉及|包括|覆盖|面向|针对|重点(?:检查|核查|围绕|针对|包括|对)|主要(?:包括|为|是)|共(?:组建|设|选|抽)|请各|各省|年(?:使用|排放|用|销)|20[0-9]{{2}}年[^度])[^。]{{6}})"
)
"""A label with any word before it whose words go on as only those below a label do: 帮扶范围涉及三省…."""
_OF_ITSELF = re.compile(
    "(?P<thing>[一-鿿]{2,8})(?:管理|建设|运行|组成|职责|设置|使用|维护|保管)(?=(?P=thing)(?:实行|应|由|是|为|采[取用]|包括|主要|要|设))"
)
"""A title whose words begin with what it is about: 器材库管理器材库实行…."""
_CASE = re.compile(r"[一-鿿、()]{7,40}(?:案|事件|事故)(?=(?:19|20)[0-9]{2}年[0-9]{1,2}月)")
"""A case and what happened: 某粮站虚报、瞒报库存案2016年3月9日，…."""
_ABOUT = re.compile(
    f"关于[一-鿿、]{{4,26}}?(?:工作|问题|建议|情况|事项)(?=[一-鿿]{{2,6}}[{AUTHORITIES}院行](?:认真|积极|高度|将|会同|已|持续|先后|联合|印发|组织|指导))"
)
"""What a reply answers and who did what: 关于加强某工作某部认真…."""
_LABEL_AT_END = re.compile(f"{_LABEL}$")
_SITUATION = re.compile(
    "(?!.{0,6}(?:调查|改善|摸清|分析|解决))[一-鿿、]{2,22}?(?:现状|(?<=[一-鿿]{3})概况|面临的?(?:主要|突出)?(?:问题|威胁|挑战|困难|形势)|存在的?(?:主要|突出)?问题)"
    "(?=[^的和与及、,。:;是调分评进整].{10})"
)
"""A title that tells how things stand: 某流域水生生物保护现状某流域已知鱼类…."""
_NOUN = re.compile(
    "工作|机制|体系|制度|责任|管理|监管|力度|能力|水平|保障|建设|质量|公开|共享|把关|培训|宣传|评估|考核|监督|检查|领导|服务|准备|衔接"
    "|作用|改革|创新|发展|治理|整治|防控|执法|协调|协作|联动|指导|帮扶|引导|约束|激励|投入|布局|结构|秩序|环境|风险|安全|规范|流程|效率"
    "|队伍|合作|交流"
)
"""What a title that opens with a verb likes to end with: 做好申报准备工作."""
_SUBJECT_BEHIND = late(f"(?P<name>[一-鿿]{{2,10}}?{_HEAD}){_MODAL}")


def split_surely(folded: str, *, part: bool = False) -> int:
    """Length of a title that opens a line and is followed at once by words that nothing else can be, though both are short; else 0.

    ``工作目标到2025年…``, ``申报方式申报人员…``, ``加强巡查各县要…``
    """
    if named := _named(folded, part=part):
        return named
    size = _opened(folded, min(MAX_PARAGRAPH_TITLE, len(folded) - _LEAST_BODY)) if opens_with_order(folded) else 0
    title = folded[:size]
    return size if size and not _MARKED.search(title) and _reads_as_title(title) else 0


def _named(folded: str, *, part: bool) -> int:
    named = opening_role_title(folded, part=part) or (part and opening_role_title(folded, part=False))
    return named or next(
        (
            m.end()
            for p in (_LABELS, _DRAWN_UP, _TOLD, _APPROVED, _STANDS, _INQUIRY, _SORT, _OF_ITSELF)
            if (m := p.match(folded, 0, MAX_PARAGRAPH_TITLE))
        ),
        0,
    )


def split_glued(folded: str, *, part: bool = False) -> int:
    """Length of the title that opens a line and whose words follow at once; 0 where none can be told.

    加强组织领导 in ``加强组织领导各级政府要…``, 会议评审 in ``会议评审会议评审由…组织开展``.
    """
    if named := _named(folded, part=part):
        return named
    if folded.startswith("关于") and (size := split_glued(folded[2:])):
        return 2 + size  # 关于加强队伍建设按照《…, in replies
    stop = _STOP.search(folded)
    end = min(MAX_PARAGRAPH_TITLE + 4, stop.start() if stop else len(folded), len(folded) - _LEAST_BODY)
    if end < 4 or _SUBJECT.match(folded):
        return 0
    if told := _SITUATION.match(folded, 0, end) or _ABOUT.match(folded) or _CASE.match(folded):
        return told.end()
    for find in (_opened, _after_order, _repeated, _with_same_verb, _with_subject):
        size = find(folded, end)
        if size and _reads_as_title(folded[:size]):
            return size
    return 0


def _reads_as_title(title: str) -> bool:
    """Whether words before a body could be a title: nothing is left open, and a comma only parts two orders."""
    if not 4 <= len(title) <= MAX_PARAGRAPH_TITLE or _UNENDED.search(title):
        return False
    if any(title.count(a) != title.count(b) for a, b in zip(_OPEN, _CLOSE, strict=True)):
        return False
    clauses = title.split(",")
    return len(clauses) == 1 or (len(clauses) == 2 and all(len(c) > 3 and opens_with_order(c) for c in clauses))


_MORE_VERBS = re.compile(
    "更新|调整|明确|取消|统一|简化|压[实减缩]|严[格守控打厉]|清理|整合|打[造好通击]|做[到好强实优精]|抓[好实紧]|用好|指导|督促|组织|防[止控]|制止"
    "|采取|妥善|稳妥|解决|处理|查处|整治|开放|延长|缩短|增加|减少|降低|控制|限制|禁止|确定|公开|征求|配合|参与|协助|畅通|盘活|激发"
    "|释放|营造|弘扬|宣传|立足|聚焦|突出|围绕|更[大高实好]|聚力|锚定"
)


def opens_with_order(words: str) -> bool:
    """Whether words open with a verb that says what is to be done: 加快推进…, 更新…计划; adverbs may stand before it."""
    return begins_with_verb(words) or _MORE_VERBS.match(words) is not None


def _opened(folded: str, end: int) -> int:
    m = _OPENS.search(folded, 4, end)
    return m.start() if m and "、" not in folded[: m.start()] else 0


def _after_order(folded: str, end: int) -> int:
    orders, m = opens_with_order(folded), _AFTER_ORDER.search(folded, 4, end)
    if m and (orders or _LABEL_AT_END.search(folded[: m.start()])):
        return m.start()
    if not orders:
        return 0
    m = _AFTER_NOUN.search(folded, 6, end)
    return m.start() if m and any(n.end() == m.start() for n in _NOUN.finditer(folded, 4, m.start())) else 0


_DEED = re.compile("(?<=工程|行动|项目|示范|试点)(?:创建|建成|建设|打造|培育|新建|改造|推广|实施|开展|完成)$")
"""The verb that opens the words below a title: 低碳社区示范工程|创建低碳社区1000个."""
_PROSE = re.compile("通过|由(?!于)|将|负责")
_PARTED = re.compile("[、,对]")
_WAITS = re.compile(
    "(?:落实|推[进动]|加[强快大]|完善|健全|强化|深化|提[升高]|优化|促进|开展|实施|制定|建立|构建|支持|鼓励|引导|扩大|做好|抓好|指导|推广|保障)$"
)
_JOINED = re.compile("[和与及、]")
_LEAST_REPEATED = 4
_SURELY_REPEATED = 6


def _repeated(folded: str, end: int) -> int:
    """Where the body says words of the title again: 推进电力体制改革 in 推进电力体制改革电力体制改革是…."""
    for at in range(_LEAST_REPEATED, end):
        words = folded[at : at + _LEAST_REPEATED]
        first = folded.find(words, 0, at)
        if first < 0 or _COMMA.search(words):
            continue
        if deed := _DEED.search(folded, 4, at):
            return deed.start()
        title = folded[:at]
        if _in_a_row(folded, first, at):
            return 0
        surely = folded.find(folded[at : at + _SURELY_REPEATED], 0, at) >= 0
        if _PROSE.search(title) or (not surely and _JOINED.search(title, first + _LEAST_REPEATED)):
            return 0
        return (
            at
            if ((not first and not _PARTED.search(title)) or surely or opens_with_order(title))
            and not _verb_at_end(title)
            else 0
        )
    return 0


def _in_a_row(folded: str, first: int, at: int) -> bool:
    """Whether words said again belong to another entry of a row: 出资3000万元以上兴建码头、出资600万元以上兴建泊位."""
    same = 0
    while first + same < at and folded[first + same : first + same + 1] == folded[at + same : at + same + 1]:
        same += 1
    return "、" in folded[first + same : at]


def _verb_at_end(title: str) -> bool:
    """Whether words end in a verb that waits for its object."""
    return _WAITS.search(title) is not None


def _with_same_verb(folded: str, end: int) -> int:
    """Where the body opens with the verb that opened a clause of the title: 组织…报送报告组织…单位按照…."""
    first = _SAME_VERB.match(folded, max(folded.find(",", 0, end) + 1, 0))
    if first is None:
        return 0
    at = folded.find(first["verb"], first.end() + 4, end)
    return at if at > 0 and _SAME_VERB.match(folded, at) and not _verb_at_end(folded[:at]) else 0


def _with_subject(folded: str, end: int) -> int:
    """Where a body with a subject follows the noun that the title ends in: 做好准备工作|审批部门应…."""
    if not opens_with_order(folded):
        return 0
    for noun in reversed(list(_NOUN.finditer(folded, 4, end))):
        m = _SUBJECT_BEHIND.match(folded, noun.end())
        if m is not None and len(m["name"]) > 3 and not _NOUN.match(m["name"]):
            return noun.end()
    return 0


_PARTED = re.compile(r"[^\s。;:,!?0-9《“(]{4,26}(?= [一-鿿]\S{24})")


def blank_behind_title(folded: str, start: int, end: int) -> int:
    """Where the blank stands that alone parts a title from its words in flattened text: 二、列入名录的粮站类别 这里所说的粮站有…; 0 where none does."""
    m = _PARTED.match(folded, start, end)
    return m.end() if m else 0


_NAME = re.compile(r"(?P<name>[^\s。;:,!?]{2,16})[ \t]{1,4}(?=(?P<clause>[^\s。;:,!?]{3,60})(?P<end>[。;:,!?]))")
_EVEN = 2
"""Two orders of a title differ by no more characters: 提高认识 加强领导."""


def blank_behind_name(folded: str) -> int:
    """Where the blank stands that parts a title from a sentence on the line of a decimal number: 3.1 通信保障 保障畅通。各单位…; 0 where the
    words are a title of two orders (提高认识 加强领导。), or blanks part the characters of one (编 制 目 的)."""
    m = _NAME.match(folded)
    if m is None:
        return 0
    name, clause = m["name"], m["clause"]
    even = m["end"] == "。" and abs(len(name) - len(clause)) <= _EVEN
    return 0 if even and opens_with_order(name) and opens_with_order(clause) else m.end("name")
