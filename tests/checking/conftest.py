"""Checking goes through the real parser, in English unless a test asks for Chinese."""

from collections.abc import Callable, Iterator

import pytest

from kjplan import language
from kjplan.checking import Report, check
from kjplan.parsing import parse_source
from kjplan.reading import from_text


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    language.choose("en")
    yield
    language.choose(None)


@pytest.fixture
def checked() -> Callable[..., Report]:
    """A function from a text to its report; keywords go to ``check``."""

    def run(text: str, **options: list[str]) -> Report:
        return check(parse_source(from_text(text, "x.txt")), **options)  # type: ignore[arg-type]

    return run
