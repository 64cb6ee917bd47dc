"""The plan a command is about."""

from kjplan.cli.settings import settings
from kjplan.model import Plan


def load_plan(name: str | None) -> Plan:
    """A plan by year, folder/year, path of a plan or notice, or ``-``; the library's newest for None.

    :raises KjplanError: there is none of that name, or it cannot be read
    """
    from kjplan.storage.loading import load

    return load(name, data=settings.data)
