"""Markdown: its words without the mark-up, a paragraph or a table row a line.

Parsed by markdown-it-py, which rich brings along. A line break inside a paragraph stays one: notices are pasted into
Markdown with a line a paragraph and no blank lines between.
"""

import re
from typing import TYPE_CHECKING

from kjplan.reading.plain import read_plain
from kjplan.reading.table_rows import row_line
from kjplan.reading.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_BREAKS = ("softbreak", "hardbreak")
_LITERAL = ("fence", "code_block", "html_block")
_MOST_LINKS = 10_000
"""A text with more opening brackets is no Markdown that a person typed, and takes the parser 12 s a MB."""
_LETTERS = re.compile(r"[^\W\d_]")
_BREAK = re.compile("<br ?/?>", re.IGNORECASE)
"""How a line is broken in a cell."""
_ENTITY = re.compile(r"&#?\w{1,32};")


def read_markdown(data: bytes, name: str | None, where: str) -> SourceText:
    """The text of a Markdown file: headings, list items and paragraphs a line each, numbers of ordered lists as typed,
    cells of a table row parted by `` | ``. ``encoding`` and ``sha256`` are those of the file. Where a letter would be lost
    (quotes in quotes, twenty deep) the text is read as it was typed.

    :raises SourceError: binary, undecodable or blank
    """
    from markdown_it import MarkdownIt

    source = read_plain(data, name, where)
    source.media_type = "text/markdown"
    if source.text.count("[") > _MOST_LINKS:
        return source
    # Four blanks open a paragraph in a notice and not code; ``[1]: 说明`` is a note and no address.
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["code", "reference"])
    tokens = parser.parse(source.text)
    text = "\n".join(_blocks(tokens)) + "\n"
    if text.strip() and _kept(tokens, source.text, text):
        source.text = text
    return source


def _kept(tokens: "list[Token]", typed: str, text: str) -> bool:
    """Whether every letter that was typed is in the text, or in an address: the parser leaves out what is nested too deep."""
    children = (child for token in tokens for child in token.children or ())
    addresses = "".join(str(value) for child in children for value in child.attrs.values())
    return len(_LETTERS.findall(text + addresses)) >= len(_LETTERS.findall(_BREAK.sub("", _ENTITY.sub("", typed))))


def _blocks(tokens: "list[Token]") -> "Iterator[str]":
    """The words of each block, in order."""
    number, row = "", False
    cells: list[str] = []
    lists: dict[int, tuple[str, int]] = {}
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.pop(token.level + 1, None)
        elif token.type == "list_item_open":
            number = _number(token, lists) if token.info else ""
        elif token.type == "tr_open":
            cells, row = [], True
        elif token.type == "tr_close":
            row = False
            yield row_line(cells) if any(cells) else ""
        elif token.type == "inline":
            words = _words(token)
            if row:
                cells.append(" ".join(_BREAK.sub("\n", words).split("\n")))
            else:
                yield number + words
                number = ""
        elif token.type in _LITERAL:
            yield token.content.rstrip("\n")


def _number(token: "Token", lists: dict[int, tuple[str, int]]) -> str:
    """The number of a list item as typed; a list typed 1. 1. 1. counts on, as a reader of the page sees it."""
    typed, shown = lists.get(token.level, ("", 0))
    shown = shown + 1 if token.info == typed else int(token.info)
    lists[token.level] = token.info, shown
    return f"{shown}{token.markup}"


def _words(token: "Token") -> str:
    """What a reader of the page sees of a block: text, code, the words for a picture."""
    return "".join(
        "\n" if child.type in _BREAKS else child.content
        for child in token.children or ()
        if child.type != "html_inline"
    )
