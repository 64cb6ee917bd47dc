"""Compound files, in which old Office programs keep a document's parts (MS-CFB); what one declares about itself is not believed."""

from struct import error, iter_unpack, unpack_from

from kjplan.errors import SourceError
from kjplan.language import say

_LAST = 0xFFFFFFFA
"""Numbers of sectors from here on mean an end, a gap, or a sector of the table itself."""
_NOTHING = 0xFFFFFFFF
_IN_HEADER = 109
"""So many sectors of the allocation table are listed in the header."""
_STREAM, _ROOT = 2, 5


def streams(data: bytes, where: str) -> dict[str, bytes]:
    """The streams at the top of a compound file, by name; those of embedded files are left out.

    :raises SourceError: the file is damaged or cut off
    """
    try:
        return _Compound(data).streams()
    except (error, ValueError, IndexError) as e:
        raise damaged(where, str(e)) from None


def damaged(where: str, reason: str) -> SourceError:
    """The error for a file that cannot be taken apart."""
    return SourceError(
        say(f".doc 文件已损坏（{reason}）", f"a damaged .doc file ({reason})"),
        where,
        say("用 Word 或 WPS 打开修复后另存为 .docx", "open it in Word or LibreOffice, repair it and save it as .docx"),
    )


class _Compound:
    """The sectors of a file and the chains in which they hold its streams."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512:
            raise ValueError("cut off")
        self.data = data
        self.shift = unpack_from("<H", data, 30)[0]
        if self.shift not in (9, 12):
            raise ValueError("sector size")
        listed, first_directory = unpack_from("<I", data, 44)[0], unpack_from("<I", data, 48)[0]
        self.cutoff, first_mini = unpack_from("<2I", data, 56)
        self.table = self._table(listed)
        directory = self._chained(first_directory)
        self.entries = [directory[at : at + 128] for at in range(0, len(directory) - 127, 128)]
        root = self.entries[0]
        if root[66] != _ROOT:
            raise ValueError("no root")
        self.small = self._chained(unpack_from("<I", root, 116)[0])
        self.mini = [n for (n,) in iter_unpack("<I", _even(self._chained(first_mini)))]

    def _table(self, listed: int) -> list[int]:
        """For each sector the next one of its stream."""
        sectors = list(unpack_from(f"<{_IN_HEADER}I", self.data, 76))
        more = unpack_from("<I", self.data, 68)[0]
        per = (1 << self.shift) // 4 - 1
        seen: set[int] = set()
        while more < _LAST and more not in seen:
            seen.add(more)
            *found, more = unpack_from(f"<{per + 1}I", _whole(self._sector(more), 4 * per + 4))
            sectors += found
        used = [n for n in sectors[:listed] if n < _LAST]
        return [n for sector in used for (n,) in iter_unpack("<I", _even(self._sector(sector)))]

    def _sector(self, number: int) -> bytes:
        at = (number + 1) << self.shift
        return self.data[at : at + (1 << self.shift)]

    def _chained(self, first: int) -> bytes:
        return b"".join(map(self._sector, _chain(first, self.table)))

    def _stream(self, entry: bytes) -> bytes:
        first, size = unpack_from("<2I", entry, 116)
        if size >= self.cutoff:
            return self._chained(first)[:size]
        return b"".join(self.small[n << 6 : (n + 1) << 6] for n in _chain(first, self.mini))[:size]

    def streams(self) -> dict[str, bytes]:
        """The streams that the root itself holds."""
        found: dict[str, bytes] = {}
        seen: set[int] = set()
        waiting = [unpack_from("<I", self.entries[0], 76)[0]]
        while waiting:
            number = waiting.pop()
            if number == _NOTHING or number in seen or number >= len(self.entries):
                continue
            seen.add(number)
            entry = self.entries[number]
            waiting += unpack_from("<2I", entry, 68)
            if entry[66] == _STREAM:
                length = min(max(unpack_from("<H", entry, 64)[0] - 2, 0), 62)
                found[entry[:length].decode("utf-16-le", "replace")] = self._stream(entry)
        return found


def _chain(first: int, table: list[int]) -> list[int]:
    """The sectors of a stream; one that goes in a circle, or out of the file, ends there."""
    found: list[int] = []
    seen: set[int] = set()
    while first < len(table) and first not in seen:
        seen.add(first)
        found.append(first)
        first = table[first]
    return found


def _even(data: bytes) -> bytes:
    return data[: len(data) // 4 * 4]


def _whole(data: bytes, size: int) -> bytes:
    if len(data) < size:
        raise ValueError("cut off")
    return data
