"""Tables that say who is to do what, in texts without headings."""

import re

from kjplan.parsing.front.calls import CALL
from kjplan.parsing.front.genres import TITLE_END, names_another_kind
from kjplan.parsing.lines.rows import Row
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, fold, solid

_DUTY_HEAD = re.compile("责任|牵头|主办|主责")
_DOES_HEAD = re.compile("负责|承办|责任|牵头|主办|主责")
_DAY = re.compile(r"(?:周|星期)[一二三四五六日天]|[0-9]{1,2}(?:月[0-9]{1,2}日|[.．/][0-9]{1,2}(?![0-9]))")
_SCORED = re.compile(rf"(?:考核|考评|评分|评价)(?:评分|实施|工作)?(?:细则|标准|办法|规则){TITLE_END}")
"""Rules of how work is judged, whose table says who is to do it."""
_FEWEST_ROWS = 2


def _is_dated(source: SourceText, row: Row) -> bool:
    """Whether a row stands beside a day, as those of a week's work do: 3.4（周一） | 盘点库存 | 办公室."""
    cells = [*row.words, *(group.title for group in row.groups)]
    return any(_DAY.search(source.folded, *cell) for cell in cells)


def shows_duties(source: SourceText, title: str | None, units: list[Unit]) -> bool:
    """Whether a table in a text without headings says who is to do what, and its title, if it has one, is of no other kind: a
    table of tasks copied without the head of its document. Lists of what was granted or chosen name no 责任单位; those of whom
    to ask may have 负责部门, which counts only beside days."""
    folded = fold(title) if title else ""
    if (names_another_kind(folded) and not _SCORED.search(solid(folded))) or CALL.search(solid(folded)):
        return False
    rows = [unit.row for unit in units if isinstance(unit.row, Row)]
    telling = 0
    for row in rows:
        tells = _DOES_HEAD if _is_dated(source, row) else _DUTY_HEAD
        telling += any(tells.search(source.folded, *head) for head, _ in row.facts) or _answers_for(source, row)
    return telling >= _FEWEST_ROWS and 2 * telling >= len(rows)


def _answers_for(source: SourceText, row: Row) -> bool:
    """Whether a row without a head is work and who does it: 新建码头3个 | 市交通局 | 年底; not 张三 | 市交通局."""
    if row.facts or row.number is None or len(row.words) < _FEWEST_ROWS:
        return False
    from kjplan.extraction.commitment import begins_with_verb
    from kjplan.extraction.figures.verbs import ACTIONS
    from kjplan.parsing.tables.headless import answers

    words = source.folded[slice(*row.words[0])]
    return (begins_with_verb(words) or words.startswith(tuple(ACTIONS))) and answers(source.folded, row.words)
