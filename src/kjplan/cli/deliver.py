"""From a result to the screen or a file."""

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TextIO

from kjplan.cli.settings import settings
from kjplan.errors import OutputError
from kjplan.language import say
from kjplan.output.formats import Answer, Format, format_for, to_bytes, to_text
from kjplan.output.stream import emit, tell
from kjplan.output.style import wants_color

BOM = "\ufeff"
"""The byte order mark."""


def deliver(
    answer: Answer,
    form: Format | None,
    output: str | None,
    *,
    force: bool = False,
    raw: bool = False,
    bom: bool = False,
    empty: str | Callable[[], str | None] | None = None,
) -> None:
    """Write an answer to standard output, or whole to a file.

    :param empty: what to tell people where there is nothing to show, instead of just that
    :param raw: write control characters of the text as they are
    :param bom: begin a file with a byte order mark, by which Excel knows UTF-8
    :raises OutputError: the file exists (without ``force``) or cannot be written, or its suffix names no format
    """
    path = file_path(output)
    form = format_for(path, form)
    if form in ("html", "xlsx") and not answer.title:
        answer.title = _command()
    if form == "xlsx":
        save_sheet(to_bytes(answer), path, force=force)
    elif path is not None:
        save(BOM * bom + to_text(answer, form, raw=raw), path, force=force)
    else:
        people = form == "table"
        text = to_text(answer, form, color=people and paints(), columns=terminal_columns() if people else None)
        emit(BOM * bom + text, data=not people)
        if people and answer.page is None and not answer.table().rows:
            said = empty() if callable(empty) else empty
            note(said or say("没有符合条件的内容", "nothing to show"))


def save_sheet(data: bytes, path: str | None, *, force: bool, form: str = "xlsx") -> None:
    """Write a file that is no text, whole or not at all.

    :param form: what it is, also its suffix
    :raises OutputError: no file is named, it exists (without ``force``) or cannot be written
    """
    if path is None:
        what = say(f"{form} 要写入文件", f"{form} goes into a file")
        raise OutputError(what, tip=say(f"例如 -o tasks.{form}", f"such as -o tasks.{form}"))
    from kjplan.storage.files import write_bytes

    write_bytes(path, data, force=force)


def _command() -> str:
    """What the running command does, in the words of its line in ``kjplan --help``."""
    from typer._click.globals import get_current_context

    return get_current_context().command.short_help or "kjplan"


def file_path(output: str | None) -> str | None:
    """The file meant by ``-o``; None for standard output, also by the name ``-``."""
    return None if output == "-" else output


def save(text: str | Iterable[str], path: str, *, force: bool) -> None:
    """Write a file whole or not at all, as UTF-8.

    :raises OutputError: it exists (without ``force``) or cannot be written
    """
    from kjplan.storage.files import write_text

    write_text(path, text, force=force)


def paints() -> bool:
    """Whether to paint what goes to standard output."""
    return wants_color(sys.stdout, settings.color)


def terminal_columns(stream: TextIO | None = None) -> int | None:
    """Width of the terminal that a stream (standard output where None) is, unless COLUMNS says another; None where it is none.

    ``shutil.get_terminal_size`` asks standard output alone, which may be a file while standard error is a terminal.
    """
    stream = stream or sys.stdout
    if stream is None or not stream.isatty():
        return None
    import os
    from shutil import get_terminal_size

    if not os.environ.get("COLUMNS", "").isdecimal():
        with suppress(OSError, ValueError):
            return os.get_terminal_size(stream.fileno()).columns or get_terminal_size().columns
    return get_terminal_size().columns


def note(line: str) -> None:
    """A message on standard error, unless quiet."""
    if not settings.quiet:
        tell(line)
