"""A plan that was a table is rendered row by row, and read back as the same plan. All texts are invented."""

from typing import Any

import pytest

import kjplan
from kjplan.model import Plan
from kjplan.storage.codec import to_dict

APART = {"span", "title_span", "furniture", "diagnostics", "source"}


def bare(value: Any) -> Any:
    """A plan as data without what a rendered notice does not keep."""
    if isinstance(value, dict):
        return {k: bare(v) for k, v in value.items() if k not in APART}
    return [bare(v) for v in value] if isinstance(value, list | tuple) else value


def data(plan: Plan) -> Any:
    return bare(to_dict(plan, keep_empty=True))


TABLES = {
    "bars": "2026年甲市粮库重点任务分解表\n| 序号 | 工作任务 | 责任单位 | 完成时限 |\n| 1 | 新建粮库5座，全部通过验收。 | 市粮食局、市财政局 | 6月底前 |\n"
    "| 2 | 修缮渡口。每季度检查一次。 | 市水务局 |  |\n| 3 | 清理航道 |  | 年底前 |\n",
    "groups": "2026年甲市粮库重点任务分解表\n| 序号 | 类别 | 工作任务 | 牵头单位 | 配合单位 |\n| 1 | 粮库建设 | 新建粮库5座 | 市粮食局 | 市财政局 |\n"
    "| 2 |  | 改造旧库3座 | 市粮食局 | 市住建局 |\n| 3 | 渡口管护 | 修缮渡口 | 市水务局 | 市财政局 |\n| 4 |  | 清理航道 | 市水务局 | 市公安局 |\n",
    "words of several columns": "2026年甲市粮库重点任务分解表\n| 序号 | 工作任务 | 具体要求 | 责任单位 |\n| 1 | 新建粮库 | 年内开工：3座；年内建成：2座 | 市粮食局 |\n"
    "| 2 | 修缮渡口 | 重点推进：东岸渡口修缮 | 市水务局 |\n",
    "points": "2026年甲市粮库重点任务分解表\n| 序号 | 工作任务 | 具体要求 | 责任单位 | 参考文件 |\n| 1 | 新建粮库 | （1）年内开工3座。（2）年内建成2座。 | 市粮食局 | 《甲市粮库规划》 |\n"
    "| 2 | 修缮渡口 | （1）检查渡船。（2）更换缆绳。 | 市水务局 | 《甲市渡口规划》 |\n",
    "a cell a line": "关于做好2026年粮库工作的通知\n各县：\n请认真落实。\n一、总体要求\n坚持安全第一。\n二、任务分工\n序号\n工作任务\n责任单位\n1\n新建粮库5座\n市粮食局\n2\n修缮渡口\n市水务局\n3\n清理航道\n市水务局\n",
    "numbers in the words": "2026年甲市粮库重点任务分解表\n| 工作任务 | 责任部门 |\n| 1.新建粮库5座。 | 市粮食局 |\n| 2.修缮渡口。 | 市水务局 |\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_comes_back(name: str) -> None:
    plan = kjplan.parse(TABLES[name])
    assert len(plan.measures) >= 2
    assert data(kjplan.parse(kjplan.render(plan))) == data(plan)


def test_what_a_row_looks_like() -> None:
    rendered = kjplan.render(kjplan.parse(TABLES["bars"]))
    assert "| 1 | 新建粮库5座，全部通过验收 | 责任单位：市粮食局、市财政局 | 完成时限：6月底前 |" in rendered
    assert "| 2 | 修缮渡口 | 每季度检查一次。 | 责任单位：市水务局 |" in rendered


def test_words_in_a_bracket_are_no_row() -> None:
    plan = kjplan.parse(
        "2026年工作要点\n一、重点任务\n1.新建粮库。年内开工。（责任单位：市粮食局；完成时限：6月底前）\n2.修缮渡口。检查渡船。\n"
    )
    assert "|" not in kjplan.render(plan)
    assert data(kjplan.parse(kjplan.render(plan))) == data(plan)


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("| 1 | 新建粮库 | 责任单位：市粮食局 |", 1),
        ("|  | 新建粮库 | 责任单位：市粮食局 | 备注说明：无 |", 1),
        ("| 第一批 | 新建粮库 | 责任单位：市粮食局 |", 0),
        ("| 1 | 新建粮库 | 建设地点：甲市 |", 0),
        ("| 1 | 新建粮库 | 市粮食局 |", 0),
        ("| 1 | 责任单位：市粮食局 |", 0),
    ],
)
def test_which_lines_say_what_their_cells_are(line: str, rows: int) -> None:
    plan = kjplan.parse(f"2026年甲市粮库工作计划\n一、重点任务\n{line}\n")
    assert len([m for m in plan.measures if m.responsibility.stated and m.title == "新建粮库"]) == rows
