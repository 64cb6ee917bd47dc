"""Goals in running prose: which clauses of a paragraph each promise something."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kjplan.extraction.figures import quantities
from kjplan.extraction.figures.context import COMMITS
from kjplan.extraction.figures.passages import Located
from kjplan.extraction.figures.targets import locate_targets
from kjplan.extraction.masking import masked_words
from kjplan.extraction.tables import one_of
from kjplan.extraction.tables import words as row
from kjplan.late import late
from kjplan.model import Span
from kjplan.reading.text import Passage

_SENTENCE = re.compile(r"[^。!?\n]+")
_CLAUSE = re.compile(r"[^,;:。!?\n|]+(?:(?<=[0-9])(?<![0-9]{4}),(?=[0-9]{3}(?![0-9]))[^,;:。!?\n|]+)*")
"""Of 新增就业1,100万人 the comma parts no clauses."""
_TRIM = " \u3000\u00a0\t\n\r,;:|，；："
_AIM = re.compile(
    r"目标(?:任务|指标|建议|如下){0,2}(?:是|为|:|设定为)|(?:^|[。;])\s{0,4}(?:年度|工作|治理|考核|控制|约束性|预期性|量化)指标:"
)
_LIST = re.compile(r"目标(?:任务|指标|建议|如下){0,2}(?:(?:是|为):?|:)")
"""预期目标是：…；进出口量稳质升，国际收支基本平衡;… lists goals, those in words among them; 目标设定为6%以上 lists nothing."""
_SAME_GOAL = re.compile(r"\s*(?:并|且|而|其中|同时|以|为)")
"""能耗强度目标在规划期内统筹考核，并留有适当弹性: one goal."""
_OPEN_ENDS = (";", ":", ",")
_SHORTEST = 6
"""A clause shorter than this names something and promises nothing."""
_BY_YEAR = re.compile(
    r"(?:^|[,:]|提出|明确)\s{0,4}(?:力争|计划|努力)?到20\d\d年|(?:^|[,:])\s{0,4}20\d\d年(?:底|末)?前,"
)
_SIGNS = ("目标", "到20", "前,", "指标:")
"""Without one of these no sentence outside a goals part states goals, unless it commits to a figure."""
_OF_YEAR = re.compile(r"\s{0,4}(20\d\d) ?年[,，]")
_COUNT = "[0-9一二三四五六七八九十两几]{1,3}"
_TOLD = late(
    "|".join(
        (
            r"(?:^|[,。;])\s{0,4}(?:[一二三四前]{1,2}个?季度|上半年|前[0-9一二三四五六七八九十]{1,2}个?月|[0-9]{1,2}(?:[-—–~至][0-9]{1,2})?月)[,份]",
            one_of(row("历年 新高 新低 历史同期 历史最 发生一起 伤亡 死亡 遇难 过火 全年共 共完成 常年稳定 位居")),
            "发生[^,。;]{0,12}(?:事故|火灾|爆炸)",
            "预计[^,。;]{0,16}(?:客运量|客流量?|旅客|发送量|人流量|出行量|车流量)",
            "截[至止](?:目前|当前|今年|去年|本月|[0-9]{1,2}月)",
            f"近{_COUNT}年|(?<![今未])(?<!明后){_COUNT}年来|过去{_COUNT}年",
            "各项[^,。;]{0,8}(?:圆满|超额|全面|顺利)完成|完成(?:年度|全年)?(?:目标|任务|计划)的[0-9]",
        )
    )
)
"""What only a sentence about the past says: 一季度用电量增长17%，为历年最高."""
_PROMISES = late(
    "|".join(
        (
            one_of(
                row(
                    "稳定在 保持 控制在 不低于 不少于 不高于 不大于 不超过 力争 今年 全年 年内 到年底 到今年底 年底前 到20 计划 预期 目标 新增 新建 新培育 新开工"
                    " 建设 打造 培育"
                )
            ),
            f"到?“?十[四五六七]五”?|(?:用|利用|通过|经过|力争)(?:今后|未来)?{_COUNT}年(?:左右)?(?:的?(?:时间|努力|奋斗))|未来{_COUNT}年|20[0-9]{{2}}年(?:底|末)?前",
            "完成[^,。;]{0,12}以上|增长[0-9.%至—-]{1,8}(?:左右|以上)",
            "(?:为指导|聚焦|围绕|坚持|努力|奋力|推动)[^。]{0,80}实现",
        )
    )
)
"""What only a sentence that promises something says; else a figure in an introduction tells what is."""
_COUNTED_OFF = re.compile(r"(?:[一二三四五六七八九十]{1,2}是|[—―]{1,2})\s{0,3}")
"""What parts the goals of a list and is no word of theirs: 一是…；二是…, ——…."""
_COUNTED_DEEDS = ("件", "项", "条")
_DEEDS = re.compile("(?:实事|民生|重点)(?:项目|工程|任务|事项|工作)?$|(?:任务|事项|举措|措施|行动)$")
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class GoalClause:
    """A goal at ``[start, end)`` of a passage, with the targets in it."""

    start: int
    end: int
    targets: list[Located]


def is_goal_sentence(text: str, *, by_year: bool = True) -> bool:
    """Whether a sentence outside a goals part states goals in figures.

    经济社会发展主要预期目标是：地区生产总值增长8% does; 上述预期目标，是按照客观要求确定的 does not.

    :param text: one sentence, folded
    :param by_year: whether 到2025年，… states goals too (in guiding principles it does, elsewhere it may tell of a longer plan)
    """
    return bool(_DIGIT.search(text) and (_AIM.search(text) or (by_year and _BY_YEAR.search(text))))


def list_goes_on(text: str, listing: bool) -> bool:
    """Whether a list of goals goes on in the next paragraph: 主要预期目标是：, or …增长8%；, each on a line.

    :param text: a paragraph, folded
    :param listing: whether it goes on with such a list itself
    """
    words = text.rstrip()
    return words[-1:] in _OPEN_ENDS and (listing or _LIST.search(words, words.rfind("。") + 1) is not None)


def read_goal_clauses(
    passage: Passage,
    *,
    year: int | None,
    all_sentences: bool,
    by_year: bool = True,
    committed: bool = False,
    regulates: bool = False,
    listing: bool = False,
    by_others: bool = False,
) -> list[GoalClause]:
    """The goals of a paragraph.

    Each clause with a target is a goal; one whose subject is carried over stays with the clause that has it
    (地区生产总值增长9%，达到310亿元).

    :param year: the plan's year
    :param all_sentences: in a goals part, where every sentence counts and one without a figure is a goal as a whole;
        elsewhere only goal sentences in figures count, and those that go on with the list of one (预期目标是：…。工业增长7%；…)
    :param by_year: see ``is_goal_sentence``
    :param committed: whether other sentences count too where they commit to a figure (新造林100万亩, 粮食产量稳定在90万吨以上)
    :param regulates: whether the document is no work plan, so that figures which only bind are none of those
    :param listing: whether the paragraph goes on with the list of goals of the one before, see ``list_goes_on``
    :param by_others: whether news tells of the plan: behind 到2025年，… its sentences go on with what the plan wants
    """
    if not (all_sentences or committed or listing) and not any(word in passage.folded for word in _SIGNS):
        return []
    masked = masked_words(passage)
    located: list[Located] = []
    if quantities.HINT.search(masked):
        located = locate_targets(passage, year=year, committed=True, regulates=regulates and not all_sentences)
    if not located and not all_sentences:
        return []
    plain = locate_targets(passage, year=year, committed=False, regulates=regulates) if committed else []
    verbal = {target.start for target in plain}
    found: list[GoalClause] = []
    wanted = False
    for sentence, inside in _by_sentence(masked, located):
        words = passage.folded[sentence[0] : sentence[1]]
        goes_on = listing and _goes_on(words, masked, sentence, inside)
        listing = goes_on or _LIST.search(words) is not None
        if not (all_sentences or goes_on):
            some = inside if listing else [t for t in inside if not _announces(t)]
            states = is_goal_sentence(words, by_year=by_year)
            wanted = by_others and (wanted or states)
            whole = states or (wanted and not _TOLD.search(words))
            inside = some if whole else _promised(words, _ahead_of_lead(words, sentence[0], some), verbal, year)
        if inside:
            found.extend(_clauses(passage, masked, sentence, inside))
        elif all_sentences and _is_whole_goal(words) and (goal := _trimmed(passage, *sentence)):
            found.append(goal)
    return found


def _by_sentence(masked: str, located: list[Located]) -> Iterator[tuple[Span, list[Located]]]:
    """The sentences of a paragraph, each with the targets in it."""
    at = 0
    for sentence in _SENTENCE.finditer(masked):
        begin = at
        while at < len(located) and located[at].end <= sentence.end():
            at += 1
        yield sentence.span(), located[begin:at]


def _goes_on(words: str, masked: str, sentence: Span, inside: list[Located]) -> bool:
    """Whether a sentence goes on with the list of goals before it: a target stands in its first clause, or it begins with 其中."""
    if not inside:
        return False
    first = _CLAUSE.match(masked, *sentence)
    return (first is not None and inside[0].start < first.end()) or words.lstrip().startswith("其中")


def _ahead_of_lead(words: str, start: int, inside: list[Located]) -> list[Located]:
    """The targets of a sentence but for those in the clause that leads in to what follows: 力争新建泵站9座,重点抓好以下3项工作:

    :param start: where the sentence begins
    """
    if not words.rstrip().endswith(":"):
        return inside
    lead = start + words.rfind(",") + 1
    return [target for target in inside if target.end <= lead]


def _promised(words: str, inside: list[Located], verbal: Collection[int], year: int | None) -> list[Located]:
    """The targets of a sentence that names no goals, where it commits to figures and tells nothing of the past.

    :param verbal: where the targets begin that have a verb of their own
    :param year: the plan's year; what a sentence says of it or of a later one is promised (2024年，…降低2%)
    """
    if _TOLD.search(words):
        return []
    kept = [t for t in inside if t.start in verbal]
    own = _OF_YEAR.match(words) if year is not None else None
    promises = (
        COMMITS.search(words)
        or _PROMISES.search(words)
        or any(t.target.hedge for t in kept)
        or (own is not None and int(own[1]) >= (year or 0))
    )
    return kept if promises else []


def _is_whole_goal(words: str) -> bool:
    """Whether a sentence of a goals part without a figure is a goal: no cell behind that of a goal, no head of a table nor cell that
    only names something, nor words that lead in."""
    if "|" in words:
        return not words.lstrip().startswith("|") and max(len(cell.strip()) for cell in words.split("|")) >= _SHORTEST
    return not words.rstrip().endswith(":") and len(words.strip()) >= _SHORTEST - 1


def _announces(located: Located) -> bool:
    """Whether a figure outside a goals part only says how many deeds are listed below: 今年办好15件民生实事."""
    target = located.target
    return target.unit in _COUNTED_DEEDS and _DEEDS.search(target.indicator) is not None


def _clauses(passage: Passage, masked: str, sentence: Span, targets: list[Located]) -> list[GoalClause]:
    """The goals of a sentence in figures: its clauses with a target, and in a list of goals also those in words.

    The list begins with its first figure: what stands before (目标是：坚持稳中求进，…) is how, and not what.
    """
    goals: list[GoalClause] = []
    listed = bool(_LIST.search(passage.folded, *sentence))
    at = 0
    for clause in _CLAUSE.finditer(masked, *sentence):
        inside = []
        while at < len(targets) and targets[at].start < clause.end():
            inside.append(targets[at])
            at += 1
        if not inside and not (listed and goals):
            continue
        carried = inside[0].carried if inside else bool(_SAME_GOAL.match(passage.folded, clause.start()))
        if goals and carried:
            goals[-1].end = _end(passage, *clause.span())
            goals[-1].targets.extend(inside)
        elif (goal := _trimmed(passage, *clause.span())) and (inside or goal.end - goal.start >= _SHORTEST):
            goal.targets = inside
            goals.append(goal)
    return goals


def _end(passage: Passage, start: int, end: int) -> int:
    """The end of a clause without the blanks and marks behind its last word."""
    return start + len(passage.text[start:end].rstrip(_TRIM))


def _trimmed(passage: Passage, start: int, end: int) -> GoalClause | None:
    words = passage.text[start:end]
    start, end = start + len(words) - len(words.lstrip(_TRIM)), _end(passage, start, end)
    if m := _COUNTED_OFF.match(passage.folded, start, end):
        start = m.end()
    return GoalClause(start, end, []) if end - start > 1 else None
