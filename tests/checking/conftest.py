"""Checking goes through the real parser, in English unless a test asks for Chinese."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kjplan import language
from kjplan.checking import Report, check
from kjplan.parsing import parse_source
from kjplan.reading import from_text
from kjplan.storage.comments import read_comments
from kjplan.storage.corrections import overlay
from kjplan.storage.yaml_read import load_plan_text


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    language.choose("en")
    yield
    language.choose(None)


@pytest.fixture
def checked() -> Callable[..., Report]:
    """A function from a text, the corrections beside it and what its reader noted, to its report; other keywords go to
    ``check``. A text that is a plan's YAML is checked as that, with its comments."""

    def run(
        text: str, fixes: str | None = None, note: tuple[str, tuple[str, ...]] | None = None, **options: list[str]
    ) -> Report:
        if text.startswith(("schema_version", "#")):
            plan = load_plan_text(text, "x.yaml")
            return check(plan, path="x.yaml", comments=read_comments(text, "x.yaml"), **options)  # type: ignore[arg-type]
        source = from_text(text, "x.txt")
        source.notes += [note] if note else []
        parsed = parse_source(source)
        if fixes is not None:
            parsed.plan = overlay(Path("x.txt"), parsed.plan, fixes, parsed.source).plan
        return check(parsed, **options)  # type: ignore[arg-type]

    return run
