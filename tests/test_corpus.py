"""Every real document of the corpus: no exception, nothing lost, and a rendered plan parses to the same plan."""

from pathlib import Path

import pytest

from kjplan.model import Plan, Section
from kjplan.output.notice_text import render
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text, read
from tests.conftest import ROOT

CORPUS = ROOT.parent / "shared" / "corpus"
DOCUMENTS = sorted(CORPUS.glob("*/*.txt"))


def _tasks(plan: Plan) -> list[tuple[str, str | None, str | None, str]]:
    return [
        (n.kind, n.number, getattr(n, "title", None), n.text) for n, _ in plan.nodes() if not isinstance(n, Section)
    ]


@pytest.mark.skipif(not DOCUMENTS, reason="the corpus beside the checkout is absent")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_real_document(path: Path) -> None:
    parsed = parse_source(read(path))
    text, plan = parsed.source.text, parsed.plan
    assert partition_faults(text, parsed.leaves) == []
    for node, _ in plan.nodes():
        assert node.span is not None
        assert text[slice(*node.span)].strip() == text[slice(*node.span)]
    for target in plan.targets:
        assert target.span is not None
        assert target.quote == parsed.source.words(*target.span)
    again = parse_source(from_text(render(plan))).plan
    assert _tasks(again) == _tasks(plan)
