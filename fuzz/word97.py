"""Files as Word 97 to 2003 wrote them, made from scratch: a compound file, and a document in it."""

from collections.abc import Mapping, Sequence
from struct import pack

_END, _TABLE, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file (MS-CFB) with some streams at its top; short ones share the root's stream, as Office has it."""
    sectors: list[bytes] = []
    table: list[int] = []

    def store(data: bytes) -> int:
        """Put data into sectors of its own; the first of them."""
        first, count = len(sectors), max(1, -(-len(data) // _SECTOR))
        sectors.extend(data[k * _SECTOR : (k + 1) * _SECTOR].ljust(_SECTOR, b"\0") for k in range(count))
        table.extend([*range(first + 1, first + count), _END])
        return first

    small, minis, entries = b"", list[int](), list[bytes]()
    for k, (name, data) in enumerate(streams.items()):
        if len(data) >= _CUTOFF:
            first = store(data)
        else:
            first, count = len(minis), max(1, -(-len(data) // _MINI))
            minis += [*range(first + 1, first + count), _END]
            small += data.ljust(count * _MINI, b"\0")
        entries.append(_entry(name, 2, right=k + 2 if k + 1 < len(streams) else _FREE, first=first, size=len(data)))
    root = _entry("Root Entry", 5, child=1 if streams else _FREE, first=store(small), size=len(small))
    directory = store(b"".join([root, *entries]))
    first_mini = store(pack(f"<{len(minis)}I", *minis).ljust(_SECTOR, b"\xff"))
    count = -(-(len(table) + 2) // 127)
    numbers = range(len(table), len(table) + count)
    table += [_TABLE] * count
    stored = pack(f"<{len(table)}I", *table).ljust(count * _SECTOR, b"\xff")
    sectors += [stored[k * _SECTOR : (k + 1) * _SECTOR] for k in range(count)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += pack("<9I", count, directory, 0, _CUTOFF, first_mini, 1, _END, 0, numbers[0])
    listed = pack(f"<{count - 1}I", *numbers[1:])
    return (header + listed).ljust(_SECTOR, b"\xff") + b"".join(sectors)


def _entry(name: str, kind: int, *, right: int = _FREE, child: int = _FREE, first: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    made = letters.ljust(64, b"\0") + pack("<HBB3I", len(letters) + 2, kind, 1, _FREE, right, child)
    return made.ljust(116, b"\0") + pack("<IQ", first, size)


Formatted = tuple[str, bytes]
"""A paragraph with the mark that ends it, and its properties as Word stores them."""


def word_97(
    paragraphs: Sequence[Formatted],
    *,
    runs: bytes = b"",
    lists: bytes = b"",
    uses: bytes = b"",
    flags: int = 0,
    data: bytes = b"",
    again: int = 1,
) -> bytes:
    """A .doc file: its text in one piece of UTF-16, formats of four paragraphs a page.

    :param runs: properties of the last paragraph's characters
    :param lists: the table of lists, with their levels
    :param uses: the table of how paragraphs use them
    :param data: the Data stream
    :param again: how often the page of the characters' formats is there
    """
    words = "".join(text for text, _ in paragraphs)
    text = words.encode("utf-16-le")
    begin = 1024
    end = begin + len(text)
    pages = -(-end // 512)
    last = end - len(paragraphs[-1][0].encode("utf-16-le"))
    edges = [begin]
    if not any(properties for _, properties in paragraphs):
        paragraphs = [(words, b"")]
    for paragraph, _ in paragraphs:
        edges.append(edges[-1] + len(paragraph.encode("utf-16-le")))
    formats = [pack("<H", 0) + properties for _, properties in paragraphs]
    stored = [bytes([0, (len(f) + 1) // 2]) + f for f in formats]
    page = [_page(edges[k : k + 5], stored[k : k + 4], 13) for k in range(0, len(stored), 4)]
    marked = _page(
        [begin, last, end] if last > begin else [begin, end],
        [b"", bytes([len(runs)]) + runs][-2 if last > begin else -1 :],
        1,
    )
    table, places = b"", {}
    for place, block in (
        (33, b"\x02" + pack("<I2IHIH", 20 - 4, 0, len(text) // 2, 0, begin, 0)),
        (12, pack(f"<{2 * again + 1}I", *[begin] * again, end, *(pages + len(page) + k for k in range(again)))),
        (13, pack(f"<{2 * len(page) + 1}I", *edges[:-1:4], end, *range(pages, pages + len(page)))),
        (73, lists),
        (74, uses),
    ):
        places[place] = (len(table), len(block))
        table += block
    header = pack("<6H", 0xA5EC, 0x00C1, 0, 0x0804, 0, 0x0200 | flags).ljust(76, b"\0")
    header += pack("<I", len(text) // 2).ljust(78, b"\0")
    header += b"".join(pack("<2I", *places.get(k, (0, 0))) for k in range(93))
    main = (header.ljust(begin, b"\0") + text).ljust(pages * 512, b"\0") + b"".join(page) + marked * again
    return compound({"WordDocument": main, "1Table": table, "Data": data})


def _page(edges: Sequence[int], formats: Sequence[bytes], wide: int) -> bytes:
    """A page of formats: where each begins and ends in the file, and its bytes from the page's end on."""
    body, at, offsets = bytearray(512), 510, []
    for stored in formats:
        if stored:
            at = (at - len(stored)) // 2 * 2
            body[at : at + len(stored)] = stored
        offsets.append(at // 2 if stored else 0)
    head = pack(f"<{len(edges)}I", *edges) + b"".join(bytes([o]).ljust(wide, b"\0") for o in offsets)
    assert len(head) <= at, "more paragraphs than a page holds"
    body[: len(head)] = head
    body[511] = len(formats)
    return bytes(body)
