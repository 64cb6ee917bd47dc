"""Tasks that a measure gives to places by their names: 以甲子县、乙丑县为重点,开展丙; 甲子县、乙丑区发挥试点作用."""

import re
from collections.abc import Sequence

from kjplan.extraction.names.areas import DOING, REST
from kjplan.extraction.names.cities import CITIES
from kjplan.extraction.names.names import AREA, LONG_PLACES
from kjplan.extraction.tables import one_of, words
from kjplan.late import late
from kjplan.model import AreaTask, Span
from kjplan.reading.text import Passage

_NO_PLACE = words(
    "试点 重点 示范 先行 先导 贫困 脱贫 中心 主城 老城 新城 建成 城市 规划 开发 保护 核心 居民 生活 工业 产业 农业 商业 旅游 特色 革命 民族 边境 沿海 沿江 "
    "东部 西部 中部 南部 北部 有关 相关 其他 其它 部分 条件 所属 下辖 功能 实验 试验 集聚 集中 聚集 合作 拓展 超大 特大 大中 中小 地级 县级 设区 省会 国际 世界 "
    "资本 消费 劳动 生产 水源 灾害 高寒 丘陵 缓冲 引领 样板 商务 经济 文旅 住宅 风景 度假 汇水 流域 我省 我市 全省 全市 各地 各省 各市 本省 本市 直辖 成员 一个 多个 若干 "
    "现代 智慧 平安 生态 海绵 文明 森林 节水 无废 健康 宜居 创新 服务 物流 综合 交易 金融 技术 人才 土地 要素 统一 内贸 外贸 电力 租赁 批发 农贸"
)
_START = rf"(?!{one_of(_NO_PLACE)}|[各全本该每以由在对将把与等及和到向])"
_NAME = rf"(?:(?:{one_of(LONG_PLACES)})|{_START}[一-鿿]{{2}}(?<![各全本该每级类等的]))"
_TOWN = rf"(?:{_NAME}[县市旗](?![委政局直级属内外场区域民辖镇乡县]))"
_ANY = rf"(?:{_START}[一-鿿]{{2,4}}?(?<![各全本该每级类等的])[县市旗区](?![委政局直级属内外场域民辖镇乡县市区]))"
"""金水区 alone may be any kind of district; in a row of names it is one."""
_ROW = rf"{_ANY}(?:[、和及与](?:{_ANY}|{AREA}))+"
_CITY = f"(?:{one_of(CITIES)})(?![市县区州盟省])"
_CITIES = rf"{_CITY}(?:[、和及与]{_CITY})+"
"""Cities without 市, in a row: 宝鸡、杨凌; one alone (支持上海建设…) is more often who acts than where."""
_PLACES = rf"(?:{_ROW}|{_TOWN})"
_AS = "为(?:重点|依托|核心|载体|试点|引领|主体)"
_FORMS = (
    rf"以(?P<areas1>{_PLACES})(?:等地|等)?{_AS}[,、]?(?P<task>{REST})",
    rf"(?P<clause>(?:积极|重点|大力|加快)?(?:指导|支持|督促|鼓励|引导|推动|督导)(?P<areas2>{_PLACES})(?:等地|等)?(?:先行先试|率先|先行)?{DOING}{REST})",
    rf"(?<![正现存旨所实外内潜])在(?P<areas3>{_PLACES})(?:等地|等)?(?:率先|先行|重点|分别|同步|稳步)?(?P<there>{DOING}[一-鿿]{{2}}{REST})",
    rf"以(?P<areas5>{_CITIES})(?:等地|等)?{_AS}[,、]?(?P<by>{REST})",
    rf"(?P<helps>(?:积极|重点|大力|加快)?(?:指导|支持|督促|鼓励|引导|推动|推进|督导|促进|统筹)(?P<areas6>{_CITIES})(?:等地|等)?(?:先行先试|率先|先行|在[^,。;]{{2,30}})?(?:{DOING}|(?=协同|联动|一体|同城)){REST})",
    rf"(?P<effect>(?:积极|充分|切实|更好)?(?:发挥|强化)(?P<areas7>{_CITIES})[^,。;!]{{0,12}}?(?:作用|优势))",
    rf"(?:^|(?<=[,;。:]))(?P<subject>(?P<areas4>{_ROW})(?:等地|等)?(?:要|应)?(?:积极|率先|先行|重点|充分)?(?:(?=发挥|分别|各自|完成){REST}|{DOING}{REST}))",
)
_HELPING = "积重大加指支督鼓引推促统"
_STRENGTHENING = "积充切更发强"
_PLACE_FORMS = (("以", late(_FORMS[0])), (_HELPING, late(_FORMS[1])), ("在", late(_FORMS[2])), ("", late(_FORMS[6])))
_CITY_FORMS = (("以", late(_FORMS[3])), (_HELPING, late(_FORMS[4])), (_STRENGTHENING, late(_FORMS[5])))
"""What a form begins with, any character of a clause for none, and the form: apart, as the large ones take long to compile."""
_ONE, _AREA = late(f"{_ANY}|{AREA}"), late(AREA)
_ONE_CITY = late(_CITY)
_JOINED = re.compile("[、和及与]")
_LONGEST_CITY = max(map(len, CITIES))
_CITY_BEGINS = frozenset(city[:2] for city in CITIES)
_NO_PLACE_ENDS = "[新开港城税自合验发园范片创地社景库小街]"
_NOT_AN_AREA = re.compile(f"[县市旗](?<![我全本各该城]市)|(?<!{_NO_PLACE_ENDS})区")
"""What a name holds that is no 高新区 or the like, whose tasks ``find_area_tasks`` finds."""
_DOES = "(?:等地|等)?(?:要|应)?(?:积极|率先|先行|重点|充分|分别|同步|稳步|先行先试)?"
_GOES_ON = (
    r"[、和及与][一-鿿]{2,4}[县市旗区](?=[、和及与等为要应积率先重充分各同稳发开建实制做落探推创打加出组完布设试申争培])"
    rf"|(?:等地|等)?{_AS}|{_DOES}{DOING}"
)
_LEADS = "(?<=以)|(?<=支)持|(?<=推)[动进]|(?<=[指引])导|(?<=鼓)励|(?<=督)[促导]|(?<=促)进|(?<=统)筹|(?<=发)挥|(?<=强)化"
_FIRST = "".join(sorted({city[0] for city in CITIES}))
HINT = re.compile(
    rf"[县市旗区以支推指鼓引督促统发强](?:(?<=[县市旗区])(?<!{_NO_PLACE_ENDS}区)(?<![我全本各该城]市)(?:{_GOES_ON})"
    rf"|(?:{_LEADS})(?=[{_FIRST}][一-鿿]{{1,3}}[、和及与]))"
)
"""How the name of a place goes on where it may have a task, or what leads up to a row of cities."""
_BEFORE = 40
_OPENS = re.compile("[以积重大加指支督鼓引推在充切更发强统促]|(?:^|(?<=[,;。:]))[一-鿿]{2,4}[县市旗区]")


def find_place_tasks(passage: Passage, hints: Sequence[Span]) -> list[AreaTask]:
    """Tasks for places in order, as ``find_area_tasks`` gives those for areas; of a row that begins a clause the whole clause.

    :param hints: where ``HINT`` is found in the passage
    """
    folded = passage.folded
    found: list[AreaTask] = []
    covered = 0
    for hint, _ in hints:
        if hint < covered:
            continue
        floor = max(covered, hint - _BEFORE)
        for opened in _OPENS.finditer(folded, floor, hint + 1):
            told = _told(folded, opened.start(), hint)
            if told is None or told[0].end() <= hint:
                continue
            m, names = told
            task = str(m.lastgroup)
            where = next(name for name, words in m.groupdict().items() if name.startswith("areas") and words)
            areas = [passage.text[a.start() : a.end()] for a in names.finditer(folded, *m.span(where))]
            if all(map(_AREA.fullmatch, areas)):
                continue  # which ``find_area_tasks`` finds
            words_of_task = passage.text[m.start(task) : m.end(task)]
            found.append(AreaTask(areas=areas, task=words_of_task, span=passage.span(*m.span())))
            covered = m.end()
            break
    return found


def _told(folded: str, start: int, hint: int) -> tuple[re.Match[str], re.Pattern[str]] | None:
    """What a form tells from a place on, and how a name of its places is told."""
    first, end = folded[start], min(len(folded), hint + _BEFORE)
    if _NOT_AN_AREA.search(folded, start, end):
        for begins, form in _PLACE_FORMS:
            if (not begins or first in begins) and (m := form.match(folded, start)):
                return m, _ONE
    if any(_joins_cities(folded, m.start()) for m in _JOINED.finditer(folded, start + 2, end)):
        for begins, form in _CITY_FORMS:
            if first in begins and (m := form.match(folded, start)):
                return m, _ONE_CITY
    return None


def _joins_cities(folded: str, at: int) -> bool:
    """Whether names of cities may stand on both sides of a mark."""
    before = (folded[begin : begin + 2] for begin in range(max(0, at - _LONGEST_CITY), at - 1))
    return folded[at + 1 : at + 3] in _CITY_BEGINS and any(name in _CITY_BEGINS for name in before)
