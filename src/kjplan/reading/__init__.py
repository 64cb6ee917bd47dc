"""Files to text: one file per format, each giving a SourceText; knows nothing of plans."""

import sys
from pathlib import Path

from kjplan.errors import SourceError
from kjplan.language import say
from kjplan.reading.text import Passage, SourceText, fold

__all__ = ["Passage", "SourceText", "decode", "fold", "from_text", "read", "read_bytes"]


def read(path: str | Path) -> SourceText:
    """The text of a file, or of standard input for ``-``.

    :raises SourceError: missing, unreadable, a directory, too large, binary, undecodable or blank
    """
    data = read_bytes(path)
    name = None if str(path) == "-" else Path(path).name
    source = decode(data, name, where=str(path))
    source.path = None if name is None else str(path)
    return source


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file, or of standard input for ``-``; at most ``MAX_BYTES``.

    :raises SourceError: missing, unreadable, a directory or too large
    """
    # Imported here: whoever only folds words (a diff of two stored plans) needs no reader.
    from kjplan.reading.decoding import MAX_BYTES

    where = str(path)
    try:
        if where == "-":
            if sys.stdin is None:
                raise SourceError(say("标准输入已关闭", "standard input is closed"))
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise SourceError(say("没有这个文件", "no such file"), where) from None
    except IsADirectoryError:
        raise SourceError(
            say("这是文件夹，不是文件", "this is a folder, not a file"),
            where,
            say("给出其中的文件", "name a file in it"),
        ) from None
    except (OSError, ValueError) as e:
        reason = getattr(e, "strerror", None) or str(e)
        raise SourceError(say(f"读不了（{reason}）", f"cannot be read ({reason})"), where) from None
    if len(data) > MAX_BYTES:
        mib = MAX_BYTES // 1024**2
        raise SourceError(say(f"文件大于 {mib} MiB", f"larger than {mib} MiB"), where)
    return data


def decode(data: bytes, name: str | None = None, *, where: str | None = None) -> SourceText:
    """The text of a file's bytes, by the reader of its format.

    :param data: the whole file
    :param name: file name without folder, kept in the plan; its suffix may choose the reader
    :param where: what errors call the source; the name, else standard input
    :raises SourceError: binary, undecodable or blank
    """
    from kjplan.reading.formats import reader_for

    called = where or name or ""
    try:
        return _in_order(reader_for(data, name)(data, name, called))
    except SourceError as e:
        if called:
            raise
        raise SourceError(e.what, say("标准输入", "standard input"), e.tip) from None


def from_text(text: str, name: str | None = None) -> SourceText:
    """A SourceText over a string already decoded; its SHA-256 is that of its UTF-8 form.

    :raises SourceError: the string has no non-blank character
    """
    if not text.strip():
        raise SourceError(say("文本是空的，或只有空白", "nothing but blanks"), name)
    from hashlib import sha256

    return _in_order(SourceText(text, name=name, sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest()))


def _in_order(source: SourceText) -> SourceText:
    """The source, which knows its text put in order where that is out of it."""
    from kjplan.reading.tidying.tidied import tidy

    source.tidied = tidy(source)
    return source
