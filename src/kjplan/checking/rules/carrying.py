"""Which goals want no measure of their own: what comes of the whole economy, what has a body, what the plan is all about.

``kjplan trace`` lists every goal that it can link to no measure; a warning needs more: that no measure even speaks of it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from operator import and_

from kjplan.checking.rules.rule import Subject
from kjplan.matching.indicators import unified
from kjplan.model import Goal, Section, Span
from kjplan.querying.wording import full_text
from kjplan.tracing.topics import EXPECTED, core, related

_YEARLY = re.compile("工作要点|工作计划|工作安排|工作报告|年度|要点")
"""Plans of all that an office does: that a goal shares a word with such a title says nothing."""
_ABOUT = 2
"""Characters of a word: title and goal share one that half of the measures have; measures speak of a goal's topic where they
have such words of half of it (绿道 for 绿道总长度, 监测 for 候鸟监测站 is not enough)."""
_TOTAL = re.compile("^(?:全部|累计|合计|总)|总?(?:长度|里程|规模|总数|个数|数)$")
_OPENING = 300
"""Characters of the words before the first part that say what a text without a title is about."""
_TOO_COMMON = re.compile(
    "发展|建设|工作|管理|服务|创新|科技|能力|水平|质量|体系|企业|产业|[全省市县区年关于实施方案意见的和与]"
)
_SAYS_NOTHING = re.compile("工作|管理|能力|水平|质量|单位|重点|项目|数量|总量|比例|比重|面积|[全省市县区年的和与]")
"""Words of a topic that a measure may have without speaking of it."""


class Carrying:
    """What goals of a plan are held against.

    :param goals: those that will be asked about; only pieces of their topics are looked for in the measures
    """

    def __init__(self, subject: Subject, goals: Iterable[Goal]) -> None:
        self._plan = subject.plan
        self._measures = subject.plan.measures
        alone = {id(goal) for goal in goals}
        self._topics = {topic for goal in goals for topic in _topics(goal)}
        self._others = [(topic, id(goal) not in alone) for goal in subject.plan.goals for topic in _topics(goal)]
        self._holders = {id(node): holder for node, holder in subject.plan.nodes()}
        self._announced: dict[int, list[Span]] = {}

    def wants_measure(self, goal: Goal) -> bool:
        """Whether a goal has a figure that some measure should see to, and none speaks of half of its topic. A text without a title
        may be a piece, whose measures stand elsewhere."""
        if not self._plan.title or goal.responsibility.stated or self._is_expected(goal):
            return False
        topics = _topics(goal)
        return bool(topics) and not any(self._is_matter(topic) or self._is_mentioned(topic) for topic in topics)

    def _is_expected(self, goal: Goal) -> bool:
        """Also by the words before it: 主要预期目标是：…, or the title of its section."""
        if EXPECTED.search(goal.text):
            return True
        holder = self._holders.get(id(goal))
        return isinstance(holder, Section) and (
            "预期目标" in (holder.title or "") or any(_holds(span, goal) for span in self._announcing(holder))
        )

    def _announcing(self, section: Section) -> list[Span]:
        """What follows the word 预期目标 in the paragraphs of a section."""
        if id(section) not in self._announced:
            self._announced[id(section)] = [
                (paragraph.span[0] + at, paragraph.span[1])
                for paragraph in section.text
                if paragraph.span and (at := paragraph.text.find("预期目标")) >= 0
            ]
        return self._announced[id(section)]

    def _is_matter(self, topic: str) -> bool:
        """Whether a goal is about what the whole plan is about: 水电装机容量 in 关于促进水电产业发展的若干意见.

        What a text without a title is about is told by the words before its first part.
        """
        if _YEARLY.search(self._matter):
            return False
        if any(word in self._matter for word in related(topic)):
            return True
        words = _grams(topic, _ABOUT)
        shared = [word for word in words if word in self._matter and not _TOO_COMMON.search(word)]
        return any(self._spread[word] * 2 >= len(self._measures) for word in shared)

    def _is_mentioned(self, topic: str) -> bool:
        """Also where a goal has it that measures carry, or that is the plan's own matter: 总装机容量 behind 新增光伏发电装机容量."""
        plain = _TOTAL.sub("", topic) or topic
        if plain != topic and any(
            plain in other and (carried or self._is_matter(other)) for other, carried in self._others
        ):
            return True
        known = [bool(self._spread[piece]) for piece in (plain[k : k + _ABOUT] for k in range(len(plain) - 1))]
        telling = [not _SAYS_NOTHING.search(plain[k : k + _ABOUT]) for k in range(len(plain) - 1)]
        covered = sum(any(known[max(0, k - 1) : k + 1]) for k in range(len(plain)))
        return not any(telling) or (covered * 2 >= len(plain) and any(map(and_, known, telling)))

    @cached_property
    def _matter(self) -> str:
        opening = "".join(paragraph.text for paragraph in self._plan.preamble)[:_OPENING]
        return unified(self._plan.title or opening)

    @cached_property
    def _spread(self) -> Counter[str]:
        """How many measures have each piece of a topic."""
        wanted = {piece for topic in self._topics for piece in _grams(topic, _ABOUT)}
        spread: Counter[str] = Counter()
        for measure in self._measures:
            text = unified(f"{measure.title or ''}\n{full_text(measure)}")
            spread.update(wanted.intersection(_grams(text, _ABOUT)))
        return spread


def _topics(goal: Goal) -> list[str]:
    return [core(t.indicator) for t in goal.targets if not EXPECTED.search(t.indicator)]


def _grams(text: str, length: int) -> set[str]:
    return {text[i : i + length] for i in range(len(text) - length + 1)}


def _holds(span: Span, goal: Goal) -> bool:
    return goal.span is not None and span[0] <= goal.span[0] < span[1]
