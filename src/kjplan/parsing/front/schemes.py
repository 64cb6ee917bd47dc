"""Schemes (方案) that order no work: by which something is dealt out or measured, or work is judged."""

import re

from kjplan.parsing.front.genres import TITLE_END
from kjplan.parsing.headings.roles import role_of
from kjplan.reading.text import solid

_SCHEME = rf"方案(?:\([^()]{{2,24}}\))?[》”]?(?:的?(?:通知|函))?{TITLE_END}"

_DEALS_OUT = re.compile(rf"(?:配额|名额|额度|资金|经费)[^;,]{{0,24}}(?:分配|核定|发放|设定)[^;,]{{0,8}}{_SCHEME}")
"""A scheme by which something is dealt out orders no work: 2023年度配额分配方案; who is to do it may be said in it all the same."""

_JUDGES = re.compile(rf"(?:考核|考评|评价|评分)(?:实施|工作)?{_SCHEME}")
"""One by which work is judged orders none either, unless a part is called goals or tasks: 2022年度考核实施方案."""

_MEASURES = re.compile(rf"(?:抽检|检测|监测|检验|采样|抽样|测试|测量)(?:技术|实施|工作)?{_SCHEME}")
_HOW_MEASURED = re.compile(
    "品种|频次|频率|点位|断面|抽样|采样|样品|检验|检测|监测|判定|复检|方法|依据|质量(?:控制|保证)|质控|数据(?:处理|报送|审核)|结果报送"
)
"""A scheme by which something is measured, and what its parts are called: 抽检品种, 抽样方法, 判定原则."""

_BY_WHAT = re.compile("考核|考评|评价|评分|评定|计分|等次|等级")
"""What parts of such a scheme are called: 考核内容, 评分标准."""


def deals_or_judges(title: str, titles: list[str]) -> bool:
    """Whether a scheme only deals something out, or says how something is measured or by what work is judged, in parts that say
    so.

    :param title: the folded title
    :param titles: those of its outermost parts
    """
    if "方案" not in title:
        return False
    name = solid(title)
    if _DEALS_OUT.search(name):
        return True
    parts = {role_of(t) for t in titles} & {"goals", "measures"}
    if _MEASURES.search(name) and 2 * sum(_HOW_MEASURED.search(t) is not None for t in titles) > len(titles):
        return not parts
    return _JUDGES.search(name) is not None and not parts and any(_BY_WHAT.search(t) for t in titles)
