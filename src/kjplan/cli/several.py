"""One question to several plans: their answers one below the other, each row with its plan's name, year and issuer."""

from collections.abc import Callable, Iterator, Sequence
from os.path import isdir
from typing import Any, NamedTuple, TypeVar

from kjplan.cli.deliver import deliver
from kjplan.cli.loading import Kind, attached_to, load_plan, tell_attached
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.output.formats import Answer, Format, Page
from kjplan.querying.table import Column, Table

Question = Callable[[str | None, Plan], Answer]
"""The name of a plan, None for the newest, and the plan itself, to the answer it gives."""

_ABOUT = (
    Column("plan", "要点", "plan"),
    Column("year", "年份", "year", detail=True),
    Column("issuer", "制定机关", "issuer", detail=True),
)
"""What tells the rows of several plans apart; a table over years and cities is grouped by the latter two."""


class Told(NamedTuple):
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
    keep: Callable[[list[str]], list[str]] | None = None,
    empty: Callable[[Plan], str | None] | None = None,
) -> int:
    """Deliver the answer of one plan as it is, those of several with the name of each; a bad one never stops the rest.

    :param names: plans, or folders of plans; None for the library's newest
    :param kind: what is asked for; where attachments hold more of it, that is said
    :param attachments: ask the attachments too
    :param keep: which of several to ask
    :param empty: what to tell people where a single plan has nothing to show
    :returns: 2 where a plan could not be read, else 0
    :raises KjplanError: the only plan cannot be read, or a folder holds none
    """
    plans = expanded(names)
    if plans is None:
        name = names[0] if names else None
        plan, more = attached_to(load_plan(name), attachments, kind)
        tell_attached([more], kind)
        answer = question(name, plan)
        deliver(answer, form, output, force=force, empty=None if empty is None else lambda: empty(plan))
        explain_lack([plan], kind)
        return 0
    plans = plans if keep is None else keep(plans)
    answers = each(plans, lambda name, plan, whole: Told(name, whole, question(name, whole)), kind, attachments)
    if answers:
        deliver(_joined(answers), form, output, force=force)
        explain_lack([told.plan for told in answers], kind)
    return 2 if len(answers) < len(plans) else 0


def explain_lack(plans: Sequence[Plan], kind: Kind | None) -> None:
    """Say which plans can hold nothing of a kind; the module that does is imported where one is not whole."""
    if any(plan.extent != "full" for plan in plans):
        from kjplan.cli.lacking import tell_lacking

        tell_lacking(plans, kind)


T = TypeVar("T")


def each(
    names: Sequence[str],
    made: Callable[[str, Plan, Plan], T],
    kind: Kind | None = None,
    attachments: bool = False,
) -> list[T]:
    """What is made of each of several plans; one that cannot be read is told and left out.

    :param made: of its name, the plan and the plan with its attachments, if these are asked too
    """
    from kjplan.cli.errors import tell_error
    from kjplan.cli.watching import watched

    found: list[T] = []
    left: list[int] = []
    for name in watched(names):
        try:
            plan = load_plan(name)
            whole, more = attached_to(plan, attachments, kind)
            found.append(made(name, plan, whole))
            left.append(more)
        except KjplanError as error:
            tell_error(error)
    tell_attached(left, kind)
    return found


def expanded(names: list[str] | None) -> list[str] | None:
    """The plans that names stand for, those of folders in their place; None where it is the newest or a single one.

    :raises KjplanError: a folder holds none, or standard input is named twice
    """
    plans = list(names or ())
    if any(map(isdir, plans)):
        from kjplan.cli.folders import members

        plans = [plan for name in plans for plan in members(name)]
    once_from_input(plans)
    return None if not names or (len(names) == 1 and plans == names) else plans


def once_from_input(names: list[str]) -> None:
    """Raise where standard input is named twice.

    :raises KjplanError: it is
    """
    if names.count("-") > 1:
        tip = say("把其中一个存成文件", "save one of the two to a file")
        raise KjplanError(say("标准输入只能读一次", "standard input can be read only once"), "-", tip)


def expect_one_ledger(ledger: str | None, names: list[str] | None) -> None:
    """Raise where one ledger is named for several plans.

    :param names: the plans of several; None for a single one
    :raises KjplanError: each of several has its own beside it
    """
    if ledger is not None and names is not None:
        what = say("--ledger 只用于一份要点", "--ledger goes with a single plan")
        raise KjplanError(what, ledger, say("去掉它：各份用旁边的台账", "leave it out: each has the one beside it"))


def _joined(answers: Sequence[Told]) -> Answer:
    def table() -> Table:
        from kjplan.querying.table import stacked

        return stacked(
            _ABOUT,
            [(["" if v is None else str(v) for v in _about(told).values()], told.answer.table()) for told in answers],
        )

    return Answer(table, lambda: [record for told in answers for record in _records(told)], page=_pages(answers))


def _records(told: Told) -> Iterator[dict[str, Any]]:
    found = told.answer.records()
    for record in [found] if isinstance(found, dict) else found:
        yield _about(told) | record


def _pages(answers: Sequence[Told]) -> Page | None:
    """The pages of several plans one below the other, each headed by its name; None where none of them has one."""
    if all(told.answer.page is None for told in answers):
        return None

    def pages(form: Format, color: bool, columns: int | None) -> str | None:
        from kjplan.output.escape import visible
        from kjplan.output.markdown import escape
        from kjplan.output.style import Style, paint

        blocks = []
        for name, _, answer in answers:
            text = None if answer.page is None else answer.page(form, color, columns)
            if text is None:
                return None
            title = f"# {escape(name)}\n" if form == "markdown" else f"== {paint(visible(name), Style.HEAD, color)} =="
            blocks.append(f"{title}\n{text}")
        return "\n".join(blocks)

    return pages


def _about(told: Told) -> dict[str, Any]:
    return {"plan": told.name, "year": told.plan.year, "issuer": told.plan.issuer}
