"""Figures behind a label that says what is planned, and its unit: 装机计划（MW）：35-36, as tables state them."""

import re
from collections.abc import Iterator

from kjplan.extraction.figures.indicator_columns import VALUE, Cell, target_of
from kjplan.extraction.figures.indicators import LONGEST
from kjplan.extraction.figures.units import UNIT
from kjplan.extraction.names.body_ends import AUTHORITIES
from kjplan.extraction.times.time_words import SPELL
from kjplan.late import late
from kjplan.model import Target
from kjplan.reading.text import Passage

HINT = re.compile(r"\([^()\n]{1,8}\):")
WANTED = late(
    rf"(?P<period>(?:20[0-9]{{2}}年度?)?{SPELL}?(?:累计)?)"
    r"(?P<noun>[“”\"一-鿿]{0,12}(?:计划|目标|任务|指标)(?:[总数]?量|数|值|总数|面积|规模|里程)?)"
)
"""What is planned, and for when: 2023年任务量, 一季度造林计划."""
_OTHER = re.compile(
    "投资|资金|经费|费用|完成|实际|实绩|现状|现有|基[期准数]|上年|去年|名称|内容|情况|[占比]比|责任|进度|时间|日期|批次|类|来源|依据"
)
"""Money that is given, what was done, and what is no figure."""
_FIELD = late(rf"(?:^|[(;])(?P<name>[^();:,。]{{2,24}})\((?P<given>{UNIT})\):(?P<value>[^();:。]{{1,24}})(?=[;)。]|$)")
_PLACE = late(r"[一-鿿]{1,12}(?:[镇乡区县市旗州]|街道|管委会|农场|苏木)(?:\([一-鿿]{1,8}\))?")
_OFFICE = late(
    rf"(?!新?[建设改扩创引]|完善|推[进动]|加[强快]|开展|培育|提[升高]|打造|实施|组建|做好|落实)[一-鿿]{{1,14}}(?:[{AUTHORITIES}]|公司|集团|学院|中学|小学|医院|林场|管委会|科|处|中心|站|所)"
)
"""Who gets a quota: 县商务局; not what is to be built, 新建活动中心."""
_GENERAL = re.compile("(?:年度|本年|全年|工作)?(?:目标|计划|任务|指标)(?:[总数]?量|数|值|总数)?")
"""What says nothing of what is counted: then the task itself is."""
_YEAR = re.compile(r"20[0-9]{2}")


def names_what_is_planned(name: str) -> bool:
    """Whether a folded name is one of a figure that is planned: 任务量, 十四五装机计划; not 投资计划, 完成情况."""
    return WANTED.fullmatch(name) is not None and not _OTHER.search(name)


def find_labelled(passage: Passage, title: str | None, year: int | None) -> Iterator[Target]:
    """The figures behind labels in some words.

    :param title: the title of their measure: where it is a place, they hold for it
    :param year: the plan's year; figures of a year before it are past
    """
    for m in _FIELD.finditer(passage.folded):
        named, value = WANTED.fullmatch(m["name"].strip()), VALUE.fullmatch(m["value"].strip())
        if named is None or value is None or not names_what_is_planned(named[0]):
            continue
        when = _YEAR.match(named["period"])
        if when and year and int(when[0]) < year:
            continue
        start = m.start("value") + len(m["value"]) - len(m["value"].lstrip())
        cell = Cell(passage, start, start + len(value[0]))
        target = target_of(named["noun"].strip('“”"'), m["given"], cell, value, int(when[0]) if when else None)
        target.period = named["period"] or None
        if when and len(named["period"]) > len("2023年度"):
            target.due = None  # of the year, only a quarter is meant
        if title is not None and (_PLACE.fullmatch(title) or _OFFICE.fullmatch(title)):
            target.scope = target.scope or title
        elif title and len(title) <= LONGEST and _GENERAL.fullmatch(target.indicator):
            target.indicator = _without_unit(title, m["given"])
        yield target


def _without_unit(name: str, unit: str) -> str:
    """The name of an indicator without its unit behind it: 企业开办时间 of 企业开办时间（天）."""
    return name.removesuffix(f"（{unit}）").removesuffix(f"({unit})")
