"""Questions to the 2022 notice that its readers ask."""

from typing import Any

import pytest

from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.querying import records, select, tables
from kjplan.reading import from_text


@pytest.fixture(scope="module")
def notice(notice_text: str) -> Plan:
    return parse_source(from_text(notice_text)).plan


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({"sections": ["平台"]}, [5, 6, 7]),
        ({"sections": ["二"]}, [5, 6, 7]),
        ({"sections": ["（二）"]}, [5, 6, 7]),
        ({"sections": ["S3.2"]}, [5, 6, 7]),
        ({"sections": ["工作举措"]}, list(range(1, 24))),
        ({"sections": ["平台", "人才"]}, [5, 6, 7]),
        ({"matches": ["区县（市）"]}, [7, 9]),
        ({"bodies": ["高新区"]}, [3, 4]),
        ({"numbers": ["5"]}, [5]),
        ({"numbers": ["二十三", "M1"]}, [1, 23]),
        ({"with_targets": True}, [11, 12, 13, 15, 16, 20]),
        ({"sections": ["主体"], "with_targets": True, "matches": ["梯度"]}, [12]),
    ],
)
def test_measures(notice: Plan, filters: dict[str, Any], numbers: list[int]) -> None:
    assert [int(m.number or 0) for m in select.measures(notice, **filters)] == numbers


def test_register_of_documents_still_to_come_out(notice: Plan) -> None:
    assert [m.number for m, _ in select.documents(notice, ["draft"])] == ["1", "1", "1", "4"]


def test_goals_table(notice: Plan) -> None:
    assert [row[-1] for row in tables.goals(notice).brief().rows] == [
        "全社会研发投入强度：突破2.6%",
        "技术合同成交额：达到400亿元",
        "万人高价值发明专利拥有量：达到7.5件",
        "有效高新技术企业：新增1000家；科技型企业：新增1500家",
        "省级以上研发平台：新建100家",
        "全市规上工业企业研发活动覆盖率：达到65%",
    ]


def test_flat_lists_are_complete(notice: Plan) -> None:
    assert len(records.goals(notice)) == 6
    assert len(records.measures(notice)) == 23
    assert len(records.targets(notice)) == 15
    assert [d["quoted"] for d in records.documents(notice)].count(True) == 7
    assert [p["title"] for p in records.principles(notice)] == ["指导思想"]
