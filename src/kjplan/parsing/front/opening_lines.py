"""Lines that open a title which goes on below: 某市教育局 above 2031年工作要点, 某市2031—2032年秋冬季水污染综合 above 治理行动方案."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kjplan.extraction.names.unit_names import looks_like_body
from kjplan.parsing.dates import iso_date
from kjplan.parsing.front.genres import genre_of
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, solid

_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[-—–~至]{1,2}(?:20)?[0-9]{2,4})?学?年")
_PLACE = re.compile("[一-鿿]{2,4}[省市区县州盟旗](?![场民])")
_PAGE = re.compile(
    "(?:公开|网站?|平台|专[栏题区]|动态|栏目|首页|频道|文件|新闻|公[告示报]|目录|正文|要闻|之窗|在线|资讯|列表|详情|法规|解读)$|[|>»/]"
)
"""How words end that a page puts above a title."""
_NAME_OF_PAGE = re.compile("(?:信息|政策|服务|政府|中心)$")
"""The same where no year is among them."""
_ANEW = re.compile("关于|附[件录表]|[0-9]")
"""What begins a title, or what is none."""
_LEAST_YEARED, _LEAST = 6, 9
"""A title that a line end cuts is no shorter up to there, with a year in it and without."""


def opens_title(source: SourceText, units: Sequence[Unit]) -> bool:
    """Whether the first of some lines opens a title of which the others are the rest: no blank line parts them, and it is a body
    above a year, or begins with a place or has a year and is none by itself."""
    if any(source.breaks(above.end, below.start) > 1 for above, below in pairwise(units)):
        return False
    first, second = (solid(source.folded[unit.start : unit.end]) for unit in units[:2])
    if _YEAR.match(second):
        return looks_like_body(first) and _PLACE.match(first) is not None
    if genre_of(first) or _PAGE.search(first) or iso_date(first) or _ANEW.match(second) or _PLACE.match(second):
        return False
    if looks_like_body(first):
        return False
    if _YEAR.search(first):
        return len(first) >= _LEAST_YEARED
    return len(first) >= _LEAST and _PLACE.match(first) is not None and _NAME_OF_PAGE.search(first) is None
