"""Each layout of the genre in a small text of its own, with the outline it must give beside it."""

from pathlib import Path

import pytest

from kjplan.output.notice_text import render
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text, read
from tests.parsing.outline_text import outline_text

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.txt"))


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda p: p.stem)
def test_outline(path: Path) -> None:
    assert outline_text(parse_source(read(path)).plan) == path.with_suffix(".outline").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda p: p.stem)
def test_leaves_partition_the_text(path: Path) -> None:
    parsed = parse_source(read(path))
    assert partition_faults(parsed.source.text, parsed.leaves) == []


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda p: p.stem)
def test_a_rendered_plan_parses_to_the_same_plan(path: Path) -> None:
    plan = parse_source(read(path)).plan
    again = parse_source(from_text(render(plan))).plan
    before, after = (
        [line for line in outline_text(p).splitlines() if not line.startswith(("furniture", "diagnostic"))]
        for p in (plan, again)
    )
    assert after == before


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda p: p.stem)
def test_half_width_punctuation_gives_the_same_tree(path: Path) -> None:
    source = read(path)
    half = parse_source(from_text(source.folded)).plan
    full = parse_source(source).plan
    assert [(n.kind, n.id, n.number) for n, _ in half.nodes()] == [(n.kind, n.id, n.number) for n, _ in full.nodes()]
