"""Tasks that a measure gives to places by their names: 以甲子县、乙丑县为重点,开展丙; 甲子县、乙丑区发挥试点作用; 支持宝鸡、杨凌建设丁;
支持洛阳建设戊."""

import re
from collections.abc import Sequence

from kjplan.extraction.names.areas import DOING, REST
from kjplan.extraction.names.cities import CITIES
from kjplan.extraction.names.names import AREA
from kjplan.extraction.tables import one_of, words
from kjplan.late import late
from kjplan.model import AreaTask, Span
from kjplan.reading.text import Passage

_NO_PLACE = words(
    "试点 重点 示范 先行 贫困 革命 民族 边疆 中心 主城 老城 新城 城市 设区 有关 相关 其他 部分 所属 全市 全省 我市 我省 直辖"
)
_NAME = (
    rf"(?:(?!{one_of(_NO_PLACE)}|[各以由在对将与和及等])[一-鿿]{{2,4}}?[县市旗区](?<!地区)(?![委政局级属内域民辖镇乡县市区])"
    rf"|(?:{one_of(CITIES)})(?![县市区州省]))"
)
_LEADS = "(?:积极|重点|大力|加快|充分|更好)?(?:指导|支持|督促|鼓励|引导|推动|推进|促进|统筹|发挥|强化)"
_TASK = late(
    rf"(?P<lead>[以在]|{_LEADS}|(?:^|(?<=[,;。:])))(?P<areas>{_NAME}(?:[、和及与](?:{_NAME}|{AREA}))+)(?:等地|等)?"
    rf"(?:要|应)?(?:率先|先行|重点|分别|各自)?(?P<focus>为(?:重点|依托|核心|载体|试点|引领|主体)[,、]?)?(?P<task>(?(focus){REST}"
    rf"|(?:(?:在[^,。;]{{2,30}}(?=协同|联动)|{DOING}|(?=发挥|完成|协同|联动)){REST}|[^,。;!]{{0,12}}?(?:作用|优势))))"
)
_ONE, _AREA = late(f"{_NAME}|{AREA}"), late(AREA)
_FIRST = "".join(sorted({city[0] for city in CITIES}))
_LED = "|".join(f"(?<=[持动导促励进筹挥化以][{_FIRST}][一-鿿]{{{size}}}、)" for size in (1, 2, 3))
HINT = re.compile(
    rf"、(?:(?<=[县市旗区]、)(?<![新开港城税自合验发]区、)[一-鿿]{{2,4}}[县市旗区]|(?=[{_FIRST}])(?:{_LED}))"
)
"""The 、 between two names that end as names of places do, or behind the first of some cities: one plain character, the
engine finds it ten times as quickly as a set."""
CITY = re.compile(rf"支持(?:{one_of(CITIES)})(?=市?[一-鿿])(?![县区州省])")
"""One city that is to be supported."""
_CITY_TASK = late(
    rf"支持(?P<area>(?:{one_of(CITIES)})市?)(?:[和与及](?P<other>(?:{one_of(CITIES)})市?))?(?:率先|先行|加快)?(?!(?:建设|发展)(?:银行|兵团|改革|集团)|组织部){DOING}{REST}"
)
_BEFORE, _BEHIND = 16, 240


def find_place_tasks(passage: Passage, hints: Sequence[Span]) -> list[AreaTask]:
    """Tasks for places in order, as ``find_area_tasks`` gives those for areas; of a row that begins a clause the whole clause.

    :param hints: where ``HINT`` is found in the passage
    """
    folded, found, covered = passage.folded, list[AreaTask](), 0
    for hint, _ in hints:
        for m in _TASK.finditer(folded, max(covered, hint - _BEFORE), hint + _BEHIND) if hint >= covered else ():
            areas = [passage.text[a.start() : a.end()] for a in _ONE.finditer(folded, *m.span("areas"))]
            if (m["lead"] != "以") == bool(m["focus"]) or all(map(_AREA.fullmatch, areas)):
                continue  # areas alone are those of ``find_area_tasks``
            start = m.start("task" if m["lead"] in ("以", "在") else 0)
            found.append(AreaTask(areas=areas, task=passage.text[start : m.end()], span=passage.span(*m.span())))
            covered = m.end()
    return found


def find_city_tasks(passage: Passage, hints: Sequence[Span]) -> list[AreaTask]:
    """Tasks for one city each, or two with 和, in order; the whole clause is the task: 支持洛阳建设副中心城市, but not 支持洛阳银行发展.

    :param hints: where ``CITY`` is found in the passage
    """
    found: list[AreaTask] = []
    for start, _ in hints:
        if m := _CITY_TASK.match(passage.folded, start):
            areas = [passage.text[slice(*m.span(group))] for group in ("area", "other") if m[group]]
            found.append(AreaTask(areas=areas, task=passage.text[slice(*m.span())], span=passage.span(*m.span())))
    return found
