"""One question to several plans: their answers one below the other, each row with its plan's name."""

from collections.abc import Callable, Iterable
from pathlib import Path

from kjplan.cli.deliver import deliver
from kjplan.cli.errors import tell_error
from kjplan.errors import KjplanError, UnknownPlanError
from kjplan.language import say
from kjplan.output.formats import Answer, Format
from kjplan.querying.table import Column, stacked

Question = Callable[[str | None], Answer]
"""The name of a plan, None for the newest, to the answer it gives."""

_PLAN = Column("plan", "要点", "plan")
_SUFFIXES = (".yaml", ".yml")
_NO_PLANS = (".fixes.yaml", ".ledger.yaml")


def ask(question: Question, names: list[str] | None, form: Format | None, output: str | None, *, force: bool) -> int:
    """Deliver the answer of one plan as it is, those of several with the name of each; a bad one never stops the rest.

    :param names: plans, or folders of plans; None for the library's newest
    :returns: 2 where a plan could not be read, else 0
    :raises KjplanError: the only plan cannot be read, or a folder holds none
    """
    plans = [plan for name in names or () for plan in _inside(name)]
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


def _inside(name: str) -> list[str]:
    """The plan itself, or the plans in a folder and below it, in the order of their names."""
    folder = Path(name)
    if name in ("", "-") or not folder.is_dir() or _is_known(name):
        return [name]
    found = [
        str(path)
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in _SUFFIXES and path.is_file() and not _is_other(path.relative_to(folder))
    ]
    if not found:
        raise UnknownPlanError(
            say("文件夹里没有要点", "no plans in this folder"),
            name,
            say(
                f"先解析其中的通知：kjplan parse {name} -o DIR", f"parse its notices first: kjplan parse {name} -o DIR"
            ),
        )
    return found


def _is_known(name: str) -> bool:
    """Whether the library has a plan of that name: a folder called 2022 does not hide it."""
    from kjplan.cli.settings import settings
    from kjplan.storage.library import find_library

    try:
        return find_library(settings.data).has(name)
    except KjplanError:
        return False


def _is_other(place: Path) -> bool:
    """Whether a file is hidden, or one that stands beside plans: corrections, a ledger, aliases."""
    name = place.name
    beside = name.endswith(_NO_PLANS) or name.startswith("ledger_") or name == "aliases.yaml"
    return beside or any(part.startswith(".") for part in place.parts)
