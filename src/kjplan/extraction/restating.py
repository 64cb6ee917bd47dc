"""Which targets of measures say a goal's target again."""

import re
from decimal import Decimal

from kjplan.extraction.tables import words
from kjplan.model import Goal, Measure, Target

_SHELL = re.compile(r"[\s“”‘’\"]|^(?:全市|全省|全社会|新增|有效|年度|城镇|国家级?|省级以上|市级)+")
TOO_GENERAL = frozenset(words("企业 项目 平台 投资 收入 机构 基地 人才 面积 资金 任务 工程 团队"))
"""Names that say nothing of which: two targets of 项目 are not of one indicator for that."""

_MOST_ALIKE = 100
"""Goals with one and the same figure that are looked at; the bound keeps hostile input linear."""

_Key = tuple[Decimal | None, Decimal | None, str | None, str | None]


def link_restated(goals: list[Goal], measures: list[Measure]) -> None:
    """Set ``restates`` of every measure's target that says a goal's target again.

    Value and unit are the same and one indicator holds the core of the other: 高新技术企业1000家以上 restates
    有效高新技术企业1000家; 高新技术创新“百强”企业100家 does not restate 省级以上研发平台100家.
    """
    promised: dict[_Key, list[Target]] = {}
    for goal in goals:
        for target in goal.targets:
            if target.value is not None:
                alike = promised.setdefault(_key(target), [])
                if len(alike) < _MOST_ALIKE:
                    alike.append(target)
    for measure in measures if promised else ():
        for target in measure.targets:
            if same := promised.get(_key(target)):
                core = _core(target)
                target.restates = next((other.id for other in same if _one_thing(core, _core(other))), None)


def _key(target: Target) -> _Key:
    if target.base_value is None:  # 三分之二 has no exact decimal
        return target.value, target.value_max, None, target.unit
    return target.base_value, target.value_max, target.base_unit, None


def _core(target: Target) -> str:
    """The indicator without the words that only say where or which: 有效高新技术企业 is 高新技术企业."""
    return _SHELL.sub("", target.indicator)


def _one_thing(one: str, other: str) -> bool:
    a, b = sorted((one, other), key=len)
    return len(a) > 1 and a not in TOO_GENERAL and a in b
