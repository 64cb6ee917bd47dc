"""Documents that are named, most of them in 《》, and what is to happen to them."""

import re
from functools import lru_cache
from itertools import chain

from kjplan.extraction.masking import masked_words
from kjplan.extraction.pairing import outer_pairs
from kjplan.extraction.tables import by_first, joined
from kjplan.extraction.titles.bare_titles import find_bare_titles
from kjplan.extraction.titles.verb_behind import find_titles_before_verbs
from kjplan.model import DocumentReference, Relation
from kjplan.reading.text import Passage

_LONGEST = 200
"""Longer words between 《 and 》 are a missing mark, no title."""

RELATIONS: dict[Relation, tuple[str, ...]] = {
    "issue": ("出台", "印发", "发布", "颁布", "公布", "下发", "制发", "颁发", "推出"),
    "draft": ("制定", "制订", "编制", "起草", "拟定", "拟订", "编写", "研制", "草拟", "编印", "制修订"),
    "revise": ("修订", "修改", "完善", "修编", "修正", "健全"),
    "implement": ("落实", "贯彻", "执行", "实施", "践行", "遵守"),
}
"""Verbs that govern a document; of a row of them the first relation here wins (制定出台 issues, 贯彻落实 implements)."""

_RELATION = {verb: relation for relation, verbs in RELATIONS.items() for verb in verbs}
_VERB = "|".join(_RELATION)
_STUDIED = "研究"
_GOVERNING = re.compile(
    rf"(?:{_STUDIED})?(?:{_VERB})(?:(?:并|和|、)?(?:{_VERB}))*(?!的|了|办法|细则|方案|意见|条例|规划|情况)"
)
_OVER = re.compile("已经?$|曾经?$|先后$")
"""已印发《甲方案》, 制定了《乙办法》: what is out is only cited."""
_SINGLE = re.compile(_VERB)
_CLAUSE_END = re.compile(r"[,。;:!?》]")
_LOOK_BACK = 60
_JOINED = re.compile(r"[、\s]*(?:和|及|以及|与|或)?[\s]*")
# 制定《条例》实施细则 drafts the rules and only cites 《条例》.
_DERIVED = re.compile(
    r"的?(?:(?P<kind>(?:贯彻|具体|年度)?(?:实施|工作|行动)(?:细则|办法|方案|意见|计划))|配套|贯彻|年度计划|具体)"
)
_FIRST, _SECOND = "制拟编修出印起公发推", "[定订制发台草编改布出]"
_LIKELY = re.compile(f"[{_FIRST}]{_SECOND}")
"""Without such a verb no document is named without its marks."""
HINT = re.compile(by_first(["《", *joined(_FIRST, (_SECOND,))]))
"""What every document is named with."""
_CITING = re.compile(
    "(?:按照?|依据?|依照|根据|参照|遵照|对照|结合|符合|违反|在|对|由|将|与)(?:我[部省市局]|本|国家|省|市|上述)?$"
)
"""What cites the document that follows it, whatever verb stands before: 严格落实规定，各地按《甲办法》办理."""
_AFTER = re.compile(
    rf"(?:等(?:法律法规|法规|规章|文件|政策|标准|规范|制度|办法|规划|方案|规定)?)?(?:的)?(?:(?:进行|予以|加以)(?:全面|系统|适时)?)?"
    rf"(?P<verb>(?:{_VERB})++)(?!办法|细则|方案|意见|情况|的(?!(?:相关|有关|各项|前期)?(?:工作|任务|准备))|之?[前后]|以[来后]|之日|期间)"
)
"""《甲条例》修订发布后: a time, and nothing that is to be done."""
_PAPER = re.compile("(?<![简快专公通月季年汇])报$|新闻联播$|(?:周|月|期)刊$|杂志$")
"""《甲日报》, 《新闻联播》: who reports, no document to act on."""
_PAPER_ENDS = frozenset("报播刊志")
_ALIAS = re.compile(r"(?:简|统|下|下文)称为?:?\s*[“”\"]?$")
"""（以下简称《意见》） names the document once more; it is linked in ``kjplan.naming.short_titles``."""


def find_documents(passage: Passage) -> list[DocumentReference]:
    """Documents in order, each with its governing verb as written and the relation that it makes.

    One verb governs all titles in a row (出台《甲》《乙》, 做好《甲》《乙》编制); a title that no verb governs is cited. Marks
    without partner are passed over. What is named without 《》 (修订甲市专项管理办法, 制定《甲条例》实施细则) is not ``quoted``.
    """
    folded = passage.folded
    found = _in_marks(passage) if "《" in folded else []
    if _LIKELY.search(folded):
        covered = [span for _, span in found]
        masked = masked_words(passage)
        for start, end, verb in chain(find_bare_titles(masked, folded), find_titles_before_verbs(masked)):
            if not any(start < stop and begin < end for begin, stop in covered):
                covered.append((start, end))
                found.append((_reference(passage, (start, end), verb, quoted=False), (start, end)))
    if len(found) > 1:
        found.sort(key=lambda pair: pair[1])
    return [reference for reference, _ in found]


_Placed = tuple[DocumentReference, tuple[int, int]]


def _in_marks(passage: Passage) -> list[_Placed]:
    text, folded = passage.text, passage.folded
    found: list[_Placed] = []
    row: list[tuple[int, int]] = []
    for start, end in outer_pairs(text, (("《", "》"),), _LONGEST):
        title = text[start + 1 : end - 1].strip()
        if not title or (title[-1] in _PAPER_ENDS and _PAPER.search(title)) or _names_again(folded, start):
            continue
        if row and not _JOINED.fullmatch(folded, row[-1][1], start):
            found += _row(passage, row)
            row = []
        row.append((start, end))
    return found + (_row(passage, row) if row else [])


def _names_again(folded: str, start: int) -> bool:
    """Whether what stands before a title says that it is a name for short."""
    near = max(0, start - 6)
    return folded.find("简称", near, start) >= 0 and _ALIAS.search(folded, near, start) is not None


def _row(passage: Passage, row: list[tuple[int, int]]) -> list[_Placed]:
    """The titles that stand in a row, under the verb before the first or behind the last."""
    folded, end = passage.folded, row[-1][1]
    begin = row[0][0]
    verb = _governing_verb(folded, max(0, folded.rfind("》", 0, begin) + 1), begin)
    derived = _DERIVED.match(folded, end)
    own = verb or (None if derived else _verb_after(folded, end))
    found = [(_reference(passage, span, own, quoted=True), span) for span in row]
    if derived:
        last = row[-1]
        found[-1] = _reference(passage, last, None, quoted=True), last
        if verb and derived["kind"] and _relation_of(verb) in ("issue", "draft", "revise"):
            whole = (last[0], derived.end())
            found.append((_reference(passage, whole, verb, quoted=False), whole))
    return found


def _reference(passage: Passage, span: tuple[int, int], verb: str | None, *, quoted: bool) -> DocumentReference:
    start, end = span
    title = passage.text[start + 1 : end - 1].strip() if quoted else passage.text[start:end]
    relation = _relation_of(verb) if verb else "cite"
    return DocumentReference(title=title, verb=verb, relation=relation, quoted=quoted, span=passage.span(start, end))


def _governing_verb(folded: str, floor: int, start: int) -> str | None:
    """The last verb in the clause before a title, unless it belongs to an attribute: 省里印发的《方案》."""
    begin = max(floor, start - _LOOK_BACK)
    for m in _CLAUSE_END.finditer(folded, begin, start):
        begin = m.end()
    if _CITING.search(folded, max(begin, start - 8), start):
        return None
    first = _SINGLE.search(folded, begin, start)
    if first is None:
        return None
    verbs = list(_GOVERNING.finditer(folded, max(begin, first.start() - len(_STUDIED)), start))
    if not verbs or _OVER.search(folded, begin, verbs[-1].start()):
        return None
    return verbs[-1].group()


def _verb_after(folded: str, end: int) -> str | None:
    m = _AFTER.match(folded, end)
    return m["verb"] if m else None


@lru_cache(maxsize=256)
def _relation_of(verb: str) -> Relation:
    relations = {_RELATION[m.group()] for m in _SINGLE.finditer(verb)}
    return next(r for r in RELATIONS if r in relations)
