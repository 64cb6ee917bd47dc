"""Ids that people type."""

from collections.abc import Iterable
from difflib import get_close_matches

from kjplan.errors import KjplanError
from kjplan.language import say


def unknown_id(id: str, known: Iterable[str]) -> KjplanError:
    """The error to raise for an id that a plan does not have, naming those it has that look like it.

    :param known: the ids that would do
    """
    near = ", ".join(get_close_matches(id, list(known)))
    if near:
        tip = say("是不是 ", "did you mean ") + near
    else:
        tip = say("编号见 kjplan measures", "kjplan measures shows the ids")
    return KjplanError(say("要点里没有这个编号", "the plan has no such id"), id, tip)
