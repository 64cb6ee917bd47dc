"""What the words next to a number say of it: predicate, binding words, and whether it is a target's figure at all."""

import re
from dataclasses import dataclass

from kjplan.extraction.figures import indicators
from kjplan.extraction.figures.clauses import Clause
from kjplan.extraction.figures.context import strip_prefix
from kjplan.extraction.figures.quantities import SUFFIXES
from kjplan.extraction.figures.stretches import HARD
from kjplan.extraction.figures.units import SCALES
from kjplan.extraction.figures.verbs import (
    NO_VERBS,
    PREDICATES,
    SELF_COUNTED,
    TOUCHES,
    action_at,
    predicate_before,
    touch_before,
)
from kjplan.extraction.names.unit_names import looks_like_body
from kjplan.late import late
from kjplan.model import Comparator

PER = re.compile(
    r"(?:(?<=[到至为])每[年月]|[年月日]?人均|户均|亩均|每人每[年月]|每[百千万]?[人户亩生床]|每[千万]名?居民|每[百千万]{1,2}(?:常住)?人口)\s?$"
)
"""Between predicate and number it says of what the number is one: 标准提高到人均320元."""
_PER_ENDS = frozenset("均年月人户亩生床民口")
_BOUND = re.compile(r"(?P<touch>至少|最多|至多)(?:要|再)?$")
"""Before a verb it binds the number behind it: 年内至少降低30%."""
WIDEST = 40
RAISED = re.compile(
    r"(?P<stem>提高|提升|增加|扩大|拓展|延长|降低|压缩|压减|缩短|缩减|减少)(?P<what>[^,;:。!?\n、]{2,30})(?P<to>[至到])$"
)
"""A verb around what it changes: 提高机顶盒占比至75%."""
_NAMED = re.compile("民族|(?:省份?|城?市|县|区|州)(?:在此|要|应|均|须|根据|按)")
_NAMED_STARTS = tuple("民省城市县区州")
"""56个民族 is a name, and in 甲、乙2个省在此基础上增加 the figure only sums up who is meant."""
_OF_CLASSES = re.compile("的?(?:超?大)?班额")
"""How large a class is that is too large: 消除56人以上大班额."""
_LEADING_BRACKET = re.compile(r"[(（][^()（）]{0,20}[)）]")
_OF_WHOLE = re.compile("(?<=达到|低于|少于|超过|小于|大于|高于|制在)[^,;。、的达超低少]{2,16}的$")
"""The whole that a share is of, between its verb and the figure: 不低于年度任务量的60%, 达到全市职工的6%."""
_OF_MEAN = re.compile(
    "(?:(?<=达到)|(?<=不[低少高]于)|(?<=不超过))[^,;。、的达超低少]{2,14}(?:平均(?:值|水平|数)|总[量数额])$"
)
"""The same without 的: 不低于前两年平均值90%—95%."""
_WHOLES = tuple("值平量数额")
_OF_YEAR = re.compile("(?<=[到至为])20[0-9]{2} ?年[底末]?的$")
"""The year that a change leads to: 从2020年的3000亿元增长到2025年的5000亿元."""
_ASIDE = re.compile(r"\([^()0-9]{1,8}\)$")
"""What is said in brackets between a verb and its number: 开工（筹集）1500套."""
_RATES = ("比例", "占比", "比重", "覆盖率", "合格率")
"""What a bound behind it binds, whatever verb the clause begins with: 抽查检查企业比例不低于3%."""
COMPARED = re.compile("不[高低]于|高于|低于|快于")
"""What an indicator ends with that is measured by another: 收入增速高于全市平均2个百分点."""
_MUST_HAVE = re.compile("(?:不[低少高大多小]于|不超过|[大高低小]于|超过|达到?)$")
_SO_MUCH = late("[0-9.]{1,12}[^,;:。0-9的、]{1,8}的(?=[一-鿿“])")
"""The figure that something counted must have."""
_TOTAL = "累计"
_LISTED = re.compile(
    "[^,;:。等]{2,40}等(?=[一-鿿]{2,10}(?:项目|工程|设施|平台|基地|场所|企业|单位)(?:建设)?$)(?!重[大点]|民生|各类)"
)
"""What is listed before what it is: 推进约90个建筑与小区、公园与绿地等海绵项目."""
_SHORTEST = frozenset("村镇乡桥井渠塘坝闸堤沟路树牛羊猪鸡")
"""Things that one character names: 示范镇10个、村150个."""
_BLANK = "、 \u3000\u00a0的"


@dataclass(slots=True)
class Head:
    """The words that touch the number, taken off the clause: …[predicate][touch]65%; offsets into the text."""

    predicate_at: int
    """Where the predicate begins, or the touching word, or the number."""
    touch_at: int
    """Where the touching word begins, or the number."""
    verb: str | None
    """The predicate, or the touching word where that is the verb (比重超过48%)."""
    touch: str | None
    """The word between predicate and number: 不低于, 约."""
    reached: bool = False
    """Whether a change reaches so much: 增速达到8%."""


def read_head(clause: Clause) -> Head:
    """The head of a clause; all of it may be missing (新建平台100家)."""
    left, touch, verb, reached = _before_the_number(clause), None, None, False
    touch_at = len(left)
    if m := touch_before(left, touch_at):
        touch, touch_at = m["touch"], m.start()
    at = touch_at
    if m := predicate_before(left, touch_at):
        verb, at, reached = m["verb"], m.start(), m["adverb"].endswith("达到")
        if touch is None and (bound := _BOUND.search(left, max(0, at - 3), at)):
            touch, at = bound["touch"], bound.start()
    elif left.endswith(("至", "到"), 0, touch_at) and (m := RAISED.search(left, max(0, touch_at - WIDEST), touch_at)):
        verb, at = m["stem"] + m["to"], m.start("to")
    elif touch and touch not in NO_VERBS and (left.endswith(_RATES, 0, touch_at) or not _has_action(left[:touch_at])):
        verb = touch
    elif left.endswith(_TOTAL, 0, touch_at) and clause.quantity.kind != "percent" and _may_be_total(left[:touch_at]):
        verb, at = _TOTAL, touch_at - len(_TOTAL)  # 上云企业累计1万家; but 推动上云企业累计1万家
    elif left.endswith("按", 0, touch_at) and clause.after.startswith("安排"):
        verb, at = "安排", touch_at - 1  # 赤字率拟按3.2%左右安排
    return Head(clause.left + at, clause.left + touch_at, verb, touch, reached)


def _before_the_number(clause: Clause) -> str:
    """The words before the number without what stands between it and its verb: of what it is one, asides, the whole, the year."""
    left = clause.before.rstrip()
    if m := _per_at_end(left):
        left = left[: m.start()]
    if left.endswith(")") and (m := _ASIDE.search(left, max(0, len(left) - 12))):
        left = left[: m.start()]
    if not left.endswith("的"):
        share = clause.quantity.unit == "%" and left.endswith(_WHOLES)
        mean = _OF_MEAN.search(left, max(0, len(left) - 20)) if share else None
        return left[: mean.start()] if mean else left
    m = _OF_YEAR.search(left, max(0, len(left) - 9))
    if m is None and (clause.quantity.kind == "percent" or clause.quantity.unit == "倍"):
        m = _OF_WHOLE.search(left, max(0, len(left) - 20))
    return left[: m.start()] if m else left


def per_of(clause: Clause) -> str | None:
    """The words between predicate and number that say of what it is one: 人均 in 标准提高到人均320元."""
    m = _per_at_end(clause.before)
    return m.group().strip() if m else None


def _per_at_end(words: str) -> re.Match[str] | None:
    last = words[-1:]
    return PER.search(words, max(0, len(words) - 6)) if last in _PER_ENDS or last.isspace() else None


def _has_action(left: str) -> bool:
    """Whether words begin with a verb that the touching word is not: 开展培训不少于10场; but 投资总额超过10亿元."""
    used, _ = strip_prefix(left)
    action = action_at(left, used, len(left))
    return action is not None and action not in SELF_COUNTED


def _may_be_total(left: str) -> bool:
    """Whether 累计 behind words is their verb: 上云企业累计1万家, 、累计1万家; but 推动企业累计1万家, 五年累计250公顷."""
    _, frame = strip_prefix(left)
    return frame.period is None and not _has_action(left.removesuffix(_TOTAL))


def comparator_of(clause: Clause, head: Head) -> Comparator:
    """Suffix before touching word before predicate: 达到50%左右 is approx, 增长不低于6% is ge."""
    if clause.quantity.value_max is not None:
        return "range"
    if clause.quantity.suffix:
        return SUFFIXES[clause.quantity.suffix]
    if head.touch:
        return TOUCHES[head.touch]
    if head.reached:
        return "ge"
    return PREDICATES[head.verb].comparator if head.verb in PREDICATES else "bare"


def is_attribute(clause: Clause, head: Head) -> bool:
    """Whether the figure only tells which ones are meant: 研发投入强度超过3%的企业, 投资3.4亿元的训练中心."""
    if clause.text.startswith(_NAMED_STARTS, clause.quantity.end) and _NAMED.match(clause.text, clause.quantity.end):
        return True
    if _OF_CLASSES.match(clause.after):
        return True
    if head.verb in PREDICATES and "的" in clause.after[1:]:
        return has_noun(clause)  # 年用水量达到3万吨的企业
    if clause.quantity.suffix in ("以下", "及以下") and head.verb not in PREDICATES and has_noun(clause):
        return True  # 淘汰30万千瓦及以下煤电机组
    if not clause.after.startswith("的"):
        return False
    if clause.quantity.kind == "money":
        return True
    used, _ = strip_prefix(clause.before)
    at = clause.left + used
    action = action_at(clause.text, at, len(clause.text))
    return action is None or at + len(action) not in (head.predicate_at, head.touch_at)


def has_noun(clause: Clause) -> bool:
    """Whether what is counted may stand behind the number: 7家驻郑高校院所, but not 100家并投入使用, nor 120公里（年底前建成）."""
    after = clause.after.strip()
    if not after or indicators.begins_with_conjunction(after):
        return False
    if after[0] == "(" and not after.partition(")")[2].strip():
        return False  # 新建学校3所（市教育局）
    return not (clause.after[0].isspace() and looks_like_body(after))  # a cell beside it: 投资800亿元以上 市交通局


_NEED = re.compile("[^,;:。、0-9]{2,24}(?:需求|需要)")
_MET = re.compile("(?:(?:全[省市县区国州盟旗乡镇]|我[省市县区]|辖区|城乡|农村|约|近|至少|不[少低]于|超过)内?){0,2}$")


def meets_a_need(clause: Clause, before: str) -> bool:
    """Whether a figure is a capacity that is promised: 满足10万辆汽车充电需求; but 满足5年以上工作经验 is asked for."""
    at = before.rfind("满足")
    return at >= 0 and _MET.match(before, at + 2) is not None and _NEED.match(clause.after) is not None


def words_between(clause: Clause, start: int, end: int) -> str | None:
    """An indicator in the words of the text, or None where there is none worth the name."""
    words = clause.original[start:end].strip(_BLANK).rstrip("(（")
    if words.startswith(("(", "（")) and (m := _LEADING_BRACKET.match(words)):
        words = words[m.end() :].strip(_BLANK)  # 新建（改建）农村公路
    if words.startswith(("(", "（")):
        return None  # 新增企业120家（市科技局牵头，6月底前完成）: a verb inside of the bracket ends no noun
    return words if 2 <= len(words) <= indicators.LONGEST or words in _SHORTEST else None


def words_behind(clause: Clause) -> str | None:
    """The indicator behind the number, and behind what it must have: 10个面积不小于200平方米的社区食堂."""
    text, at, stop = clause.text, clause.quantity.end, clause.right
    if text[stop : stop + 1].isdecimal() and _MUST_HAVE.search(text, at, stop) and (m := _SO_MUCH.match(text, stop)):
        end = HARD.search(text, m.end(), min(len(text), m.end() + WIDEST))
        at, stop = m.end(), end.start() if end else min(len(text), m.end() + WIDEST)
    return noun_in(clause, at, stop)


def noun_in(clause: Clause, start: int, stop: int) -> str | None:
    """The indicator that words behind a number begin with."""
    after = clause.text[start:stop]
    if " " in after and looks_like_body((cell := after.rpartition(" "))[2]):
        after = cell[0]  # 开工20项重大水利工程 水利部: a cell beside it
    if clause.quantity.unit in SCALES:
        after = after.partition("的")[0]  # 6000万农村人口的饮水安全: the people are counted
    if "、" in after and (m := _LISTED.match(after)):
        start, after = start + m.end(), after[m.end() :]
    length = indicators.cut_after(after)
    return words_between(clause, start + indicators.skip_modifiers(after[:length]), start + length)
