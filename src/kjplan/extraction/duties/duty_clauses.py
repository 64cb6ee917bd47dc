"""What the clause of a duty in prose is made of: its opening, the names, the words of manner before the duty."""

from kjplan.extraction.duties.actors import is_actor, is_field
from kjplan.extraction.duties.duty_words import CLAUSE, MANNERS, MODALS, OPENING, ORDERS, OVERALL
from kjplan.extraction.names.unit_names import is_open_group, looks_like_body

_LONGEST = 16
"""No name is longer that no table knows."""
_MOST_MODALS = 6
_MODALS = {
    last: sorted((word for word in MODALS if word[-1] == last), key=len, reverse=True)
    for last in {word[-1] for word in MODALS}
}
"""The words of manner by their last character."""


def can_be_named(name: str) -> bool:
    """Whether words beside a body that is surely one can be another."""
    if is_actor(name) or is_open_group(name) or is_field(name):
        return True
    return looks_like_body(name) and len(name) <= _LONGEST and not CLAUSE.search(name) and not ORDERS.match(name)


def is_manner(text: str, start: int, stop: int, word: str) -> bool:
    """Whether the words between a head and its duty in one clause say how, and not for what one is liable."""
    if text.startswith(("对", "就"), start):
        return word.endswith("总责") or word == "总负责" or OVERALL.search(text, start, stop) is not None
    if word == "责任主体":
        return text.startswith(("是", "为"), start)  # 各村是禁烧工作责任主体
    return MANNERS.match(text, start) is not None


def opened(text: str, start: int, stop: int) -> int:
    """Where a clause begins behind its number and its date."""
    m = OPENING.match(text, start, stop)
    return m.end() if m else start


def before_modals(text: str, end: int) -> int:
    """Where the words of manner begin that end at ``end``."""
    for _ in range(_MOST_MODALS):
        word = next((w for w in _MODALS.get(text[end - 1 : end], ()) if text.endswith(w, 0, end)), None)
        if word is None:
            break
        end -= len(word)
        if text[end - 1 : end] == "、" and text.endswith(MODALS, 0, end - 1):
            end -= 1
    return end
