"""Goals whose topic a measure has: in its title, in its text, or in the words that such goals are usually reached by."""

from kjplan.matching.indicators import unified
from kjplan.model import Goal, Measure, Target
from kjplan.tracing.figures import says_whole, whole_of
from kjplan.tracing.result import Certainty, Ground, Reason
from kjplan.tracing.topics import SURE, core, related, shared_ending
from kjplan.tracing.wording import Clause, Places, Words

Found = tuple[Measure, Ground]

MOST_TITLES = 5
"""A topic in more titles than these is that of the whole plan: that one more has it says little."""
MOST_TEXTS = 3
"""Measures named that have a topic only in their text: those that say it most often."""
MOST_LINKS = 20
"""Measures named for one topic at all."""
_LONG = 80
"""A goal of more characters than these touches on many things without meaning each."""


def by_whole(target: Target, places: Places) -> list[Found]:
    """Measures that mean all where the target sets a part: 全覆盖 against a 覆盖率 of 65%."""
    found: list[Found] = []
    topic, whole = core(target.indicator), whole_of(target)
    for words in places.holding(topic) if whole else ():
        for clause in words.clauses:
            if whole and (shared := says_whole(topic, whole, clause.plain)):
                ground = _ground("same_indicator", "high", shared, clause.text, target)
                ground.notes.append("all_instead_of_part")
                found.append((words.measure, ground))
                break
        if len(found) == MOST_LINKS:
            break
    return found


def by_titles(target: Target, places: Places) -> list[Found]:
    """Measures whose title has the target's topic: 加大全社会研发投入 for 全社会研发投入强度.

    Its end alone is less where it only qualifies another thing: 人才资源 of 全市人才资源 in 人才资源服务产业园.
    """
    topic = core(target.indicator)
    found = [(words, shared) for words in places.holding(topic) if (shared := shared_ending(topic, words.title))]
    few = len(found) <= MOST_TITLES
    return [
        (
            words.measure,
            _ground("shared_topic", _of_title(words, shared, topic, few), shared, words.measure.title, target),
        )
        for words, shared in found[:MOST_LINKS]
    ]


def _of_title(words: Words, shared: str, topic: str, few: bool) -> Certainty:
    meant = shared == topic or Clause(words.title, words.title).furthers(shared)
    return "medium" if few and meant else "low"


def by_texts(target: Target, places: Places) -> list[Found]:
    """Measures that do something about the target's topic in their text, or speak of it at least twice."""
    topic = core(target.indicator)
    counted: list[tuple[int, Words, Clause, str]] = []
    for words in places.holding(topic):
        mentions = [(c, shared) for c in words.clauses if (shared := shared_ending(topic, c.plain))]
        mentions.sort(key=lambda mention: (not mention[0].furthers(mention[1]), -len(mention[1])))
        if mentions and (len(mentions) > 1 or mentions[0][0].furthers(mentions[0][1])):
            counted.append((len(mentions), words, *mentions[0]))
    counted.sort(key=lambda one: -one[0])
    return [
        (words.measure, _ground("shared_topic", "low", shared, clause.text, target))
        for _, words, clause, shared in counted[:MOST_TEXTS]
    ]


def by_relatives(topic: str, target: Target | None, places: Places) -> list[Found]:
    """The measure that most often has the words such goals are usually reached by: 技术交易 for 技术合同成交额.

    :param topic: of ``core``, or the words of a goal without a figure
    """
    others = related(topic)
    best: tuple[int, Found] | None = None
    for words in dict.fromkeys(words for other in others for words in places.holding(other)):
        title = next((other for other in others if other in words.title), None)
        spoken = [(clause, next((other for other in others if other in clause.plain), "")) for clause in words.clauses]
        mentions = [(clause, other) for clause, other in spoken if other]
        weight = len(mentions) + 2 * (title is not None)
        if weight > 1 and (best is None or weight > best[0]):
            shared, quote = (title, words.measure.title) if title else (mentions[0][1], mentions[0][0].text)
            best = weight, (words.measure, _ground("related_topic", "low", shared, quote, target))
    return [best[1]] if best else []


def by_words(goal: Goal, places: Places) -> list[Found]:
    """Measures whose title's topic stands in a goal without a figure: 优化营商环境 for 营商环境明显改善."""
    text = unified(goal.text)
    certainty: Certainty = "low" if len(text) > _LONG else "medium"
    return [
        (words.measure, _ground("shared_topic", certainty, words.topic, words.measure.title, None))
        for words in places.titled_within(text)[:MOST_LINKS]
        if len(words.topic) >= SURE
    ]


def _ground(reason: Reason, certainty: Certainty, shared: str, quote: str | None, target: Target | None) -> Ground:
    return Ground(reason=reason, certainty=certainty, shared=shared, quote=quote, goal_target=target)
