"""Names of bodies that stand alone at both ends of a document on one line: 某省教育厅某教提字〔2031〕5号关于…的答复 … 差别化电价。水利部."""

from kjplan.extraction.names.unit_names import is_department
from kjplan.late import late

NAME_ABOVE = late(
    r"(?!关于)[一-鿿]{2,24}?(?:委员会|人民政府|办公[厅室]|[厅局委部])"
    r"(?=[^\s。,;:《》〔\[(【]{1,12}[〔\[(【](?:19|20)[0-9]{2}[〕\])】]\s?第?[0-9]{1,5}\s?号\s{0,3}(?:[一-鿿]{2,24})?关于[^。;:《]{4,120}的)"
)
"""A letterhead of a name alone, before the number and the title."""
_TAILS = late(
    r"。[一-鿿、]{2,30}[局委部厅办](?=[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[0-9]{1,2}[.、])"
)
"""Who answers, behind the last sentence of an item of a table whose bars are lost."""
_LONGEST = 24


def undated_signature(folded: str, start: int, end: int) -> int | None:
    """Where the name of a body begins that stands alone behind the last sentence and signs; None where there is none, or where names
    behind their last sentences tell who answers for items."""
    at = folded.rfind("。", start, end) + 1
    if not 0 < at < end <= at + _LONGEST or not is_department(folded[at:end]):
        return None
    return None if _TAILS.search(folded, start, at) else at
