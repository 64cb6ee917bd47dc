"""Parts whose titles say what was reached and not what is to be done: 1.1 既定目标如期实现, with 综合实力大幅提升 and 改革取得重大突破 below."""

import re

from kjplan.parsing.headings.glued import opens_with_order
from kjplan.parsing.headings.heading import Heading, end_of

_REACHED = re.compile(
    "[^。;:!?]{2,24}?(?:大幅|显著|明显|不断|持续|稳步|稳定|进一步|全面|有序|日益|逐步|有效|基本|加速|更加|深入|扎实|顺利|圆满|取得|实现|迈上|迈出|加快|初见|初显)"
    "[一-鿿]{0,8}?(?:提升|提高|增强|优化|改善|突破|完善|推进|加快|进展|成效|显现|巩固|夯实|扩大|深化|加强|凸显|向好|新高|台阶|步伐|实现|落实|形成|成果|发展|成就|彰显|拓展|壮大|建立|缓解|好转)"
)
_AHEAD = re.compile(
    "到 ?20[0-9]{2} ?年|力争|争取|(?<!即)将(?!近|士)|(?<![重主需首纲摘概必只想])要(?!求|点|素|么|闻)|确保|今年|目标"
)
"""What says that it is to come: 到2025年, 力争."""
_BEHIND = re.compile(
    '[“"]十[一二三四五][五]?[”"](?:期间|时期|规划)|五年来|[三四五]年累计|累计|连续|(?:比|较|从|由) ?20[0-9]{2} ?年|达到|已|了(?!解)|成功'
)
"""What says that it is behind: 五年累计完成, 从2015年的…上升到."""
_FEWEST = 3
_FEWEST_BEHIND = 3


def tells_what_was(folded: str, heading: Heading) -> bool:
    """Whether the points of a part tell what was reached: their titles say what has grown (产品结构持续优化) and open with no
    order (持续优化产品结构), and their words look back and not ahead, as those of goals do."""
    titles = [folded[slice(*child.title)] for child in heading.children if child.title and not child.children]
    if len(titles) < _FEWEST or len(titles) < len(heading.children):
        return False
    reached = sum(_REACHED.fullmatch(title) is not None and not opens_with_order(title) for title in titles)
    if 3 * reached < 2 * len(titles):
        return False
    start, end = heading.children[0].marker.start, end_of(heading.children[-1])
    ahead = sum(1 for _ in _AHEAD.finditer(folded, start, end))
    behind = sum(1 for _ in _BEHIND.finditer(folded, start, end))
    return behind >= _FEWEST_BEHIND and 3 * ahead <= behind
