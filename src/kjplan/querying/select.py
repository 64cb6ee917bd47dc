"""Which measures, goals and documents a question is about.

Filters of different kinds combine with *and*, several of one kind with *or*; an empty filter lets everything through.
All text is compared folded: width of characters and case of letters make no difference.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, get_args
from unicodedata import numeric

from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import DocumentReference, Goal, Measure, Plan, Relation, Section
from kjplan.querying.labels import RELATIONS
from kjplan.querying.wording import full_text
from kjplan.reading.text import fold

if TYPE_CHECKING:
    from kjplan.naming import Aliases

Words = Sequence[str]

_AROUND_NUMBER = " ()[]〔〕【】、.．第"
_AFTER_NUMBER = "编篇章节条是要"


def measures(
    plan: Plan,
    *,
    sections: Words = (),
    matches: Words = (),
    bodies: Words = (),
    numbers: Words = (),
    with_targets: bool = False,
    aliases: "Aliases | None" = None,
) -> list[Measure]:
    """Measures of a plan in document order.

    :param sections: words of a section's title (平台), its number (二), marker (（二）) or id (S3.2)
    :param matches: words in title, text or numbered points
    :param bodies: words in the name of a body that is responsible, mentioned or given a task, or in the measure's text
    :param numbers: the document's own number in any dress (5, 五, （五）) or an id (M5)
    :param with_targets: only measures with a quantified target
    :param aliases: which names mean one body; without them a body goes by its words alone
    """
    holders = _holders(plan)
    in_section = section_test(plan, sections, holders)
    spelled = _spelled(bodies, aliases)
    tests: list[Callable[[Measure], bool]] = [
        lambda m: in_section(holders[id(m)]),
        lambda m: _contains(matches, (m.title or "", full_text(m))),
        lambda m: _contains(spelled, _body_words(m)) or _names_one(m, bodies, aliases),
        lambda m: not numbers or any(_is_numbered(m, n) for n in numbers),
        lambda m: bool(m.targets) or not with_targets,
    ]
    return [m for m in plan.measures if all(test(m) for test in tests)]


def goals(
    plan: Plan, *, sections: Words = (), matches: Words = (), numbers: Words = (), with_targets: bool = False
) -> list[Goal]:
    """Goals of a plan in document order; filters as for measures, ids are G4."""
    holders = _holders(plan)
    in_section = section_test(plan, sections, holders)
    return [
        g
        for g in plan.goals
        if in_section(holders[id(g)])
        and _contains(matches, (g.text,))
        and (not numbers or any(_is_numbered(g, n) for n in numbers))
        and (g.targets or not with_targets)
    ]


def documents(plan: Plan, relations: Iterable[str] = ()) -> list[tuple[Measure, DocumentReference]]:
    """Documents that the measures name, each with its measure, in document order.

    :param relations: issue, draft, revise, implement or cite, or what a table calls them (出台, 制定 …); none of them means all
    :raises KjplanError: an unknown relation
    """
    known = get_args(Relation)
    shown = {words: relation for relation, names in RELATIONS.items() for words in names}
    wanted = {shown.get(relation, relation) for relation in relations}
    if unknown := sorted(wanted.difference(known)):
        what = say("没有这种文件关系", "no such relation between a measure and a document")
        raise KjplanError(what, ", ".join(unknown), say("可用：", "there are: ") + ", ".join(map(_both_names, known)))
    return [(m, d) for m in plan.measures for d in m.documents if not wanted or d.relation in wanted]


def _both_names(relation: Relation) -> str:
    """A relation as it is given, and as a Chinese table shows it: draft (制定)."""
    return f"{relation} ({RELATIONS[relation][0]})"


def section_test(plan: Plan, wanted: Words, holders: dict[int, Section | None]) -> Callable[[Section | None], bool]:
    """A test whether a section is one of those wanted, or stands inside one.

    A number is first looked for among the sections that hold measures, then among all: in a plan with
    三、工作举措 and （三）实施一流创新课题, ``三`` means the inner one and ``三、`` the outer. Only words that are
    no section's number, marker or id are looked for in titles, so that ``一`` does not find 一流.
    """
    if not wanted:
        return lambda section: True
    chosen = {id(s) for words in wanted for s in _sections_named(plan, words)}

    def test(section: Section | None) -> bool:
        while section is not None:
            if id(section) in chosen:
                return True
            section = holders[id(section)]
        return False

    return test


def _sections_named(plan: Plan, words: str) -> list[Section]:
    everything = list(plan.walk(Section))
    text = _plain(words)
    if by_name := [s for s in everything if text and text in (_plain(s.id), _plain(s.marker or ""))]:
        return by_name
    if number := normal_number(words):
        for among in (plan.sections, everything):
            if by_number := [s for s in among if s.number and normal_number(s.number) == number]:
                return by_number
    return [s for s in everything if text in _plain(s.title or "")]


def normal_number(text: str) -> str:
    """A heading number in one form: 5, 五, （五）, 第五条 and 5. give ``5``; 1.1 and 1-1 stay; "" where it is no number."""
    bare = fold(text).strip(_AROUND_NUMBER).rstrip(_AFTER_NUMBER).strip(_AROUND_NUMBER)
    if bare.isascii():
        return bare.lstrip("0") if bare.replace(".", "").replace("-", "").isdecimal() else ""
    if len(bare) == 1:
        value = numeric(bare, 0.0)
        return str(int(value)) if value.is_integer() and value > 0 else ""
    return str(_ordinal(bare) or "") if all(numeric(ch, None) is not None for ch in bare) else ""


def _ordinal(number: str) -> int:
    """The value of a Chinese number of several characters; imported here, as a query seldom needs the parser."""
    from kjplan.parsing.markers import CN, ordinal_of

    return 0 if number.strip(CN) else ordinal_of(number)


def _holders(plan: Plan) -> dict[int, Section | None]:
    """The section that directly holds each node, by the node's identity: ids may be missing in a plan made by hand."""
    return {id(node): holder for node, holder in plan.nodes()}


def _plain(text: str) -> str:
    return fold(text).strip().casefold()


def _contains(wanted: Words, texts: Iterable[str]) -> bool:
    if not wanted:
        return True
    plain = [_plain(text) for text in texts]
    return any(_plain(words) in text for words in wanted for text in plain)


def _body_words(measure: Measure) -> list[str]:
    return [*_body_names(measure), measure.title or "", full_text(measure)]


def _body_names(measure: Measure) -> list[str]:
    """Every name of a body that a measure holds: responsible, mentioned, or an area with a task."""
    areas = (area for task in measure.area_tasks for area in task.areas)
    return [*(b.name for b in measure.responsibility.bodies), *(b.name for b in measure.bodies), *areas]


_SHORT = 2
"""Other spellings of so few characters (政府, 科委) are not looked for in running words."""


def _spelled(bodies: Words, aliases: "Aliases | None") -> Words:
    """The words looked for, and the other spellings of the bodies that they name."""
    if aliases is None:
        return bodies
    others = (s for words in bodies for s in aliases.spellings(words) if len(s) > _SHORT)
    return list(dict.fromkeys((*bodies, *others)))


def _names_one(measure: Measure, bodies: Words, aliases: "Aliases | None") -> bool:
    if aliases is None or not bodies:
        return False
    return any(aliases.names(words, name) for name in _body_names(measure) for words in bodies)


def _is_numbered(node: Goal | Measure, wanted: str) -> bool:
    if _plain(wanted) == _plain(node.id):
        return True
    number = normal_number(wanted)
    return number != "" and node.number is not None and normal_number(node.number) == number
