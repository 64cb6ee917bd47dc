"""Rules on names: one body under two of them, and words that seem to have lost a character."""

import re
from collections.abc import Iterable, Iterator

from kjplan.checking.rules.rule import FULL, PLANS, Hit, Rule, Subject, Words
from kjplan.model import Span

_CUT: dict[str, str] = {
    "重点实验室": "项|任|教|学|区|内",
    "领导小组": "学|规|班",
    "指导意见": "义|图",
    "实施意见": "义|图|愿",
    "人民政府": "协|治|权|法|策",
    "基础设施": "计|备|在|立|置|定|想|有",
    "示范基地": "层|本|础|金|准",
    "孵化基地": "层|本|础|金|准",
    "服务平台": "安|均|稳|等|衡|时|价",
    "创新平台": "安|均|稳|等|衡|时",
    "研发平台": "安|均|稳|等|衡|时",
    "高新技术企业": "图|及|事",
    "研发机构": "制|会|器|理|关|动|遇",
    "产业集群": "聚|中|约|团|成|合|体|结|散|装|镇",
    "营商环境": "节|保|球|卫|评",
    "知识产权": "业|品|出|生|值|学|能|量",
}
"""Words whose last character is easily dropped, with what else may follow the rest of them. The rest of a word that
many others begin with (孵化器, 研究院) would be found everywhere."""
_WORD = re.compile("|".join(_CUT))
_STUMP = re.compile(
    "|".join(f"{word[:-1]}(?!{word[-1]}{'|' + others if others else ''}|[\\s])" for word, others in _CUT.items())
)


_SHORTEST = 4
"""Characters of the shortest name in marks that may be told from one with a character dropped."""
_NAMES = (re.compile(r"《([^《》\r\n]{4,80})》"), re.compile(r"“([^“”\r\n]{3,40})”"))
_SHORTEST_BODY = 5
_MOST_BODIES = 300
_MOST_PLACES = 100
"""Bodies and names, and places of one, that are looked at; the bounds keep hostile input linear."""
_BEFORE_BODY = frozenset("由请和与同经向报对及让从按据委托以为在将")
"""Characters that may stand before the name of a body; others are part of it: 江省交通运输厅 in 浙江省交通运输厅."""
_SHORTEST_HALVED = 8
_MAY_LACK = frozenset("的和与级化性型各等大新市省区县总及")
"""Characters that one may write or not: 数字（化）政府建设."""
_AND = frozenset(("、", "和", "与", "及", "或", "以及"))
_NO_LOSS = frozenset("和与及委省市区县级各总")
"""Characters that the name of a body may have or not: 人力资源（和）社会保障局, 市（委）宣传部, （总）局."""


def _missing_character(subject: Subject) -> Iterator[Hit]:
    """Each place once, by the surest of the ways to tell it."""
    told: list[Span] = []
    for hit in _cut(subject):
        if hit.span and not any(start < hit.span[1] and hit.span[0] < end for start, end in told):
            told.append(hit.span)
            yield hit


def _cut(subject: Subject) -> Iterator[Hit]:
    yield from _cut_words(subject)
    for pattern in _NAMES:
        named = [(m[1], m.span(1)) for m in pattern.finditer(subject.text) if not subject.in_furniture(m.start())]
        yield from _cut_names(subject.text, named)
        yield from _cut_from_bare(subject.text, named)
    yield from _cut_bodies(subject)


def _cut_bodies(subject: Subject) -> Iterator[Hit]:
    """Bodies that stand in the text a second time without a character inside: such a name is no word of anything else."""
    text = subject.text
    bodies = [name for name in dict.fromkeys(name for name, _ in _mentions(subject)) if len(name) >= _SHORTEST_BODY]
    for name in bodies[:_MOST_BODIES]:
        for short in {name[:k] + name[k + 1 :] for k in range(1, len(name) - 1) if name[k] not in _NO_LOSS}:
            at = text.find(short)
            if at < 0 or text.count(short) > text.count(name) or subject.in_furniture(at):
                continue
            if at == 0 or text[at - 1] in _BEFORE_BODY or not "一" <= text[at - 1] <= "鿿":
                yield Hit((at, at + len(short)), (short, name))


def _cut_from_bare(text: str, named: list[tuple[str, Span]]) -> Iterator[Hit]:
    """Names in marks that stand bare with one character more: one half of them is then the same."""
    for name, span in named if len(named) < _MOST_BODIES else ():
        half = len(name) // 2
        if len(name) < _SHORTEST_HALVED:
            continue
        for kept, at_end in ((name[half:], True), (name[:half], False)):
            at, tries = text.find(kept), 0
            while at >= 0 and tries < _MOST_PLACES:
                tries += 1
                start = at - half - 1 if at_end else at
                more = text[max(0, start) : start + len(name) + 1]
                lost = _lost(more, name)
                if lost and lost not in _MAY_LACK and not span[0] <= start < span[1]:
                    yield Hit(span, (name, more))
                    break
                at = text.find(kept, at + 1)


def _lost(more: str, name: str) -> str:
    """The Chinese character inside that a name lacks of another stretch of words; "" where that is not all that they differ in."""
    if len(more) != len(name) + 1 or more[0] != name[0] or more[-1] != name[-1]:
        return ""
    k = next((k for k, (a, b) in enumerate(zip(more, name, strict=False)) if a != b), len(name))
    return more[k] if more[k + 1 :] == name[k:] and "一" <= more[k] <= "鿿" else ""


def _cut_names(text: str, named: list[tuple[str, Span]]) -> Iterator[Hit]:
    """Names that are another one, which stands as often or more often, without one of its characters but the first."""
    places: dict[str, dict[Span, None]] = {}
    for name, span in named:
        places.setdefault(name, {})[span] = None
    told: set[str] = set()
    for name, whole in places.items():
        for k in range(1, len(name)) if len(name) >= _SHORTEST else ():
            short = name[:k] + name[k + 1 :]
            if short not in places or len(places[short]) > len(whole) or short in told or name[k].isspace():
                continue
            told.add(short)
            yield from (Hit(span, (short, name)) for span in places[short] if not _is_other(text, span, whole))


def _is_other(text: str, short: Span, whole: Iterable[Span]) -> bool:
    """Whether two names are two things, as they stand in one list: “甲政发”和“甲政办发”."""
    between = (text[one[1] + 1 : other[0] - 1] for span in whole for one, other in (sorted((short, span)),))
    return any(words in _AND for words in between)


def _cut_words(subject: Subject) -> Iterator[Hit]:
    """Only beside the whole word: without it, the short form may be how the author writes."""
    text = subject.text
    whole = set(_WORD.findall(text))
    for m in _STUMP.finditer(text):
        word = next((word for word in whole if word[:-1] == m[0]), None)
        if word is not None and m.end() < len(text) and not subject.in_furniture(m.start()):
            yield Hit(m.span(), (m[0], word))


def _aliases(subject: Subject) -> Iterator[Hit]:
    """Each body once, where its second name first stands; names that differ by their place alone (市科技局,
    郑州市科技局) are how such texts are written."""
    from kjplan.naming import load_aliases

    aliases = load_aliases(subject.folder).at(subject.plan.issuer)
    first: dict[str, str] = {}
    told: set[str] = set()
    for name, span in _mentions(subject):
        body = aliases.canonical(name)
        known = first.setdefault(body, name)
        if body in told or known.endswith(name) or name.endswith(known):
            continue
        told.add(body)
        yield Hit(span, (name, known))


def _mentions(subject: Subject) -> Iterator[tuple[str, Span | None]]:
    """Names of bodies with their places, in the order of the text: those responsible, then those that measures touch."""
    for measure in subject.plan.measures:
        named = [(body.name, body.span) for body in measure.responsibility.bodies]
        named += [(body.name, body.span) for body in measure.bodies]
        yield from sorted(named, key=lambda mention: mention[1] or (0, 0))


RULES = (
    Rule(
        code="alias-variants",
        severity="info",
        message=Words("“{0}”与前文“{1}”是同一单位", "{0} is the body that was called {1} before"),
        what=Words("同一单位用了两个名称", "one body under two names"),
        why=Words(
            "汇总分工时会算成两家。哪些名称是一家，见别名表（aliases.yaml）。",
            "Lists of tasks count them as two. Which names are one body is told by the table of aliases (aliases.yaml).",
        ),
        fix=Words("统一用一个名称。", "Use one name throughout."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。建成三家。（市发改委负责）\n2.引进人才。引进百名。（市发展和改革委员会负责）\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。建成三家。（市发改委负责）\n2.引进人才。引进百名。（甲州市发改委负责）\n",
        run=_aliases,
        extents=FULL,
    ),
    Rule(
        code="missing-char",
        severity="info",
        message=Words("“{0}”可能是“{1}”漏了一字", "{0} may be {1} with a character dropped"),
        what=Words(
            "疑似漏字：“重点实验”，别处是“重点实验室”；书名号、引号里的名称和单位名称比别处少一字",
            "a word that seems to have lost a character: 重点实验 in a text that has 重点实验室; a title, a quoted name or a body that"
            " has one character less than elsewhere",
        ),
        why=Words(
            "漏字会改变所指，检索也找不到。按字形判断，把握不大，所以只作提示。",
            "It may mean something else, and a search misses it. This is told by form alone and is not certain, hence info.",
        ),
        fix=Words("核对原文。", "Compare with the original."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。以重点实验室重组为契机，引导省级重点实验提质增量。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。以重点实验室重组为契机，开展重点实验项目攻关。\n",
        run=_missing_character,
        needs_text=True,
        extents=PLANS,
    ),
)
"""Rules of this file, in the order of the registry."""
