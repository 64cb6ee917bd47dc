"""Which goals want no measure of their own: what comes of the whole economy, what has a body, what the plan is all about.

``kjplan trace`` lists every goal that it can link to no measure; a warning needs more: that no measure even speaks of it.
"""

import re
from functools import cached_property

from kjplan.checking.rules.rule import Subject
from kjplan.matching.indicators import unified
from kjplan.model import Goal, Section
from kjplan.querying.wording import full_text
from kjplan.tracing.topics import core, related

_EXPECTED = re.compile(
    "生产总值|经济增长|经济增速|增加值|固定资产投资|进出口|消费价格|失业率|新增就业|转移就业|可支配收入|纯收入|居民收入|财政.{0,2}收入|预算收入"
    "|消费品零售总额|城镇化率|预期寿命|受教育年限|预期目标"
)
"""Indicators that plans call 预期性: what comes of the whole economy, and no one measure carries."""
_YEARLY = re.compile("工作要点|工作计划|工作安排|工作报告|年度|要点")
"""Plans of all that an office does: that a goal shares a word with such a title says nothing."""
_ABOUT = 2
"""Characters of a word that title and goal share, and that half of the measures have."""
_MENTION = 4
"""Characters of a goal's topic that a measure must have to speak of it."""
_OPENING = 300
"""Characters of the words before the first part that say what a text without a title is about."""
_TOO_COMMON = re.compile(
    "发展|建设|工作|管理|服务|创新|科技|能力|水平|质量|体系|企业|产业|[全省市县区年关于实施方案意见的和与]"
)


class Carrying:
    """What the goals of a plan are held against."""

    def __init__(self, subject: Subject) -> None:
        self._plan = subject.plan
        self._holders = {id(node): holder for node, holder in subject.plan.nodes()}

    def wants_measure(self, goal: Goal) -> bool:
        """Whether a goal has a figure that some measure should see to, and none even speaks of its topic."""
        if goal.responsibility.stated or self._is_expected(goal):
            return False
        topics = [core(t.indicator) for t in goal.targets if not _EXPECTED.search(t.indicator)]
        return bool(topics) and not any(self._is_matter(topic) or self._is_mentioned(topic) for topic in topics)

    def _is_expected(self, goal: Goal) -> bool:
        """Also by the words before it: 主要预期目标是：…, or the title of its section."""
        holder = self._holders.get(id(goal))
        if _EXPECTED.search(goal.text):
            return True
        return isinstance(holder, Section) and (
            "预期目标" in (holder.title or "")
            or any(self._announced(paragraph.text, goal) for paragraph in holder.text)
        )

    @staticmethod
    def _announced(paragraph: str, goal: Goal) -> bool:
        at = paragraph.find("预期目标")
        return at >= 0 and paragraph.find(goal.text, at) >= 0

    def _is_matter(self, topic: str) -> bool:
        """Whether a goal is about what the whole plan is about: 光伏发电装机容量 in 关于促进光伏产业健康发展的若干意见.

        What a text without a title is about is told by the words before its first part.
        """
        if _YEARLY.search(self._matter):
            return False
        if any(word in self._matter for word in related(topic)):
            return True
        words = {topic[i : i + _ABOUT] for i in range(len(topic) - _ABOUT + 1)}
        shared = [word for word in words if word in self._matter and not _TOO_COMMON.search(word)]
        return any(sum(word in text for text in self._texts) * 2 >= len(self._texts) for word in shared)

    def _is_mentioned(self, topic: str) -> bool:
        pieces = {topic[i : i + _MENTION] for i in range(max(1, len(topic) - _MENTION + 1))}
        return any(piece in self._everything for piece in pieces if len(piece) > 1)

    @cached_property
    def _matter(self) -> str:
        opening = "".join(paragraph.text for paragraph in self._plan.preamble)[:_OPENING]
        return unified(self._plan.title or opening)

    @cached_property
    def _texts(self) -> list[str]:
        return [unified(f"{m.title or ''}\n{full_text(m)}") for m in self._plan.measures]

    @cached_property
    def _everything(self) -> str:
        return "\n".join(self._texts)
