"""One question to several plans: their answers one below the other, each row with its plan's name, year and issuer."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from kjplan.cli.deliver import deliver
from kjplan.cli.errors import tell_error
from kjplan.cli.folders import members
from kjplan.cli.loading import Kind, attached_to, load_plan, tell_attached
from kjplan.cli.watching import watched
from kjplan.errors import KjplanError
from kjplan.model import Plan
from kjplan.output.formats import Answer, Format
from kjplan.querying.table import Column, Table

Question = Callable[[str | None, Plan], Answer]
"""The name of a plan, None for the newest, and the plan itself, to the answer it gives."""

_ABOUT = (
    Column("plan", "要点", "plan"),
    Column("year", "年份", "year", detail=True),
    Column("issuer", "制定机关", "issuer", detail=True),
)
"""What tells the rows of several plans apart; a table over years and cities is grouped by the latter two."""


class _Told(NamedTuple):
    """What one of several plans answers."""

    name: str
    plan: Plan
    answer: Answer


def ask(
    question: Question,
    names: list[str] | None,
    form: Format | None,
    output: str | None,
    *,
    force: bool,
    kind: Kind | None = None,
    attachments: bool = False,
) -> int:
    """Deliver the answer of one plan as it is, those of several with the name of each; a bad one never stops the rest.

    :param names: plans, or folders of plans; None for the library's newest
    :param kind: what is asked for; where attachments hold more of it, that is said
    :param attachments: ask the attachments too
    :returns: 2 where a plan could not be read, else 0
    :raises KjplanError: the only plan cannot be read, or a folder holds none
    """
    plans = [plan for name in names or () for plan in members(name)]
    if not names or (len(names) == 1 and plans == names):
        name = names[0] if names else None
        plan, more = attached_to(load_plan(name), attachments, kind)
        tell_attached([more], kind)
        deliver(question(name, plan), form, output, force=force)
        return 0
    answers: list[_Told] = []
    left: list[int] = []
    for name in watched(plans):
        try:
            plan, more = attached_to(load_plan(name), attachments, kind)
            answers.append(_Told(name, plan, question(name, plan)))
            left.append(more)
        except KjplanError as error:
            tell_error(error)
    tell_attached(left, kind)
    if answers:
        deliver(_joined(answers), form, output, force=force)
    return 2 if len(answers) < len(plans) else 0


def _joined(answers: Iterable[_Told]) -> Answer:
    def table() -> Table:
        from kjplan.querying.table import stacked

        return stacked(
            _ABOUT,
            [(["" if v is None else str(v) for v in _about(told).values()], told.answer.table()) for told in answers],
        )

    return Answer(table, lambda: [_about(told) | record for told in answers for record in told.answer.records()])


def _about(told: _Told) -> dict[str, Any]:
    return {"plan": told.name, "year": told.plan.year, "issuer": told.plan.issuer}
