"""What two names have to do with each other: each rule with a text that trips it and the nearest that does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.matching.indicators import is_growth, named, relation

CASES = [
    ("全社会研发投入强度", "全社会研发投入强度", "same"),
    ("全市规上工业企业研发活动覆盖率", "规上工业企业研发活动覆盖率", "same"),
    ("高新技术企业", "“高新技术企业”", "same"),
    ("城镇调查失业率全年", "城镇调查失业率", "same"),
    # Another name of the same indicator.
    ("单位国内生产总值能耗", "能耗强度", "renamed"),
    ("技术合同交易额", "技术合同成交额", "renamed"),
    ("省级以上创新平台", "省级以上研发平台", "renamed"),
    ("规模以上工业增加值", "规上工业增加值", "renamed"),
    ("国家高新技术企业", "有效高新技术企业", "renamed"),
    ("科技型企业总数", "科技型企业", "renamed"),
    ("公共财政预算收入", "一般公共预算收入", "renamed"),
    ("国内生产总值", "地区生产总值", "renamed"),
    ("研发经费投入占GDP比重", "全社会研发投入强度", "renamed"),
    ("居民消费价格涨幅", "居民消费价格", "renamed"),
    ("每万人口发明专利拥有量", "万人发明专利拥有量", "renamed"),
    # Not another name: the grade, the side of trade, the people and the object are what is measured.
    ("省级研发平台", "市级研发平台", None),
    ("出口总额", "进口总额", None),
    ("城镇居民人均可支配收入", "农村居民人均可支配收入", None),
    ("技术合同成交额", "技术合同登记数", None),
    ("有效灌溉面积", "灌溉面积", "widened"),
    # A qualifier put in or taken out makes another indicator.
    ("万人发明专利拥有量", "万人高价值发明专利拥有量", "narrowed"),
    ("万人高价值发明专利拥有量", "万人发明专利拥有量", "widened"),
    ("科技型企业", "科技型中小企业", "narrowed"),
    ("居民人均可支配收入", "农村居民人均可支配收入", "narrowed"),
    # What stands behind the noun changes what is measured; and 企业 alone is too little to be narrowed.
    ("高新技术企业", "高新技术企业产值", None),
    ("企业", "科技型企业", None),
    ("研发平台", "省级以上工业企业共建研发平台", None),
    # A statistic replaced by a change of method, and two that only share their words.
    ("城镇登记失业率", "城镇调查失业率", "succeeded"),
    ("农民人均纯收入", "农村居民人均可支配收入", "succeeded"),
    ("城市污水处理率", "城市垃圾处理率", None),
    ("小麦产量", "玉米产量", None),
    ("高新技术产业增加值占规上工业增加值比重", "规上工业企业研发活动覆盖率", None),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_relation(old: str, new: str, expected: str | None) -> None:
    assert relation(named(old), named(new)) == expected


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_relation_the_other_way_round(old: str, new: str, expected: str | None) -> None:
    turned = {"narrowed": "widened", "widened": "narrowed"}
    assert relation(named(new), named(old)) == turned.get(str(expected), expected)


@given(st.text(max_size=20))
def test_any_name_is_itself(name: str) -> None:
    assert relation(named(name), named(name)) == "same"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("居民消费价格涨幅", True), ("地区生产总值增速", True), ("增速", False), ("增速达标企业", False)],
)
def test_growth_is_told_by_the_name(name: str, expected: bool) -> None:
    assert is_growth(name) is expected
