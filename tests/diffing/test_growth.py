"""Plans of many goals and parts are compared and traced in step with their size."""

from collections.abc import Callable
from functools import cache

import pytest

import kjplan
from kjplan.diffing.lookback import lookback
from kjplan.diffing.trend import trend
from kjplan.model import Plan
from kjplan.tracing import trace
from tests.growth import call_growth, growth

LINEAR = 9
"""Far from 4, and as far from the 16 of quadratic work."""
CALLS = 6
"""The same of calls, which no machine makes more or less of."""


_TASK = "1.推进平台建设。\n"


def _goals(n: int, what: str = "企业{0}总量", tasks: str = _TASK) -> str:
    goals = "".join(f"{k + 1}.{what.format(chr(0x4E00 + k))}增长{k % 50}%。\n" for k in range(n))
    return f"某市2024年科技工作要点\n一、主要目标\n{goals}二、重点任务\n{tasks}"


def _areas(n: int) -> str:
    """Names that all end alike."""
    return _goals(n, "{}种植面积")


def _shares(n: int) -> str:
    """Shares that some measure may mean all of, each of one thing."""
    tasks = "".join(f"{k + 1}.推进{chr(0x4E00 + k)}检查全覆盖。发展{chr(0x5E00 + k)}产业。\n" for k in range(n))
    return _goals(n, "{0}检查覆盖率达到65%，{0}产业", tasks)


def _parts(n: int) -> str:
    parts = "".join(f"{'一二三四五'[k % 5]}、甲{k}\n（一）建设平台{k}。\n" for k in range(n))
    return f"某市2024年科技工作要点\n{parts}"


@cache
def _plan(made: Callable[[int], str], n: int) -> Plan:
    return kjplan.parse(made(n))


def _steps(old: Plan, new: Plan) -> object:
    return trend([old, new])


def _with_a_gap(old: Plan, new: Plan) -> object:
    """All that the first plan says comes back in the third."""
    return trend([old, kjplan.parse(_goals(1, "{}用水量")), new])


def _traced(old: Plan, _: Plan) -> object:
    return trace(old)


@pytest.mark.parametrize("made", [_goals, _areas, _shares, _parts])
@pytest.mark.parametrize("compare", [lookback, _steps, _with_a_gap, _traced])
def test_linear(made: Callable[[int], str], compare: Callable[[Plan, Plan], object]) -> None:
    def work(n: int) -> Callable[[], object]:
        old, new = _plan(made, n), _plan(made, n + 1)
        return lambda: compare(old, new)

    assert growth(work, 500) < LINEAR


def _one_indicator(n: int) -> str:
    """Nothing but the value tells them apart."""
    goals = "".join(f"{k + 1}.地区GDP达到{k + n % 4}亿元。\n" for k in range(n))
    return f"某市2024年科技工作要点\n一、主要目标\n{goals}二、重点任务\n{_TASK}"


def _other_units(n: int) -> str:
    """One indicator under several names, of several areas, in units of which some compare."""
    names = [f"{area}{name}产值" for area in ("全市", "城镇", "农村") for name in ("规上企业", "规模以上企业")]
    units = ("亿元", "万元", "家", "个", "%")
    goals = "".join(f"{k + 1}.{names[k % 6]}达到{k % 97}{units[(k + n) // 6 % 5]}。\n" for k in range(n))
    return f"某市2024年科技工作要点\n一、主要目标\n{goals}二、重点任务\n{_TASK}"


def _half_worded(n: int) -> str:
    """Every other one has lost its figure in the next plan."""
    told = ("增长5%", "持续提高")
    goals = "".join(f"{k + 1}.企业{chr(0x4E00 + k)}产值{told[(k + n) % 2]}。\n" for k in range(n))
    return f"某市2024年科技工作要点\n一、主要目标\n{goals}二、重点任务\n{_TASK}"


def _narrowed(n: int) -> str:
    """Names of which each is the end of one that the next plan has."""
    goals = "".join(f"{k + 1}.{'优质' * (n % 2)}灌溉{chr(0x4E00 + k)}农田面积达到{k}亩。\n" for k in range(n))
    return f"某市2024年科技工作要点\n一、主要目标\n{goals}二、重点任务\n{_TASK}"


@pytest.mark.parametrize("made", [_one_indicator, _other_units, _half_worded, _narrowed])
@pytest.mark.parametrize("compare", [lookback, _steps, _with_a_gap, _traced])
def test_calls(made: Callable[[int], str], compare: Callable[[Plan, Plan], object]) -> None:
    def work(n: int) -> Callable[[], object]:
        old, new = _plan(made, n), _plan(made, n + 1)
        compare(_plan(made, 4), _plan(made, 5))
        return lambda: compare(old, new)

    assert call_growth(work, 300) < CALLS
