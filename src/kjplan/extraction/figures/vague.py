"""Promised quantities without a figure: 建设一批平台, 培育若干家企业, 空气质量保持全国前列."""

import re
from collections.abc import Sequence

from kjplan.extraction.commitment import VERBS
from kjplan.extraction.figures import context, indicators
from kjplan.extraction.figures.units import COUNT
from kjplan.extraction.figures.verbs import ACTIONS
from kjplan.extraction.masking import masked_words
from kjplan.extraction.tables import behind_last, by_first, joined, one_of, words
from kjplan.model import Span, VagueQuantity
from kjplan.reading.text import Passage

_COUNTED = "(?=[大批系干十百千万余多几家个项名人所座条件种处场户支门对位部篇台辆])"
HINT = re.compile(by_first([*joined("一若数几上近十百千多", (_COUNTED,)), "前列", "方阵", "梯队", "首位", "榜首"]))
"""The character with which one of the forms below may begin, or the word for a place without a number: what every promise is
told by."""
_UNIT = one_of(COUNT)
_FORMS = (
    r"(?<![第同上下首每这哪])一大?批(?!次|量|准|复|示(?!范))",
    r"一系列",
    # 若干政策, 若干意见 are names of documents
    rf"若干(?!政策|意见|规定|措施|问题|决定|条|年)(?:(?:{_UNIT})(?!有|备|体))?",
    rf"(?<![0-9少岁总人件系参次指倍基])[数几](?:[十百千万]{{1,2}}|(?=(?:{_UNIT})(?!年)))(?:{_UNIT})?",  # 数十家, 几个
    rf"[上近](?:[百千万]{{1,2}})(?:{_UNIT})",  # 上百家, 近千名
    rf"(?<![0-9一二三四五六七八九])[十百千](?:余|多|几)(?:{_UNIT})",  # 百余家
    # 多种形式 says how, 多个事项一次办 what is made one
    r"(?<![0-9十百千万亿更许众差最很太诸])多(?:个|家|项|所|条|种)(?!月|方面|层次|部门|领域|形式|所有制|方式|途径|渠道|模式|手段|措施|形态|功能"
    r"|[^,;。]{1,12}?一张?[个次窗网站表证码件章门])",
)
_QUANTITY = re.compile("|".join(_FORMS))
_RANK = re.compile(
    r"(?P<verb>保持在?|稳居|位居|位列|名列|居于?|进入|跻身|走在|迈入)"
    r"(?P<text>(?:全国|全省|全市|全区|全州|国内|全球|中部|西部|东部|世界|国际|同类城市|省会城市|副省级城市)[^,;。:、的]{0,4}?(?:前列|第一方阵|第一梯队|首位|榜首))(?!的)"
)
_TOLD = frozenset(words("涉及 覆盖 纳入"))
"""涉及多个单体的项目: what concerns several promises none."""
_VERBS = (
    frozenset(
        (
            *ACTIONS,
            *(v for row in VERBS.values() for v in row),
            *words("形成 推出 开工 涌现 储备 集中 造就 共建 共享 联建 归并 消化"),
        )
    )
    - _TOLD
)
_SIZES = {
    ending: sorted({len(verb) for verb in _VERBS if verb.endswith(ending)}, reverse=True)
    for ending in {verb[-2:] for verb in _VERBS}
}
"""How long the verbs are that end with these two characters, longest first."""
_BEHIND_VERB = ("再", "好", "出")
_CLAUSE_END = re.compile(r"[,;。:!?\n]")
_SENTENCE_ENDS = "。!?\n"
_LONGEST_VERB = 8
_WINDOW = 80


_LISTED = re.compile("等[^,;。、]{0,8}?(?:工程|项目|任务|工作)(?:项目)?")
"""What a row of names is together: 一批水利、农机等工程."""
_ONE_MORE = re.compile("(?:以及|和|及|与|、)(?=一大?批|一系列|若干)")
_BECOMES = re.compile(
    "(?:整体)?(?:做[大优精强]做[强优大]|发展壮大|落地|先行先试|共建共享|转型升级)$|(?:转为|作为|进入(?!式)|共同)[^,;。]{2,}$"
)
"""支持一批企业做大做强: what becomes of the things is no part of their name."""

_SUPPOSED = ("情况下", "条件下", "前提下", "基础上", "过程中")
"""在采用多种票价的情况下: what is supposed, and not promised."""


def find_vague(passage: Passage, year: int | None, hints: Sequence[Span] | None = None) -> list[VagueQuantity]:
    """Quantities without a figure that a verb promises, in order, and places without a number.

    What is told of the past, names (若干政策) and counts of words (第一批) are none.

    :param year: the plan's year, to tell the past from the future
    :param hints: where ``HINT`` is found in the passage's masked words, where that is known
    """
    masked = masked_words(passage)
    if hints is None:
        hints = [m.span() for m in HINT.finditer(masked)]
    found: list[VagueQuantity | None] = []
    placed = False
    last: tuple[int, str | None] | None = None
    for start, end in hints:
        if end - start > 1:
            placed = True  # 前列
        elif m := _QUANTITY.match(masked, start):
            verb = _own_verb(masked, m.start()) or _shared_verb(masked, m.start(), last)
            found.append(_promised(passage, masked, m, verb, year))
            last = (m.end(), verb) if found[-1] else None
    if placed:
        found += [_placed(passage, masked, m, year) for m in _RANK.finditer(masked)]
    promised = [vague for vague in found if vague]
    return promised if len(promised) < 2 else sorted(promised, key=lambda vague: vague.span or (0, 0))


def _own_verb(masked: str, at: int) -> str | None:
    begin = _verb_start(masked, at)
    return None if begin is None else masked[begin:at]


def _shared_verb(masked: str, at: int, last: tuple[int, str | None] | None) -> str | None:
    """The verb of the quantity before, of which this is one more object: 打造若干所大学和一批学科.

    :param last: where that quantity ends, and its verb
    """
    if last is None or not masked.endswith(("和", "及", "与"), 0, at) or _CLAUSE_END.search(masked, last[0], at):
        return None
    return last[1]


def _promised(
    passage: Passage, masked: str, m: re.Match[str], verb: str | None, year: int | None
) -> VagueQuantity | None:
    if verb is None or context.is_past(_before(passage.folded, m.start()), year):
        return None
    stop = min(len(masked), m.end() + _WINDOW)
    if end := _CLAUSE_END.search(masked, m.end(), stop):
        stop = end.start()
    after = passage.folded[m.end() : stop]
    length = indicators.cut_after(after)
    start = m.end() + indicators.skip_modifiers(after[:length])
    if listed := _LISTED.match(after, length):
        length = listed.end() if "、" in after[:length] else length
    if one_more := _ONE_MORE.search(passage.folded, start, m.end() + length):
        length = one_more.start() - m.end()
    thing = passage.text[start : m.end() + length].strip("、 的\u3000\u00a0")
    if became := _BECOMES.search(thing, 2):
        thing = thing[: became.start()]
    if thing.startswith(("谋划", "开工", "建设", "竣工")) or masked.startswith("、", m.end()):
        thing = ""  # 谋划一批、开工一批、建设一批
    if thing.endswith(_SUPPOSED):
        return None
    return _vague(passage, m.span(), thing, verb)


def _verb_start(masked: str, at: int) -> int | None:
    """Where the verbs begin, one or two and perhaps 好 or 出, that end at ``at``."""
    floor = max(0, at - _LONGEST_VERB)
    found = _starts(masked, at, floor)
    if masked.endswith(_BEHIND_VERB, floor, at):
        found += _starts(masked, at - 1, floor)
    for end in found[:]:
        found += _starts(masked, end, floor)
    return min(found, default=None)


def _starts(masked: str, end: int, floor: int) -> list[int]:
    """Where verbs begin that end at ``end``."""
    sizes = _SIZES.get(masked[max(end - 2, 0) : end])
    if sizes is None:
        return []
    return [end - size for size in sizes if end - size >= floor and masked[end - size : end] in _VERBS]


def _placed(passage: Passage, masked: str, m: re.Match[str], year: int | None) -> VagueQuantity | None:
    if context.is_past(_before(passage.folded, m.start()), year):
        return None
    left = max(0, m.start() - _WINDOW)
    for end in _CLAUSE_END.finditer(masked, left, m.start()):
        left = end.end()
    before = passage.folded[left : m.start()]
    used, _ = context.strip_prefix(before)
    used += context.strip_subject_lead(before[used:])
    length, _ = context.strip_subject_tail(before[used:])
    return _vague(passage, m.span("text"), passage.text[left + used : left + used + length].strip("、 "), m["verb"])


def _before(text: str, at: int) -> str:
    return text[behind_last(_SENTENCE_ENDS, text, max(0, at - 2 * _WINDOW), at) : at]


def _vague(passage: Passage, span: tuple[int, int], indicator: str, verb: str) -> VagueQuantity:
    return VagueQuantity(
        text=passage.text[slice(*span)], indicator=indicator or None, verb=verb, span=passage.span(*span)
    )
