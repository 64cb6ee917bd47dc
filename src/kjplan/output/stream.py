"""Writing to standard output and standard error without surprises.

A reader that closes its end of a pipe has had enough: the rest is dropped in silence, and the command still ends with
its own verdict, so that ``kjplan check FILE | head -1`` under ``pipefail`` never reads as clean when it is not.
"""

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TextIO

from kjplan.errors import OutputError
from kjplan.language import say
from kjplan.output.escape import visible_lines


def forgive() -> None:
    """Let standard output write ``\\uXXXX`` for what its encoding cannot hold, also where others print (help pages)."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def emit(text: str | Iterable[str], *, data: bool) -> None:
    """Write to standard output, all at once or as it comes.

    :param data: for programs (json, yaml, csv, tsv, notices): always UTF-8; else for people: in the encoding of the
        stream, with ``\\uXXXX`` for what that cannot hold
    :raises OutputError: the disk is full, or standard output is closed
    """
    stream = sys.stdout
    if stream is None:
        raise OutputError(say("标准输出已关闭", "standard output is closed"))
    encoding = "utf-8" if data else stream.encoding
    try:
        stream.flush()
        for chunk in (text,) if isinstance(text, str) else text:
            stream.buffer.write(chunk.encode(encoding, "backslashreplace"))
        stream.flush()
    except BrokenPipeError:
        _drop(stream)
    except OSError as error:
        _drop(stream)
        raise OutputError(say("无法写到标准输出", "cannot write to standard output"), error.strerror) from error


def tell(line: str) -> None:
    """Write a message to standard error; where nobody listens, that is no error."""
    stream = sys.stderr
    if stream is None:
        return
    text = visible_lines(line) + "\n"
    try:
        stream.write(text.encode(stream.encoding, "backslashreplace").decode(stream.encoding))
        stream.flush()
    except OSError:
        _drop(stream)


def is_regular_file(stream: TextIO) -> bool:
    """Whether a stream goes into a file on a disk, not to a terminal or pipe."""
    import stat

    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _drop(stream: TextIO) -> None:
    """Send what the stream still holds, and all that follows, nowhere: else Python complains about it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
