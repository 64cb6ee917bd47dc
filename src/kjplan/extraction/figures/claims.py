"""From a clause around a quantity to what it claims: indicator, verb, comparator and basis."""

import re
from dataclasses import replace

from kjplan.extraction.figures import indicators
from kjplan.extraction.figures.actions import by_action
from kjplan.extraction.figures.bare_words import AMOUNT, BUDGETED, DONE, EARNED, GIVING, NO_SUBJECT, PROMISED, RATES
from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.context import COMMITS, NO_FRAME, strip_prefix, strip_subject_lead, strip_subject_tail
from kjplan.extraction.figures.deeds import by_deed, of_share
from kjplan.extraction.figures.heads import (
    RAISED,
    WIDEST,
    Head,
    comparator_of,
    has_noun,
    is_attribute,
    per_of,
    read_head,
    words_behind,
    words_between,
)
from kjplan.extraction.figures.quantities import SUFFIXES
from kjplan.extraction.figures.sharing import share_out
from kjplan.extraction.figures.topics import NAMELESS
from kjplan.extraction.figures.verbs import (
    ACTIONS,
    NO_VERBS,
    PREDICATES,
    RANK_AT_END,
    SELF_COUNTED,
    SUBJECT_ACTION,
    TOUCHES,
    basis_of_actions,
)
from kjplan.model import Basis, Comparator

_ABBREVIATED = re.compile("[(（][A-Z][^()（）]{0,12}[)）]$")
"""What an indicator is called for short: 电能利用效率（PUE）."""
_COMPARED = re.compile(r"高于|低于|快于")


def read_claim(clause: Clause, last: Claim | None, committed: bool) -> Claim | None:
    """What a clause claims, or None where its figure is no target's.

    :param last: the claim before it in the sentence, None where another clause stands between
    :param committed: whether a bare figure counts without any verb (in a goal)
    """
    if clause.origin:
        return _from_origin(clause, last)
    if clause.quantity.rank:
        return _by_rank(clause, last)
    head = read_head(clause)
    if clause.quantity.kind == "percent" and head.verb in (None, head.touch) and (claim := of_share(clause, committed)):
        return claim
    if is_attribute(clause, head):
        return None
    return (
        _by_predicate(clause, head, last)
        or by_action(clause, head, last)
        or by_deed(clause, last, committed)
        or _shared(clause, last)
        or _bare(clause, head, last, committed)
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
    words = words_between(clause, clause.left + used, clause.left + m.start())
    indicator = words or (last.indicator if last else None)
    if indicator is None:
        return None
    comparator: Comparator = "le" if clause.quantity.rank == "前" else "bare"
    return Claim(indicator, m["verb"], comparator, "rank", clause.quantity.start, frame=frame)


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
    added = None if indicators.is_average(text[start:end]) else SUBJECT_ACTION.match(text, start, end)
    words = words_between(clause, added.end() if added else start, end)
    if words is not None and clause.quantity.kind == "percent" and (m := _COMPARED.search(words, 2)):
        words = words[: m.start()]  # 收入增速高于全市平均增速2个百分点
    if words is not None and words.endswith((")", "）")) and (m := _ABBREVIATED.search(words)) and m.start() > 1:
        words = words[: m.start()]
    subject = _subject(clause, head.verb, words, last, start == end)
    if subject is None:
        return None
    indicator = share_out(clause, subject)
    basis = _predicate_basis(clause, head.verb, indicator, added is not None)
    return Claim(
        indicator,
        None if head.verb in NO_VERBS else head.verb,
        comparator_of(clause, head),
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


def _subject(clause: Clause, verb: str, words: str | None, last: Claim | None, nothing: bool) -> str | None:
    """The subject of a predicate, completed or replaced by that of the claim before it (总量达到1300家, 达到282亿元)."""
    if words is not None and words.startswith(("因", "由于")):
        return last.indicator if last else None  # 计划建20个，因故调整为15个
    if words in NAMELESS:
        return clause.topic or (last.indicator if last else None)
    if words is not None:
        return indicators.of_the_same(last.indicator, words) if last and indicators.is_generic(words) else words
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
    if not clause.sharing[0]:
        return None
    indicator = share_out(clause, last.subject or last.indicator)
    comparator = SUFFIXES.get(clause.quantity.suffix or "", last.comparator)
    start = clause.quantity.start
    return replace(last, indicator=indicator, comparator=comparator, start=start, carried=True, frame=NO_FRAME)


def _carries(clause: Clause, last: Claim) -> bool:
    """Whether the verbs of the claim before govern this one too: 新增A1000家,B1500家, but money only in a row (安排A5亿元、B3亿元)."""
    if not last.actions or clause.before.startswith("日均"):
        return False
    kind = clause.quantity.kind
    if kind == last.kind == "percent" and clause.before.startswith("、"):
        return last.actions[-1] in PREDICATES  # 压减会议30%、文件35%
    return kind in ("count", "measure") or (
        kind == last.kind == "money"
        and (clause.before.startswith(("、", "和", "其中")) or EARNED.fullmatch(clause.before) is not None)
    )


def _bare(clause: Clause, head: Head, last: Claim | None, committed: bool) -> Claim | None:
    """A figure without a verb of its own: it is carried over (科技型企业1500家), bound (失业率5.5%左右) or in a goal."""
    used, frame = strip_prefix(clause.text[clause.left : head.touch_at])
    start, end = clause.left + used, head.touch_at
    if head.verb is not None and not (head.verb == head.touch and start == end):
        return None  # 培养不少于10名甲，不少于20名乙: the bound alone is no verb
    kind = clause.quantity.kind
    carried = last if last is not None and _carries(clause, last) else None
    # 生产粮食50万吨，生猪出栏100万头; 种植烤烟20亩，养牛30头
    done = carried is not None and (clause.text.endswith(DONE, start, end) or clause.text.startswith("养", start))
    done = done or (carried is not None and carried.actions[-1] in GIVING and clause.text.endswith("改造", start, end))
    committed = (
        committed
        or _in_a_row(clause, last)
        or (last is not None and clause.text.endswith(BUDGETED, start, end))
        or frame.hedge is not None
        or COMMITS.search(clause.text, clause.left, start) is not None
    )
    vague = clause.quantity.suffix in ("多", "余") and kind != "money"  # 鱼类100余种 only says how many there are
    bound = (clause.quantity.suffix is not None and not vague) or head.touch is not None
    bound = bound or _is_rate(clause, start, end) or PROMISED.match(clause.text, start, end) is not None
    words, behind = None, False
    if has_noun(clause):
        leads_up = start == end or (carried and indicators.introduces(clause.text[start:end]))
        leads_up = leads_up or clause.text[start:end].endswith("、")  # 确保绿带、14块绿地造园等工程
        if behind := bool(leads_up):
            words = words_behind(clause) if carried or committed else None
        elif carried and clause.after.startswith("等"):
            words = words_between(clause, start, end)  # 钢材300万吨、玻璃90万标准箱等落后产能
    elif carried or committed or (bound and not NO_SUBJECT.match(clause.text, start)):
        words = words_between(clause, start, start + strip_subject_tail(clause.text[start:end])[0])
    if words is None or words in ACTIONS:
        return None
    comparator = comparator_of(clause, head)
    generic = last is not None and indicators.is_generic(words)
    thing, words = words, _completed(words, last)
    subject = words.removeprefix(thing) or None if indicators.is_class(thing) else None
    if carried and not done:
        basis = basis_of_actions(carried.actions, kind, words)
        verb, actions = "".join(carried.actions), carried.actions
        return Claim(words, verb, comparator, basis, end, actions, subject=subject, kind=kind, frame=frame)
    if kind == "percent" and (m := _COMPARED.search(words, 1)):
        return Claim(words[: m.start()], m.group(), TOUCHES.get(m.group(), "gt"), "growth", end, frame=frame)
    basis = "scope" if committed and behind and kind == "count" else indicators.basis_of_bare(words, kind)
    if behind and indicators.is_work_on_land(words):
        basis = "flow"
    return Claim(words, None, comparator, basis, end, carried=generic, kind=kind, frame=frame)


def _is_rate(clause: Clause, start: int, end: int) -> bool:
    """Whether a clause says nothing but a rate: 检查覆盖率100%, 人均绿地面积15平方米; but not 监测点100%达标."""
    if has_noun(clause) or start >= end or clause.quantity.kind == "money":
        return False
    if clause.quantity.kind == "percent":
        return clause.text[:end].rstrip().endswith(RATES)
    return clause.text.startswith(("人均", "每万人", "每千"), start)


def _in_a_row(clause: Clause, last: Claim | None) -> bool:
    """Whether a number of things follows another that no verb governs either: 城镇新增就业6万人、失业人员再就业2万人."""
    if last is not None and last.verb in PREDICATES and not has_noun(clause) and AMOUNT.fullmatch(clause.before):
        return True  # 种植面积达到30万亩，水产品产量2万吨
    earned = clause.quantity.kind == "money" and EARNED.fullmatch(clause.before) is not None
    if earned and last is not None and last.kind != "count" and not has_noun(clause):
        return True  # 售电量完成50亿千瓦时；利润总额8000万元; but 引进企业20家，年产值5亿元 says what these make
    counted = last is not None and last.verb in PREDICATES and clause.quantity.kind == last.kind == "count"
    if counted and not has_noun(clause) and not clause.quantity.suffix:
        return True  # 国家级项目突破5项，省级项目20项
    if clause.led and clause.before == "" and last is not None and last.verb is None and not last.actions:
        return True  # 力争2家企业上市，3家挂牌
    return (
        last is not None
        and last.verb is None
        and not last.actions
        and {clause.quantity.kind, last.kind} <= {"count", "measure"}
        and clause.before.startswith(("、", "和", "及", "以及"))
    )


def _completed(words: str, last: Claim | None) -> str:
    """An indicator with what it leaves out taken from the claim before: 新增平台100家，其中国家级5家; 总量1300家."""
    if last is None:
        return words
    if indicators.is_class(words):
        return words + indicators.without_class(last.subject or last.indicator)
    return indicators.of_the_same(last.indicator, words) if indicators.is_generic(words) else words
