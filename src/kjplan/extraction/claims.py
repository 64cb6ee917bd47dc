"""From a clause around a quantity to what it claims: indicator, verb, comparator and basis."""

import re
from dataclasses import replace

from kjplan.extraction import indicators
from kjplan.extraction.clauses import Claim, Clause
from kjplan.extraction.context import COMMITS, Frame, strip_prefix, strip_subject_lead, strip_subject_tail
from kjplan.extraction.heads import (
    Head,
    comparator_of,
    has_noun,
    is_attribute,
    is_count_of_one,
    is_granted,
    read_head,
    words_behind,
    words_between,
)
from kjplan.extraction.quantities import SUFFIXES
from kjplan.extraction.verbs import (
    ACTION_AT_START,
    COMPLETED,
    INNER_ACTION,
    NO_VERBS,
    PREDICATES,
    RANK_AT_END,
    SELF_COUNTED,
    SUBJECT_ACTION,
    TOUCHES,
    basis_of_actions,
)
from kjplan.model import Basis, Comparator

_COMPARED = re.compile(r"高于|低于|快于")


def read_claim(clause: Clause, last: Claim | None, committed: bool) -> Claim | None:
    """What a clause claims, or None where its figure is no target's.

    :param last: the claim before it in the sentence, None where another clause stands between
    :param committed: whether a bare figure counts without any verb (in a goal)
    """
    if is_granted(clause):
        return None
    if clause.origin:
        return _from_origin(clause, last)
    if clause.quantity.rank:
        return _by_rank(clause, last)
    head = read_head(clause)
    if is_attribute(clause, head):
        return None
    claim = (
        _by_predicate(clause, head, last)
        or _by_action(clause, head, last)
        or _by_completion(clause)
        or _shared(clause, last)
        or _bare(clause, head, last, committed)
    )
    return None if claim is None or is_count_of_one(clause, claim) else claim


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
    length, tail = strip_subject_tail(text[start:stop])
    end = start + length
    if ACTION_AT_START.fullmatch(text, start, end) and text[start:end] not in SELF_COUNTED:
        return None  # 支持超过100家企业: the verb and its object, not a subject
    added = SUBJECT_ACTION.match(text, start, end)
    words = words_between(clause, added.end() if added else start, end)
    subject = _subject(clause, head.verb, words, last, start == end)
    if subject is None:
        return None
    indicator = _share_out(clause, subject)
    return Claim(
        indicator,
        None if head.verb in NO_VERBS else head.verb,
        comparator_of(clause, head),
        _predicate_basis(clause, head.verb, indicator, added is not None),
        head.predicate_at,
        carried=subject != words,
        subject=subject,
        frame=frame.over(tail),
    )


def _subject(clause: Clause, verb: str, words: str | None, last: Claim | None, nothing: bool) -> str | None:
    """The subject of a predicate, completed or replaced by that of the claim before it (总量达到1300家, 达到282亿元)."""
    if words is not None:
        return last.indicator + words if last and indicators.is_generic(words) else words
    carries = nothing and last is not None and verb not in ("为", "安排") and not has_noun(clause)
    return last.indicator if carries and last else None


def _predicate_basis(clause: Clause, verb: str, indicator: str, added: bool) -> Basis:
    kind = clause.quantity.kind
    if verb in PREDICATES and PREDICATES[verb].kind == "change":
        return "growth" if kind == "percent" else "increment"
    if added or "新增" in indicator:
        return "increment"
    return indicators.basis_of_level(indicator, kind)


def _share_out(clause: Clause, subject: str) -> str:
    """The clause's part of a shared subject: 财政收入和民间收入分别增长5%和7%."""
    place, number = clause.sharing
    if number < 2:
        return subject
    parts = re.split("[、和与及]", subject)
    alike = len(parts) == number and len({p[-1:] for p in parts}) == 1
    return parts[place] if alike else subject


def _shared(clause: Clause, last: Claim | None) -> Claim | None:
    """The second figure of 分别增长5%和7%: the same claim of the next part of the subject."""
    used, _ = strip_prefix(clause.before)
    if last is None or not clause.sharing[0] or used < len(clause.before) or has_noun(clause):
        return None
    indicator = _share_out(clause, last.subject or last.indicator)
    comparator = SUFFIXES.get(clause.quantity.suffix or "", last.comparator)
    start = clause.quantity.start
    return replace(last, indicator=indicator, comparator=comparator, start=start, carried=True, frame=Frame())


def _actions(text: str, start: int, stop: int) -> tuple[tuple[str, ...], int, int]:
    """The row of verbs a clause begins with (培育遴选), else the verb inside it (我区安排…), with its bounds."""
    found: list[str] = []
    at = start
    while len(found) < 3 and (m := ACTION_AT_START.match(text, at, stop)):
        found.append(m.group())
        at = m.end()
        if text.startswith(("和", "、", "并"), at, stop) and ACTION_AT_START.match(text, at + 1, stop):
            at += 1  # 取消和下放
    if found:
        at += text.startswith("好", at, stop)  # 组织实施好93个项目
    elif m := INNER_ACTION.search(text, start, stop):
        found.append(m.group())
        start, at = m.span()
    return tuple(found), start, at


def _by_action(clause: Clause, head: Head, last: Claim | None) -> Claim | None:
    """新建研发平台100家, 推进7家驻郑高校院所: verbs with the quantity and its indicator as object."""
    stop = head.touch_at
    used, frame = strip_prefix(clause.text[clause.left : stop])
    actions, verb_at, at = _actions(clause.text, clause.left + used, stop)
    if not actions or clause.text.startswith("了", at):
        return None
    end = at + strip_subject_tail(clause.text[at:stop])[0]
    carried = False
    if at < end or has_noun(clause):
        words = _object(clause, at, end)
    elif len(actions) > 1:
        words, actions = actions[-1], actions[:-1]  # 完成投资50亿元: the last verb is what is counted
    else:
        words = words_between(clause, clause.left + used, verb_at)  # 本级预算内投资安排60亿元
        if words is None and actions[0] in SELF_COUNTED:
            words = actions[0]
        elif words is None and last is not None:
            words, carried = last.indicator, True  # 风电开工500万千瓦、投产300万千瓦
    if words is None:
        return None
    return Claim(
        words,
        "".join(actions),
        comparator_of(clause, head),
        basis_of_actions(actions, clause.quantity.kind, words),
        head.touch_at,
        actions=actions,
        carried=carried,
        frame=frame,
    )


def _object(clause: Clause, start: int, end: int) -> str | None:
    """The indicator of a verb's object, before the number or behind it."""
    inside = clause.text[start:end]
    if not has_noun(clause):
        return words_between(clause, start, end)
    if not inside.strip():
        capacity = clause.quantity.unit.endswith(("吨", "千瓦"))
        return None if capacity and indicators.names_a_project(clause.after) else words_behind(clause)
    if clause.quantity.kind == "count" or indicators.introduces(inside):
        # 推进甲公司500万吨煤矿: a size in the name of a project; 推进城区20家老企业: a count of them
        return words_behind(clause) or words_between(clause, start, end)
    if indicators.is_work(clause.after):
        return words_between(clause, start, end)
    return None


def _by_completion(clause: Clause) -> Claim | None:
    """3万平方米厂房建成并投入使用, 将2.8万亿元资金纳入直达机制, 对…等7条道路进行综合改造: number, noun, verb."""
    used, frame = strip_prefix(clause.before)
    rest = clause.before[used:]
    m = COMPLETED.search(clause.after, 2)
    if m is None or not (rest == "" or rest.startswith("对")):
        return None
    at = clause.quantity.end
    words = words_between(clause, at, at + m.start())
    if words is None:
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    basis: Basis = "scope" if m["verb"] in ("纳入", "进行") else "increment"
    return Claim(words, m["verb"], comparator, basis, clause.quantity.start, frame=frame)


def _bare(clause: Clause, head: Head, last: Claim | None, committed: bool) -> Claim | None:
    """A figure without a verb of its own: it is carried over (科技型企业1500家), bound (失业率5.5%左右) or in a goal."""
    if head.verb is not None:
        return None
    used, frame = strip_prefix(clause.text[clause.left : head.touch_at])
    start, end = clause.left + used, head.touch_at
    kind = clause.quantity.kind
    carried = last if last is not None and last.actions and kind in ("count", "measure") else None
    committed = committed or frame.hedge is not None or COMMITS.search(clause.text, clause.left, start) is not None
    bound = clause.quantity.suffix is not None or head.touch is not None
    words = None
    if has_noun(clause):
        leads_up = start == end or (carried and indicators.introduces(clause.text[start:end]))
        if leads_up:
            words = words_behind(clause) if carried or committed else None
        elif carried and clause.after.startswith("等"):
            words = words_between(clause, start, end)  # 钢材300万吨、玻璃90万标准箱等落后产能
    elif carried or committed or (bound and not clause.text.startswith(("对", "凡", "年"), start)):
        words = words_between(clause, start, start + strip_subject_tail(clause.text[start:end])[0])
    if words is None or ACTION_AT_START.fullmatch(words):
        return None
    comparator = comparator_of(clause, head)
    if carried:
        basis = basis_of_actions(carried.actions, kind, words)
        return Claim(words, carried.verb, comparator, basis, end, actions=carried.actions, frame=frame)
    if kind == "percent" and (m := _COMPARED.search(words, 1)):
        return Claim(words[: m.start()], m.group(), TOUCHES.get(m.group(), "gt"), "growth", end, frame=frame)
    generic = last is not None and indicators.is_generic(words)
    if last is not None and generic:
        words = last.indicator + words
    return Claim(words, None, comparator, indicators.basis_of_bare(words, kind), end, carried=generic, frame=frame)
