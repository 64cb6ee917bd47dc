"""The inside of a Word 97–2003 document (MS-DOC): its characters, and the properties of its paragraphs and runs."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from struct import unpack_from
from typing import NamedTuple

from kjplan.errors import SourceError
from kjplan.language import say
from kjplan.reading.compound import damaged

_MAGIC = 0xA5EC
_WORD_97 = 0x00C1
"""The first version of the format that is read."""
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Bytes of a property's value, by the last three bits of its code; 6 says its size itself."""
_TABLE, _TABS = 0xD608, 0xC615
_HUGE = frozenset((0x6645, 0x6646))
"""The properties stand in the Data stream."""
_DELETED, _HIDDEN, _SYMBOL = 0x0800, 0x083C, 0x6A09
_MARKS = "\r\a\f"
"""What ends a paragraph."""
_STYLES, _RUNS, _PARAGRAPHS, _PIECES = 1, 12, 13, 33
"""Places of tables in the header's list."""
LISTS, LIST_USES = 73, 74

Properties = dict[int, bytes]
"""The value of each property by its code."""


class Parts(NamedTuple):
    """Where the parts of a document begin and end in its characters."""

    body: range
    footnotes: range
    headers: range
    endnotes: range
    boxes: range


class Paragraph(NamedTuple):
    """A paragraph: its words, the mark that ends it (a cell or row of a table ends in ``\\a``), its style, its own properties."""

    words: str
    mark: str
    style: int
    properties: Properties


@dataclass(slots=True)
class WordFile:
    """A document's streams, with its characters put together."""

    main: bytes
    table: bytes
    data: bytes
    text: str = ""
    _pieces: list[tuple[int, int, int]] = field(default_factory=list)
    """First character, place in the file, bytes a character."""
    _known: dict[bytes, tuple[int, Properties]] = field(default_factory=dict)
    """Style and properties by their bytes: thousands of paragraphs have the same."""
    _far: dict[int, Properties] = field(default_factory=dict)
    _left: int = 0
    """So many bytes more are read as properties or formatted characters: twice what is there, as no file that a program
    wrote names the same bytes again and again."""

    @classmethod
    def of(cls, streams: Mapping[str, bytes], where: str) -> "WordFile":
        """The document in the streams of a compound file.

        :raises SourceError: protected by a password, older than Word 97, or damaged
        """
        main = streams["WordDocument"]
        magic, version = unpack_from("<2H", main)
        flags = unpack_from("<H", main, 10)[0]
        if magic != _MAGIC or version < _WORD_97:
            raise SourceError(
                say("这是 Word 95 或更早的 .doc 文件", "a .doc file of Word 95 or before"),
                where,
                say("用 Word 或 WPS 打开，另存为 .docx", "open it in Word or LibreOffice and save it as .docx"),
            )
        if flags & 0x0100:
            raise SourceError(
                say("文件设有密码", "the file is protected by a password"),
                where,
                say(
                    "用 Word 或 WPS 打开，去掉密码后另存",
                    "open it in Word or LibreOffice and save it without the password",
                ),
            )
        name = "1Table" if flags & 0x0200 else "0Table"
        if name not in streams:
            raise damaged(where, name)
        made = cls(main, streams[name], streams.get("Data", b""))
        made._left = 2 * (len(main) + len(made.data))
        made._put_together()
        return made

    def listed(self, place: int) -> tuple[int, int]:
        """Where a table begins in the table stream, and its size."""
        at, size = unpack_from("<2I", self.main, 154 + 8 * place)
        return at, size

    def _block(self, place: int) -> bytes:
        at, size = self.listed(place)
        return self.table[at : at + size]

    @property
    def styles(self) -> bytes:
        """The style sheet."""
        return self._block(_STYLES)

    def _put_together(self) -> None:
        """Read the characters, piece by piece; together they are no more than the file has bytes."""
        block, at = self._block(_PIECES), 0
        while block[at : at + 1] == b"\x01":
            at += 3 + unpack_from("<H", block, at + 1)[0]
        count = (unpack_from("<I", block, at + 1)[0] - 4) // 12
        edges = unpack_from(f"<{count + 1}I", block, at + 5)
        words, length = [], 0
        for k, (start, end) in enumerate(pairwise(edges)):
            place = unpack_from("<I", block, at + 5 + 4 * (count + 1) + 8 * k + 2)[0]
            narrow = place & 0x4000_0000
            place, wide = ((place & 0x3FFF_FFFF) // 2, 1) if narrow else (place & 0x3FFF_FFFF, 2)
            length += (end - start) * wide
            if not 0 <= start <= end or length > len(self.main):
                raise ValueError("pieces")
            stored = self.main[place : place + (end - start) * wide]
            letters = stored.decode("cp1252", "replace") if narrow else _units(stored)
            words.append(letters.ljust(end - start, "\ufffd"))
            self._pieces.append((start, place, wide))
        self.text = "".join(words)

    def parts(self) -> Parts:
        """The parts, in the order in which a document holds them."""
        body, notes, headers, macros, remarks, ends, boxes = unpack_from("<7I", self.main, 0x4C)
        edges = [0]
        for size in (body, notes, headers, macros, remarks, ends, boxes):
            edges.append(min(edges[-1] + size, len(self.text)))
        return Parts(*(range(edges[k], edges[k + 1]) for k in (0, 1, 2, 5, 6)))

    def _place(self, character: int) -> tuple[int, int]:
        """Where a character begins and ends in the file."""
        k = bisect_right(self._pieces, character, key=lambda piece: piece[0]) - 1
        start, place, wide = self._pieces[max(k, 0)]
        return place + (character - start) * wide, place + (character - start + 1) * wide

    def shown(self) -> str:
        """The characters; deleted and hidden ones are NUL, and glyphs of symbol fonts what they are stored as."""
        letters = list(self.text)
        for start, end, chunk in self._formatted(_RUNS, 1):
            properties = read_properties(chunk[1 : 1 + chunk[0]], self._read_far) if chunk else {}
            gone = properties.get(_DELETED) == b"\x01" or properties.get(_HIDDEN) == b"\x01"
            glyph = properties.get(_SYMBOL)
            if gone or glyph:
                self._spend(end - start)
                for at in self._characters(start, end):
                    letters[at] = "\0" if glyph is None or gone else chr(unpack_from("<H", glyph, 2)[0])
        return "".join(letters)

    def _characters(self, start: int, end: int) -> Iterator[int]:
        """The characters that stand in a stretch of the file."""
        edges = [first for first, _, _ in self._pieces] + [len(self.text)]
        for (first, place, wide), after in zip(self._pieces, edges[1:], strict=True):
            lowest = max(first, first + (start - place) // wide)
            yield from range(lowest, min(after, first + (end - place) // wide))

    def paragraphs(self, part: range, letters: str) -> Iterator[Paragraph]:
        """The paragraphs of a part.

        :param letters: ``shown()``
        """
        formats = sorted(self._formatted(_PARAGRAPHS, 13), key=lambda run: run[0])
        starts, ends = [start for start, _, _ in formats], {end for _, end, _ in formats}
        begin = part.start
        for at in part:
            mark = self.text[at]
            if mark not in _MARKS and at != part.stop - 1:
                continue
            place, after = self._place(at)
            if mark == "\f" and after not in ends and at != part.stop - 1:
                continue  # A page break inside a paragraph; where a section ends, so does a paragraph.
            k = bisect_right(starts, place) - 1
            chunk = formats[k][2] if k >= 0 and place < formats[k][1] else b""
            last = "" if mark in _MARKS else letters[at]
            yield Paragraph(_whole(letters[begin:at] + last), mark, *self._format(chunk))
            begin = at + 1

    def _format(self, chunk: bytes) -> tuple[int, Properties]:
        """Style and properties of a paragraph."""
        if chunk not in self._known:
            size, at = (2 * chunk[0] - 1, 1) if chunk[:1] > b"\0" else (2 * chunk[1] if len(chunk) > 1 else 0, 2)
            stored = chunk[at : at + size]
            style = unpack_from("<H", stored)[0] if len(stored) > 1 else 0
            self._known[chunk] = style, read_properties(stored[2:], self._read_far)
        return self._known[chunk]

    def _read_far(self, at: int) -> Properties:
        """Properties in the Data stream, where a row of many cells has them."""
        if at not in self._far and at + 2 <= len(self.data):
            size = unpack_from("<H", self.data, at)[0]
            self._spend(size)
            self._far[at] = read_properties(self.data[at + 2 : at + 2 + size])
        return self._far.get(at, {})

    def _spend(self, size: int) -> None:
        self._left -= max(size, 0)
        if self._left < 0:
            raise ValueError("formats")

    def _formatted(self, place: int, wide: int) -> Iterator[tuple[int, int, bytes]]:
        """Stretches of the file with the bytes of their format, from the pages that a table lists.

        :param wide: bytes of an entry on a page: 1 for runs, 13 for paragraphs
        """
        block = self._block(place)
        count = (len(block) - 4) // 8
        for number in {*unpack_from(f"<{count}I", block, 4 * (count + 1))} if count > 0 else ():
            page = self.main[(number & 0x3F_FFFF) << 9 :][:512]
            if len(page) < 512 or not 0 < page[511] <= (512 - 5) // (4 + wide):
                continue
            edges = unpack_from(f"<{page[511] + 1}I", page)
            for k, (start, end) in enumerate(pairwise(edges)):
                offset = 2 * page[4 * len(edges) + wide * k]
                yield start, end, page[offset:511] if offset else b""


def _units(stored: bytes) -> str:
    """The characters of UTF-16, one of 16 bits each, as the file counts them."""
    return "".join(map(chr, unpack_from(f"<{len(stored) // 2}H", stored)))


def _whole(letters: str) -> str:
    """The characters with those that take two units as one."""
    return letters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def read_properties(stored: bytes, far: Callable[[int], Properties] | None = None) -> Properties:
    """A list of properties; what is not whole at its end is left out.

    :param far: reads those that stand elsewhere
    """
    found: Properties = {}
    at = 0
    while at + 2 < len(stored):
        code = unpack_from("<H", stored, at)[0]
        size, skip = _size(code, stored[at + 2 :])
        value = stored[at + 2 + skip : at + 2 + skip + size]
        if code in _HUGE and len(value) == 4:
            found |= far(unpack_from("<I", value)[0]) if far else {}
        else:
            found[code] = value
        at += 2 + skip + size
    return found


def _size(code: int, rest: bytes) -> tuple[int, int]:
    """Bytes of a property's value, and of what says so before it."""
    if code >> 13 != 6:
        return _SIZES[code >> 13], 0
    if code == _TABLE and len(rest) > 1:
        return max(unpack_from("<H", rest)[0] - 1, 0), 2
    if code == _TABS and rest[0] == 255 and len(rest) > 1:
        gone = rest[1]
        added = rest[2 + 4 * gone] if len(rest) > 2 + 4 * gone else 0
        return 2 + 4 * gone + 3 * added, 1
    return rest[0], 1
