"""One question to several plans: their answers one below the other, each row with its plan's name."""

from collections.abc import Callable, Iterable

from kjplan.cli.deliver import deliver
from kjplan.cli.errors import tell_error
from kjplan.cli.folders import members
from kjplan.errors import KjplanError
from kjplan.output.formats import Answer, Format
from kjplan.querying.table import Column, stacked

Question = Callable[[str | None], Answer]
"""The name of a plan, None for the newest, to the answer it gives."""

_PLAN = Column("plan", "要点", "plan")


def ask(question: Question, names: list[str] | None, form: Format | None, output: str | None, *, force: bool) -> int:
    """Deliver the answer of one plan as it is, those of several with the name of each; a bad one never stops the rest.

    :param names: plans, or folders of plans; None for the library's newest
    :returns: 2 where a plan could not be read, else 0
    :raises KjplanError: the only plan cannot be read, or a folder holds none
    """
    plans = [plan for name in names or () for plan in members(name)]
    if not names or (len(names) == 1 and plans == names):
        deliver(question(names[0] if names else None), form, output, force=force)
        return 0
    answers: list[tuple[str, Answer]] = []
    for plan in plans:
        try:
            answers.append((plan, question(plan)))
        except KjplanError as error:
            tell_error(error)
    if answers:
        deliver(_joined(answers), form, output, force=force)
    return 2 if len(answers) < len(plans) else 0


def _joined(answers: Iterable[tuple[str, Answer]]) -> Answer:
    return Answer(
        lambda: stacked(_PLAN, [(name, answer.table()) for name, answer in answers]),
        lambda: [{"plan": name} | record for name, answer in answers for record in answer.records()],
    )
