"""Lists of bodies: 发展改革委、科技部等, 各区县（市）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PIECE = re.compile(r"(?:[^、()]|\([^()]*+\))++")
_AND = re.compile(r"(?<=[局委部厅署院])(?<!党委)(?:和|及|以及|与)")
_OPEN_END = re.compile(
    r"\s{0,8}等(?P<rest>(?:国务院|省直|市直)?(?:各?有关|各?相关)(?:部门|单位|部门和单位|部门单位)|部门|单位)?\s{0,8}$"
)
_LEAD_IN = re.compile(r"\s*(?:由|请|会同|联合)?\s*")
_NO_BODY = re.compile(r"^(?:谁|专人|本人|个人|专职|主要)|[的了将把要]|负责人|同志|\d|第一")


@dataclass(slots=True)
class Name:
    """A name at ``[start, end)`` of the text it was split from."""

    start: int
    end: int


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of ``text[start:end]`` between 、 outside brackets: 各省（区、市）人民政府 stays whole."""
    return (m.span() for m in _PIECE.finditer(text, start, end))


def names_in(text: str, start: int, end: int) -> Iterator[Name]:
    """The names in one stretch without 、; 和 separates two departments (科技局和财政局), not the parts of one (文化和旅游部).

    等 and 等部门 leave no name; of 商务部等有关部门 the open end 有关部门 is one.
    """
    for m in _AND.finditer(text, start, end):
        yield from _trimmed(text, start, m.start())
        start = m.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Name]:
    lead = _LEAD_IN.match(text, start, end)
    start = lead.end() if lead else start
    rest: Name | None = None
    if m := _OPEN_END.search(text, start, end):
        if m["rest"] and m["rest"] not in ("部门", "单位"):
            rest = Name(*m.span("rest"))
        end = m.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Name(start, end)
    if rest:
        yield rest


def is_body(name: str) -> bool:
    """Whether words in the place of a body can be one: not 专人, 谁主管, 负责人."""
    return 1 < len(name) <= 40 and not _NO_BODY.search(name)
