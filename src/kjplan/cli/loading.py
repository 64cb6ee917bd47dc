"""The plan a command is about."""

from typing import TYPE_CHECKING

from kjplan.cli.settings import settings
from kjplan.model import Plan

if TYPE_CHECKING:
    from kjplan.naming import Aliases


def load_plan(name: str | None) -> Plan:
    """A plan by year, folder/year, path of a plan or notice, or ``-``; the library's newest for None.

    :raises KjplanError: there is none of that name, or it cannot be read
    """
    from kjplan.storage.loading import load

    return load(name, data=settings.data)


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
