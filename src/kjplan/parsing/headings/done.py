"""Parts that tell what was done or how things stand where no title calls them a review: 1.1 预定任务如期完成, with 供水能力大幅提升 and
水价改革取得突破 below; 主要工作 before 存在困难 and 下步打算."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from kjplan.late import late
from kjplan.model import Role
from kjplan.parsing.headings.glued import opens_with_order
from kjplan.parsing.headings.heading import Heading, end_of
from kjplan.parsing.headings.roles import role_of

_REACHED = late(
    "[^。;:!?]{2,24}?(?:大幅|显著|明显|不断|持续|稳步|稳定|进一步|全面|有序|日益|逐步|有效|基本|加速|更加|深入|扎实|顺利|圆满|取得|实现|迈上|迈出|加快|蓬勃|成功|成效|成果|初见|初显)"
    "[一-鿿]{0,8}?(?:提升|提高|增强|优化|改善|突破|完善|推进|加快|进展|成效|显现|巩固|夯实|扩大|深化|加强|凸显|向好|新高|台阶|步伐|实现|落实|形成|成果|发展|成就|彰显|拓展|壮大|建立|缓解|好转|增长|涌现|突出|丰硕|显著|明显|稳固|下降|回升|达成|拓宽)"
)
_AHEAD = re.compile(
    "到 ?20[0-9]{2} ?年|力争|争取|(?<!即)将(?!近|士)|(?<![重主需首纲摘概必只想])要(?!求|点|素|么|闻)|确保|今年|目标"
)
"""What says that it is to come: 到2025年, 力争."""
_BEHIND = late(
    '[“"]十[一二三四五]五?[”"](?:期间|时期|规划)|五年来|[三四五]年累计|累计|连续|(?:比|较|从|由) ?20[0-9]{2} ?年|达到|已|了(?!解)|成功'
)
"""What says that it is behind: 五年累计完成, 从2015年的…上升到."""
_NOUNS = late(
    "(?:创新|服务|治理|改革|发展|保护|建设|投资|消费|生产|研发)[一-鿿]{0,6}(?:大幅|显著|明显|不断|持续|稳步|稳定|进一步|全面|日益|逐步|有效|加速|更加|取得|实现|迈上|迈出)"
)
"""Words that order elsewhere and are nouns before what was reached: 创新投入持续增长."""
_FEWEST = 3
_FEWEST_BEHIND = 3


def _tells_what_was(folded: str, heading: Heading) -> bool:
    """Whether the points of a part tell what was reached: their titles say what has grown (供水结构持续优化) and open with no
    order (持续优化供水结构), and their words look back and not ahead, as those of goals do."""
    if not _says_reached(folded, heading):
        return False
    start, end = heading.children[0].marker.start, end_of(heading.children[-1])
    ahead = sum(1 for _ in _AHEAD.finditer(folded, start, end))
    behind = sum(1 for _ in _BEHIND.finditer(folded, start, end))
    if behind < _FEWEST_BEHIND or 3 * ahead > behind:
        return False
    surely = chain(_PAST.finditer(folded, start, end), _SUMMED.finditer(folded, start, end))
    return len([*islice(surely, _FEWEST_PAST)]) == _FEWEST_PAST


def _says_reached(folded: str, heading: Heading) -> bool:
    """Whether most titles of a part's points say what has grown."""
    titles = [folded[slice(*child.title)] for child in heading.children if child.title and not child.children]
    if len(titles) < _FEWEST or len(titles) < len(heading.children):
        return False
    return 3 * sum(_REACHED.fullmatch(t) is not None and not _orders(t) for t in titles) >= 2 * len(titles)


def _orders(title: str) -> bool:
    """Whether a title opens with what is to be done."""
    return opens_with_order(title) and _NOUNS.match(title) is None


_PAST = late(
    '截至|近[几一二两三四五]年|(?<!党的十[八九])(?<!二十大)以来|[“"]十[一二三四五]五?[”"](?:期间|时期)|(?:由|从|是) ?20[0-9]{2} ?年|去年(?![^,;。0-9]{1,6}的[0-9])|过去[一两三四五]年'
    "|仅为|仅有|仍(?:然|有|处|存|较|需)|尚未|尚不|尚存|(?<![自早而])已(?![一-鿿]{1,6}的)|取得(?:了|历史性|全面胜利|决定性成就)|荣获|获评|被评为|连续[0-9两三四五六七八九十]+年|(?:检查|审计|排查|督查)发现(?!的)|会议(?:听取|传达学习|通报)|会议(?:指出|认为),(?!要|[^,。]{2,12}要)|位居|依然|严峻|加[深剧]|一季度[,,全检共]|上半年[,,全检共]"
)
"""What is only said of what has been or is found: 截至, 由2015年的, 仅为, 荣获."""
_TO_COME = late(
    "到 ?20[0-9]{2} ?年(?!的)|力争|争取|(?<!即)将(?!近|士|军)|(?<![重主需首纲摘概必只想])要(?!求|点|素|么|闻|因|件)|(?<![感回响反供])应(?![急对用届答邀收变])|必须|确保(?!了)"
    "|今年(?!以来|上半年|[1一]季度|[0-9])|目标(?!任务|[^,。;]{0,6}(?:完成|实现|达[成标]))|[月年]底前|[0-9]日前|不低于|不少于|不超过|以内|继续|下一?步|计划(?=[建完实投新培改])"
)
_SUMMED = re.compile("[三四五]年累计|成功[创举获申]")
"""What says so beside titles of what was reached."""
_SITUATION = re.compile("形势|成绩|现状|成就|成效|向好")
"""What a title says of how things stand, where one word that looks back below it is enough: 准确把握面临的形势."""
_FEWEST_PAST = 2
_YEAR = re.compile("(20[0-9]{2}) ?年(?![底末初前]|[0-9])")
_PLANNED = re.compile("任务|计划|安排|打算|目标|重点|思路|部署|要点|阶段|措施")
"""What a part of a year is called that plans it: of parts of several years that all do (2024年任务, 2025年任务) none is past."""
_NEXT = re.compile("下一?步|下一?阶段|下半年|今后|打算|20[0-9]{2} ?年.{0,8}(?:计划|安排|思路|重点)")
"""How the part is called that says what will be done."""
_AIMING = ("goals", "principles", "safeguards")
_FIGURES = re.compile("[0-9][%万亿个家名次项件条起人亩公]")
_FAULTS = re.compile("问题|困难|不足|短板|差距|薄弱|矛盾|挑战")
"""How a part is called that tells what is wanting; before it stands what was done, behind it what is to be."""


def leading_past(folded: str, headings: list[Heading]) -> set[int]:
    """The first parts of a document that tell what was done or how things stand under titles that do not say so: those before the
    first that is called otherwise or has words of what is to come, all that are called by a time before that of a later part
    (2023年…, 2024年…), and all before one on what is wanting (存在的困难) that name no goals and have hardly such words; within the
    first part, its first points alike.

    :returns: where the markers of these parts start; none where all tell, for then nothing is left to be planned
    """
    found = _first_past(folded, headings)
    if found or len(headings) < 2 or not headings[0].children:
        return set() if len(found) == len(headings) else found
    within = headings[0].children
    found = _first_past(folded, within)
    return found | {headings[0].marker.start} if len(found) == len(within) else found


def _first_past(folded: str, headings: list[Heading]) -> set[int]:
    """Which of some parts do so, up to the first that does not."""
    titles = [folded[slice(*heading.title)] if heading.title else "" for heading in headings]
    roles = [role_of(title) for title in titles]
    faults = _faults_at(titles, roles)
    found: set[int] = set()
    for at, (heading, role) in enumerate(zip(headings, roles, strict=True)):
        if role in _AIMING:
            return found
        planless = role != "measures" or any(_NEXT.search(title) for title in titles[faults:])
        if (
            (role is None and (_tells_what_was(folded, heading) or _looks_back(folded, heading)))
            or (at < faults and planless and _hardly_plans(folded, heading))
            or (role is None and _is_before(titles[at], titles[at + 1 :]))
            or (role == "review" and _hardly_plans(folded, heading))
        ):
            found.add(heading.marker.start)
        elif role not in ("review", "other"):
            alike = at > 0 and _says_reached(folded, heading) and _says_reached(folded, headings[at - 1])
            return set() if alike else found
    return found


def _is_before(title: str, later: list[str]) -> bool:
    """Whether a title names a time before that of a later part: 2023年工作亮点纷呈 before 2024年工作任务."""
    year = _YEAR.match(title)
    if year is None:
        return title.startswith("上半年") and any("下半年" in other[:8] for other in later)
    if _PLANNED.search(title):
        return False
    return any((m := _YEAR.match(other)) and m[1] > year[1] and _PLANNED.search(other) for other in later)


def dated_before(folded: str, headings: list[Heading], year: int | None) -> set[int]:
    """The parts called by a year before that of the plan's title where a later part is called by the title's: 2024年主要工作 and
    2025年工作安排 of 某镇2025年工作计划. Whatever the part of the year before is called, its work is done.

    :param year: the one year that the plan's title names, None where it names none or several
    """
    years = [_YEAR.match(folded, *heading.title) if heading.title else None for heading in headings]
    named = [at for at, m in enumerate(years) if m and int(m[1]) == year]
    if not named:
        return set()
    return {
        heading.marker.start
        for heading, m in zip(headings[: named[-1]], years, strict=False)
        if m and year is not None and int(m[1]) < year
    }


def _faults_at(titles: list[str], roles: list[Role | None]) -> int:
    """Which of the parts is the one on what is wanting, where others follow and none before it names goals or principles; else 0."""
    for at, role in enumerate(roles[:-1]):
        if role in _AIMING:
            return 0
        if role == "review" and _FAULTS.search(titles[at]):
            return at
    return 0


def _hardly_plans(folded: str, heading: Heading) -> bool:
    """Whether a part has figures and hardly a word of what is to come."""
    span = heading.line[0], end_of(heading)
    told = _FIGURES.search(folded, *span) is not None and not _TO_COME.search(folded, *span)
    return told and not _holds_aims(folded, heading)


def _holds_aims(folded: str, heading: Heading) -> bool:
    """Whether a heading below is called 主要目标, 指导思想 or the like."""
    titles = (folded[slice(*child.title)] for child in heading.children if child.title)
    return any(role_of(t) in _AIMING for t in titles) or any(_holds_aims(folded, child) for child in heading.children)


def _looks_back(folded: str, heading: Heading) -> bool:
    """Whether the words of a part only look back: 全县已建成…,仅为…, and nothing in it is to come."""
    start, end = heading.line[0], end_of(heading)
    past = sum(1 for _ in _PAST.finditer(folded, start, end))
    title = folded[slice(*heading.title)] if heading.title else ""
    leaves = [*_leaves(heading)]
    ordered = sum(_orders(folded[slice(*leaf.title)]) for leaf in leaves if leaf.title)
    fewest = max(_FEWEST_PAST, len(leaves) if 2 * ordered > len(leaves) else (2 * len(leaves) + 2) // 3)
    if _SITUATION.search(title) and not heading.children:
        fewest = 1
    if past < fewest:
        return False
    ahead = sum(1 for _ in _TO_COME.finditer(folded, start, end))
    return 8 * ahead <= past and not _holds_aims(folded, heading)


def _leaves(heading: Heading) -> Iterator[Heading]:
    """The headings below one that hold no others, or itself."""
    if not heading.children:
        yield heading
    for child in heading.children:
        yield from _leaves(child)
