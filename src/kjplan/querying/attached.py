"""The measures and goals of a notice's attachments, beside those of its plan: a table of who does what, a second plan."""

from dataclasses import replace

from kjplan.model import Goal, Measure, Plan, Section, Target


def with_attachments(plan: Plan) -> Plan:
    """The same plan with each attachment's own tree as a section behind its parts, for questions to all of a notice.

    :return: a plan that shares its nodes; attachments without any tree stay where they are. The section's id is A and the
        attachment's place (A1), as those of its nodes begin (A1.M3)
    """
    added = [
        Section(id=f"A{k}", title=a.title, role="other", children=a.parts, span=a.span)
        for k, a in enumerate(plan.attachments, 1)
        if a.parts
    ]
    return replace(plan, parts=[*plan.parts, *added]) if added else plan


def attached(plan: Plan, kind: type[Goal] | type[Measure] | type[Target]) -> int:
    """How many goals, measures or targets the attachments hold."""
    nodes = [node for a in plan.attachments for node, _ in Plan(parts=a.parts).nodes()]
    if kind is Target:
        return sum(len(node.targets) for node in nodes if not isinstance(node, Section))
    return sum(isinstance(node, kind) for node in nodes)
