"""The words of a diff for people, in both languages."""

from decimal import Decimal

from kjplan.diffing import GoalChange, PlanDiff
from kjplan.diffing.result import FactChange, PlanReference
from kjplan.language import say
from kjplan.matching.values import PERCENTAGES
from kjplan.model import Target
from kjplan.querying.wording import number, target_words

CHANGES: dict[str, tuple[str, str]] = {
    "same": ("不变", "same"),
    "changed": ("变动", "changed"),
    "renamed": ("更名", "renamed"),
    "replaced": ("替换", "replaced"),
    "added": ("新增", "added"),
    "removed": ("取消", "removed"),
    "renumbered": ("改号", "renumbered"),
    "moved": ("移动", "moved"),
    "retitled": ("改题", "retitled"),
    "reworded": ("改写", "reworded"),
    "split": ("拆分", "split"),
    "merged": ("合并", "merged"),
    "targets_changed": ("目标变动", "targets changed"),
    "responsibility_changed": ("责任单位变动", "responsibility changed"),
    "deadline_changed": ("时限变动", "deadline changed"),
    "commitment_changed": ("力度变动", "commitment changed"),
    "issued": ("已出台", "issued"),
    "promised_again": ("再次列入", "promised again"),
}
"""Kinds of change."""

_NOTES: dict[str, tuple[str, str]] = {
    "hedge": ("“力争”等词", "hedge"),
    "bound": ("上下限", "bound"),
    "figure": ("数值", "figure"),
    "responsibility": ("责任单位", "responsible body"),
    "deadline": ("时限", "deadline"),
    "comparator": ("比较方式", "comparator"),
    "scope": ("范围", "scope"),
    "unit": ("单位", "unit"),
    "basis": ("口径", "basis"),
    "stock_target": ("总量目标", "stock target"),
    "flow_target": ("当年量目标", "flow target"),
    "increment_target": ("增量目标", "increment target"),
    "growth_target": ("增速目标", "growth target"),
    "renamed": ("更名", "renamed"),
    "share_target": ("占比目标", "share target"),
}
_FACTS: dict[str, tuple[str, str]] = {
    "responsibility": ("责任单位", "responsible body"),
    "deadline": ("时限", "deadline"),
    "commitment": ("力度", "commitment"),
}
_COMMITMENTS: dict[str, tuple[str, str]] = {
    "achieve": ("完成、实现", "achieve"),
    "establish": ("制定、建立", "establish"),
    "advance": ("推进、推动", "advance"),
    "support": ("支持、引导", "support"),
    "explore": ("探索、试点", "explore"),
}
_ROLES = (("(lead)", "（牵头）"), ("(support)", "（配合）"), ("(joint)", "（共同负责）"))
_ENDINGS: dict[str, tuple[str, str]] = {
    "dropped": ("去掉", "dropped"),
    "added": ("新加", "added"),
    "changed": ("改变", "changed"),
    "raised": ("加强", "raised"),
    "lowered": ("减弱", "lowered"),
}
_RELATIONS: dict[str, tuple[str, str]] = {
    "renamed": ("更名", "renamed"),
    "narrowed": ("范围收窄的另一指标", "another, narrower indicator"),
    "widened": ("范围放宽的另一指标", "another, wider indicator"),
    "succeeded": ("后继指标", "another indicator that succeeds it"),
}
_RECORDED: dict[str, tuple[str, str]] = {
    "goals": ("目标", "goals"),
    "principles": ("指导思想", "principles"),
    "sections": ("章节", "sections"),
    "measures": ("举措", "measures"),
    "documents": ("文件", "documents"),
    "terms": ("提法", "terms"),
}


def change_words(changes: list[str]) -> str:
    """Kinds of change: ``moved, reworded``."""
    return say("、", ", ").join(_said(CHANGES, change) for change in changes)


def notes_words(notes: list[str]) -> str:
    """What else changed about a target: ``hedge dropped; responsible body dropped``."""
    return say("；", "; ").join(map(note_words, notes))


def note_words(note: str) -> str:
    """One such note in words; one that is not known as it is."""
    if note in _RELATIONS:
        return say(*_RELATIONS[note])
    what, _, ending = note.rpartition("_")
    if ending not in _ENDINGS:
        return note.replace("_", " ")
    zh, en = _ENDINGS[ending]
    return say(f"{zh}{_said(_NOTES, what)}", f"{_said(_NOTES, what)} {en}")


def fact_kind_words(fact: FactChange) -> str:
    """What changed about a fact: ``responsible body added``, ``commitment raised``."""
    ending = fact.note.rpartition("_")[2]
    zh, en = _ENDINGS.get(ending, _ENDINGS["changed"])
    return say(f"{zh}{say(*_FACTS[fact.kind])}", f"{say(*_FACTS[fact.kind])} {en}")


def fact_words(kind: str, words: str | None) -> str:
    """A fact in the words of a person: ``市科技局（牵头）``; "not stated" for None."""
    if words is None:
        return say("未明确", "not stated")
    if kind == "commitment":
        return _said(_COMMITMENTS, words)
    if kind == "responsibility":
        for code, zh in _ROLES:
            words = words.replace(code, say(zh, f" {code}"))
    return words


def _said(table: dict[str, tuple[str, str]], code: str) -> str:
    """A code in words; one that the table does not know as it is."""
    return say(*table[code]) if code in table else code.replace("_", " ")


def value_words(target: Target | None) -> str:
    """A target without its indicator: ``力争突破2.1%``; nothing for a goal without a figure."""
    if target is None or (target.value is None and target.quote is None):
        return ""
    return target_words(target).rpartition("：")[2]


def delta_words(change: GoalChange) -> str:
    """By how much the value changed: ``+0.5 points``, ``+234亿元``; nothing where the values do not compare."""
    old, new = change.old, change.new
    if change.delta is None or old is None or new is None or not change.delta:
        return ""
    unit = new.unit if old.unit == new.unit else new.base_unit
    share = "" if change.percent is None or unit in PERCENTAGES else f"{_signed(change.percent)}%"
    share = share and say(f"（{share}）", f" ({share})")
    return f"{_signed(change.delta)}{say('个百分点', ' points') if unit == '%' else unit or ''}{share}"


def _signed(value: Decimal) -> str:
    return f"{'+' if value > 0 else ''}{number(value)}"


def not_recorded_words(diff: PlanDiff) -> list[str]:
    """One sentence a plan that was not compared in full."""
    sentences = []
    for side, plan in (("old", diff.old), ("new", diff.new)):
        parts = [what.partition(".")[2] for what in diff.not_recorded if what.startswith(f"{side}.")]
        if parts:
            listed = say("、", ", ").join(_said(_RECORDED, part) for part in parts)
            name = plan.year or say({"old": "旧", "new": "新"}[side], side)
            sentences.append(
                say(f"{name}：未收录{listed}，因此未作比较", f"{name}: {listed} not recorded, and so not compared")
            )
    return sentences


def summary_words(diff: PlanDiff) -> list[str]:
    """How many rows of each part have each change, a line a part: ``goals: 2 changed, 1 same``."""
    parts = []
    for part, counts in diff.summary.items():
        if counts:
            listed = say("、", ", ").join(f"{n} {_said(CHANGES, change)}" for change, n in counts.items())
            parts.append(f"{_said(_RECORDED, part)}{say('：', ': ')}{listed}")
    return parts


def plan_words(plan: PlanReference) -> str:
    """A plan by its title, its year before it where the title has none: ``2022 政府工作报告``."""
    year = "" if plan.year is None else str(plan.year)
    title = plan.title or ""
    return title if title and year in title else f"{year} {title}".strip() or say("无题", "untitled")
