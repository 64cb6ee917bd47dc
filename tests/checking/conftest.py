"""Checking goes through the real parser, in English unless a test asks for Chinese."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kjplan import language
from kjplan.checking import Report, check
from kjplan.parsing import parse_source
from kjplan.reading import from_text
from kjplan.storage.corrections import overlay


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    language.choose("en")
    yield
    language.choose(None)


@pytest.fixture
def checked() -> Callable[..., Report]:
    """A function from a text, the corrections beside it and what its reader noted, to its report; other keywords go to ``check``."""

    def run(
        text: str, fixes: str | None = None, note: tuple[str, tuple[str, ...]] | None = None, **options: list[str]
    ) -> Report:
        source = from_text(text, "x.txt")
        source.notes += [note] if note else []
        parsed = parse_source(source)
        if fixes is not None:
            parsed.plan = overlay(Path("x.txt"), parsed.plan, fixes, parsed.source).plan
        return check(parsed, **options)  # type: ignore[arg-type]

    return run
