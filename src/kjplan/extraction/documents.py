"""Documents named in 《》, and what is to happen to them."""

import re

from kjplan.extraction.pairing import outer_pairs
from kjplan.model import DocumentReference, Relation
from kjplan.reading.text import Passage

_LONGEST = 200
"""Longer words between 《 and 》 are a missing mark, no title."""

RELATIONS: dict[Relation, tuple[str, ...]] = {
    "issue": ("出台", "印发", "发布", "颁布", "公布", "下发", "制发", "颁发", "推出"),
    "draft": ("制定", "制订", "编制", "起草", "拟定", "拟订", "编写", "研制", "草拟", "编印"),
    "revise": ("修订", "修改", "完善", "修编", "修正", "健全"),
    "implement": ("落实", "贯彻", "执行", "实施", "践行", "遵守"),
}
"""Verbs that govern a document; of a row of them the first relation here wins (制定出台 issues, 贯彻落实 implements)."""

_RELATION = {verb: relation for relation, verbs in RELATIONS.items() for verb in verbs}
_VERB = "|".join(_RELATION)
_GOVERNING = re.compile(rf"(?:研究)?(?:{_VERB})(?:并?(?:{_VERB}))*")
_SINGLE = re.compile(_VERB)
_CLAUSE_END = re.compile(r"[,。;:!?》]")
_LOOK_BACK = 60
_JOINED = re.compile(r"[、\s]*(?:和|及|以及|与|或)?[\s]*")
# 制定《条例》实施细则 drafts the rules and only cites 《条例》.
_DERIVED = re.compile(r"(?:的)?(?:实施细则|实施办法|实施方案|实施意见|配套|贯彻|工作方案|年度计划|的?具体)")
_AFTER = re.compile(rf"(?:等文件|等政策|等)?(?:的)?(?P<verb>{_VERB})(?!办法|细则|方案|意见|情况)")
_ALIAS = re.compile(r"简称[:为]?\s*$")
"""（以下简称《意见》） names the document once more."""


def find_documents(passage: Passage) -> list[DocumentReference]:
    """Documents in 《》 in order, each with its governing verb as written and the relation that it makes.

    One verb governs all titles in a row (出台《甲》《乙》); a title that no verb governs is cited. Marks without partner are
    passed over.
    """
    text, folded = passage.text, passage.folded
    if "《" not in text:
        return []
    found: list[DocumentReference] = []
    previous_end, verb = -1, None
    for start, end in outer_pairs(text, (("《", "》"),), _LONGEST):
        title = text[start + 1 : end - 1].strip()
        if not title or _ALIAS.search(folded, max(0, start - 6), start):
            continue
        if previous_end < 0 or not _JOINED.fullmatch(folded, previous_end, start):
            verb = _governing_verb(folded, max(previous_end, 0), start)
        own = None if _DERIVED.match(folded, end) else verb or _verb_after(folded, end)
        relation = _relation_of(own) if own else "cite"
        found.append(
            DocumentReference(title=title, verb=own, relation=relation, quoted=True, span=passage.span(start, end))
        )
        previous_end = end
    return found


def _governing_verb(folded: str, floor: int, start: int) -> str | None:
    """The last verb in the clause before a title, unless it belongs to an attribute: 省里印发的《方案》."""
    begin = max(floor, start - _LOOK_BACK)
    for m in _CLAUSE_END.finditer(folded, begin, start):
        begin = m.end()
    verbs = [m for m in _GOVERNING.finditer(folded, begin, start) if folded[m.end() : m.end() + 1] != "的"]
    return verbs[-1].group() if verbs else None


def _verb_after(folded: str, end: int) -> str | None:
    m = _AFTER.match(folded, end)
    return m["verb"] if m else None


def _relation_of(verb: str) -> Relation:
    relations = {_RELATION[m.group()] for m in _SINGLE.finditer(verb)}
    return next(r for r in RELATIONS if r in relations)
