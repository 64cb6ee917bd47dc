"""The plan a command is about, and its ledger."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kjplan.cli.settings import settings
from kjplan.model import Goal, Measure, Plan, Target

if TYPE_CHECKING:
    from kjplan.ledger import Book, Ledger
    from kjplan.naming import Aliases


def load_plan(name: str | None) -> Plan:
    """A plan by year, folder/year, path of a plan or notice, or ``-``; the library's newest for None.

    :raises KjplanError: there is none of that name, or it cannot be read
    """
    from kjplan.storage.loading import load

    if name is None:
        tell_shipped()
    return load(name, data=settings.data)


def tell_shipped() -> None:
    """Say whose plan it is that nobody named: in a folder without plans, one that comes with kjplan."""
    from kjplan.cli.deliver import note
    from kjplan.language import say
    from kjplan.storage.library import find_library

    library = find_library(settings.data)
    if library.origin == "shipped" and (newest := library.newest()):
        note(
            say(
                f"附近没有要点库，用的是随程序安装的 {newest.name}；用 --data DIR 指定自己的库",
                f"no library is near: this is the plan of {newest.name} that comes with kjplan; name your own with --data DIR",
            )
        )


Kind = type[Goal] | type[Measure] | type[Target]
"""What of a plan a question is about."""


def attach(plan: Plan, attachments: bool, kind: Kind) -> Plan:
    """A plan that is loaded with its attachments, or with a note of what they hold besides.

    :param kind: what is asked for, which the note counts
    """
    plan, more = attached_to(plan, attachments, kind)
    tell_attached([more], kind)
    return plan


def attached_to(plan: Plan, attachments: bool, kind: Kind | None) -> tuple[Plan, int]:
    """A plan with its attachments, if they are asked too; else as it is, with how much more of a kind they hold."""
    if kind is None or not plan.attachments:
        return plan, 0
    from kjplan.querying.attached import attached, with_attachments

    return (with_attachments(plan), 0) if attachments else (plan, attached(plan, kind))


def tell_attached(more: Sequence[int], kind: Kind | None) -> None:
    """Say how much more of a kind the attachments of plans hold, in one line for all of them."""
    if kind is None or not any(more):
        return
    from kjplan.cli.deliver import note
    from kjplan.language import say

    what = {Goal: say("目标", "goals"), Target: say("量化指标", "targets")}.get(kind, say("举措", "measures"))
    holders = sum(count > 0 for count in more)
    whose = "" if len(more) == 1 else say(f"{holders} 份要点的", f" of {holders} plan{'s' * (holders > 1)}")
    note(
        say(
            f"{whose}附件中另有 {sum(more)} 项{what}：加 --with-attachments",
            f"the attachments{whose} hold {sum(more)} more {what}: add --with-attachments",
        )
    )


def load_aliases_for(name: str | None, plan: Plan) -> "Aliases":
    """What bodies are called in a plan: kjplan's table, the library's ``aliases.yaml`` and the one beside the plan.

    :param name: the plan's name, as for ``load_plan``
    :raises KjplanError: a file of aliases that is none
    """
    from kjplan.naming import load_aliases
    from kjplan.storage.library import find_library
    from kjplan.storage.loading import locate

    path = locate(name, data=settings.data)
    beside = None if str(path) == "-" else path.parent
    return load_aliases(find_library(settings.data).folder, beside).at(plan.issuer)


def load_ledger(name: str | None, file: str | None) -> "Ledger | None":
    """The ledger of a plan: the file named, else the one beside the plan; None where there is none.

    :param name: the plan, as in ``load_plan``
    :raises KjplanError: the file that was named is not there, or one of them is no ledger
    """
    from kjplan.storage.loading import locate

    if file is not None:
        from kjplan.ledger.files import read

        return read(Path(file))
    path = locate(name, data=settings.data)
    if str(path) == "-" or not ledger_file(path).is_file():
        return None
    from kjplan.ledger.files import load

    return load(path)


def open_book(name: str | None, plan: Plan, ledger: "Ledger") -> "Book":
    """A plan with its ledger, and what bodies are called there, see ``load_aliases_for``.

    :param name: the plan's name, as for ``load_plan``
    """
    from kjplan.ledger.book import Book

    return Book(plan, ledger, load_aliases_for(name, plan))


def ledger_file(plan: Path) -> Path:
    """The ledger beside a plan; asked before the module that reads ledgers is imported."""
    from kjplan.ledger.paths import ledger_path

    return ledger_path(plan)


def tell_misplaced(book: "Book") -> None:
    """Say on standard error what of a ledger has no place in its plan any more, and what was placed by likeness."""
    from kjplan.cli.deliver import note
    from kjplan.language import say

    lost = [lost for lost in book.lost if lost.entry is not None]
    if lost:
        note(
            say(
                f"台账中有 {len(lost)} 条记录在要点中找不到对应内容，见 kjplan ledger history --lost",
                f"{len(lost)} entries of the ledger have no place in the plan: see kjplan ledger history --lost",
            )
        )
    for found in book.alike:
        node = found.node.id if found.node is not None else ""
        note(
            say(
                f"台账中的“{found.task.was}”按相似度对应到 {node}",
                f"“{found.task.was}” was taken for {node} by likeness",
            )
        )
