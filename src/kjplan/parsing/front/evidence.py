"""What shows that numbered work is planned where no title says so: a plan pasted without its head, or called by no genre."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from kjplan.extraction.duties.duty_labels import FIELD_LINE, LABEL_ALONE, OF_TASKS, UNITS
from kjplan.extraction.duties.unit_lists import split
from kjplan.extraction.names.body_ends import AUTHORITIES
from kjplan.extraction.names.unit_names import looks_like_body
from kjplan.parsing.headings.glued import opens_with_order
from kjplan.parsing.headings.heading import Heading, end_of
from kjplan.parsing.headings.titles import is_duty_line
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText

_DUTY = re.compile(
    rf"{OF_TASKS}|(?:主办|协办){UNITS}|(?:完成|时限)(?:时限|要求) ?:|按(?:照)?(?:各自)?职责分工"
    r"|[(\[〔【〖][^()\[\]〔〕【】〖〗。]{2,120}(?:牵头|负责|配合|落实)[)\]〕】〗]"
)
"""Who does it, in the forms that only plans have: （市科技局牵头，…配合） · 责任单位 · 完成时限：."""
_LONGEST_ANSWER = 200
"""A line that only says who answers is no longer than this, in characters."""
_SENTENCE = re.compile(r"[。;]\s{0,4}(?=[一-鿿])")
_LABELLED = re.compile(rf"[(\[〔【〖\n。;,] {{0,4}}(?:{OF_TASKS}|主办{UNITS}) ?:")
_ANSWERS = re.compile(
    rf"(?:^|[\n。;)、])\s{{0,4}}[一-鿿]{{2,14}}(?:[{AUTHORITIES}]|中心|支队|总队|公司|政府|街道|[镇所科])负责(?![人任])",
    re.M,
)
"""A sentence that says who answers for what: 市应急局负责…; rules in articles say it for all time."""
_TELLS = re.compile(
    r"截[至止]|同比|累计|(?:比|较)(?:(?:19|20)[0-9]{2}年|上年|去年)|[0-9](?:余|多)(?:起|件|名|家|个|人)|各地共|取得[^。;,]{0,12}(?:成效|进展|成果|成绩)|[^。;,]了(?!解)|已(?:有|经|建|完|形|成|达)|全国共|先后"
    r"|^\s{0,4}(?:19|20)[0-9]{2}年(?![底末]?前|底?之?前)(?!,?[^。;]{0,40}(?:要|应|将|力争))|(?:到|至)(?:19|20)[0-9]{2}年(?:底|末)(?!前)[^。;]{0,60}(?:达到?|为|共)"
)
"""What a sentence says that tells what was done: 截至2012年底, 同比增长, 取得积极成效."""
_ORDERS = re.compile(
    "(?<![重主需首纲摘概必只想])要(?!求|点|素|么|闻)|(?<![供适响反对])应(?!对|急|用)|须|不得|力争|确保|严禁|请(?!示|求)|(?<!即)将(?!近|士|[^,。;]{0,12}作为)|到20[0-9]{2}年[,，]|20[0-9]{2}年(?:底|末)?前|底前"
)
_STAGE = re.compile(
    "(?:动员|部署|发动|摸底|自查(?:自纠)?|排查|实施|整治|推进|督查|督导|检查|整改|攻坚|验收|总结|提升|提高|巩固|评估)阶段"
)
"""The steps of work ahead, as only plans have them under headings: 动员部署阶段（5月）, 总结阶段."""
_STOP = re.compile("[。;]")
_FEWEST_TOLD = 4
_FEWEST = 2
_FEWEST_ANSWERS = 3
_FEWEST_SENTENCES = 5
_OPENING = 20
"""Adverbs and verb of a sentence are no longer."""
_LOOK = 40
"""So many headings and sentences tell."""


def states_duty(folded: str, start: int, end: int) -> bool:
    """Whether a stretch says who is to do something, in a form that only plans have: （市科技局牵头）, 责任单位."""
    return _DUTY.search(folded, start, end) is not None


_BRACKET = re.compile(r"[(\[〔【〖](?P<words>[^()\[\]〔〕【】〖〗]{2,160})[)\]〕】〗]")
_IN_BRACKET = re.compile(f"{OF_TASKS}|(?:主办|承办){UNITS}|(?:牵头|负责|配合|落实)$")


def answers_at_end(folded: str, unit: Unit) -> bool:
    """Whether a paragraph says in a bracket at its end who answers for all of it: 建设平台，…。（责任单位：市科技局）; no other
    bracket in it says so for a piece."""
    if folded[unit.end - 1] not in ")]〕】〗" and folded[unit.end - 2 : unit.end] not in (
        ")。",
        "]。",
        "〕。",
        "】。",
        "〗。",
    ):
        return False
    found = [m for m in _BRACKET.finditer(folded, *unit.span) if _IN_BRACKET.search(m["words"])]
    return len(found) == 1 and found[0].end() >= unit.end - 1


def only_answers(folded: str, units: Sequence[Unit]) -> bool:
    """Whether lines say nothing but who answers and by when: 责任单位：区发展改革局, （市科技局牵头，市财政局配合）."""
    return all(u.end - u.start <= _LONGEST_ANSWER and _only_answers(folded, *u.span) for u in units)


def without_answers(folded: str, units: Sequence[Unit]) -> list[Unit]:
    """The lines that say more than who answers and by when, nor are bodies below a line that is only a label."""
    told: list[Unit] = []
    label = False
    for unit in units:
        if only_answers(folded, [unit]):
            label = LABEL_ALONE.fullmatch(folded, *unit.span) is not None
        elif not (label and _lists_bodies(folded, unit)):
            told.append(unit)
            label = False
    return told


def _lists_bodies(folded: str, unit: Unit) -> bool:
    """Whether a line is nothing but names of bodies."""
    end = unit.start + len(folded[slice(*unit.span)].rstrip("。; "))
    names = split(folded, unit.start, end) if end - unit.start <= _LONGEST_ANSWER else []
    return bool(names) and all(looks_like_body(folded[n.start : n.end]) for n in names)


_MARK = re.compile(r"[—●■·*※★☆◆▲►▶○>-]{1,2}\s{0,2}")


def _only_answers(folded: str, start: int, end: int) -> bool:
    start = m.end() if (m := _MARK.match(folded, start, end)) else start
    return FIELD_LINE.match(folded, start, end) is not None or is_duty_line(folded[start:end])


def shows_work(source: SourceText, headings: list[Heading]) -> bool:
    """Whether the words under headings say who is to do it, or most of the headings say what is to be done (加快…, 完善…),
    or most of the sentences. Points of a sentence (一是…) alone tell nothing."""
    if all(heading.marker.style == "spoken" for heading in headings):
        return False
    end = end_of(headings[-1])
    if states_duty(source.folded, headings[0].marker.start, end):
        return True
    if not any(heading.marker.style in ("article", "chapter") for heading in headings):
        answers = islice(_ANSWERS.finditer(source.folded, headings[0].marker.start, end), _FEWEST_ANSWERS)
        if len([*answers]) == _FEWEST_ANSWERS:
            return True
    titles = [source.folded[slice(*h.title)] for h in _walk(headings) if h.title]
    titles = titles[:_LOOK]
    if sum(_STAGE.search(title) is not None for title in titles) >= _FEWEST:
        return True
    ordering = sum(opens_with_order(title) for title in titles)
    if ordering >= _FEWEST and 2 * ordering > len(titles):
        return True
    sentences = [*islice(_SENTENCE.finditer(source.folded, headings[0].marker.start, end), _LOOK)]
    ordering = sum(opens_with_order(source.folded[m.end() : m.end() + _OPENING]) for m in sentences)
    return ordering >= _FEWEST_SENTENCES and 2 * ordering > len(sentences)


_PROMISES = re.compile(
    r"(?:确保|力争|争取|(?<!去年)全年(?!共|累计)|年内)[^,。;:]{0,30}?[0-9][^,。;:]{0,12}(?<![了过])[,。;]"
)
_FEWEST_PROMISES = 3


def promises_figures(source: SourceText, headings: list[Heading]) -> bool:
    """Whether the words under most headings hope for figures or assure them, three times at least: 确保小麦产量稳定在10万吨以上."""
    ends = [*(heading.marker.start for heading in headings[1:]), end_of(headings[-1])]
    found = [
        len([*islice(_PROMISES.finditer(source.folded, heading.marker.start, end), _FEWEST_PROMISES)])
        for heading, end in zip(headings, ends, strict=True)
    ]
    return sum(found) >= _FEWEST_PROMISES and 2 * sum(map(bool, found)) > len(found)


def tells_past(source: SourceText, headings: list[Heading]) -> bool:
    """Whether many sentences under headings tell what was done, and few what is to be done: the body of a yearly report, whose
    parts are called as tasks are (优化能源结构)."""
    if not _TELLS.search(source.folded, headings[0].marker.start):
        return False
    told = ordered = seen = 0
    at = headings[0].marker.start
    for m in islice(_STOP.finditer(source.folded, at, end_of(headings[-1])), 2 * _LOOK):
        words = source.folded[at : m.start()]
        at = m.end()
        seen += 1
        if _ORDERS.search(words):
            ordered += 1
        elif _TELLS.search(words):
            told += 1
    return told >= _FEWEST_TOLD and 3 * told >= seen and 4 * ordered <= told


_HEARD = re.compile("(?:会议)?(?:听取|研究|审议|通报|传达|学习|讨论|观看|汇报|审定|原则同意|书面听取)了?")
_ASSIGNS = re.compile(
    "会议(?:要求|强调|议定|决定|明确|责成)|由[^。;,]{2,24}(?:负责|牵头|组织|督办)|责成|负责落实|职责分工|[0-9]日前|[底月年]前|(?<![重主需首纲摘概只想])要(?:[求加抓进切坚严深统积认按做落尽]|在)"
)
"""What minutes say that give work to anyone."""


def minutes_only_tell(source: SourceText, headings: list[Heading], titles: list[str]) -> bool:
    """Whether minutes say only what was heard and looked at (听取了…的汇报, 研究了…), and give work to nobody."""
    heard = sum(_HEARD.match(title) is not None for title in titles)
    if not titles or 2 * heard <= len(headings):
        return False
    return _ASSIGNS.search(source.folded, headings[0].marker.start, end_of(headings[-1])) is None


def names_bodies(source: SourceText, headings: list[Heading]) -> bool:
    """Whether labels under headings say, at least twice, which body does what (责任单位：市工信局), as in no rules."""
    found = _LABELLED.finditer(source.folded, headings[0].marker.start, end_of(headings[-1]))
    return len([*islice(found, _FEWEST)]) == _FEWEST


def _walk(headings: list[Heading]) -> Iterator[Heading]:
    todo = [*reversed(headings)]
    while todo:
        heading = todo.pop()
        yield heading
        todo.extend(reversed(heading.children))
