"""Lists that say what each body sees to, one a line, under a heading or caption called 职责 or 分工: 市应急局：组织救援….

Emergency plans and schemes end with such lists or set them among rules for all cases; each line is a task of its body, whether or not
the rest of the document plans anything.
"""

import re
from collections.abc import Sequence

from kjplan.extraction.duties.headed import SHARED_OUT, bodies_named
from kjplan.model import Span

_LABELLED = re.compile(r"(?P<who>[^:。;,\s][^:。;,]{1,40}):\s{0,4}(?P<what>.)")
_DUTY = re.compile(
    "负责|承担|组织|协调|协助|参与|参加|配合|牵头|统筹|指导|监督|监管|做好|落实|开展|实施|提供|保障|履行|按照?|管理|调度|处置|宣传|制定|完善|加强"
)
_LOOK = 40
"""So early in a line it says what is done."""
_FEWEST = 2
_LONGEST_TITLE = 40


def is_shared_out(title: str) -> bool:
    """Whether a heading or caption says that what follows is shared out among bodies: 成员单位职责, 责任分工."""
    return len(title) <= _LONGEST_TITLE and SHARED_OUT.search(title) is not None


def lists_duties(folded: str, lines: Sequence[Span]) -> bool:
    """Whether most of some lines, and at least two, give a body its duty."""
    told = sum(gives_duty(folded, span) for span in lines)
    return told >= _FEWEST and 2 * told > len(lines)


def gives_duty(folded: str, line: Span) -> bool:
    """Whether a line names a body and what it does: 市应急局:组织救援…, 市水利局负责…. Who sits where (组长:张三, 成员:市水利局)
    and telephone numbers (市水利局:0712-1234567) are none."""
    m = _LABELLED.match(folded, *line)
    if m is None:
        return bool(bodies_named(folded[line[0] : min(line[1], line[0] + 2 * _LOOK)]))
    if m["what"].isdigit() or not _DUTY.search(folded, m.start("what"), min(line[1], m.start("what") + _LOOK)):
        return False
    return bool(bodies_named(m["who"] + ":"))
