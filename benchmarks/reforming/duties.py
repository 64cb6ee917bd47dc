"""Who answers for a task, in every form that these documents have for it."""

import re
from collections.abc import Callable, Sequence

from benchmarks.reforming.known import Draft, Fact, Known, key, plain
from benchmarks.reforming.statements import FORMS, KINDS_OF_NAMES, NAMES, Form
from kjplan.model import Measure, Span

_OPEN, _CLOSE = "（([【〔", "）)]】〕"
_MOST = 6


def _told(text: str, measure: Measure) -> Span | None:
    """Where the words stand that state a task's bodies, if they are a bracket or whole lines and nothing else."""
    said = measure.responsibility
    if said.span is None or measure.span is None or not said.bodies:
        return None
    start, end = said.span
    inside = measure.span[0] <= start and end <= measure.span[1]
    if not inside or not all(b.span and start <= b.span[0] and b.span[1] <= end for b in said.bodies):
        return None
    bracket = text[start] in _OPEN and text[end - 1] in _CLOSE
    lines = not text[text.rfind("\n", 0, start) + 1 : start].strip() and text[end : end + 3].strip(" 。；")[:1] in (
        "",
        "\n",
    )
    return (start, end) if bracket or lines else None


def _cut(text: str, span: Span, last: int) -> Span:
    """The words with the blanks before them and, where they are the last, the mark behind them."""
    start, end = span
    while start and text[start - 1] in " \u3000\r\n\t":
        start -= 1
    return start, last if not text[end:last].strip(" 。；;\n\r\u3000") else end


def title_end(known: Known, measure: Measure) -> int | None:
    """Where the title of a task ends, if it stands alone on its line or a mark parts it from its words."""
    for leaf in known.parsed.leaves:
        if leaf.kind == "title" and leaf.owner == measure.id:
            end = leaf.span[1]
            return end if plain(measure.title) == plain(known.text[slice(*leaf.span)]) else None
    return None


def _said_in(known: Known, measure: Measure, span: Span) -> list[Fact]:
    """Facts of a task that stand in a stretch."""
    inside = [d for d in measure.due if d.span and span[0] <= d.span[0] < span[1]]
    return [("due", key(measure), d.date or plain(d.text)) for d in inside]


def _write(draft: Draft, measure: Measure, names: Sequence[str], form: Form, year: int | None) -> bool:
    known, text = draft.known, draft.known.text
    assert measure.span is not None
    stated = form(names, f"{year}年9月底前" if year else "")
    if stated.due and not year:
        return False
    end = at = measure.span[1]
    told = _told(text, measure)
    cut = _cut(text, told, end) if told else (end, end)
    if stated.place == "title":
        behind = title_end(known, measure)
        if behind is None or behind > cut[0]:
            return False
        at = behind
    elif cut[1] == end:
        at = cut[0]
    closed = text[at - 1] in "。；;！…" or stated.place == "title" or stated.words[0] in _OPEN
    words = ("" if closed else "。") + ("\n" if stated.place == "line" else "") + stated.words
    if at == cut[0]:
        draft.replace((at, cut[1]), words)
    else:
        draft.replace((at, at), words)
        draft.replace(cut, "")
    if told:
        draft.withdraw(*(("body", key(measure), plain(b.name), b.role) for b in measure.responsibility.bodies))
        draft.withdraw(*_said_in(known, measure, cut))
    roles = [stated.first, *[stated.others] * (len(names) - 1)]
    draft.state(*(("body", key(measure), plain(name), role) for name, role in zip(names, roles, strict=True)))
    if stated.due:
        draft.state(("due", key(measure), f"{year}-09-30"))
    return True


def names_told(known: Known, measure: Measure) -> list[str] | None:
    """The bodies of a task whose words can be replaced: some, none where it states none, or None where they cannot."""
    if not measure.responsibility.stated:
        return []
    told = _told(known.text, measure)
    if told is None or not known.trusted(measure, "body") or any(_targets_in(measure, told)):
        return None
    names = list(dict.fromkeys(b.name for b in measure.responsibility.bodies))
    return names if len(names) <= _MOST else None


def without_statement(known: Known, measure: Measure) -> str | None:
    """A task's title and words without marker and statement; None where it states bodies elsewhere."""
    assert measure.span is not None
    marker = next(
        (e.span[1] for e in known.parsed.leaves if e.kind == "marker" and e.owner == measure.id), measure.span[0]
    )
    told = _told(known.text, measure)
    if measure.responsibility.stated and told is None:
        return None
    end = measure.span[1]
    cut = _cut(known.text, told, end) if told else (end, end)
    words = known.text[marker : cut[0]] + known.text[cut[1] : end]
    return words.strip()


def _targets_in(measure: Measure, span: Span) -> list[Span]:
    return [t.span for t in measure.targets if t.span and span[0] <= t.span[0] < span[1]]


def _pure(names: Sequence[str]) -> bool:
    """Whether names can stand in any list: no word that opens or closes one, no bracket that holds another."""
    return not any(re.search("[（(、，等]", name) for name in names)


def reword(form: Form, given: bool, pool: Sequence[str] = NAMES) -> Callable[[Known], Draft | None]:
    """All statements of a document in one form: those it has, or, ``given``, bodies of ours for tasks that name nobody."""

    def way(known: Known) -> Draft | None:
        draft = Draft(known)
        if known.first_leads or (given and any(m.responsibility.stated for m in known.plan.measures)):
            return None
        for k, measure in enumerate(known.tasks()):
            names = names_told(known, measure)
            if given and names == [] and measure.number is not None:
                count = k % 3 + 1
                names = [pool[(k * 3 + i) % len(pool)] for i in range(count)]
            if names and _pure(names):
                _write(draft, measure, names, form, known.one_year)
        return draft if draft.touched else None

    return way


DUTIES = {name: (reword(form, given=False), reword(form, given=True)) for name, form in FORMS.items()}
"""Of each form: what rewrites a document's own statements, and what gives it some."""

_NAMED_IN = (
    "（甲局牵头，乙局、丙局配合）",
    "（牵头单位：甲局；配合单位：乙局、丙局）",
    "责任单位：甲局、乙局、丙局 on a line",
    "（甲局、乙局、丙局负责）",
    "（责任单位：甲局、乙局；完成时限：9月底前）",
    "由甲局牵头，乙局、丙局配合。",
    "由甲局会同乙局、丙局组织实施。",
    "牵头：甲局　配合：乙局、丙局 on a line",
)
RENAMED = {
    f"{kind}, {form}": (reword(FORMS[form], given=True, pool=names),)
    for kind, names in KINDS_OF_NAMES.items()
    for form in _NAMED_IN
}
