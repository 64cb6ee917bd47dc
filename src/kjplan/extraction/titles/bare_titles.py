"""Documents that are named without 《》: 修订甲市专项管理办法. Less certain than a title in its marks."""

import re
from collections.abc import Iterator

from kjplan.extraction.masking import FILL
from kjplan.extraction.tables import joined, one_of, words

VERBS = words("制定 制订 编制 起草 拟定 拟订 草拟 出台 印发 制发 修订 修改 修编 制修订 发布 公布 推出")
"""Verbs whose object is a document where it ends like the name of one; 完善 and 落实 take any policy."""
WITH = words("研究 组织 完善 实施 完成 提交 公开 形成")
"""What such a verb may stand with: 研究制定, 修订完善, 编制实施, 制定和完善."""
KINDS = words(
    "管理办法 实施办法 暂行办法 办法 实施方案 行动方案 工作方案 总体方案 方案 专项规划 发展规划 规划 规划纲要 行动计划 实施计划 计划 实施意见 指导意见 "
    "若干意见 的意见 若干措施 若干政策 若干政策措施 若干规定 实施细则 细则 管理条例 条例 指南 指引 管理规定 暂行规定 工作规定 规定 规程 导则 名录 "
    "指导目录 目录 正面清单 负面清单 清单 纲要 章程 规范 规则 标准 预案 技术路线图 发展路线图 白皮书 蓝皮书 手册 规范条件 准入条件 工作要点 公约 公报"
)
"""How the name of a document ends; 政策, 制度, 机制 and 措施 are what documents contain."""

_FIRST = f"(?:{one_of((*VERBS, *joined(('研究', '组织'), VERBS)))})"
_VERB = re.compile(
    rf"{_FIRST}(?:(?:和|并|、)?(?:全面|严格|不断|组织)?(?:{one_of((*VERBS, *WITH))})){{0,2}}(?!的|了|工作|单位|部门|机关|展|过程|质量|中(?=[严充要应更注坚突]))"
)
_KIND = re.compile(
    rf"(?:{one_of(KINDS)})(?:\([^()]{{1,12}}\))?(?=[,;。:!?、]|$|和|及|与|等|并|以(?!外)|的?[编制修]|工作)"
)
_NO_VERB = re.compile("(?:[限控抑强机已权]|已经)$")
"""限制发展, 已制定: no verb of this plan."""
_END = re.compile(r"[,;。:!?《》]")
_JOIN = re.compile(r"[、和及与]|以及")
_GENERIC = re.compile(
    r"^(?:如下|以下|下列|相关|有关|具体|配套|各类|各项|一系列|系列|一批|若干|新一轮.{0,4}$|新的|年度.{0,4}$|好|本(?![市省区县州])|该|其|统一|实施|首批|[0-9一二三四五六七八九十百]{1,4}[项个部件批]|各地|各自|本地|完备|周密|合理|可行|与|并|和|详细|专门|切实|符合|相应|包括|覆盖|具有|对|过程|完善|科学|适合|针对)"
)
_PLAIN = re.compile(rf"(?:发展|建设|实施|工作|行动|年度|总体|{one_of(KINDS)})+$|.*[法规则]的意见$")
"""发展规划纲要 names none, and 修改甲法规的意见 is about another."""
_NORM = re.compile(
    "(?:收费|补[贴助偿]|待遇|工资|[电水气]价|价格|赔偿|保障|准入|奖励|付费|缴费|最低|资助|征收|认定|评价)标准$"
)
"""Rates and thresholds, no documents of that name."""
_PROSE = re.compile(
    "(?<![高中初同平])等(?!级|教育)|(?<![纲摘需])要(?!素|点|件)|应(?!对|急|用|收|商)|听(?!证)|收集|受理"
)
_AND = re.compile(
    r"^(?:并)?(?:有序|分步)?实施|^好|^完成|^出(?!口|入|让|租|境|版|资)|^(?:符合|适合|适应|满足|体现)[^的、,]{2,12}的"
    "|^(?:[一-鿿]{2,8}(?:和|及|与))?更[加为]?[^的、,]{1,4}的"
    "|^(?:更加)?(?:详细|详尽|具体|统一|切实可行|切实管用|可操作|简明易懂|科学合理)的"
)
"""What stands before a name and is no part of it: 制定符合标准的甲产品目录, 制定详细的乙工作细则."""
_SHORTEST, _LONGEST = 6, 40


def find_bare_titles(masked: str, folded: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and verb of each document named without its marks.

    :param masked: the folded text with what stands in marks and brackets filled, so that no name is found in another
    :param folded: the folded text itself
    """
    covered = 0
    for m in _VERB.finditer(masked):
        if m.start() < covered or _NO_VERB.search(masked, max(0, m.start() - 2), m.start()):
            continue
        stop = min(len(masked), m.end() + 2 * _LONGEST)
        if end := _END.search(masked, m.end(), stop):
            stop = end.start()
        at = m.end()
        while kind := _KIND.search(folded, at, stop):
            begin = at + (lead.end() if (lead := _AND.match(folded[at : kind.start()])) else 0)
            if names_one(folded[begin : kind.end()]) and not (masked[begin] == FILL and folded[begin] in "《("):
                yield begin, kind.end(), m.group()
            covered = kind.end()
            join = _JOIN.match(folded, kind.end(), stop)
            if join is None:
                break
            at = join.end()


def names_one(words: str) -> bool:
    """Whether words name one document: neither 相关规划 nor a list with verbs in it."""
    return (
        _SHORTEST <= len(words) <= _LONGEST
        and not any(p.search(words) for p in (_GENERIC, _PROSE, _NORM, _VERB))
        and not _PLAIN.match(words)
    )
