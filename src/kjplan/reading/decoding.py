"""Bytes to text: which encoding, and whether they are text at all."""

import codecs

from kjplan.errors import SourceError
from kjplan.language import say

MAX_BYTES = 64 * 1024 * 1024
"""The largest source that is read, in bytes; a thousand times the longest work report."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)

_SIGNATURES = (
    (
        b"{\\rtf",
        "RTF",
        "用 Word 或 WPS 打开，另存为 .docx",
        "save it as .docx: libreoffice --headless --convert-to docx FILE",
    ),
    (b"\x89PNG", "PNG", "先做文字识别（OCR）", "run OCR on it first"),
    (b"\xff\xd8\xff", "JPEG", "先做文字识别（OCR）", "run OCR on it first"),
    (b"GIF8", "GIF", "先做文字识别（OCR）", "run OCR on it first"),
    (b"II*\x00", "TIFF", "先做文字识别（OCR）", "run OCR on it first"),
    (b"MM\x00*", "TIFF", "先做文字识别（OCR）", "run OCR on it first"),
    (b"Rar!\x1a\x07", "RAR", "先解压，再读其中的文件", "unpack it and read the files in it: unrar x FILE"),
    (b"7z\xbc\xaf\x27\x1c", "7z", "先解压，再读其中的文件", "unpack it and read the files in it: 7z x FILE"),
    (b"\x1f\x8b", "gzip", "先解压，再读其中的文件", "unpack it and read the file in it: gunzip"),
)
"""First bytes, what they are the mark of, and what to do with such a file; formats that have a reader of their own do not
come here."""

_CONTROL = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_CONTROL_SHARE = 0.02
"""Text holds hardly any control characters; more than this share of them is a binary file."""

_GUESSED = {"big5": "Big5", "big5-hkscs": "Big5-HKSCS", "utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE"}
"""Encodings that are never named by a file but told by its characters, and what a reader calls them."""

_UTF8_PREFIX = 4
"""So many UTF-8 characters before the first fault are no accident: the file is damaged UTF-8, not GB18030."""


def decode_bytes(data: bytes, where: str) -> tuple[str, str]:
    """The text of a file and the name of its encoding: by BOM (UTF-8, UTF-16, UTF-32), else UTF-8, else GB18030; Big5, and UTF-16
    without BOM, where the characters say so (``guessing``).

    :param data: the whole file
    :param where: the file's name, for errors
    :raises SourceError: binary, undecodable, cut in the middle of a character, or nothing but blanks
    """
    for signature, kind, zh, en in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(
                say(f"这是 {kind} 文件，不是文本", f"this is a {kind} file, not text"), where, say(zh, en)
            )
    text, encoding = _decode(data, where)
    controls = len(data) - len(data.translate(None, _CONTROL)) if encoding == "utf-8" else _controls(text)
    if controls > max(16, len(text) * _CONTROL_SHARE):
        raise _binary(where)
    if not text.strip():
        raise SourceError(
            say("文件是空的，或只有空白", "nothing but blanks"),
            where,
            say("检查是否选对了文件", "check that it is the right file"),
        )
    return text, encoding


def notes_of(encoding: str) -> list[tuple[str, tuple[str, ...]]]:
    """What a reader notes of an encoding that ``decode_bytes`` found: that it is a guess, where it is one."""
    return [("encoding-guessed", (_GUESSED[encoding],))] if encoding in _GUESSED else []


def _controls(text: str) -> int:
    """How many control characters a text holds."""
    return sum(text.count(chr(control)) for control in _CONTROL)


def _binary(where: str) -> SourceError:
    return SourceError(
        say("这是二进制文件，不是文本", "this is a binary file, not text"),
        where,
        say("如果是 UTF-16 文本，另存为 UTF-8", "if it is UTF-16 text, save it as UTF-8"),
    )


def _decode(data: bytes, where: str) -> tuple[str, str]:
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(codec), name
            except UnicodeDecodeError as e:
                raise _undecodable(e, name, where) from None
    if b"\x00" in data:
        return _decode_utf16(data, where)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as e:
        if _is_damaged_utf8(data, e):
            raise _undecodable(e, "utf-8", where) from None
    from kjplan.reading.guessing import big5

    codec, name = big5(data) or ("gb18030", "gb18030")
    try:
        return data.decode(codec), name
    except UnicodeDecodeError as e:
        raise _undecodable(e, name, where) from None


def _decode_utf16(data: bytes, where: str) -> tuple[str, str]:
    """The text of bytes with zeros among them: UTF-16 without its mark, or none."""
    from kjplan.reading.guessing import utf16

    codec = utf16(data)
    if codec is None:
        raise _binary(where)
    try:
        return data.decode(codec), codec
    except UnicodeDecodeError as e:
        raise _undecodable(e, codec, where) from None


def _is_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the bytes before the fault are plainly UTF-8: GB18030 text hardly ever opens with four such characters."""
    before = data[max(0, error.start - 4096) : error.start].decode("utf-8", "ignore")
    needed = 1 if error.reason == "unexpected end of data" else _UTF8_PREFIX
    return sum(1 for ch in before if ch > "\x7f") >= needed


def _undecodable(error: UnicodeDecodeError, encoding: str, where: str) -> SourceError:
    cut = (error.end >= len(error.object) and "unexpected end" in error.reason) or "incomplete" in error.reason
    cut = cut or "truncated" in error.reason
    if cut:
        what = say(
            f"文本在一个字的中间断了（{encoding}，第 {error.start} 字节）",
            f"the text is cut in the middle of a character ({encoding}, byte {error.start})",
        )
        return SourceError(what, where, say("重新下载或导出完整的文件", "fetch or export the whole file again"))
    # Editors show lines and no bytes; the lines of UTF-16 are not counted so.
    line = None if encoding.startswith("utf-16") else error.object.count(b"\n", 0, error.start) + 1
    what = say(
        f"无法按 {encoding} 解码（{f'第 {line} 行，' if line else ''}第 {error.start} 字节）",
        f"cannot be decoded as {encoding} ({f'line {line}, ' if line else ''}byte {error.start})",
    )
    return SourceError(what, where, say("把文件另存为 UTF-8 文本", "save the file as UTF-8 text"))
