"""Labels before a list of bodies, and the role they give: 牵头单位：甲；配合单位：乙."""

import re

from kjplan.extraction.tables import one_of, words
from kjplan.late import late
from kjplan.model import BodyRole

_LEAD = words("牵头 主办 主责 主要责任 第一责任")
_SUPPORT = words("配合 协办 协同 协助 协作 参与 参加 会办 指导 支持 支撑")
_JOINT = words("推进 整改 责任 负责 承办 实施 落实 主管 承担 完成 办理 执行 组织")
_WATCH = words("督办 督导 督查 监督 考核")
"""Words of roles. Who only watches over others answers for nothing."""
_BODY_WORD = words(
    "单位 部门 处室 科室 股室 股站 科站 科所 部室 室部 所站 办站 处 科 机构 主体 县区 区县 地区 乡镇 镇街 街道 市州 站所 村居 村"
)
_LEVEL = (
    "(?:市直|市级|省直|省级|区直|区级|县直|县级|州直|州级|镇级|校级|具体|各|市|省|区|县|主体|监管|属地|行业|直接|共同|业务"
    "|项目|工程|工作|任务|整治|专项|总|主要|其他|第二|第三|政府|企业|挂图作战|包保|挂牌)?"
)
"""Whose or of what kind: 市级牵头单位, 项目责任单位."""

_ROLE = one_of((*_LEAD, *_SUPPORT, *_JOINT, *_WATCH))
NOUN = rf"{_LEVEL}(?:(?:{_ROLE})[、和及]?){{1,3}}{_LEVEL}(?:{one_of(_BODY_WORD)})(?:\((?:科室|处室|部门|单位|人|责任人)\)|[、和及/](?:责任人|责任领导|负责人))?"
"""What a label is called: 牵头责任单位, 责任单位（人）."""
UNITS = "(?:单位|部门|科室|处室)"
OF_TASKS = f"(?:责任|牵头|配合|主责)(?:责任)?{UNITS}"
"""The labels that show work shared out wherever they stand; 主办, 承办 and 实施单位 stand in invitations and rules too."""
_CONCERNED = words("相关 有关 涉及")
LABEL = (
    rf"{NOUN}|牵头|配合|主办|协办|承办|责任|参与|主责|协同|协助|负责|责任(?:分工|落实)|落实(?=\s{{0,4}}:\s{{0,4}}[各省市区县镇乡])|(?:属地|监管|主体|牵头)责任"
    rf"|(?:{one_of(_CONCERNED)})(?:部门|单位)"
)
"""What it may be called before a colon: 牵头：甲 does without 单位; 相关部门：甲、乙 only there names who acts."""
_PERSON_OR_TIME = words(
    "责任人 责任领导 牵头领导 分管领导 包抓领导 挂钩领导 联系领导 主管领导 牵头市领导 联系人 负责人 牵头人 经办人"
    " 完成时限 办结时限 完成时间 办结时间 完成期限 时限要求 时间要求 时间节点 时间安排 进度安排 时限 期限 联系电话 分值 备注"
)
PERSON = (
    "(?:整改|办理|推进|计划|预计|实施|报送|具体|直接|第一|包保|挂牌|督办|市级|县级)?"
    + rf"(?:{one_of(_PERSON_OR_TIME)})"
)
"""Labels of what is no body, which end the list before them even where no mark parts them."""
AT_LABEL = late(
    rf"\s{{0,8}}(?:(?P<label>{LABEL})\s{{0,4}}[:为是]\s{{0,4}}|(?P<bare>{NOUN})(?:\s{{1,8}}(?=[一-鿿])|(?=[省市区县州国各])))"
)
"""A label, to be matched where a stretch begins; 为, a blank or nothing may stand for the colon."""
FIELD_LINE = re.compile(rf"\s{{0,4}}(?:{LABEL}|[一-鿿]{{0,4}}{PERSON}|[一-鿿]{{2,6}}领导)\s{{0,4}}:")
"""A line below a goal that says who answers for it or by when, and is no goal."""
LABEL_ALONE = re.compile(rf"\s{{0,4}}(?P<label>{NOUN})\s{{0,4}}:?\s{{0,4}}")
"""A line that is only a label; who is meant stands below it."""
BLANK_LABEL = re.compile(rf"\s{{0,8}}(?:{NOUN})(?:\s{{1,8}}(?=[一-鿿])|(?=[省市区县州国]))")
"""A label with a blank for its colon, as tables leave it that were made text: 责任单位 市科技局."""
ANY_LABEL = late(r"\s{0,8}[一-鿿]{2,10}(?:\([一-鿿]{1,6}\))?\s{0,4}:")
"""Any label; one that names no role says what is no body: 责任领导：张三."""


def names_persons(label: str) -> bool:
    """Whether a label speaks of persons too: 责任单位及责任人."""
    return "人" in label or "领导" in label


def role_of_label(label: str) -> BodyRole | None:
    """The role that a label gives; None for those who only watch: 督办单位.

    牵头 counts wherever it stands (牵头考核单位, 牵头责任单位), and 配合 before 责任 (协同责任单位).
    """
    for role, marks in _ROLES:
        if any(mark in label for mark in marks):
            return role
    return None


_ROLES: tuple[tuple[BodyRole, tuple[str, ...]], ...] = (
    ("lead", _LEAD),
    ("support", _SUPPORT),
    ("joint", (*_JOINT, *_CONCERNED)),
)
