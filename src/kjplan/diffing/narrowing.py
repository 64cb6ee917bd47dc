"""A part of a diff: only some kinds of change, or only what stands in some sections."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

from kjplan.diffing.result import (
    BodyChanges,
    DocumentChanges,
    GoalKind,
    MeasureChange,
    MeasureKind,
    PlanDiff,
    PrinciplesChange,
    Reference,
    SectionKind,
    TermChanges,
)
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Measure, Plan, Section, Target

KINDS: tuple[str, ...] = tuple(
    dict.fromkeys((*get_args(GoalKind), *get_args(SectionKind), *get_args(MeasureKind), "issued", "promised_again"))
)
"""Every kind of change that a row of a diff may have."""


def only(diff: PlanDiff, kinds: Iterable[str]) -> PlanDiff:
    """The rows that have one of these kinds of change; no kinds let everything through.

    A measure is kept for its own changes or for those of its targets, of which only these are kept. ``identical`` stays
    that of the whole diff.

    :param kinds: names of ``KINDS``; a hyphen may stand for the underscore
    :raises KjplanError: a name that is not among them
    """
    wanted = {_known(kind) for kind in kinds}
    if not wanted:
        return diff
    came, went = "added" in wanted, "removed" in wanted
    return replace(
        diff,
        goals=[row for row in diff.goals if row.change in wanted],
        sections=[row for row in diff.sections if wanted.intersection(row.changes)],
        measures=[kept for row in diff.measures if (kept := _only_kinds(row, wanted))],
        principles=_only_principles(diff.principles, wanted),
        documents=DocumentChanges(
            added=diff.documents.added if came else [],
            removed=diff.documents.removed if went else [],
            issued=diff.documents.issued if "issued" in wanted else [],
            promised_again=diff.documents.promised_again if "promised_again" in wanted else [],
        ),
        terms=TermChanges(added=diff.terms.added if came else [], removed=diff.terms.removed if went else []),
        bodies=BodyChanges(added=diff.bodies.added if came else [], removed=diff.bodies.removed if went else []),
    )


def is_empty(diff: PlanDiff) -> bool:
    """Whether no row and nothing in any list is left."""
    documents, principles = diff.documents, diff.principles
    lists = (
        *(diff.goals, diff.sections, diff.measures),
        *(documents.added, documents.removed, documents.issued, documents.promised_again),
        *(diff.terms.added, diff.terms.removed, diff.bodies.added, diff.bodies.removed),
        *(principles.slogans_added, principles.slogans_removed),
    )
    return not any(lists) and not principles.changed


def _known(kind: str) -> str:
    name = kind.replace("-", "_")
    if name not in KINDS:
        listed = ", ".join(KINDS)
        raise KjplanError(
            say("没有这种变化", "no such kind of change"), kind, say(f"可用：{listed}", f"known: {listed}")
        )
    return name


def _only_kinds(row: MeasureChange, wanted: set[str]) -> MeasureChange | None:
    own = wanted.intersection(row.changes)
    targets = row.targets if "targets_changed" in own else [t for t in row.targets if t.change in wanted - {"same"}]
    if not own and not targets:
        return None
    return replace(
        row,
        targets=targets,
        facts=[fact for fact in row.facts if f"{fact.kind}_changed" in wanted],
        text_diff=row.text_diff if "reworded" in wanted else [],
    )


def _only_principles(found: PrinciplesChange, wanted: set[str]) -> PrinciplesChange:
    kept = PrinciplesChange()
    if wanted & {"changed", "reworded"}:
        kept = replace(found, slogans_added=[], slogans_removed=[])
    kept.slogans_added = found.slogans_added if "added" in wanted else []
    kept.slogans_removed = found.slogans_removed if "removed" in wanted else []
    return kept


def in_sections(diff: PlanDiff, old: Plan, new: Plan, words: Sequence[str]) -> PlanDiff:
    """The rows whose old or new node is one of these sections or stands inside one; no words let everything through.

    :param words: as for ``kjplan measures --section``: words of a title, a number, a marker or an id; sections of either
        plan are looked for
    :raises KjplanError: neither plan has such a section
    """
    if not words:
        return diff
    before, after = _Inside(old, words), _Inside(new, words)
    if not (before.ids or after.ids):
        raise KjplanError(say("两份要点都没有这样的章节", "neither plan has such a section"), ", ".join(words))
    kept = replace(
        diff,
        goals=[g for g in diff.goals if before.owns(g.old) or after.owns(g.new)],
        sections=[s for s in diff.sections if before.has(s.old) or after.has(s.new)],
        measures=[m for m in diff.measures if before.has(m.old) or after.has(m.new)],
        principles=diff.principles if before.principles or after.principles else PrinciplesChange(),
        documents=DocumentChanges(
            added=[d for d in diff.documents.added if id(d) in after.facts],
            removed=[d for d in diff.documents.removed if id(d) in before.facts],
            issued=[p for p in diff.documents.issued if id(p.old) in before.facts or id(p.new) in after.facts],
            promised_again=[
                p for p in diff.documents.promised_again if id(p.old) in before.facts or id(p.new) in after.facts
            ],
        ),
        terms=TermChanges(
            added=[t for t in diff.terms.added if id(t) in after.facts],
            removed=[t for t in diff.terms.removed if id(t) in before.facts],
        ),
        bodies=BodyChanges(
            added=[name for name in diff.bodies.added if name in after.bodies],
            removed=[name for name in diff.bodies.removed if name in before.bodies],
        ),
    )
    kept.identical = diff.identical or all(set(counts) <= {"same"} for counts in kept.summary.values())
    return kept


class _Inside:
    """What of a plan is one of the sections asked for, or stands inside one."""

    def __init__(self, plan: Plan, words: Sequence[str]) -> None:
        from kjplan.querying.select import section_test

        holders: dict[int, Section | None] = {id(node): holder for node, holder in plan.nodes()}
        wanted = section_test(plan, words, holders)
        nodes = [n for n, holder in plan.nodes() if wanted(n if isinstance(n, Section) else holder)]
        self.ids = {node.id for node in nodes}
        measures = [node for node in nodes if isinstance(node, Measure)]
        self.principles = any(isinstance(n, Section) and n.role == "principles" for n in nodes)
        self.facts = {id(fact) for m in measures for fact in (*m.documents, *m.terms)}
        named = [b.name for n in nodes if not isinstance(n, Section) for b in n.responsibility.bodies]
        self.bodies = {*named, *(b.name for m in measures for b in m.bodies)}

    def has(self, node: Reference | None) -> bool:
        """Whether a section or measure is inside."""
        return node is not None and node.id in self.ids

    def owns(self, target: Target | None) -> bool:
        """Whether a target, or a goal without a figure, is inside."""
        return target is not None and (target.id in self.ids or target.id.rpartition(".")[0] in self.ids)
