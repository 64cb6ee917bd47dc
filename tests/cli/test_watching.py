"""A count for who watches and waits."""

import io
import sys

import pytest

from kjplan import language
from kjplan.cli import watching
from kjplan.cli.settings import settings


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("patience", "quiet", "told"),
    [(0.0, False, "\x1b[Kread 0/2\r\x1b[Kread 1/2\r\x1b[K"), (60.0, False, ""), (0.0, True, "")],
)
def test_a_count_only_for_who_waits(monkeypatch: pytest.MonkeyPatch, patience: float, quiet: bool, told: str) -> None:
    monkeypatch.setattr(watching, "_PATIENCE", patience)
    monkeypatch.setattr(watching, "_PACE", -1.0)
    monkeypatch.setattr(settings, "quiet", quiet)
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    language.choose("en")
    try:
        assert [*watching.watched(["a", "b"])] == ["a", "b"]
    finally:
        language.choose(None)
    assert stream.getvalue() == told
