"""Help pages in Chinese: typer breaks lines by the number of characters, as if none took two columns, and inside of words."""

from typer._click import formatting

from kjplan import language
from kjplan.output.folding import folded
from kjplan.output.width import width as width_of

_by_typer = formatting.wrap_text


def wrap(
    text: str,
    width: int = 78,
    initial_indent: str = "",
    subsequent_indent: str = "",
    preserve_paragraphs: bool = False,
) -> str:
    """Words on lines of so many columns; see ``typer._click.formatting.wrap_text``, whose place this takes.

    :param width: columns with the indents
    :param preserve_paragraphs: an empty line ends a paragraph; else the text is one
    """
    if language.current() != "zh":
        return _by_typer(text, width, initial_indent, subsequent_indent, preserve_paragraphs)
    room = max(width - max(width_of(initial_indent), width_of(subsequent_indent)), 10)
    paragraphs = text.split("\n\n") if preserve_paragraphs else [text]
    lines = [
        [(initial_indent, subsequent_indent)[n > 0] + line for n, line in enumerate(folded(_joined(one), room))]
        for one in paragraphs
    ]
    return "\n\n".join("\n".join(some) for some in lines)


def _joined(paragraph: str) -> str:
    return " ".join(paragraph.split())


def take_over() -> None:
    """Have typer break its help pages so."""
    formatting.wrap_text = wrap
