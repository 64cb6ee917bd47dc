"""Every code that a reader, the parser or a correction can emit has a page with an example."""

import ast
from typing import get_args

import pytest

from kjplan.checking import RULES, describe
from kjplan.parsing.headings.numbering import Fault
from kjplan.parsing.messages import MESSAGES
from kjplan.storage.corrections.messages import MESSAGES as CORRECTIONS
from tests.conftest import ROOT

SOURCES = ROOT / "src" / "kjplan"


def _string(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _is_note(node: ast.AST) -> bool:
    """A reader's note: a code with the tuple of its words."""
    return isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[1], ast.Tuple)


def emitted() -> set[str]:
    """The codes in the sources of the parser (``Finding("code", …)``) and of the readers (``("code", (words, …))``)."""
    found = set(get_args(Fault))
    for path in [*(SOURCES / "parsing").rglob("*.py"), *(SOURCES / "reading").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            first = None
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding" and node.args:
                first = _string(node.args[0])
            elif isinstance(node, ast.Tuple) and _is_note(node):
                first = _string(node.elts[0])
            if first and "-" in first:
                found.add(first)
    return found


def test_the_codes_are_found() -> None:
    assert {"numbering-gap", "no-title", "page-without-text", "part-not-read"} <= emitted()


def test_every_code_that_is_emitted_has_its_words() -> None:
    assert emitted() == set(MESSAGES)


@pytest.mark.parametrize("code", [*MESSAGES, *CORRECTIONS])
def test_every_code_has_a_page_with_an_example(code: str) -> None:
    page = describe(code)
    assert RULES[code].trips.strip() and RULES[code].what.en in page and RULES[code].fix.en in page
