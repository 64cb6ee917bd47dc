"""Which reader a file gets. A new format is one more file and one more row here."""

from collections.abc import Callable

from kjplan.reading.plain import read_plain
from kjplan.reading.text import SourceText

Reader = Callable[[bytes, str | None, str], SourceText]
"""Bytes, file name and the name for errors in; the text out."""

READERS: tuple[tuple[tuple[str, ...], Reader], ...] = ((("", ".txt", ".text", ".md"), read_plain),)
"""File suffixes and their reader, the first row serving whatever no row names."""


def reader_for(name: str | None) -> Reader:
    """The reader for a file of this name; plain text where no row of the table names its suffix."""
    suffix = "" if name is None or "." not in name else name[name.rindex(".") :].lower()
    for suffixes, reader in READERS:
        if suffix in suffixes:
            return reader
    return READERS[0][1]
