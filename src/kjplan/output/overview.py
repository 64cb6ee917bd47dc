"""A plan on one page: what it is, what it does not state, its outline, its goals."""

from kjplan.language import say
from kjplan.model import Goal, Measure, Plan, Section
from kjplan.output.escape import visible
from kjplan.output.style import Style, paint
from kjplan.output.table import to_plain, to_screen
from kjplan.output.width import pad, width
from kjplan.querying import tables

_MAY_BE_ABSENT = (
    ("document_number", "发文字号", "document number"),
    ("index_number", "索引号", "index number"),
    ("written_date", "成文日期", "date of writing"),
    ("published_date", "发布日期", "date of publication"),
    ("addressees", "主送机关", "addressees"),
    ("signatures", "署名", "signature"),
)
"""Facts of a document whose absence a reader wants to know of: field, names in both languages."""


def to_text(plan: Plan, *, color: bool = False, columns: int | None = None) -> str:
    """The page; see ``kjplan.output.formats.to_text`` for the parameters."""
    facts = [(name, value) for name, value in tables.overview(plan).rows]
    facts.append((say("更正", "corrections"), _corrections(plan)))
    facts.append((say("未写明", "not stated"), _absent(plan)))
    parts = [_facts(facts, color), _outline(plan, color)]
    if plan.goals:
        goals = tables.goals(plan).brief()
        drawn = to_plain(goals, color=color) if columns is None else to_screen(goals, columns, color=color)
        parts.append(paint(say("主要目标", "Goals"), Style.HEAD, color) + "\n" + drawn)
    return "\n".join(part for part in parts if part)


def _facts(facts: list[tuple[str, str]], color: bool) -> str:
    widest = max(width(name) for name, _ in facts)
    lines = [f"{paint(pad(name, widest), Style.FAINT, color)}  {visible(value)}" for name, value in facts if value]
    return "".join(f"{line}\n" for line in lines)


def _corrections(plan: Plan) -> str:
    """How many corrections were laid over the plan, and how many could not be."""
    codes = [met.code for met in plan.diagnostics]
    applied, stale = codes.count("corrected"), codes.count("correction-stale")
    counts = [say(f"{applied} 处", f"{applied} laid over")] if applied else []
    if stale:
        counts.append(say(f"{stale} 处的字句已不在，未更正", f"{stale} not, as their words are gone"))
    return say("，", ", ").join(counts)


def _absent(plan: Plan) -> str:
    """What the document does not say; nothing for a plan that was transcribed, which may just not have kept it."""
    if plan.document.source.origin == "transcribed":
        return ""
    absent = [say(zh, en) for name, zh, en in _MAY_BE_ABSENT if not getattr(plan.document, name)]
    nodes: list[Goal | Measure] = [*plan.goals, *plan.measures]
    if nodes and not any(node.responsibility.stated for node in nodes):
        absent.append(say("责任单位", "responsible units"))
    if nodes and not any(node.due for node in nodes):
        absent.append(say("完成时限", "deadlines"))
    return say("、", ", ").join(absent)


def _outline(plan: Plan, color: bool) -> str:
    """The sections, each a line, indented by depth, with how many goals and measures stand under it."""
    rows = []
    depth: dict[int, int] = {}
    for node, holder in plan.nodes():
        if isinstance(node, Section):
            level = depth[id(node)] = 0 if holder is None else depth[id(holder)] + 1
            rows.append(("  " * level + visible(_heading(node)), _counts(node)))
    if not rows:
        return ""
    widest = max(width(title) for title, _ in rows)
    lines = [f"{pad(title, widest)}  {paint(counts, Style.FAINT, color)}".rstrip() for title, counts in rows]
    return paint(say("结构", "Outline"), Style.HEAD, color) + "\n" + "".join(f"{line}\n" for line in lines)


def _heading(section: Section) -> str:
    return " ".join(filter(None, (section.marker, section.title)))


def _counts(section: Section) -> str:
    """What stands directly under a section: ``3 measures (1-3)``."""
    goals = [c for c in section.children if isinstance(c, Goal)]
    measures = [c for c in section.children if isinstance(c, Measure)]
    found = []
    for nodes, zh, en in ((goals, "个目标", "goal"), (measures, "项举措", "measure")):
        if nodes:
            numbers = [node.number for node in nodes if node.number]
            to = "…" if numbers and "-" in numbers[0] else "-"
            span = f" ({numbers[0]}{to}{numbers[-1]})" if len(numbers) > 1 else f" ({numbers[0]})" if numbers else ""
            found.append(say(f"{len(nodes)} {zh}", f"{len(nodes)} {en}{'s' * (len(nodes) != 1)}") + span)
    return say("，", ", ").join(found)
