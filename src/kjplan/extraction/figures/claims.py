"""From a clause around a quantity to what it claims: indicator, verb, comparator and basis."""

import re
from dataclasses import replace

from kjplan.extraction.figures import indicators
from kjplan.extraction.figures.actions import by_action
from kjplan.extraction.figures.bare import by_itself
from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.context import NO_FRAME, strip_prefix, strip_subject_lead, strip_subject_tail
from kjplan.extraction.figures.deeds import by_deed, of_capacity, of_fund, of_need
from kjplan.extraction.figures.heads import (
    COMPARED,
    RAISED,
    WIDEST,
    Head,
    comparator_of,
    has_noun,
    is_attribute,
    per_of,
    read_head,
    words_between,
)
from kjplan.extraction.figures.noun_first import behind_its_noun
from kjplan.extraction.figures.quantities import SUFFIXES
from kjplan.extraction.figures.rates import beside_others, grows
from kjplan.extraction.figures.shares import of_share
from kjplan.extraction.figures.sharing import share_out
from kjplan.extraction.figures.topics import NAMELESS
from kjplan.extraction.figures.verbs import (
    ACTION_AT_END,
    ACTIONS,
    FALLS,
    NO_VERBS,
    PREDICATES,
    RANK_AT_END,
    SELF_COUNTED,
    SUBJECT_ACTION,
    TOUCHES,
)
from kjplan.model import Basis, Comparator

_ABBREVIATED = re.compile("[(（][A-Z][^()（）]{0,12}[)）]$")
"""What an indicator is called for short: 电能利用效率（PUE）."""


_PER_HEAD = re.compile("(?:按照?|以)?(?P<per>每[百千万]{1,2}名?(?:常住|户籍)?(?:人口?|户|居民|老年人|老人|儿童|学生))")
_HAS = re.compile("(?P<what>[^,;:。、的0-9]{1,8}?)(?=规划|建设|配置|配建|配备|设置|布局|$)")
"""What so many have of it, behind the figure: 按照每千人口不少于6个车位建设."""


_GRANTED = re.compile("(?:补助|补贴|奖补|支持|奖励|资助|贴息)(?:资金)?(?:上限|额度|限额|金额)$")
"""What is given to one, and how much at most: 单个项目补助上限为900万元."""


def read_claim(clause: Clause, last: Claim | None, committed: bool) -> Claim | None:
    """What a clause claims, or None where its figure is no target's.

    :param last: the claim before it in the sentence, None where another clause stands between
    :param committed: whether a bare figure counts without any verb (in a goal)
    """
    if clause.origin:
        return _from_origin(clause, last)
    if clause.quantity.rank:
        return _by_rank(clause, last)
    if clause.quantity.unit in ("位", "名") and clause.before.endswith("后"):
        return None  # 退出全市后十位: among which it is not to be
    head = read_head(clause)
    if (
        clause.quantity.kind == "percent"
        and head.verb in (None, head.touch)
        and (claim := of_share(clause, last, committed))
    ):
        return claim
    if clause.quantity.kind == "money" and clause.after.startswith("的") and (claim := of_fund(clause)):
        return claim
    if claim := of_need(clause) or of_capacity(clause):
        return claim
    if is_attribute(clause, head):
        return None
    return (
        _alone(clause, head, last)
        or _right_behind(clause, last)
        or behind_its_noun(clause, head, last)
        or _by_predicate(clause, head, last)
        or grows(clause)
        or beside_others(clause, head, last)
        or by_action(clause, head, last)
        or by_deed(clause, last, committed)
        or _shared(clause, last)
        or by_itself(clause, head, last, committed)
    )


def _from_origin(clause: Clause, last: Claim | None) -> Claim | None:
    """The subject of 从75%提高到100%, for the figure that follows."""
    left = clause.before
    at = max(left.rfind("从"), left.rfind("由"))
    used, frame = strip_prefix(left[:at])
    words = words_between(clause, clause.left + used, clause.left + at)
    return last if words is None else Claim(words, None, "bare", "level", clause.left + at, frame=frame)


def _by_rank(clause: Clause, last: Claim | None) -> Claim | None:
    """综合排名进入全国前40位: at most the fortieth place."""
    m = RANK_AT_END.search(clause.before)
    if m is None:
        return None
    used, frame = strip_prefix(clause.before[: m.start()])
    length, tail = strip_subject_tail(clause.before[used : m.start()])
    words = words_between(clause, clause.left + used, clause.left + used + length)
    indicator = words or (last.indicator if last else None)
    if indicator is None:
        return None
    comparator: Comparator = "le" if clause.quantity.rank == "前" else "bare"
    return Claim(indicator, m["verb"], comparator, "rank", clause.quantity.start, frame=frame.over(tail))


def _by_predicate(clause: Clause, head: Head, last: Claim | None) -> Claim | None:
    """覆盖率达到65%, 生产总值增长6%以上; the subject may be carried over: 生产总值增长9%,达到310亿元."""
    if head.verb is None:
        return None
    text, stop = clause.text, head.predicate_at
    used, frame = strip_prefix(text[clause.left : stop])
    start = clause.left + used + strip_subject_lead(text[clause.left + used : stop])
    if text.startswith(("至", "到"), stop) and (m := RAISED.search(text, max(start, stop - WIDEST), stop + 1)):
        start = m.start("what")  # 提高机顶盒占比至75%
    length, tail = strip_subject_tail(text[start:stop])
    end = start + length
    if text[start:end] in ACTIONS and text[start:end] not in SELF_COUNTED:
        return None  # 支持超过100家企业: the verb and its object, not a subject
    if head.verb == head.touch and has_noun(clause) and ACTION_AT_END.search(text, max(start + 2, end - 4), end):
        return None  # 批发市场完成不少于100批次快检: its verb stands before the bound
    added = None if indicators.is_average(text[start:end]) else SUBJECT_ACTION.match(text, start, end)
    words = words_between(clause, added.end() if added else start, end)
    bound = comparator_of(clause, head)
    if words is not None and clause.quantity.kind == "percent" and (m := COMPARED.search(words, 2)):
        words = words[: m.start()]  # 收入增速高于全市平均增速2个百分点
        bound = TOUCHES.get(m.group(), "gt") if bound == "bare" else bound
    if words is not None and words.endswith((")", "）")) and (m := _ABBREVIATED.search(words)) and m.start() > 1:
        words = words[: m.start()]
    if words is not None and words.startswith(("按", "以", "每")) and (what := _for_so_many(clause, words)):
        words = what
    subject = _subject(clause, head.verb, words, last, start == end)
    if subject is None or ((head.verb == "为" or head.verb in TOUCHES) and _GRANTED.search(subject)):
        return None
    indicator = share_out(clause, subject)
    basis = _predicate_basis(clause, head.verb, indicator, added is not None)
    return Claim(
        indicator,
        None if head.verb in NO_VERBS else head.verb,
        bound,
        "growth" if _grows_further(clause, head.verb, indicator, last, subject != words) else basis,
        head.predicate_at,
        carried=subject != words,
        # 新增甲10家，总数达30家，乙5家: what is told between does not end the row
        actions=last.actions if last and subject != words else (),
        kind=clause.quantity.kind,
        subject=subject,
        per=per_of(clause),
        frame=frame.over(tail),
    )


def _for_so_many(clause: Clause, words: str) -> str | None:
    """What there is to be of something for so many: 每千人口车位 of 按照每千人口不少于6个车位建设."""
    m = _PER_HEAD.fullmatch(words)
    what = _HAS.match(clause.after) if m else None
    return m["per"] + what["what"] if m and what else None


def _subject(clause: Clause, verb: str, words: str | None, last: Claim | None, nothing: bool) -> str | None:
    """The subject of a predicate, completed or replaced by that of the claim before it (总量达到1300家, 达到282亿元)."""
    if words is not None and words.startswith(("因", "由于")):
        return last.indicator if last else None  # 计划建20个，因故调整为15个
    if words in NAMELESS:
        return clause.topic or (last.indicator if last else None)
    if words is not None:
        return indicators.of_the_same(last.indicator, words) if last and indicators.is_generic(words) else words
    if nothing and last is None and clause.label:
        return clause.label  # 研发覆盖率：达到65%
    counted = clause.quantity.kind == "count" or clause.before.rstrip().endswith("的")  # 达到全市职工的6%
    if nothing and last is None and clause.topic and counted and not has_noun(clause):
        return clause.topic
    carries = nothing and last is not None and verb not in ("为", "安排") and not has_noun(clause)
    return last.indicator if carries and last else None


def _predicate_basis(clause: Clause, verb: str, indicator: str, added: bool) -> Basis:
    kind = clause.quantity.kind
    if verb in PREDICATES and PREDICATES[verb].kind == "change":
        return "growth" if kind == "percent" else "increment"
    if verb == "占" or (kind == "percent" and clause.before.rstrip().endswith("的")):
        return "share"
    if added or indicators.is_added(indicator):
        return "increment"
    return indicators.basis_of_level(indicator, kind)


def _grows_further(clause: Clause, verb: str, indicator: str, last: Claim | None, carried: bool) -> bool:
    """Whether a level that is reached is one of the growth before it: 生产总值增长7%，力争达到8%; but 覆盖率提高5个百分点，达到65%."""
    return (
        carried
        and last is not None
        and last.basis == "growth"
        and clause.quantity.kind == last.kind == "percent"
        and verb in PREDICATES
        and PREDICATES[verb].kind == "level"
        and not indicators.is_average(indicator)
    )


def _alone(clause: Clause, head: Head, last: Claim | None) -> Claim | None:
    """A figure that is all a cell says: its title, the cell beside it, names what it measures (居民健康素养水平 | ≥26%)."""
    if clause.title is None or last is not None or clause.left or len(clause.title) > indicators.LONGEST:
        return None
    used, frame = strip_prefix(clause.text[: head.predicate_at])
    if clause.text[used : head.predicate_at].strip("各 "):
        return None
    verb = None if head.verb in NO_VERBS else head.verb
    basis = indicators.basis_of_bare(clause.title, clause.quantity.kind)
    kind = clause.quantity.kind
    return Claim(clause.title, verb, comparator_of(clause, head), basis, head.predicate_at, kind=kind, frame=frame)


def _right_behind(clause: Clause, last: Claim | None) -> Claim | None:
    """The second of two figures with nothing between, which measures the same: 绿化道路6条18公里, 搬迁5000户、共计2万人;
    and what a change leads to: 成本收入比下降1个百分点至30%以下, 吞吐量增长10%至55万标箱."""
    if last is None or not clause.behind:
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    start = clause.quantity.start
    if clause.quantity.kind == "percent" or last.kind == "percent":
        if last.kind != "percent" or last.verb not in PREDICATES or not clause.before:
            return None
        comparator = SUFFIXES.get(clause.quantity.suffix or "", "le" if last.verb in FALLS else "ge")
        kind = clause.quantity.kind
        basis = indicators.basis_of_level(last.indicator, kind)
        verb = f"{last.verb}至"
        return replace(last, verb=verb, comparator=comparator, basis=basis, start=start, carried=True, kind=kind)
    if clause.quantity.kind == "money" or last.kind in ("percent", "money") or last.indicator not in clause.said:
        return None
    return replace(last, comparator=comparator, start=start, carried=True, kind=clause.quantity.kind, frame=NO_FRAME)


def _shared(clause: Clause, last: Claim | None) -> Claim | None:
    """The second figure of 分别增长5%和7%: the same claim of the next part of the subject; of 增长8%、力争10%
    and 每年新增5家、五年25家 the same subject's."""
    used, frame = strip_prefix(clause.before)
    if last is None or used < len(clause.before) or has_noun(clause):
        return None
    if (frame.hedge or frame.period or frame.due) and last.kind == clause.quantity.kind:
        bound: Comparator = PREDICATES[last.verb].comparator if last.verb in PREDICATES else "bare"
        comparator = SUFFIXES.get(clause.quantity.suffix or "", bound)
        return replace(last, comparator=comparator, start=clause.quantity.start, carried=True, frame=frame)
    measured = clause.before.strip() == "、" and clause.quantity.kind == "measure"
    if measured and last.kind == "count" and last.actions and not last.carried:
        return replace(last, comparator=SUFFIXES.get(clause.quantity.suffix or "", "bare"), start=clause.quantity.start,
                       carried=True, kind="measure", frame=NO_FRAME)  # 盘活30个项目、200万平方米  # fmt: skip
    if not clause.sharing[0]:
        return None
    indicator = share_out(clause, last.subject or last.indicator)
    comparator = SUFFIXES.get(clause.quantity.suffix or "", last.comparator)
    start, basis = clause.quantity.start, last.basis
    if indicator != last.indicator and last.verb in PREDICATES and basis in ("level", "flow"):
        basis = indicators.basis_of_level(indicator, clause.quantity.kind)  # 面积、产量分别稳定在300万亩、150万吨
    return replace(
        last, indicator=indicator, comparator=comparator, basis=basis, start=start, carried=True, frame=NO_FRAME
    )
