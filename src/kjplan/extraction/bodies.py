"""Named bodies that a measure touches, responsible or not."""

import re

from kjplan.extraction.names import BEFORE, ENDING, KIND_OF_ENDING, REACH, READINGS
from kjplan.model import BodyKind, BodyMention
from kjplan.reading.text import Passage

_TITLE = re.compile(r"《[^《》]*+》")
_KINDS: dict[str, BodyKind] = {
    "department": "department",
    "organ": "department",
    "committee": "other",
    "districts": "area",
    "zone": "area",
    "all_zones": "area",
    "new_area": "area",
    "party": "party",
    "party_organ": "party",
    "government": "government",
    "institution": "institution",
    "group": "group",
}


def find_bodies(passage: Passage) -> list[BodyMention]:
    """Bodies named in a passage, each name once, where it stands first; none from a document's title."""
    text = passage.folded
    if "《" in text:
        text = _TITLE.sub(lambda m: " " * len(m.group()), text)
    found: dict[str, BodyMention] = {}
    for end in ENDING.finditer(text):
        read = _read(text, end)
        if read is None:
            continue
        ending, start = read
        name = passage.text[start : end.end()]
        if name not in found:
            kind = _kind(ending, name)
            found[name] = BodyMention(name=name, kind=kind, span=passage.span(start, end.end()))
    return list(found.values())


def _read(text: str, end: re.Match[str]) -> tuple[str, int] | None:
    """The kind of a name's ending and where the name begins; None where what stands before makes no name."""
    words, at = end.group(), end.start()
    for ending in READINGS.get(words) or (KIND_OF_ENDING[words],):
        if ending not in BEFORE:
            return ending, at
        if before := BEFORE[ending].search(text, max(0, at - REACH), at):
            return ending, before.start()
    return None


def _kind(ending: str, name: str) -> BodyKind:
    if ending == "council":
        return "government" if name == "国务院" else "party"
    return _KINDS[ending]
