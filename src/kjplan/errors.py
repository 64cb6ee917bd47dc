"""Errors that a user can act on: what went wrong, where, and what to do."""


class KjplanError(Exception):
    """Unusable input or usage; the command line prints it as ``error: what, where`` and exits with 2.

    :param what: what is wrong, one line
    :param where: the file, field or line concerned
    :param tip: what to do about it
    """

    def __init__(self, what: str, where: str | None = None, tip: str | None = None) -> None:
        super().__init__(what if where is None else f"{what}: {where}")
        self.what = what
        self.where = where
        self.tip = tip


class SourceError(KjplanError):
    """A source that is no text: binary, undecodable, blank, a directory, missing."""


class PlanFileError(KjplanError):
    """A YAML file that is no plan, or a broken one."""


class UnknownPlanError(KjplanError):
    """A plan that the library does not have."""


class OutputError(KjplanError):
    """An output that cannot be written: it exists, or its folder is missing or read-only."""
