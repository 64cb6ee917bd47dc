"""Words of duty in running prose, and what stands around them, as tables."""

import re

from kjplan.extraction.duties.duty_lists import MANNER
from kjplan.extraction.names.body_ends import AUTHORITIES
from kjplan.extraction.names.names import CORES, DEPARTMENT
from kjplan.extraction.tables import by_first, joined, one_of, words
from kjplan.late import late
from kjplan.model import BodyRole

_OVER_ALL = words("统筹协调 统一组织")
_DO_IT = words("组织实施 具体实施 具体组织 具体落实 具体承办 抓好落实 承办")
_DONE_BY_OTHERS = tuple(
    rf"{word}(?=[,;][^,。;0-9\n]{{2,24}}?(?:{one_of(_DO_IT)})(?![^,。;\n]))" for word in ("主办", *_OVER_ALL)
)
_ORGANISES = "组织(?!部|实施|委员|领导|机构|[、,])(?=[^。;\n]{2,60}[,;][^,。;\n]{2,30}(?:配合|协助)(?![^,。;\n]))"
"""甲局组织对…开展检查，乙局配合: whom another helps leads."""
_BY_SHARE = "按照?(?:各自|自身)?(?:职责|职能)(?:分工)?(?=(?:抓好|做好|落实|推进|开展|加强|履行|组织)[^,。;])"
"""甲局、乙局按各自职责抓好监管: a duty each."""
_ITS_OWN = joined(("承担", "承担起", "承担好"), words("属地责任 属地管理责任 属地监管责任"))
"""各县区承担属地责任."""
OVER_ALL = re.compile(by_first((*_DONE_BY_OTHERS, _ORGANISES)))
"""甲局统筹协调，乙局具体实施: who sees to all leads where another does it."""
HINTS = (
    *_DONE_BY_OTHERS,
    _ORGANISES,
    _BY_SHARE,
    *_ITS_OWN,
    *words("请 牵头 牵总 会同 会商 负总责 负责 主抓 商有关 商相关 主管本 主管全"),
    *joined((*AUTHORITIES, "室"), ("商",)),
    *words("责任主体 为项目 为业主 为责任 为第一责任 为主要责任 为主责 为实施 为建设主体 为承办单位"),
)
"""Words one of which every duty in prose holds, but for those that 由 gives: 由甲局承担."""

_DONE_BY = one_of(
    words("管理 实施 组织 建设 运营 运行 审批 制定 编制 牵头 承担 负责 建立 组建 成立 组成 起草 开展 维护 主管")
)
_NO_MORE = rf"(?!的|(?:{_DONE_BY})的)"
"""甲局牵头组建的专班, 甲局负责管理的河道: what was done is described, no duty is given."""
_WATCHES = one_of(words("监督 督办 督导 督查 督促 考核 检查 跟踪 落实情况"))
"""甲局负责监督: who only watches answers for nothing."""
DRAWN_UP = words("研究制定 研究制订 研究拟定 研究提出 另行制定 另行制订 制定 制订 拟定 拟订 起草 编制")
"""What a body is to draw up that is named behind 由."""
SEES_TO = words(
    "修改完善 统筹推进 具体承办 统筹协调 统筹实施 具体实施 具体落实 推进落实 推动落实 抓好落实 推动实施 推进实施"
)
"""What a body sees to that is named behind 由, or beside one that leads: 由甲局统筹推进，乙局具体实施."""
_AS_DOERS = joined(
    ("为", "作为"),
    words(
        "项目业主 业主单位 项目法人 责任主体 实施主体 建设主体 责任单位 责任部门 主责单位 第一责任单位 主要责任单位 实施单位 承办单位"
    ),
)
KEY = re.compile(
    by_first(
        [
            rf"牵头(?!人|领导|单位[^,。;]|部门|(?<!承担牵头)(?<!负起牵头)(?<!履行牵头)责任|(?<!发挥牵头)(?<!发挥好牵头)作用){_NO_MORE}",
            *(f"{word}{_NO_MORE}" for word in ("负责牵头", "总牵头", "牵总")),
            *(f"{word}(?!的)" for word in _OVER_ALL),
            _BY_SHARE,
            rf"负责(?!人|同志|任|制(?![定订])|单位|部门|领导|干部|精神|(?:具体)?解释|(?:{_WATCHES}){{1,2}}(?:工作)?(?:[,。;]|$)){_NO_MORE}",
            *(
                "会同(?!的)",
                "联(?<!部门联)合(?=[一-鿿])(?!会|国|体|开展|印发|发文|惩戒|执法|检查|行动|攻坚|的)",
                f"组(?<=牵头[,、]组)织(?!实施|开展)(?=[一-鿿]{{2,24}}[、和]|[一-鿿]{{2,10}}[{AUTHORITIES}]开展)",
                _ORGANISES,
                f"会商(?=[一-鿿、]{{1,12}}[{AUTHORITIES}处])",
                "负总责",
                "总负责",
                "主抓(?![手的])",
                f"商(?=有关|相关|(?<=[{AUTHORITIES}会处院室]商)(?![业务标贸品])[一-鿿]{{2,10}}[{AUTHORITIES}处会][^公司])",
                "主管(?=本|全[国省市区县镇州])",
                *(f"{word}(?!的)" for word in (*SEES_TO, *_AS_DOERS)),
                "归口管理",
                "责任主体(?![的责地一])",
                "组织实施(?!的)",
                "主办(?!的|单位)",
                "承办(?!的|单位)",
            ),
            *(f"{word}(?!的)" for word in _ITS_OWN),
            "承担(?!的|具体解释|解释|[^,。;]{0,12}(?:责任|费用|经费|风险|损失|后果))",
            *(f"{word}(?!并|完成|后|[^,。;]{{0,16}}的(?!具体|实施|相关|配套))" for word in DRAWN_UP),
        ]
    )
)
"""Words of duty; 牵头单位 is one in 作为牵头单位, as its reader sees."""
_AS_HELPERS = joined(
    ("为", "作为"),
    [*joined(("配合", "协办", "协同", "协助", "参与", "参加", "成员"), ("单位", "部门")), "第二责任单位"],
)
BESIDE_KEY = late(
    by_first(
        [
            *joined(("配合", "参与", "协助", "参加", "协办"), ("(?!的|单位|部门)",)),
            *joined(("落实", "指导", "支持", "组成"), ("(?=[,。;]|$)",)),
            *joined(("协同", "协作", "联动"), ("(?=[,。;]|推进|实施|落实|$)",)),
            *_AS_HELPERS,
        ]
    )
)
"""Words of what others do beside the body that leads; looked for only behind a duty."""
ROLES: dict[str, BodyRole] = {
    **dict.fromkeys(
        ("牵头", "负责牵头", "总牵头", "牵总", "会同", "会商", "商", "负总责", "总负责", "主办", "主抓"), "lead"
    ),
    **dict.fromkeys(
        ("负责", "主管", "归口管理", "承担", "承办", "组织实施", *SEES_TO, *_OVER_ALL, *DRAWN_UP, *_AS_DOERS), "joint"
    ),
}
"""Roles by the word of the duty."""
ONLY_BY = frozenset((*words("归口管理 承担 承办 主办 组织实施"), *SEES_TO, *_OVER_ALL, *DRAWN_UP))
"""Words that give a duty only behind 由 (由甲局承担, 具体办法由甲局制定), or beside a body that leads: 甲局主办，乙局承办."""
HELP: dict[str, BodyRole] = {
    **dict.fromkeys(
        ("配合", "参与", "协助", "参加", "协办", "指导", "支持", "组成", "协同", "协作", "联动"), "support"
    ),
    **dict.fromkeys(_AS_HELPERS, "support"),
    "落实": "joint",
}
"""What others do beside the body that leads in the sentence; alone, these words give no duty."""
WITH = ("联合", "组织")
"""Words that name whom a body goes together with that is already said to lead: 甲局牵头，联合乙局、丙局开展检查."""
BESIDE = ("会同", "会商", "商", *WITH)
"""Words that name whom the leading body goes together with."""

MODALS = (
    *MANNER,
    *words(
        "发挥 发挥好 抓好 履行 履行好 充分 作为 为 是 加强 应当 须 必须 可以 依法 依规 依法依规 按规定 单独或 及时 抓紧 主动 均 一并 双 共同 并 也"
    ),
    *words("具体 直接 结合实际 根据职责 按照权限 相应 有关工作 相关工作 同时 还 等单位 等部门 等有关部门 等"),
    *words(
        "密切 主动 全力 大力 通力 协力 统一 全程 自觉 从严 分头 分级 依职责 按要求 按分工 归口 起到 承担 承担起 负起 担负 担负起 担起 肩负"
    ),
    *joined(("作为",), words("项目业主 项目法人 业主单位 牵头单位 牵头部门 责任单位 主管部门 行业主管部门 主管单位")),
)
"""What stands between a subject and its duty: 要继续做好."""
FOLLOWS = re.compile(
    by_first(
        words(
            "要 应 须 必须 需 将 可 继续 进一步 切实 积极 认真 充分 抓紧 及时 加强 加大 强化 统筹 统一 具体 负责 牵头 组织 建立 制定 研究 发挥 落实 履行"
            " 是 作为 承担 依法 按 根据 依 结合 在 对 就 为 从 针对 围绕 单独"
        )
    )
)
"""What shows, at the head of a sentence, that its subject is over."""
MANNERS = re.compile("按|根据|依|结合|在|从|围绕|针对|为")
"""A manner between a subject and its duty in one clause: 按照职责权限依法负责."""
OVERALL = re.compile("(?:全面|统一|具体|总体|直接|统筹|组织|归口)$")
"""对本地区工作全面负责 is a duty; 对数据真实性负责 is liability."""
BY = re.compile(
    r"(?<![理自经缘因可])(?<!可以)(?<!建立)(?<!成立)(?<!组建)(?<!形成)(?<!构建)(?<!完善)(?<!健全)(?<!设立)由|授权|责成"
)
SET_UP = re.compile(
    r"(?P<others>[、,][^。;!?:]{0,90}?)(?:参加|参与|配合|组成|协同|负责|落实|协助|联动|实施|支持)的(?!同时|基础)"
)
"""由甲局牵头、乙局参加的领导小组: a thing made of bodies is described, where nothing but bodies stands between."""
OPENING = re.compile(
    r"\s{0,4}(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、](?:、|\s){0,2}|[①-⑳]|[一二三四五六七八九十]{1,2}(?:是|要)|[—●·]{1,2})?"
    r"(?:(?:到|自|从)?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?底)?(?:之?前|起|内|以前)?|\d{1,2}月(?:\d{1,2}日)?底?前|年底前)?(?:请|另|并|同时|一般|原则上|现)?(?:所?涉及的)?"
)
"""What may stand before the subject of a clause: a number, a date."""
GLUED = late(
    rf"[一-鿿、]{{3,24}}[一-鿿](?<!支持|鼓励|引导|推动|督促|要求|指导|协助|配合|依托|发挥|建立|健全|完善|会同|协调|明确|按照|委托|授权|组织|通过)(?<![由对向与和让请为在以从及将把是的经各省市县区等或])"
    rf"(?P<body>{DEPARTMENT}|(?:各|国务院|地方|各级|各地|省级|市级|县级|县级以上|设区的市级)[一-鿿]{{2,14}}(?:部门|人民政府|政府))$"
)
"""A title that lost its stop runs into the subject of its text: 做好组织实施省级水利部门负责…."""
DONE = re.compile(
    r"[^,。;]{0,40}(?<!为)了(?!解)|[^。;]{0,60}(?:制定|制订|编制|起草|修订|印发|出台|形成|开展|完成|拟定|组织)了|[^,。;]{0,60}负责(?:具体)?解释"
)
"""A thing of the past (生态环境部会同水利部，结合实际，制订了办法), or who explains the text itself (本办法由甲局负责解释)."""
CLAUSE = re.compile("[要须将被也与向由]|应当|指定|明确|督促|指导|支持|要求")
"""What shows that words are no name but the beginning of a clause."""
ORDERS = re.compile("协调(?!小组|办|处|机)|组织(?![部处科人委(])|引导|动员|督导(?!组|室|办)|鼓励|发动")
"""What a body does with others, before their name: 负责指导、协调业委会配合."""
STANDING = re.compile("(?:国家|行业|地方|团体|强制性|收费|排放|技术|质量|征收)标准|价格|税率|(?:税收|优惠|货币)政策")
"""What others draw up by right, whatever this document says: 国家标准由国务院标准化行政主管部门制定."""
TOLD = late(r"去年|上年|近年来|此前|近日|(?<!\d)日前|(?<![一-鿿])(?:曾经?|例?如果?|倘?若)由?$")
"""What makes of a sentence a report, a condition or an example: 去年，甲局会同乙局下达资金; 如由甲局负责审核，…."""
PAID = re.compile("费用|经费|资金|成本|损失|开支|支出|后果|责任|债务|风险")
"""What is paid or borne, and gives nobody a duty: 所需经费由财政局承担."""

_NAME = rf"(?:{DEPARTMENT}(?:[一-鿿]{{2,6}}?(?:[支大总中]队|分局))?|各?有关部门|各?相关部门|各?有关单位)"
_TAIL = r"(?:等(?:国务院|省级|市级|省直|市直)?(?:各?有关|各?相关)?(?:职能)?(?:部门|单位|地区)|等)?"
_ASKED_LIST = rf"{_NAME}(?:(?:、|和){_NAME}){{0,12}}{_TAIL}"
# A blank after the full stop is a typist's habit.
ASKED = late(
    rf"(?:^|(?<=[。;!,])|(?<=[。;!,] ))请(?![径直到向将与]|及时|登录|关注|联系|拨打|咨询|访问|前往|扫描|参[照考])(?P<asked>{_ASKED_LIST})(?:会同(?P<with>{_ASKED_LIST})|牵头)?"
)

_KINDS = one_of(
    words(
        "支队 大队 总队 派出所 街道办 街道 部门 机关 单位 公司 集团 银行 企业 办公室 管委会 办事处 总局 分局 海关 机构 协会 地区 院校 总社 委员会 领导小组 指挥部 法院 检察院"
        " 工会 妇联 残联 联合会 总站 中心"
    )
)
_OF_IT = "[一-鿿]{0,8}(?:主管|管理|监管|监督|行政|有关|相关|职能)部门"
"""地方政府水利管理部门 is one body: its name does not end with 政府."""
_SOME = (
    rf"{DEPARTMENT}(?:[一-鿿]{{2,4}}分局)?|[省市区县州][一-鿿]{{1,8}}?(?:局|委(?!组织|宣传|统战|政法|办|网信|社会)|办公室|办(?!公|事)|厅|部(?!门)|中心|公司|集团|[支大总]队)"
    r"|各[省市区县](?!加强|开展|组织|做好|推进)[一-鿿]{1,8}?(?:[支大总]队|局|委|分局|派出所)"
    r"|(?:各|各?有关|各?相关)(?:省|自治区|直辖市|市|州|县|区|旗|乡镇|镇街|街道|地市|区县|县区|市县){1,3}(?:\([省市县区州盟旗乡镇、]{1,8}\))?(?:人民政府|政府)?"
    r"|[一-鿿]{1,8}(?:局|委|办|厅|署|部|会|社|院|处)(?=[、,。;和及与等]|另行|制[定订]|研究|联合|共同|提出|确定|编制|拟[定订])|(?:有关|相关)(?:各?方面|各方)"
    rf"|(?:(?![要将由把向]|对(?!外))[一-鿿]){{0,16}}?(?:\([一-鿿、]{{1,16}}\))?(?:{_KINDS}|(?:人民)?政府(?!{_OF_IT}))"
)
_CORE = one_of(CORES)
_ELIDED = (
    r"[一-鿿]{2,14}(?:、[一-鿿]{2,14}){1,30}等[一-鿿]{0,4}(?:部门|机关|单位)"
    rf"|(?:同级|本级|各级|省级|市级|县级)?(?:{_CORE})(?:、(?:{_CORE})){{1,9}}(?:部门|机关)"
)
OTHERS = late(rf"(?:{_ELIDED}|(?:{_SOME})(?:(?:、|和|及|与|以及)(?:{_SOME})){{0,12}}{_TAIL})")
"""Those whom 会同 names: 财政部、税务总局等有关部门, 有关省(区、市), 公安、民政等部门."""
TO_ACT = late(
    "(?!开展|制定|研究)(?P<others>[^,。;:!?\\s]{2,80}?)(?:组织实施|组织开展|(?:负责|牵头|承担|落实|实施|制[定订]|拟[定订]|编制|起草|开展|推进|推动|抓好|做好|另行|共同|联合|按照?职责|按照?分工|提出|研究(?![院所室中处会])|对(?!外)|就|针对|围绕|根据)|[,。;]|$)"
)
"""The words between 会同 and what is done, or the end of the clause: those whom it names, where all of them are bodies."""
ALLIES = late("(?:(?!开展|召开|成立|组成|组建|进行|加强|制定|实施|对|召集|建立|举办|推进|做好)[一-鿿、()]){2,120}")
"""Those whom 联合 names, up to what is done with them."""
AFTER_BY = ("地方", "属地", "所在地", "各地")
"""Who may be so named only behind 由: 具体工作由地方负责."""
