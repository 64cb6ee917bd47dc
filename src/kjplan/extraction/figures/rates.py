"""Shares side by side, each of a thing that is no 率 by its name: 做到宣讲入户100%、灶台清理100%、线路检修100%."""

import re
from dataclasses import replace

from kjplan.extraction.figures.clauses import Claim, Clause
from kjplan.extraction.figures.context import strip_prefix, strip_subject_lead, strip_subject_tail
from kjplan.extraction.figures.heads import Head, comparator_of, has_noun, words_between
from kjplan.extraction.figures.quantities import SUFFIXES
from kjplan.extraction.figures.verbs import PREDICATES, action_at

_KEPT = re.compile("(?:要?求)?(?P<verb>做到|达到)(?!了)")
"""What opens such a row; behind 实现, 完成 and the like the first is read as the object of a verb."""
_GOVERNS = frozenset(("实现", "做到", "达到", "完成", "达成", "推动", "推进"))
_NEXT = re.compile("(?:[、和及与]|以及)(?:实现|做到|达到)?")
_BESIDE = re.compile("[、,和及与][^,;:。、0-9]{2,14}100%(?:[、,;。]|$)")
"""The next of a row that nothing governs: 入学教育100%、教师培训100%."""
_COMPOSED = re.compile(
    "占|其中|比[重例]|[持控参]股|股权|含量|浓度|报销|补[贴助]|优惠|折扣|减免|税|利率|分红|提成|奖励|评分|权重|成分|产能|负荷"
)
"""What is put together, paid or marked by shares and does not get done."""
_LONGEST = 16


def beside_others(clause: Clause, head: Head, last: Claim | None) -> Claim | None:
    """One of a row of shares: the first behind 做到, or the next behind one that is promised; None where it is none."""
    if clause.quantity.kind != "percent" or head.verb is not None or has_noun(clause):
        return None
    text, stop = clause.text, head.touch_at
    used, frame = strip_prefix(text[clause.left : stop])
    start, verb = clause.left + used, None
    if kept := _KEPT.match(text, start, stop):
        start, verb = kept.end(), kept["verb"]
    elif last is not None:
        return _next(clause, head, last)
    elif clause.quantity.value != 100 or not _BESIDE.match(text, clause.quantity.end):
        return None
    words = _thing(clause, start, stop)
    if words is None:
        return None
    bound = comparator_of(clause, head)
    return Claim(words, verb, bound, "level", stop, kind="percent", row=True, frame=frame)


_GROWTH = re.compile("(?:左右|以上)?的?(?P<verb>增长|增幅|增速)$")
_GETS = re.compile("(?:力争|争取|努力|确保)?(?:实现|保持|取得|达到)?$")


def grows(clause: Clause) -> Claim | None:
    """A rate of growth before its word: 商品零售力争实现4%增长; None where nothing says what grows."""
    if clause.quantity.kind != "percent" or (m := _GROWTH.fullmatch(clause.after.rstrip())) is None:
        return None
    used, frame = strip_prefix(clause.before)
    used += strip_subject_lead(clause.before[used:])
    gets = _GETS.search(clause.before, used)
    end = strip_subject_tail(clause.before[used : gets.start() if gets else None])[0] + used
    words = words_between(clause, clause.left + used, clause.left + end)
    if words is None:
        return None
    comparator = SUFFIXES.get(clause.quantity.suffix or "", "bare")
    return Claim(words, m["verb"], comparator, "growth", clause.quantity.start, kind="percent", frame=frame)


def _next(clause: Clause, head: Head, last: Claim) -> Claim | None:
    """The next of a row: 、火源管控100%, or behind a comma where a verb governs it or all are to be: ，群众满意95%以上."""
    if last.kind != "percent":
        return None
    m = _NEXT.match(clause.text, clause.left)
    changed = (last.actions[-1] if last.actions else last.verb) in PREDICATES and not last.row
    governed = last.row or changed or (last.actions[:1] and last.actions[0] in _GOVERNS)
    if not (governed or last.verb is None) or (
        m is None and (changed or not (governed or clause.quantity.value == 100))
    ):
        return None
    if changed and (last.basis != "growth" or clause.text.endswith("率", clause.left, head.touch_at)):
        return None  # 覆盖率达到95%、满意率90%; 增长10%、失业率5%
    used, frame = strip_prefix(clause.text[clause.left : head.touch_at])
    words = _thing(clause, max(m.end() if m else 0, clause.left + used), head.touch_at)
    if words is None:
        return None
    return replace(
        last, indicator=words, verb=last.verb if governed else None, comparator=comparator_of(clause, head),
        basis="growth" if changed else "level", start=head.touch_at, carried=False, subject=None, row=not changed,
        per=None, frame=frame,
    )  # fmt: skip


def _thing(clause: Clause, start: int, stop: int) -> str | None:
    """What is to be done or reached in full, where the words are short and name one thing."""
    verb = action_at(clause.text, start, stop)
    if stop - start > _LONGEST or verb in PREDICATES or verb in _GOVERNS or _COMPOSED.search(clause.text, start, stop):
        return None
    words = words_between(clause, start, stop)
    return None if words is None or "、" in words else words
