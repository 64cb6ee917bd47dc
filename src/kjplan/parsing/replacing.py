"""A plan made of a text that was put in order first: its places, put back to the text as it was read."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from kjplan.model import Furniture, Plan, Span
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import InOrder, SourceText, fold

_PLACES = ("span", "title_span")


def put_back(source: SourceText, tidied: InOrder, plan: Plan, units: list[Unit]) -> list[Unit]:
    """Set every span of the plan to where its words stand in the source; the units so too, those of the page's lines
    among them, that were left out, in the order of the source."""
    for part in _parts_of(plan):
        for name in _PLACES:
            span: Span | None = getattr(part, name, None)
            if span is not None:
                setattr(part, name, tidied.back(span))
    for told in plan.diagnostics:
        if told.span is not None:
            told.line, told.column = source.position(told.span[0])
    for line in tidied.page_lines:
        plan.furniture.append(Furniture(kind=line.kind, text=source.text[slice(*line.span)], span=line.span))
    plan.furniture.sort(key=lambda f: f.span or (0, 0))
    gone = sorted(line.span for line in tidied.page_lines)
    for unit in units:
        _replace(unit, tidied, gone)
    every = sorted([*units, *map(_page_unit, gone)], key=_first)
    _keep_residue(source.text, every)
    return every


def _first(unit: Unit) -> int:
    return unit.start


def _page_unit(span: Span) -> Unit:
    return Unit(*span, rule="page-furniture:inside", owner="furniture", leaves=(("furniture", *span),))


def _parts_of(plan: Plan) -> Iterator[Any]:
    """Every piece of a plan that has fields of its own, each once."""
    todo, seen = list[Any]([plan]), set[int]()
    while todo:
        part = todo.pop()
        if isinstance(part, list):
            todo += part
        elif is_dataclass(part) and id(part) not in seen:
            seen.add(id(part))
            todo += (getattr(part, f.name) for f in fields(part))
            yield part


def _replace(unit: Unit, tidied: InOrder, gone: list[Span]) -> None:
    """Put a unit and its leaves back; a leaf that a line of the page parts becomes two."""
    unit.start, unit.end = tidied.back(unit.span)
    unit.cells = [tidied.back(cell) for cell in unit.cells]
    leaves = list[tuple[str, int, int]]()
    for kind, *span in unit.leaves:
        start, end = tidied.back((span[0], span[1]))
        k = bisect_right(gone, start, key=_begin)
        while k < len(gone) and gone[k][1] < end:
            leaves.append((kind, start, gone[k][0]))
            start = gone[k][1]
            k += 1
        leaves.append((kind, start, end))
    unit.leaves = tuple(leaves)


def _begin(span: Span) -> int:
    return span[0]


def _keep_residue(text: str, units: list[Unit]) -> None:
    """Give what was left out of the words, and is no blank, to the leaf on its line: nothing of the text is lost."""
    places = sorted(
        ((leaf[1], leaf[2], unit, k) for unit in units for k, leaf in enumerate(unit.leaves)), key=lambda p: p[:2]
    )
    at, before = 0, None
    for start, end, unit, k in places:
        if start > at and fold(text[at:start]).strip():
            cut = at if before is None else max(text.rfind("\n", at, start), at)
            if before is not None and fold(text[at:cut]).strip():
                _stretch(*before, end=at + len(text[at:cut].rstrip()))
            if fold(text[cut:start]).strip():
                _stretch(unit, k, start=start - len(text[cut:start].lstrip()))
        before, at = (unit, k), max(at, end)
    if before is not None and fold(text[at:]).strip():
        _stretch(*before, end=at + len(text[at:].rstrip()))


def _stretch(unit: Unit, k: int, start: int | None = None, end: int | None = None) -> None:
    leaves = list(unit.leaves)
    kind, first, last = leaves[k]
    first, last = first if start is None else start, last if end is None else end
    leaves[k] = kind, first, last
    unit.leaves = tuple(leaves)
    unit.start, unit.end = min(unit.start, first), max(unit.end, last)
