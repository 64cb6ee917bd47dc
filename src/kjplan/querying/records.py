"""Flat records for ``--format json`` and for scripts: the plan's objects in the model's key order, null and empty kept.

A record says where it belongs in one more key at its end: ``section`` of a goal or measure, ``owner`` of a target,
``measure`` of a document; each is an object or null. Numbers stay ``Decimal``, exact as written.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, get_args

from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import (
    BodyKind,
    BodyRole,
    Deadline,
    DocumentReference,
    Goal,
    Measure,
    Plan,
    Responsibility,
    Section,
    Target,
    VagueQuantity,
)

if TYPE_CHECKING:
    from kjplan.naming import Aliases

_ROLES = get_args(BodyRole)
Record = dict[str, Any]
"""Field names to values that JSON can hold, but for ``Decimal``."""


def records(
    plan: Plan, what: Literal["principles", "goals", "measures", "targets", "documents", "bodies"]
) -> list[Record]:
    """What ``kjplan targets --format json`` and its kin print of a plan; bodies by the names that come with kjplan.

    >>> import kjplan
    >>> [(r["id"], r["indicator"], str(r["value"])) for r in kjplan.records(kjplan.load(2022), "targets")][0]
    ('G1.1', '全社会研发投入强度', '2.6')

    :raises KjplanError: other records are asked for
    """
    if what == "bodies":
        from kjplan.naming import load_aliases

        return bodies(plan, load_aliases().at(plan.issuer))
    ask = {"principles": principles, "goals": goals, "measures": measures, "targets": targets, "documents": documents}
    if what not in ask:
        known = ", ".join([*ask, "bodies"])
        raise KjplanError(
            say("没有这种记录", "no such records"), str(what), say(f"可用：{known}", f"there are: {known}")
        )
    return ask[what](plan)


def goals(plan: Plan, chosen: Sequence[Goal] | None = None) -> list[Record]:
    """Goals with their section; all of the plan's where ``chosen`` is None."""
    return _with_sections(plan, plan.goals if chosen is None else chosen)


def measures(plan: Plan, chosen: Sequence[Measure] | None = None) -> list[Record]:
    """Measures with their section; all of the plan's where ``chosen`` is None."""
    return _with_sections(plan, plan.measures if chosen is None else chosen)


def targets(plan: Plan, chosen: Sequence[tuple[Goal | Measure, Target]] | None = None) -> list[Record]:
    """Targets, each with its ``owner``: kind, id, number and title (a goal has no title: its text), who answers for it and by
    when."""
    pairs = owned_targets(plan) if chosen is None else chosen
    return [_shape(target) | {"owner": _owner(owner) | _duty(owner)} for owner, target in pairs]


def vague(plan: Plan) -> list[Record]:
    """Promises without a figure (建设一批平台), each with its ``owner`` as a target has it."""
    return [_shape(quantity) | {"owner": _owner(owner)} for owner, quantity in vague_quantities(plan)]


def vague_quantities(plan: Plan) -> list[tuple[Goal | Measure, VagueQuantity]]:
    """Promises without a figure with the goal or measure that makes each, in document order."""
    nodes = (node for node, _ in plan.nodes() if not isinstance(node, Section))
    return [(node, quantity) for node in nodes for quantity in node.vague]


def documents(plan: Plan, chosen: Sequence[tuple[Measure, DocumentReference]] | None = None) -> list[Record]:
    """Documents that measures name, each with its ``measure``: id, number, title and who answers for it; and by when the
    document is to come out (``due``).

    A document with a short title is one record, with the short titles (``aliases``) and the ids of all measures that name it.
    """
    from kjplan.querying.registers import register

    return [
        {
            **_shape(entry.document),
            "title": entry.title,
            "aliases": entry.aliases,
            "measure": {
                "id": entry.measure.id,
                "number": entry.measure.number,
                "title": entry.measure.title,
                "responsibility": _shape(entry.measure.responsibility),
            },
            "measures": [measure.id for measure in entry.measures],
            "due": [_shape(due) for due in entry.due],
        }
        for entry in register(plan, chosen)
    ]


def bodies(plan: Plan, aliases: "Aliases | None" = None) -> list[Record]:
    """Bodies that goals and measures name, the most touched first: name, kind, roles, goals, measures (ids), spellings.

    ``roles`` are those in which the text makes the body responsible; empty where it is only mentioned. ``name`` is the
    spelling that stands first, ``spellings`` all that the plan has.

    :param aliases: which names mean one body; without them each spelling is a body of its own
    """
    found: dict[str, Record] = {}
    for node, _ in plan.nodes():
        if isinstance(node, Section):
            continue
        for name, kind, role in _named_bodies(node):
            record = found.setdefault(aliases.canonical(name) if aliases else name, _new_body(name, kind))
            if record["kind"] == "other":
                record["kind"] = kind
            _add(record["roles"], role)
            record["roles"].sort(key=_ROLES.index)
            _add(record[f"{node.kind}s"], node.id)
            _add(record["spellings"], name)
    return sorted(found.values(), key=lambda r: -len(r["measures"]) - len(r["goals"]))


def _new_body(name: str, kind: BodyKind) -> Record:
    return {"name": name, "kind": kind, "roles": [], "goals": [], "measures": [], "spellings": []}


def principles(plan: Plan) -> list[Record]:
    """Guiding principles: id, title and text, paragraphs joined by line feeds."""
    return [{"id": s.id, "title": s.title, "text": "\n".join(p.text for p in s.text)} for s in plan.principles]


def plans(shelf: Iterable[tuple[str, str, Plan]]) -> list[Record]:
    """Plans of a library, given as (name, path, plan): what each is and how much it holds."""
    return [
        {
            "name": name,
            "year": plan.year,
            "year_end": plan.year_end,
            "title": plan.title,
            "issuer": plan.issuer,
            "extent": plan.extent,
            "goals": len(plan.goals),
            "measures": len(plan.measures),
            "path": path,
        }
        for name, path, plan in shelf
    ]


def owned_targets(plan: Plan) -> list[tuple[Goal | Measure, Target]]:
    """Every target with the goal or measure that holds it, in document order."""
    return [(node, t) for node, _ in plan.nodes() if not isinstance(node, Section) for t in node.targets]


def _with_sections(plan: Plan, nodes: Sequence[Goal] | Sequence[Measure]) -> list[Record]:
    holders = {id(node): holder for node, holder in plan.nodes()}
    return [_shape(node) | {"section": section_reference(holders[id(node)])} for node in nodes]


def section_reference(section: Section | None) -> Record | None:
    """Id, number and title of a section; None for what stands directly in the plan."""
    return None if section is None else {"id": section.id, "number": section.number, "title": section.title}


def _owner(node: Goal | Measure) -> Record:
    title = node.text if isinstance(node, Goal) else node.title
    return {"kind": node.kind, "id": node.id, "number": node.number, "title": title}


def _duty(node: Goal | Measure) -> Record:
    return {"responsibility": _shape(node.responsibility), "due": [_shape(due) for due in node.due]}


def _named_bodies(node: Goal | Measure) -> Iterable[tuple[str, BodyKind, str | None]]:
    for responsible in node.responsibility.bodies:
        yield responsible.name, "other", responsible.role
    if isinstance(node, Measure):
        for mention in node.bodies:
            yield mention.name, mention.kind, None
        for task in node.area_tasks:
            for area in task.areas:
                yield area, "area", None


def _add(values: list[str], value: str | None) -> None:
    if value is not None and value not in values:
        values.append(value)


def _shape(
    thing: Goal | Measure | Target | DocumentReference | VagueQuantity | Responsibility | Deadline,
) -> Record:
    from kjplan.storage.codec import to_dict

    return to_dict(thing, keep_empty=True)
