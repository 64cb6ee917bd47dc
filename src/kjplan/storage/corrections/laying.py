"""Corrections laid over a plan: the corrected plan, and what became of each correction."""

from dataclasses import dataclass
from typing import Literal

from kjplan.model import Diagnostic, Plan, Span
from kjplan.reading.text import SourceText, fold
from kjplan.storage.codec import from_dict, to_dict
from kjplan.storage.corrections.entry import Correction
from kjplan.storage.corrections.messages import MESSAGES
from kjplan.storage.corrections.places import Located, Places
from kjplan.storage.corrections.values import brief, holds, set_right, settle, value_of
from kjplan.storage.draft import Draft

State = Literal["applied", "moved", "stale", "needless"]
"""Laid over what its id names; laid over what its words now stand in; not, as its words are gone; not, as the plan is
so already."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a correction."""

    correction: Correction
    state: State
    at: str | None
    """The id of what it was laid over, or would have been; None where it is stale."""
    elsewhere: tuple[str, ...]
    """Where the words of a stale one stand, if in several places."""
    words: str
    """What it changes, in no language: “建好平台” → “建设平台”."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Overlay:
    """A corrected plan with a diagnostic for each correction, and what became of each."""

    plan: Plan
    outcomes: list[Outcome]


def lay_over(plan: Plan, corrections: list[Correction], where: str, source: SourceText | None = None) -> Overlay:
    """Lay corrections over a copy of a plan.

    :param where: the file of corrections, for messages
    :param source: the notice that the plan's spans count in, where it is at hand: then diagnostics have line and column
    :raises PlanFileError: the corrected plan would be none (two targets with one id)
    """
    plan = from_dict(Plan, to_dict(plan, keep_empty=True))
    located = Places(plan).locate_all(corrections)
    outcomes = [_lay(correction, found) for correction, found in zip(corrections, located, strict=True)]
    touched = [
        (found.place.item, outcome.correction)
        for found, outcome in zip(located, outcomes, strict=True)
        if found.place is not None and outcome.state in ("applied", "moved")
    ]
    settle(touched, plan)
    plan.diagnostics += [met for outcome in outcomes for met in _diagnostics(outcome, source)]
    if touched:
        from kjplan.storage.validation import validate

        plan = validate(Draft(where, to_dict(plan, keep_empty=False)))
    return Overlay(plan, outcomes)


def _lay(correction: Correction, found: Located) -> Outcome:
    """Change the object that a correction was found to be about."""
    if found.place is None:
        words = _change(correction, "")
        return Outcome(correction, "stale", None, found.elsewhere, words)
    place = found.place
    before = brief(value_of(place.item, correction.field))
    if holds(place.item, correction):
        return Outcome(correction, "needless", place.id, (), _change(correction, ""), place.span)
    set_right(place.item, correction)
    state: State = "moved" if found.moved else "applied"
    return Outcome(correction, state, place.id, (), _change(correction, before), place.span)


def _change(correction: Correction, before: str) -> str:
    value = brief(correction.value)
    sign = {"set": f"{before} → " if before else "→ ", "add": "+ ", "drop": "- "}
    return sign[correction.change] + value


def _diagnostics(outcome: Outcome, source: SourceText | None) -> list[Diagnostic]:
    """What is reported about a correction: one diagnostic, and one more where it moved."""
    written, field, was = outcome.correction.id, outcome.correction.field, brief(outcome.correction.was)[1:-1]
    at = outcome.at or ""
    if outcome.state == "stale":
        elsewhere = ", ".join(outcome.elsewhere) or "–"
        return [_diagnostic("correction-stale", (written, field, was, elsewhere), None, source)]
    span = outcome.span if source is None else _words_in(source, outcome)
    if outcome.state == "needless":
        return [_diagnostic("correction-needless", (at, field, outcome.words), span, source)]
    made = [_diagnostic("corrected", (at, field, outcome.words), span, source)]
    if outcome.state == "moved":
        made.append(_diagnostic("correction-moved", (written, field, was, at), span, source))
    return made


def _words_in(source: SourceText, outcome: Outcome) -> Span | None:
    """Where the words that a correction stands on are in the notice; the whole object where they are not to be found."""
    start, end = outcome.span or (0, len(source.text))
    words = fold(outcome.correction.was)
    at = source.folded.find(words, start, end)
    return outcome.span if at < 0 else (at, at + len(words))


def _diagnostic(code: str, words: tuple[str, ...], span: Span | None, source: SourceText | None) -> Diagnostic:
    severity, _, en = MESSAGES[code]
    line, column = source.position(span[0]) if source is not None and span is not None else (None, None)
    message = en.format(*words)
    return Diagnostic(code=code, severity=severity, message=message, line=line, column=column, span=span)
