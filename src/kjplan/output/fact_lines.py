"""A plan as plain lines for version control: one line a fact, so that a line differ tells facts apart.

The lines are the same in every language and carry no ids and no offsets: a measure put in between would change those of
everything after it. Numbers stand together at the end for the same reason.
"""

import re
from collections.abc import Iterator

from kjplan.model import Goal, Measure, Paragraph, Plan, Responsibility, Section, Target
from kjplan.model.tree import walk
from kjplan.output.escape import visible
from kjplan.querying.wording import number

_SENTENCES = re.compile(r"[^。；;！!？?\n]+[。；;！!？?]*")

_STATED = (
    *("index_number", "publisher", "topic", "genre", "document_number", "validity"),
    *("written_date", "published_date", "signed_date"),
)
"""What a document says of itself that is one word or date."""


def fact_lines(plan: Plan) -> Iterator[str]:
    """The lines, without line ends; headings begin in the first column with an English word (git shows them in hunks).

    What nobody would see in them, line breaks among it, is escaped.
    """
    return map(visible, _lines(plan))


def _lines(plan: Plan) -> Iterator[str]:
    yield from _facts("", _frame(plan))
    if plan.notice is not None:
        yield from ("", f"notice {plan.notice.title}")
        yield from _sentences(plan.notice.text)
    if plan.preamble:
        yield from ("", "preamble")
        yield from _paragraphs(plan.preamble)
    yield from _tree(plan.parts)
    if plan.closing:
        yield from ("", "closing")
        yield from _paragraphs(plan.closing)
    for attachment in plan.attachments:
        yield from ("", f"attachment {attachment.title}")
        yield from _paragraphs(attachment.text)
        yield from _tree(attachment.parts)
    parts = [*plan.parts, *(part for attachment in plan.attachments for part in attachment.parts)]
    numbers = [f"  {n.kind} {n.number} {_name(n)}" for n, _ in walk(parts) if n.number]
    if numbers:
        yield from ("", "numbers", *numbers)


def _tree(parts: list[Section | Measure | Goal]) -> Iterator[str]:
    for node, _ in walk(parts):
        yield ""
        yield f"{node.kind} {_name(node)}"
        yield from _node(node)


def _frame(plan: Plan) -> list[tuple[str, object]]:
    """What the plan is, and what stands around it."""
    document = plan.document
    facts: list[tuple[str, object]] = [("title", plan.title), ("year", plan.year), ("year_end", plan.year_end)]
    facts += [("issuer", plan.issuer), ("extent", plan.extent)]
    facts += [(name, getattr(document, name)) for name in _STATED]
    facts += [("keyword", word) for word in document.keywords]
    facts += [("addressee", name) for name in document.addressees] + [("signature", s) for s in document.signatures]
    return facts


def _facts(indent: str, facts: list[tuple[str, object]]) -> Iterator[str]:
    for name, value in facts:
        if value is not None:
            yield f"{indent}{name}: {value}"


def _name(node: Section | Goal | Measure) -> str:
    """What a reader knows a node by: its title; a goal's words; the first sentence of a measure without a title."""
    if isinstance(node, Goal):
        return node.text
    if node.title:
        return node.title
    words = node.text if isinstance(node, Measure) else "".join(p.text for p in node.text)
    first = _SENTENCES.search(words)
    return first[0] if first else ""


def _node(node: Section | Goal | Measure) -> Iterator[str]:
    if isinstance(node, Section):
        yield f"  role: {node.role}"
        yield from _paragraphs(node.text)
        return
    if isinstance(node, Measure):
        yield from _sentences(node.text)
        for item in node.items:
            words = (item.title or "") + item.text
            if item.text not in node.text:
                yield f"  item: {words}"
    for target in node.targets:
        yield f"  target: {_target(target)}"
    yield from _responsible(node.responsibility)
    for deadline in node.due:
        yield f"  due: {deadline.text}" + (f" ({deadline.date})" if deadline.date else "")
    if isinstance(node, Measure):
        yield from _facts("  ", [("document", f"{d.relation} {d.title}") for d in node.documents])
        yield from _facts("  ", [("term", term.text) for term in node.terms])
        yield from _facts("  ", [("commitment", node.commitment)])


def _paragraphs(paragraphs: list[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield from _sentences(paragraph.text)


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCES.findall(text):
        if sentence.strip():
            yield f"  text: {sentence.strip()}"


def _target(target: Target) -> str:
    """Everything that a target says, in one line: ``高新技术企业 | ge 1000 家 | increment | hedge 力争``."""
    value = "" if target.value is None else number(target.value)
    upper = "" if target.value_max is None else f"-{number(target.value_max)}"
    figure = " ".join(filter(None, (target.comparator, value + upper, target.unit)))
    named = [(n, getattr(target, n)) for n in ("verb", "hedge", "scope", "per", "period", "due")]
    return " | ".join(filter(None, (target.indicator, figure, target.basis, *(f"{n} {v}" for n, v in named if v))))


def _responsible(responsibility: Responsibility) -> Iterator[str]:
    for body in responsibility.bodies:
        yield f"  {body.role}: {body.name}"
