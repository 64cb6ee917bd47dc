"""Documents that are named without 《》: 修订甲市专项管理办法. Less certain than a title in its marks."""

import re
from collections.abc import Iterator

from kjplan.extraction.masking import FILL
from kjplan.extraction.tables import one_of, words

VERBS = words(
    "制定 制订 编制 起草 拟定 拟订 草拟 研究制定 研究起草 组织编制 出台 印发 制发 修订 修改 修编 修订完善 制修订 制定出台 编制出台 编制完成 制定实施 编制实施 出台实施 制定印发"
)
"""Verbs whose object is a document where it ends like the name of one; 完善 and 落实 take any policy."""
KINDS = words(
    "管理办法 实施办法 暂行办法 办法 实施方案 行动方案 工作方案 总体方案 方案 专项规划 发展规划 规划 规划纲要 行动计划 实施意见 指导意见 "
    "实施细则 细则 管理条例 条例 指南 管理规定 暂行规定 工作规定 规程 导则 名录 指导目录 目录 正面清单 负面清单 纲要 章程 规范 工作规则 技术标准 地方标准"
)
"""How the name of a document ends; 政策, 制度, 机制 and 措施 are what documents contain."""

_VERB = re.compile(rf"(?:{one_of(VERBS)})(?!的|了|工作|单位|部门|机关)")
_KIND = re.compile(rf"(?:{one_of(KINDS)})(?:\([^()]{{1,12}}\))?(?=[,;。:!?、]|$|和|及|与|等|并|以|的?[编制修]|工作|,)")
_END = re.compile(r"[,;。:!?《》]")
_JOIN = re.compile(r"[、和及与]|以及")
_GENERIC = re.compile(
    r"^(?:相关|有关|具体|配套|各类|各项|一系列|系列|一批|若干|新一轮|新的|年度|好|本|该|其|统一|实施|并|和|详细|专门|切实|符合|相应|包括|覆盖|具有|对|过程|完善)"
)
_PROSE = re.compile("等|要(?!素)|应(?!对|急|用|收)|听|收集|受理")
_AND = re.compile(r"^(?:并)?(?:有序|分步)?实施|^好|^完成")
_SHORTEST, _LONGEST = 6, 40


def find_bare_titles(masked: str, folded: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and verb of each document named without its marks.

    :param masked: the folded text with what stands in marks and brackets filled, so that no name is found in another
    :param folded: the folded text itself
    """
    covered = 0
    for m in _VERB.finditer(masked):
        if m.start() < covered:
            continue
        stop = min(len(masked), m.end() + 2 * _LONGEST)
        if end := _END.search(masked, m.end(), stop):
            stop = end.start()
        at = m.end()
        while kind := _KIND.search(folded, at, stop):
            begin = at + (lead.end() if (lead := _AND.match(folded[at : kind.start()])) else 0)
            if _names(folded[begin : kind.end()]) and FILL * 3 not in masked[begin : begin + 3]:
                yield begin, kind.end(), m.group()
            covered = kind.end()
            join = _JOIN.match(folded, kind.end(), stop)
            if join is None:
                break
            at = join.end()


def _names(words: str) -> bool:
    """Whether words name one document: neither 相关规划 nor a list with verbs in it."""
    return _SHORTEST <= len(words) <= _LONGEST and not any(p.search(words) for p in (_GENERIC, _PROSE, _VERB))
