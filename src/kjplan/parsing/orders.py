"""Paragraphs without a number that order something: in a notice of a few paragraphs, above the headings of a part, or as the
fields of one task."""

import re
from collections.abc import Sequence

from kjplan.extraction.duties.duties import find_duties
from kjplan.extraction.names.body_ends import AUTHORITIES, OFFICES
from kjplan.extraction.times import deadline_forms
from kjplan.extraction.times.deadlines import find_deadlines
from kjplan.extraction.titles.documents import find_documents
from kjplan.late import late
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import Passage, SourceText

_SENTENCE = re.compile("[^。!?]+")
_ORDERS = late(
    "请(?!示|求|假)|务必|必须|(?<![重主需首纲摘概只想])要(?!求|点|素|么|闻)|应当?(?![急对用])|须|抓紧|立即|确保|力争|争取|尽快"
    f"|报(?:[省市县区国]|[一-鿿]{{2,12}}(?:[{AUTHORITIES}{OFFICES}组]|中心))|(?:完成|报送|上报|提交|反馈|报至|整改|制定|出台|启动|建成|组织)"
)
"""What orders: a sentence that names a day without such a word tells when something happens."""
_TELLS = re.compile(
    r"自[^。;,]{1,20}起(?:施行|实施|执行)|有效期|(?:已|曾)(?:经|于)?|了(?!解)|印发给|现将|如下:?$|(?:召开|举行|发布)了?$|到\s?20\d\d\s?年"
)
"""What tells, introduces or states a goal, and orders nothing."""
_LONGEST = 600


def states_order(source: SourceText, start: int, end: int) -> bool:
    """Whether a paragraph gives a body a duty, or orders something by a day: 市水利局负责水库调度 · 请于6月9日前报送情况."""
    folded = source.folded[start:end]
    if folded.endswith(":"):
        return False
    for m in _SENTENCE.finditer(folded):
        words = m.group()
        if _TELLS.search(words):
            continue
        if any(role in ("lead", "joint") for duty in find_duties(words) for _, role in duty.groups):
            return True
        if (
            len(words) <= _LONGEST
            and deadline_forms.HINT.search(words)
            and _ORDERS.search(words)
            and find_deadlines(Passage.of(source, [(start + m.start(), start + m.end())]), None)
        ):
            return True
    return False


def promises_document(source: SourceText, start: int, end: int) -> bool:
    """Whether a paragraph above the headings of a part promises a document, which would be a fact of nothing else: 制定《甲办法》;
    but what is carried out and cited there leads in, as what tells or introduces does."""
    folded = source.folded[start:end]
    if "《" not in folded or folded.rstrip().endswith(":"):
        return False
    return any(
        reference.quoted and reference.relation in ("issue", "draft", "revise")
        for m in _SENTENCE.finditer(folded)
        if "《" in m.group() and not _TELLS.search(m.group())
        for reference in find_documents(Passage.of(source, [(start + m.start(), start + m.end())]))
    )


_FIELD = late(
    r"[(【〔\[]?([一-鿿]{0,6}(?:目标|任务|内容|措施|举措|做法|时限|期限|时间|节点|进度|安排|单位|部门|科室|处室|站所|领导|主体|责任人|牵头|配合|标准|要求|成果|成效|问题|情况|分工))"
    r"(?::|[)】〕\]]:?)"
)
"""A field of a task on a line of its own: 整改目标:建成污水处理厂3座."""
_WHO_OR_WHEN = re.compile("责任|牵头|主责|承办|时限|期限|时间")


def is_form(folded: str, body: Sequence[Unit]) -> bool:
    """Whether the paragraphs under a heading are the fields of one task: 整改目标:… 整改时限:… 责任单位:…."""
    labels = [m[1] for unit in body if (m := _FIELD.match(folded, unit.start, unit.end))]
    distinct = len(set(labels)) == len(labels) > 1
    return distinct and 2 * len(labels) > len(body) and any(map(_WHO_OR_WHEN.search, labels))
