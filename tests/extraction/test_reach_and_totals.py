"""Figures of what a service reaches and what it is to serve, of totals, and of fields; each with its nearest neighbours."""

import pytest

from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage


def told(text: str) -> str:
    """The targets of a text in a plan of 2022: indicator, verb, comparator, value with unit, basis."""
    found = find_targets(passage(text), year=2022)
    return " · ".join(f"{t.indicator} {t.verb or '-'} {t.comparator} {t.value}{t.unit} {t.basis}" for t in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a system or a service covers
        ("网格员制度覆盖全市60%的商务楼宇", "商务楼宇 覆盖 bare 60% share"),
        ("网格员制度覆盖全市60%", "网格员制度 覆盖 bare 60% share"),
        ("推动远程监控覆盖全县85%以上的加油站", "加油站 覆盖 ge 85% share"),
        ("监测网络覆盖全县14个乡镇", "乡镇 覆盖 bare 14个 scope"),
        ("网格员制度覆盖率60%", "网格员制度覆盖率 - bare 60% level"),
        ("网格员制度已覆盖全市60%的商务楼宇", ""),
        ("85分以上的加分", ""),
        # a capacity that is promised
        ("满足8万辆电动自行车停放需求", "电动自行车停放需求 满足 bare 8万辆 scope"),
        ("可满足全县不少于20万人的饮水需要", "饮水需要 满足 ge 20万人 scope"),
        ("满足3年以上工作经历", ""),
        ("满足10人以上用餐条件", ""),
        ("水厂建成后，可满足20万人饮水需要", ""),
        # a total behind its noun
        ("上规企业累计600家", "上规企业 累计 bare 600家 level"),
        ("新增上规企业80家、累计600家", "上规企业 新增 bare 80家 increment · 上规企业 累计 bare 600家 level"),
        ("新增上规企业80家，上规企业累计600家", "上规企业 新增 bare 80家 increment · 上规企业 累计 bare 600家 level"),
        ("推动上规企业累计600家", "上规企业 推动 bare 600家 scope"),
        ("截至目前，上规企业累计600家", ""),
        ("累计完成投资6亿元", ""),
        # whom a deed serves is named without its preposition
        ("为退役军人免费体检8000人次", "退役军人免费体检 - bare 8000人次 flow"),
        ("为困境儿童家庭居室改造60户", "困境儿童家庭居室改造 - bare 60户 flow"),
        ("为民办实事16件", ""),
        # what is kept at its level
        ("稳定玉米播种面积300万亩", "玉米播种面积 稳定 bare 300万亩 level"),
        ("稳定玉米播种面积在300万亩左右", "玉米播种面积 稳定 approx 300万亩 level"),
        ("玉米播种面积稳定300万亩以上", "玉米播种面积 稳定 ge 300万亩 level"),
        ("稳定运行30天", ""),
        # what is measured of the same field
        (
            "玉米播种面积达到300万亩，产量达到150万吨",
            "玉米播种面积 达到 ge 300万亩 level · 玉米产量 达到 ge 150万吨 flow",
        ),
        (
            "玉米面积、产量分别稳定在300万亩、150万吨以上",
            "玉米面积 稳定在 bare 300万亩 level · 玉米产量 稳定在 ge 150万吨 flow",
        ),
        ("甲厂开工率达到90%，产量达到150万吨", "甲厂开工率 达到 ge 90% level · 产量 达到 ge 150万吨 flow"),
    ],
)
def test_reach_and_totals(text: str, expected: str) -> None:
    assert told(text) == expected
