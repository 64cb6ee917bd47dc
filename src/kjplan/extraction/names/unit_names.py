"""Whether words are the name of a body: surely, or as far as their place in a list lets one believe."""

import re

from kjplan.extraction.names.body_ends import AUTHORITIES, LISTED, ends_as_no_body
from kjplan.extraction.names.names import DEPARTMENT
from kjplan.extraction.tables import one_of, words
from kjplan.late import late

_NO_BODY = re.compile(
    r"谁|^(?:其中|专人|本人|个人|专职|主要|自己|全员|全体|全社会|社会|公众|群众|多方|各方|各自|(?:龙头|领军|重点|骨干|民营|中小)?企业|高校|院校|院所|科研院所|(?:行业)?协会|社会组织|学校|家庭|专家|市场|政府|党委|部门|单位)$"
    r"|(?<!设区)的|[了将把]|(?:领导|书记|主任|同志|负责人|专人|人员|[局市县区处科校院所]长|主席)$|(?:秘书长|[省市县区州]长|局长|主任|书记|部长|常委|主席)[一-鿿]{2,3}(?<![室局办会处院部组])$|\d|第[一二](?:位|责任|个|名|家|$)|^要|职责|分工|下同|\s\s|^[—–/-]+$|(?<![合兼])并|(?<!.)牵头|牵头(?!单位$)|配合(?!单位$)"
)
"""Persons, slogans and kinds of actors in the place of a body: 专人, 谁主管, 分管领导, 高校; and words that are no name."""
LAST = frozenset(word[-1] for word in LISTED) | frozenset("联协)）、")
"""The characters that names and lists of names end in, an unfinished list among them."""
_MOST = 30
_BRACKET_END = re.compile(r"\([^()]{1,20}\)$")

_LEVELLED = re.compile(
    rf"(?:国家|中央|[省市区县州]委?|[一-鿿]{{2,4}}[省市区县州])[一-鿿]{{1,10}}(?:[{AUTHORITIES}]|办公室|中心|委员会)"
)
_NOT_LEVELLED = late(
    r"常委$|委员$|部门|总部$|内部|城市|[全本各]市|^市[场民]|^区[域别]"
    r"|^[一-鿿]{0,4}(?:由|发挥|建立|支持|指导|协调|配合|协助|依托|推动|推进|加强|开展|会同|联合|督促|充分|根据|按照|通过|以|在|对|向|与|从|把"
    r"|为|请|报|送|提请|要求|责成|指定|明确|委托|授权|确保|鼓励|引导|争取|强化|接受)"
)
"""What stands before a city or level and is no place (发挥市科技局), and ends that are no department."""
_STRICT = late(rf"{DEPARTMENT}|{one_of(words('国务院办公厅 国务院 新华社 中科院 工程院'))}")
_GROUP = re.compile("^(?:各|市直|省直|区直|县直|市级|省级|国务院|[省市区县]政府各)|(?:政府|管委会|部门)$")
_OPEN = re.compile(
    r"(?:各|其他)?(?:国务院|省直|市直|区直|县直|省级|市级|县级|区级)?各?(?:有关|相关|成员)(?:部门|单位|地区)(?:、单位|和单位|\((?:单位|部门)\))?"
)


def may_end_a_body(words: str) -> bool:
    """Whether a list of bodies may end as these words do, told by a character: asked before any pattern is tried."""
    return words[-1:] in LAST or "等" in words


def is_body(name: str) -> bool:
    """Whether words in the place of a body, under a label or before 负责, can be one: not 专人, 谁主管, 分管领导."""
    return 1 < len(name) <= _MOST and not _NO_BODY.search(name)


def looks_like_body(name: str) -> bool:
    """Whether words in a list of bodies end as one does: 各区县(市), 市供电公司; not 安全意识."""
    ended = name.endswith(LISTED) and not ends_as_no_body(name)
    return (ended or _BRACKET_END.search(name) is not None) and is_body(name)


def is_department(name: str) -> bool:
    """Whether words are surely the name of a department, wherever they stand: 市科技局, 市委组织部, 海关总署.

    Told by a known department's name, or by a place or level before and the kind of organ behind; 市场部 and 全市部门 are none.
    """
    if _STRICT.fullmatch(name):
        return True
    levelled = _LEVELLED.fullmatch(name) is not None and not _NOT_LEVELLED.search(name)
    return levelled and not ends_as_no_body(name) and is_body(name)


def is_group(name: str) -> bool:
    """Whether words stand for bodies of a kind: 各区县(市), 市直有关部门, 市政府各部门, 县人民政府."""
    return looks_like_body(name) and _GROUP.search(name) is not None


def is_open_group(name: str) -> bool:
    """Whether words stand for the departments concerned: 有关部门, 各相关单位."""
    return _OPEN.fullmatch(name) is not None
