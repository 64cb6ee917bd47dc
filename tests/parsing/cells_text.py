"""Texts whose tables have a cell a line or a paragraph, and what is read of them."""

from kjplan.model import Measure, Plan
from kjplan.parsing import parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import from_text

Facts = list[tuple[str | None, str | None, list[tuple[str, str]], list[str]]]


def plan_of(text: str) -> Plan:
    parsed = parse_source(from_text(text))
    assert partition_faults(parsed.source.text, parsed.leaves) == []
    return parsed.plan


def tasks(plan: Plan) -> Facts:
    """Number, title, bodies and deadlines of every task."""
    return [
        (m.number, m.title, [(b.name, b.role) for b in m.responsibility.bodies], [d.text for d in m.due])
        for m in plan.walk(Measure)
    ]


def facts(text: str) -> Facts:
    """The same of the plan in a text."""
    return tasks(plan_of(text))


def paragraphs(*cells: str) -> str:
    return "2023年工作方案\n\n一、重点任务\n\n" + "\n\n".join(cells) + "\n"


def lines(*rows: str) -> str:
    return "2023年工作方案\n一、重点任务\n" + "\n\n".join(rows) + "\n"
