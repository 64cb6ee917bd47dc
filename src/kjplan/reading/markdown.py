"""Markdown: read as it is typed. ``#``, ``**`` and ``|`` are words of the text, so that nothing is lost and offsets hold."""

from kjplan.reading.plain import read_plain
from kjplan.reading.text import SourceText


def read_markdown(data: bytes, name: str | None, where: str) -> SourceText:
    """The text of a Markdown file, its mark-up included.

    :raises SourceError: binary, undecodable or blank
    """
    source = read_plain(data, name, where)
    source.media_type = "text/markdown"
    return source
