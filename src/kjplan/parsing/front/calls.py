"""Calls for applications, awards and events: what their titles and parts are called."""

import re

from kjplan.parsing.front.genres import TITLE_END
from kjplan.parsing.headings.glued import opens_with_order
from kjplan.parsing.headings.roles import role_of
from kjplan.reading.text import solid

_EVENT = (
    "评审|评选|评定|评比|评优|遴选|推选|选树|选拔|推荐|申报|报名|征集|征文|表彰|表扬|命名|认定|招聘|招募|招生|竞赛|大赛|比赛"
    "|考试|笔试|面试|培训班?|研讨会|座谈会|会议|论坛|展览|博览会|公示"
)
_MATTER = "结果|名单|考务|工作|活动|事宜|事项|有关|相关|组织|的|和|与|及|、"
CALL = re.compile(
    rf"(?:{_EVENT})(?:{_EVENT}|{_MATTER}){{0,6}}+(?:补充)?(?<=.)(?:通知|(?:实施|工作)?方案){TITLE_END}"
    r"|关于(?:做好|开展|组织|公开|认真|进一步|切实|及时){0,3}+"
    rf"(?:举办|召开|参加|承办|申报|推荐|征集|评选|遴选|选拔|表彰|报送)[^;]{{2,80}}通知{TITLE_END}"
    rf"|关于[^;]{{0,40}}(?:申报|报考|应聘|拟聘|参评|晋升)[^;]{{0,30}}(?:人员|对象|教师|考生|人选)[^;]{{0,20}}(?:考核|考试|测试|测评|面试|答辩)(?:工作)?(?:有关事项)?的?通知{TITLE_END}"
    rf"|(?:教学|业务|技术|技能|能力|职业)(?:水平|资格|技能)(?:考核|考试|测试|鉴定|答辩)(?:工作)?(?:有关事项)?的?通知{TITLE_END}"
)
"""A title that calls people to something, and orders no work: 关于组织开展…评选表彰工作的通知, 关于举办…培训班的通知."""
_ASKS = re.compile(
    r"(?:系列|时间|日期|地点|条件|对象|范围|名额|数量|程序|步骤|流程|赛程|日程|议程|议题|办法|方式|方法|材料|纪律|标准|资格|主题"
    r"|类别|内容|要求|事项|安排|奖项|奖励|设置|机构|单位|人员|费用|经费|报到|推荐|申报|报名|评选|评审|遴选|认定|公示|表彰|截止|须知"
    r"|(?:支持|资助|奖励|扶持|补助)(?:领域|方向|措施|重点|额度|政策)|说明|(?:和|及)原则|(?:结果|成果)[运应]用|联系(?:人|方式|电话|单位)[^,]{0,8})(?:\([^()]{1,12}\))?$"
)
"""What the parts of such a call are named after: 申报条件, 评审时间, 候选对象推荐条件, 联系人及联系方式."""
_WORK = re.compile(
    "任务|举措|(?<!支持)(?<!扶持)(?<!奖励)(?<!激励)(?<!优惠)(?<!资助)措施|(?<!培训)(?<!活动)目标|重点工作|工作重点"
)
"""What parts that order work are named after; 支持措施 of a call says what is granted."""


_FEWEST_ASKING = 4


def only_calls(folded_title: str, titles: list[str]) -> bool:
    """Whether a document calls for applications, awards or an event by its title and by most of its outermost parts, or none
    of these opens with an order, and names neither tasks nor goals: 关于开展…试点申报的通知 with a part 工作任务 is a plan."""
    if not CALL.search(solid(folded_title)) or any(map(_WORK.search, titles)):
        return False
    asking = sum(_ASKS.search(t) is not None for t in titles)
    return asking * 5 >= len(titles) * 3 or not any(opens_with_order(t) and not _ASKS.search(t) for t in titles)


def mostly_asks(titles: list[str]) -> bool:
    """Whether most parts of a text say whom it calls, or what it looks at, and none is named after work: 活动目的, 组织单位, 参赛对象."""
    if len(titles) < _FEWEST_ASKING or any(map(_WORK.search, titles)):
        return False
    asking = sum(_ASKS.search(t) is not None and role_of(t) not in _PARTS for t in titles)
    return 5 * asking >= 3 * len(titles)


_APPLIES = re.compile(
    "(?:申报|申请|报名|参评|参赛|征集|推荐)(?:对象|主体|条件|资格|材料|程序|流程|方式|方法|要求|范围|时间|期限|渠道|步骤)"
)
_FEWEST_APPLYING = 2


def says_how_to_apply(titles: list[str]) -> bool:
    """Whether two parts say who may apply and how (申报对象, 申报材料), whatever is supported between them."""
    return sum(_APPLIES.match(title) is not None for title in titles) >= _FEWEST_APPLYING


_PARTS = ("principles", "goals", "measures", "safeguards")
_CALLING = re.compile(
    "(?:会议|大会|论坛|年会|全会)[^。;]{0,40}[0-9一二三四五六七八九十]日[^。;]{0,24}(?:召开|举行)"
    f"|(?:举办|召开|举行|承办)[^,。;]{{0,60}}(?:{_EVENT})"
    f"|(?:组织|开展|决定|进行|拟|关于)[^,。;]{{0,24}}(?:{_EVENT}|招标|竞买)(?:工作|活动|事宜|事项|[,。;])"
)
"""What the words above the first part say of a call: 决定组织推荐工作, 共同举办…大赛."""
_CALLED = re.compile(
    "(?:申报|报名|推荐|征集|评选|竞买|招标|参赛|参评)(?:范围|条件|要求|方式|程序|材料|时间|原则|资格|标的|对象|名额)"
)


def calls_people(lead: str, titles: list[str]) -> bool:
    """Whether the words above the first part, or the names of the parts, call for applications or to an event, and no part is
    named after work."""
    if any(map(_WORK.search, titles)):
        return False
    return _CALLING.search(lead) is not None or any(map(_CALLED.search, titles))
