"""Lines over the years: what goes on, what ends, what comes back, and that nothing is compared across a break."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kjplan.diffing.trend import IndicatorTrend, Trend, trend
from kjplan.model import Measure, Plan, Section
from tests.diffing.plans import goal, plan, plan_2020, plan_2022, section, target


def _goals(year: int, *targets: object) -> Plan:
    made = plan(Section(title="主要目标", role="goals", children=[goal(t) for t in targets]), year=year)  # type: ignore[arg-type]
    for g in made.goals:
        for n, t in enumerate(g.targets, 1):
            t.id = f"{g.id}.{n}"
    return made


def _lines(found: Trend) -> dict[str, list[tuple[str, str | None]]]:
    return {
        line.indicator: [(found.axis[p.at], None if p.value is None else format(p.value, "f")) for p in line.points]
        for line in found.indicators
    }


def _line(found: Trend, name: str) -> IndicatorTrend:
    return next(line for line in found.indicators if name in line.names)


def test_2020_to_2022() -> None:
    found = trend([plan_2022(), plan_2020()])
    assert found.axis == ["2020", "2021", "2022"]
    assert found.places == [0, 2]
    renamed = _line(found, "技术合同成交额")
    assert renamed.names == ["技术合同交易额", "技术合同成交额"]
    assert [p.value for p in renamed.points] == [Decimal(16600000000), Decimal(40000000000)]
    assert renamed.points[1].delta == Decimal(23400000000)
    assert renamed.points[1].unit == "元"


def test_a_replaced_indicator_breaks_the_line() -> None:
    found = trend([plan_2020(), plan_2022()])
    old, new = _line(found, "万人发明专利拥有量"), _line(found, "万人高价值发明专利拥有量")
    assert old is not new
    assert [len(line.points) for line in (old, new)] == [1, 1]
    assert new.points[0].delta is None
    assert (new.follows, new.began) == ("万人发明专利拥有量", "narrowed")
    assert found.indicators.index(new) == found.indicators.index(old) + 1


def test_another_kind_of_figure_breaks_the_line() -> None:
    one = _goals(2021, target("科技型企业", "1200", "家", basis="increment", verb="新增"))
    other = _goals(2022, target("科技型企业", "5000", "家", basis="level", verb="达到"))
    first, second = trend([one, other]).indicators
    assert [str(line.points[0].value) for line in (first, second)] == ["1200", "5000"]
    assert second.began == "basis_changed" and second.points[0].delta is None


def test_units_are_compared_in_their_base() -> None:
    one = _goals(2021, target("技术合同成交额", "9000", "万元", comparator="ge", basis="flow"))
    other = _goals(2022, target("技术合同成交额", "1.2", "亿元", comparator="ge", basis="flow"))
    (line,) = trend([one, other]).indicators
    assert [p.value for p in line.points] == [Decimal(90000000), Decimal(120000000)]
    assert (line.points[1].delta, line.points[1].direction) == (Decimal(30000000), "up")


def test_a_year_without_a_plan_is_a_gap() -> None:
    plans = [
        _goals(y, target("研发投入强度", v, "%", basis="level")) for y, v in ((2019, "2"), (2021, "2.4"), (2022, "2.5"))
    ]
    found = trend(plans)
    assert _lines(found) == {"研发投入强度": [("2019", "2"), ("2021", "2.4"), ("2022", "2.5")]}
    assert found.axis == ["2019", "2020", "2021", "2022"]


def test_a_goal_that_comes_back_goes_on_with_a_gap() -> None:
    have = target("研发投入强度", "2", "%", basis="level")
    again = target("研发投入强度", "2.4", "%", basis="level")
    found = trend([_goals(2020, have), _goals(2021, target("新建平台", "3", "个")), _goals(2022, again)])
    assert _lines(found)["研发投入强度"] == [("2020", "2"), ("2022", "2.4")]
    assert _line(found, "研发投入强度").points[1].delta == Decimal("0.4")


def test_a_replaced_indicator_does_not_come_back() -> None:
    old = target("万人发明专利拥有量", "19", "件", basis="level")
    new = target("万人高价值发明专利拥有量", "7", "件", basis="level")
    found = trend([_goals(2020, old), _goals(2021, new), _goals(2022, replace(old, value=Decimal(20)))])
    assert [len(line.points) for line in found.indicators] == [1, 1, 1]


def test_a_plan_without_goals_on_record_does_not_lose_those_after_it() -> None:
    bare = replace(plan(section("任务", Measure(title="建平台", text="建设创新平台。")), year=2021), extent="notice")
    have, again = (target("研发投入强度", v, "%", basis="level") for v in ("2", "2.4"))
    found = trend([_goals(2020, have), bare, _goals(2022, again)])
    assert _lines(found) == {"研发投入强度": [("2020", "2"), ("2022", "2.4")]}


_LONG = "组织实施重大科技专项，突破一批关键核心技术，支持企业牵头组建创新联合体。"
_OTHER = "完善农村饮水管网，改造老旧泵站，保障冬季供水安全，定期公布水质检测结果。"


def test_measures_are_followed_through_their_numbers_and_titles() -> None:
    plans = [
        plan(section("任务", Measure(number="1", title="实施重大专项", text=_LONG)), year=2020),
        plan(
            section(
                "任务",
                Measure(number="1", title="保障饮水", text=_OTHER),
                Measure(number="2", title="实施科技专项", text=_LONG),
            ),
            year=2021,
        ),
        plan(section("任务", Measure(number="1", title="实施科技专项", text=_LONG)), year=2022),
    ]
    first, second = trend(plans).measures
    assert [(s.at, s.measure.number) for s in first.steps] == [(0, "1"), (1, "2"), (2, "1")]
    assert [s.changes for s in first.steps] == [[], ["renumbered", "retitled"], ["renumbered"]]
    assert [(s.at, s.measure.title) for s in second.steps] == [(1, "保障饮水")]


def test_every_measure_of_every_plan_is_in_exactly_one_line() -> None:
    found = trend([plan_2022(), replace(plan_2022(), year=2023), plan_2020()])
    seen = sorted((s.at, s.measure.id) for line in found.measures for s in line.steps)
    assert len(seen) == len(set(seen)) == 46


def test_plans_without_years_stand_side_by_side() -> None:
    one, other = (replace(plan_2022(), year=None, title=name) for name in ("甲", "乙"))
    assert trend([one, other]).axis == ["甲", "乙"]


@given(st.lists(st.decimals(min_value=0, max_value=10**6, places=2), min_size=2, max_size=5))
def test_the_deltas_of_a_line_add_up(values: list[Decimal]) -> None:
    plans = [_goals(2000 + n, target("研发投入", str(v), "元", basis="flow")) for n, v in enumerate(values)]
    (line,) = trend(plans).indicators
    assert sum((p.delta for p in line.points if p.delta is not None), Decimal(0)) == values[-1] - values[0]


@given(st.permutations([2019, 2020, 2021, 2022]))
def test_the_order_in_which_plans_are_named_changes_nothing(years: list[int]) -> None:
    made = {y: _goals(y, target("研发投入强度", str(y - 2015), "%", basis="level")) for y in (2019, 2020, 2021, 2022)}
    assert _lines(trend([made[y] for y in years])) == _lines(trend(list(made.values())))
