"""The parts of an Office file, read with bounds: what a zip declares about itself is not believed."""

import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from kjplan.errors import SourceError
from kjplan.language import say

MAX_PART = 64 * 1024 * 1024
"""The largest part that is unpacked, in bytes; all parts together may be twice as large. A plan of a million characters
has a part of 10 to 20 MB."""
MAX_ELEMENTS = 2_000_000
"""XML elements of one part; so many take half a gigabyte, and a plan of a million characters has fewer."""
MAX_DEPTH = 256
"""Elements within elements; Word itself writes about forty levels at most."""
_CHUNK = 1 << 16
_DOCTYPES = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be"))
_LONGEST_MARK = max(map(len, _DOCTYPES))


@dataclass(slots=True)
class Package:
    """A zip file whose parts are read one by one, within ``MAX_PART`` and twice that in all."""

    archive: zipfile.ZipFile
    where: str
    names: frozenset[str]
    kind: str = ".docx"
    """What errors call the file."""
    left: int = field(default=2 * MAX_PART)

    @classmethod
    def open(cls, data: bytes, where: str, kind: str = ".docx") -> "Package":
        """A package over the bytes of a zip file.

        :param kind: what errors call it
        :raises SourceError: the zip is damaged
        """
        try:
            archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as e:
            raise _damaged(where, str(e), kind) from None
        return cls(archive, where, frozenset(archive.namelist()), kind)

    def read(self, name: str) -> bytes:
        """A part, unpacked.

        :raises SourceError: damaged, encrypted, or larger than is read
        """
        return b"".join(self._pieces(name))

    def _pieces(self, name: str) -> Iterator[bytes]:
        """The same piece by piece: asked for more at once, zlib takes room for all that a part may be."""
        room = min(MAX_PART, self.left)
        try:
            with self.archive.open(name) as file:
                while piece := file.read(_CHUNK):
                    room -= len(piece)
                    if room < 0:
                        raise self._too_large(name)
                    self.left -= len(piece)
                    yield piece
        except RuntimeError as e:  # zipfile's own error for an encrypted entry
            raise _damaged(self.where, str(e), self.kind) from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, KeyError, ValueError) as e:
            raise _damaged(self.where, f"{name}: {e}", self.kind) from None

    def tree(self, name: str, handed: Mapping[str, Callable[[Element], object]] | None = None) -> Element:
        """The root element of an XML part, its namespaces dropped from all names.

        :param handed: what takes elements of a name as soon as they are whole; they are emptied then, so that a part of
            many rows is never held as elements
        :raises SourceError: no well-formed XML, a document type declaration, or nested too deep
        """
        parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
        root: Element | None = None
        depth = count = 0
        end = b""
        try:
            for piece in self._pieces(name):
                if any(mark in end + piece for mark in _DOCTYPES):
                    raise _damaged(self.where, f"{name}: DOCTYPE", self.kind)
                end = piece[-_LONGEST_MARK:]
                parser.feed(piece)
                for event, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
                    if event == "end":
                        depth -= 1
                        if handed and (take := handed.get(element.tag)):
                            take(element)
                            element.clear()
                        continue
                    root = element if root is None else root
                    depth, count = depth + 1, count + 1
                    if depth > MAX_DEPTH or count > MAX_ELEMENTS:
                        raise self._too_large(name)
                    _drop_namespaces(element)
            parser.close()
        except (ParseError, ValueError, LookupError) as e:
            raise _damaged(self.where, f"{name}: {e}", self.kind) from None
        if root is None:
            raise _damaged(self.where, f"{name}: empty", self.kind)
        return root

    def _too_large(self, name: str) -> SourceError:
        return SourceError(
            say(
                f"{self.kind} 的内容过大或嵌套过深（{name}）",
                f"a {self.kind} too large or too deeply nested to read ({name})",
            ),
            self.where,
            say("确认文件来源可靠；或另存为纯文本", "check where the file comes from, or save it as plain text"),
        )

    def relations(self, part: str) -> dict[str, list[str]]:
        """Names of the parts that a part points to, by the last word of the relation's type; dangling ones left out."""
        found: dict[str, list[str]] = {}
        for relation, target in self._relations(part):
            found.setdefault(relation.get("Type", "").rpartition("/")[2], []).append(target)
        return found

    def targets(self, part: str) -> dict[str, str]:
        """The same by the id of the relation."""
        return {relation.get("Id", ""): target for relation, target in self._relations(part)}

    def _relations(self, part: str) -> Iterator[tuple[Element, str]]:
        folder, _, file = part.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        for relation in self.tree(rels) if rels in self.names else ():
            target = _resolve(folder, relation.get("Target", ""))
            if relation.get("TargetMode") != "External" and target in self.names:
                yield relation, target


def _drop_namespaces(element: Element) -> None:
    """``{…wordprocessingml…}p`` to ``p``: the transitional and the strict form of the standard differ in nothing else."""
    element.tag = element.tag.rpartition("}")[2]
    if element.attrib:
        element.attrib = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}


def _resolve(folder: str, target: str) -> str:
    """Name of a part from the target of a relation of a part in ``folder``."""
    steps = [] if target.startswith("/") else [s for s in folder.split("/") if s]
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _damaged(where: str, reason: str, kind: str) -> SourceError:
    program = "Excel" if kind == ".xlsx" else "Word"
    return SourceError(
        say(f"{kind} 文件已损坏（{reason}）", f"a damaged {kind} file ({reason})"),
        where,
        say(f"用 {program} 或 WPS 打开修复后另存", f"open it in {program} or LibreOffice, repair it and save it again"),
    )
