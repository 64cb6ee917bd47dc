"""Plain text: UTF-8 with or without BOM, UTF-16 and UTF-32 with BOM, GB18030."""

from kjplan.reading.decoding import decode_bytes
from kjplan.reading.text import SourceText


def read_plain(data: bytes, name: str | None, where: str) -> SourceText:
    """The text of a plain text file.

    :raises SourceError: binary, undecodable or blank
    """
    from hashlib import sha256

    text, encoding = decode_bytes(data, where)
    return SourceText(text, name=name, encoding=encoding, sha256=sha256(data).hexdigest(), media_type="text/plain")
