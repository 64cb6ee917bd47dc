"""Plain text: UTF-8 and UTF-16 with or without BOM, UTF-32 with BOM, GB18030, Big5."""

from kjplan.reading.decoding import decode_bytes, notes_of
from kjplan.reading.text import SourceText


def read_plain(data: bytes, name: str | None, where: str) -> SourceText:
    """The text of a plain text file.

    :raises SourceError: binary, undecodable or blank
    """
    from hashlib import sha256

    text, encoding = decode_bytes(data, where)
    source = SourceText(text, name=name, encoding=encoding, sha256=sha256(data).hexdigest(), media_type="text/plain")
    source.notes = notes_of(encoding)
    return source
