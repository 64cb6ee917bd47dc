"""A plan as an outline that a person can review: what golden files hold."""

from collections.abc import Iterator

from kjplan.model import Goal, Measure, Plan, Section

_SHORT = 24


def outline_text(plan: Plan) -> str:
    """Everything of a plan that a layout decides, one line a node."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    d = plan.document
    yield f"title: {plan.title} | year: {plan.year}-{plan.year_end} | issuer: {plan.issuer} | extent: {plan.extent}"
    fields = ("index_number", "issuer", "topic", "genre", "document_number", "written_date", "published_date")
    yield "document: " + ", ".join(f"{f}={getattr(d, f)}" for f in fields if getattr(d, f))
    yield f"addressees: {d.addressees} | signed: {d.signatures} {d.signed_date} | inferred: {d.inferred}"
    if plan.notice:
        yield f"notice: {plan.notice.title} | {_short(plan.notice.text)}"
    yield from (f"preamble: {_short(p.text)}" for p in plan.preamble)
    for node in plan.parts:
        yield from _node(node, 0)
    yield from (f"closing: {_short(p.text)}" for p in plan.closing)
    for a in plan.attachments:
        yield f"attachment: {a.title} | {[p.text for p in a.text]}"
        for node in a.parts:
            yield from _node(node, 1)
    yield from (f"furniture: {f.kind} | {_short(f.text)}" for f in plan.furniture)
    yield from (f"diagnostic: {d.line}:{d.column} {d.severity} {d.code}: {d.message}" for d in plan.diagnostics)


def _node(node: Section | Goal | Measure, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(node, Section):
        words = " / ".join(_short(p.text) for p in node.text)
        yield f"{indent}{node.id} [{node.marker}] {node.title} ({node.role})" + (f" | {words}" if words else "")
        for child in node.children:
            yield from _node(child, depth + 1)
    elif isinstance(node, Goal):
        yield f"{indent}{node.id} [{node.marker}] = {node.text}"
    else:
        yield f"{indent}{node.id} [{node.marker or node.number}] {node.title} | {_short(node.text)}"
        yield from (f"{indent}  - [{i.marker}] {_short(i.text)}" for i in node.items)


def _short(text: str) -> str:
    text = text.replace("\n", " ⏎ ")
    return text if len(text) <= _SHORT else text[:_SHORT] + "…"
