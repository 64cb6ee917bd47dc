"""What the words above numbered ones make of them: goals, or faults that were found."""

import re

from kjplan.parsing.headings.glued import opens_with_order

AIMS = re.compile(r"目标[^。;,]{0,12}:$")
"""What makes goals of the points below: 主要目标如下: but not 实现上述目标,重点做好以下工作:"""
AIMS_BELOW = re.compile(r"(?:以下|如下|下列)[^。;:]{0,10}目标[。:]$")
"""What makes goals of all that is numbered below: 努力实现以下8个方面主要目标。"""
_FAULTS_BELOW = re.compile(
    r"(?:存在|发现|查实|指出|主要|突出|以下|如下)[^。;:]{0,12}(?:问题|行为|情形|隐患|不足|短板)(?:有|是|为|如下|包括)?[。:]$"
)
"""What makes faults of it: 经查,该公司存在以下违法问题。"""
_MENDS = re.compile("要求|措施|工作|任务|整改|意见|建议|解决")

_EXPECTED = re.compile("预期目标(?:任务)?(?:是|为|:)[^。;]{2,40}?[0-9]")


def states_aims(folded: str) -> bool:
    """Whether a paragraph states the goals of the year, in figures: 今年发展的主要预期目标是：生产总值增长8%."""
    return "预期目标" in folded and _EXPECTED.search(folded) is not None


def is_fault(lead: str, title: str) -> bool:
    """Whether a numbered title is a fault that was found: the words above the first say that faults follow, and the title says
    nothing of mending them.

    :param lead: the last of the folded words above the first heading
    """
    return _FAULTS_BELOW.search(lead) is not None and not (_MENDS.search(title) or opens_with_order(title))
