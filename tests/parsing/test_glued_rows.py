"""Rows and lists of a text on one line whose marks or bars were lost: what goes on, and the nearest text that does not."""

import pytest

from kjplan.model import Goal, Measure, Section

from .flat_text import flat_plan

HEAD = "临山区2023年政务服务工作任务表一、加强公开"
GROUP = "区直各有关单位，各乡镇人民政府"


def rows(text: str) -> list[tuple[str | None, list[str]]]:
    return [(m.number, [b.name for b in m.responsibility.bodies]) for m in flat_plan(text).walk(Measure)]


def test_rows_of_a_table_whose_bars_were_lost_go_on_behind_their_bodies() -> None:
    text = (
        f"{HEAD}1.公开办事流程，方便群众办事。区教育局区水利局{GROUP}2.公开收费标准，接受群众监督。{GROUP}二、优化服务"
        f"3.压减办理环节，提高办事效率。区水利局{GROUP}4.开展满意度调查。{GROUP}"
    )
    every = ["区直各有关单位", "各乡镇人民政府"]
    # 4. holds what fills the line, too.
    assert rows(text)[:3] == [("1", ["区教育局", "区水利局", *every]), ("2", every), ("3", ["区水利局", *every])]
    assert [s.number for s in flat_plan(text).walk(Section)] == ["一", "二"]


@pytest.mark.parametrize(
    ("tail", "numbers"),
    [
        ("区水利局2.公开收费标准。", ["1", "2"]),
        ("区水利局3.公开收费标准。", ["1"]),  # counts not on
        ("公开平台建设2.公开收费标准。", ["1"]),  # no body
    ],
)
def test_what_goes_on_behind_bodies(tail: str, numbers: list[str]) -> None:
    assert [number for number, _ in rows(f"{HEAD}1.公开办事流程，方便群众办事。{tail}")] == numbers


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("（二）加强检查，杜绝较大事故（三）完成上级交办的其他工作。", ["一", "二", "三"]),
        ("（二）加强检查，按照（三）杜绝较大事故。", ["一", "二"]),
        ("（二）加强检查，杜绝较大事故（四）完成上级交办的其他工作。", ["一", "二"]),
    ],
)
def test_a_goal_whose_full_stop_was_forgotten(words: str, numbers: list[str]) -> None:
    text = f"临山区2023年安全工作计划一、工作目标（一）开展检查不少于120次。{words}二、主要任务（一）加强检查。加强检查。（二）加强培训。加强培训。"
    assert [g.number for g in flat_plan(text).walk(Goal)] == numbers


def test_a_heading_behind_the_cells_of_a_table_that_points_follow() -> None:
    text = "临山区2023年防汛方案一、基本情况（一）概况。河流多。表1点位数2021年12处2022年8+3（二）上年度工作情况一是新建堤防5公里。二是清淤河道。三是核销隐患点2个。二、主要任务（一）加强巡查。加强巡查。"
    titles = [s.title for s in flat_plan(text).walk(Section)]
    assert "上年度工作情况" in titles
