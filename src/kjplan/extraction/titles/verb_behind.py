"""Documents that are named without 《》 before their verb: 完成乙市专项规划编制, 对丙管理办法进行修订."""

import re
from collections.abc import Iterator

from kjplan.extraction.tables import by_first, one_of, words
from kjplan.extraction.titles.bare_titles import KINDS, names_one
from kjplan.late import late

_VERBS = words("编制 修编 修订 制修订 制定 制订 起草 拟订 修改 出台 印发 发布")
_BEHIND = late(
    rf"(?P<verb>{by_first(_VERBS)})(?:(?:和|与|及|并|、)(?:实施|报批|审批|评审|发布|修订|落实|论证))*(?:工作|任务)?"
    r"(?=[,;。:!?、(]|$|和|及|并|以及)"
)
"""编制工作机制, 编制计划, 发布后: there the verb only belongs to another noun or time."""
_KIND = late(rf"(?:{one_of(KINDS)})(?:\([^()]{{1,12}}\))?的?$")
_LONGEST_KIND = 22
_LEAD = late(
    f"(?:{one_of(words('完成 启动 推进 推动 做好 抓好 抓紧 加快 加紧 组织 组织开展 开展 加强 统筹 强化 配合做好 牵头 尽快'))})"
    "(?:全面|好|本年度)?"
)
"""What such a verb's work is led by; 参与国家标准制定 leaves it to others."""
_TREATED = re.compile("对(?:现有|现行|原有)?的?")
_DONE_TO = re.compile("(?:进行|予以|加以)(?:全面|系统|适时)?$")
_CLAUSE_END = re.compile(r"[,;。:!?》]")
_JOIN = re.compile(r"[、和及与]|以及")
_REACH = 80


def find_titles_before_verbs(masked: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and verb of each document named before the verb whose object it is; of a row (甲规划和乙方案编制) each
    that ends like the name of one.

    :param masked: the folded text with what stands in marks and brackets filled
    """
    for m in _BEHIND.finditer(masked):
        floor = max(0, m.start() - _REACH)
        for end in _CLAUSE_END.finditer(masked, floor, m.start()):
            floor = end.end()
        treated = _DONE_TO.search(masked, floor, m.start())
        end_of_title = treated.start() if treated else m.start()
        leads = list((_TREATED if treated else _LEAD).finditer(masked, floor, end_of_title))
        if leads:
            for start, stop in _pieces(masked, leads[-1].end(), end_of_title):
                yield start, stop, m["verb"]


def _pieces(masked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in a row of words, each of which ends like the name of a document."""
    cuts = [start, *(m.end() for m in _JOIN.finditer(masked, start, end))]
    stops = [*(m.start() for m in _JOIN.finditer(masked, start, end)), end]
    for begin, stop in zip(cuts, stops, strict=True):
        kind = _KIND.search(masked, max(begin, stop - _LONGEST_KIND), stop)
        if kind is None:
            continue
        stop -= masked[begin:stop].endswith("的")
        if names_one(masked[begin:stop]):
            yield begin, stop
