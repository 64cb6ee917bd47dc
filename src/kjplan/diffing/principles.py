"""The guiding principles of two plans: how their words changed, and which slogans came and went."""

import re
from collections.abc import Iterable

from kjplan.diffing.result import PrinciplesChange
from kjplan.diffing.similarity import bigrams
from kjplan.diffing.textdiff import text_diff
from kjplan.matching.wording import canonical

# “两个确立”; 《…》 too: an instruction of last year that is no longer cited.
_QUOTED = re.compile(r"“[^“”\n]{1,60}”|\"[^\"\n]{1,60}\"|《[^《》\n]{1,80}》")
# 党的二十大 takes the place of 党的十九大 inside a clause that else stays as it is.
_NAMED = re.compile(
    r"(?:党的)?[一二三四五六七八九十]{1,3}大(?:和[一二三四五六七八九十]{1,3}届(?:历次|[一二三四五六七八九十、]+中)全会)?(?=精神|报告|部署)"
    r"|[一二三四五六七八九十]{1,3}届[一二三四五六七八九十、]+(?:中|次)全会(?=精神|部署)"
    r"|(?:中央|省委|市委|区委|县委)[一-鿿]{0,8}(?:会议|全会)(?=精神|部署)"
)
_CLAUSE = re.compile(r"[^,，。;；:：!！?？\n]+")
_MARKS = "“”\"'‘’《》 \u3000\u00a0"

_SHORTEST = 4
"""A clause shorter than this says nothing of its own."""
_KNOWN = 0.4
"""From this share of common bigrams on a clause is one of the other plan's, worded otherwise: ``text_diff`` shows it."""


def compare_principles(old: str, new: str) -> PrinciplesChange:
    """What became of principles whose words differ; slogans are told by their words, wherever they stand.

    :param old: the words of all principles of the old plan, as written
    :param new: those of the new plan
    """
    return PrinciplesChange(
        changed=True,
        text_diff=text_diff(old, new),
        slogans_added=_only_in(new, old),
        slogans_removed=_only_in(old, new),
    )


def _only_in(text: str, other: str) -> list[str]:
    """The slogans of a text that the other text does not have, in order: named ones, and clauses new as a whole."""
    named = [m for pattern in (_QUOTED, _NAMED) for m in pattern.finditer(text)]
    known, words = canonical(other), set(bigrams(canonical(other)))
    found = {(m.start(), m.group().strip(_MARKS)) for m in named if canonical(m.group().strip(_MARKS)) not in known}
    told = [at for at, _ in found]
    for clause in _CLAUSE.finditer(text):
        if not any(clause.start() <= at < clause.end() for at in told) and _is_new(clause.group(), words):
            found.add((clause.start(), clause.group().strip(_MARKS)))
    return list(dict.fromkeys(slogan for _, slogan in sorted(found)))


def _is_new(clause: str, words: Iterable[str]) -> bool:
    own = set(bigrams(canonical(clause)))
    return len(canonical(clause)) >= _SHORTEST and len(own.intersection(words)) < _KNOWN * len(own)
