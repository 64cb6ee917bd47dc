"""What counts as a target, and what is read of it."""

from decimal import Decimal

import pytest

from kjplan.extraction.figures.targets import find_targets
from tests.extraction.helpers import passage

# text, then for each target: indicator, verb, comparator, value, unit, basis, quote
READ = [
    ("全社会研发投入强度突破2.6%;", [("全社会研发投入强度", "突破", "gt", "2.6", "%", "level", "突破2.6%")]),
    ("技术合同成交额达到400亿元", [("技术合同成交额", "达到", "ge", "400", "亿元", "flow", "达到400亿元")]),
    (
        "新增有效高新技术企业1000家,科技型企业1500家;",
        [
            ("有效高新技术企业", "新增", "bare", "1000", "家", "increment", "1000家"),
            ("科技型企业", "新增", "bare", "1500", "家", "increment", "1500家"),
        ],
    ),
    ("新建省级以上研发平台100家。", [("省级以上研发平台", "新建", "bare", "100", "家", "increment", "100家")]),
    (
        "新建省级以上创新平台100家,总量达到1300家",
        [
            ("省级以上创新平台", "新建", "bare", "100", "家", "increment", "100家"),
            ("省级以上创新平台总量", "达到", "ge", "1300", "家", "level", "达到1300家"),
        ],
    ),
    (
        "地区生产总值增长9%，达到310亿元",
        [
            ("地区生产总值", "增长", "bare", "9", "%", "growth", "增长9%"),
            ("地区生产总值", "达到", "ge", "310", "亿元", "flow", "达到310亿元"),
        ],
    ),
    (
        "培育遴选100家核心竞争力强、行业带动性大、位居同行业前列的高新技术创新“百强”企业,"
        "100家创新水平高、成长性好的高新技术创新“百快”企业,并建立动态调整机制。",
        [
            ("高新技术创新“百强”企业", "培育遴选", "bare", "100", "家", "selection", "100家"),
            ("高新技术创新“百快”企业", "培育遴选", "bare", "100", "家", "selection", "100家"),
        ],
    ),
    (
        "推进7家驻郑高校院所赋予科研人员职务科技成果所有权省级试点改革。",
        [("驻郑高校院所", "推进", "bare", "7", "家", "scope", "7家")],
    ),
    (
        "引进培育市级创新创业团队项目30个。",
        [("市级创新创业团队项目", "引进培育", "bare", "30", "个", "increment", "30个")],
    ),
    (
        "城镇登记失业率控制在4.5%以内",
        [("城镇登记失业率", "控制在", "le", "4.5", "%", "level", "控制在4.5%以内")],
    ),
    ("财政科技支出占比不低于3%", [("财政科技支出占比", "不低于", "ge", "3", "%", "share", "不低于3%")]),
    (
        "新产业增加值占规上工业增加值比重超过48%",
        [("新产业增加值占规上工业增加值比重", "超过", "gt", "48", "%", "share", "超过48%")],
    ),
    ("综合能耗低于0.5吨标准煤", [("综合能耗", "低于", "lt", "0.5", "吨标准煤", "level", "低于0.5吨标准煤")]),
    ("设施化率达到50%左右", [("设施化率", "达到", "approx", "50", "%", "level", "达到50%左右")]),
    ("支出规模扩大约2万亿元", [("支出规模", "扩大", "approx", "2", "万亿元", "increment", "扩大约2万亿元")]),
    ("投资增长不低于6%", [("投资", "增长", "ge", "6", "%", "growth", "增长不低于6%")]),
    ("研发投入强度提高0.5个百分点", [("研发投入强度", "提高", "bare", "0.5", "个百分点", "growth", "提高0.5个百分点")]),
    ("综合排名进入全国前40位", [("综合排名", "进入", "le", "40", "位", "rank", "前40位")]),
    ("高铁覆盖率由75%提高到80%", [("高铁覆盖率", "提高到", "ge", "80", "%", "level", "提高到80%")]),
    (
        "财政收入和民间收入分别增长5%和7%",
        [
            ("财政收入", "增长", "bare", "5", "%", "growth", "增长5%"),
            ("民间收入", "增长", "bare", "7", "%", "growth", "7%"),
        ],
    ),
    (
        "新增国家级孵化器2家、省级孵化器5家",
        [
            ("国家级孵化器", "新增", "bare", "2", "家", "increment", "2家"),
            ("省级孵化器", "新增", "bare", "5", "家", "increment", "5家"),
        ],
    ),
    (
        "新发现10处油气目标区和300处矿产地",
        [
            ("油气目标区", "新发现", "bare", "10", "处", "increment", "10处"),
            ("矿产地", "新发现", "bare", "300", "处", "increment", "300处"),
        ],
    ),
    ("我县安排重点项目105个", [("重点项目", "安排", "bare", "105", "个", "scope", "105个")]),
    ("水利投资安排610亿元", [("水利投资", "安排", "bare", "610", "亿元", "flow", "610亿元")]),
    ("赤字率拟按3.2%左右安排", [("赤字率", "安排", "approx", "3.2", "%", "level", "按3.2%左右")]),
    ("开展专题培训不少于10场", [("专题培训", "开展", "ge", "10", "场", "flow", "不少于10场")]),
    ("完成1,200家企业评价", [("企业评价", "完成", "bare", "1200", "家", "scope", "1,200家")]),
    ("森林覆盖率提高到２５．５％", [("森林覆盖率", "提高到", "ge", "25.5", "%", "level", "提高到２５．５％")]),
    ("确保3万平方米厂房建成并投入使用", [("厂房", "建成", "bare", "3", "万平方米", "increment", "3万平方米")]),
    ("稳定就业，失业率稳定在 5.5%以内", [("失业率", "稳定在", "le", "5.5", "%", "level", "稳定在 5.5%以内")]),
    ("取消和下放行政审批事项20项以上", [("行政审批事项", "取消下放", "ge", "20", "项", "flow", "20项以上")]),
    ("重点实验室达到10家", [("重点实验室", "达到", "ge", "10", "家", "level", "达到10家")]),
    ("并网装机达到5万千瓦", [("并网装机", "达到", "ge", "5", "万千瓦", "level", "达到5万千瓦")]),
    ("再生水利用率达到30%", [("再生水利用率", "达到", "ge", "30", "%", "level", "达到30%")]),
    ("农民人均收入年均增长6%", [("农民人均收入", "增长", "bare", "6", "%", "growth", "增长6%")]),
    ("粮食供应达到5万吨", [("粮食供应", "达到", "ge", "5", "万吨", "level", "达到5万吨")]),
    ("重点培育企业20家", [("企业", "培育", "bare", "20", "家", "increment", "20家")]),
    ("实施好今年的93个重点项目", [("重点项目", "实施", "bare", "93", "个", "scope", "93个")]),
    ("去年成交额完成300亿元，今年力争突破400亿元", [("成交额", "突破", "gt", "400", "亿元", "flow", "突破400亿元")]),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[t for t, _ in READ])
def test_read(text: str, expected: list[tuple[str, ...]]) -> None:
    found = find_targets(passage(text), year=2022)
    assert [(t.indicator, t.verb, t.comparator, str(t.value), t.unit, t.basis, t.quote) for t in found] == expected
    for target in found:
        assert target.span is not None
        assert text[slice(*target.span)] == target.quote


NONE = [
    "建设省级以上研发平台",
    "推动规上工业企业研发活动全覆盖",
    "贯彻第十一次党代会精神，开展第7次普查",
    "落实“十四五”规划和中央八项规定精神，打造一流环境，建设一批平台，一对一服务",
    "2022年3月25日前完成，3月底前报送，2022年",
    "去年完成投资5亿元",
    "完成了5个村的改造",
    "2021年，高新技术企业达到4000家",
    "截至目前已建成平台50个",
    "对认定的企业给予最高100万元奖励，按照研发费用的10%给予补贴",
    "支持研发投入强度超过3%的企业，支持年营业收入2000万元以上的企业",
    "推动七个方向深度融合，实施四类补助，设立两支科技创新子基金",
    "印发《推进1000家企业上云方案》，实施“1+10+3”工程",
    "推进甲公司500万吨煤矿前期工作",
    "实施1∶5万区域地质调查，建设2×35万千瓦机组，改造5G网络，治理PM2.5",
    "每季度召开1次调度会，每个县不少于1所",
    "建成一个平台",
    "新上项目应满足转换效率不低于20%",
    "会议室能容纳100人",
    "打造“1小时”生活圈，3个工作日内办结，分3个方面推进",
]


@pytest.mark.parametrize("text", NONE)
def test_no_target(text: str) -> None:
    assert [t.quote for t in find_targets(passage(text), year=2022)] == []


def test_bare_figure_counts_in_a_goal_only() -> None:
    text = "科技型中小企业入库20000家"
    assert find_targets(passage(text)) == []
    (target,) = find_targets(passage(text), committed=True)
    assert (target.indicator, target.verb, target.comparator) == ("科技型中小企业入库", None, "bare")


@pytest.mark.parametrize(
    ("text", "value", "value_max", "unit"),
    [
        ("规模以上工业增加值增长4.5%至5%", "4.5", "5", "%"),
        ("培育20—30家专精特新企业", "20", "30", "家"),
        ("培育20家至30家专精特新企业", "20", "30", "家"),
    ],
)
def test_range(text: str, value: str, value_max: str, unit: str) -> None:
    (target,) = find_targets(passage(text))
    assert (target.comparator, target.value, target.value_max, target.unit) == (
        "range",
        Decimal(value),
        Decimal(value_max),
        unit,
    )


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("力争全年新培育高新技术企业1000家以上", "hedge", "力争"),
        ("研发投入强度力争突破2.1%", "hedge", "力争"),
        ("力争全年新培育高新技术企业1000家以上", "period", "全年"),
        ("到2025年，研发投入强度达到3%", "due", "2025-12-31"),
        ("到2022年6月底，研发投入强度达到3%", "due", "2022-06-30"),
        ("到2022年6月底研发投入强度达到3%", "period", "到2022年6月底"),
        ("到9月15日，研发投入强度达到3%", "due", "2022-09-15"),
        ("截至2022年6月底，研发投入强度达到3%", "due", None),
        ("力争年内，旅游收入突破65亿元", "due", "2022-12-31"),
        ("力争年内，旅游收入突破65亿元", "hedge", "力争"),
        ("全市规上工业企业研发活动覆盖率达到65%", "scope", "全市"),
        ("全社会研发投入强度突破2.6%", "scope", None),
        ("万人高价值发明专利拥有量达到7.5件", "per", "万人"),
        ("每千人口床位数达到6张", "per", "每千人口"),
        ("旅游接待500万人次以上", "per", None),
    ],
)
def test_circumstances(text: str, field: str, expected: str | None) -> None:
    (target,) = find_targets(passage(text), year=2022)
    assert getattr(target, field) == expected


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("力争签约率达到80%，并保障履约率不低于90%", "hedge", ["力争", None]),
        ("力争旅客达到80万人次，货运量达到90万吨", "hedge", ["力争", "力争"]),
        ("年均新增装机5万千瓦，到2025年装机达到30万千瓦", "period", ["年均", "到2025年"]),
        ("全市总产值年均增长8%，新兴产业产值占比达到20%", "period", ["年均", None]),
        ("全市总产值年均增长8%，进出口总额增长6%", "period", ["年均", "年均"]),
        ("2023年度全省开展对接活动40场，培训500人", "period", ["2023年度", "2023年度"]),
        ("2023年度全省开展对接活动40场，培训500人", "scope", ["全省", "全省"]),
    ],
)
def test_how_far_circumstances_reach(text: str, field: str, expected: list[str | None]) -> None:
    assert [getattr(target, field) for target in find_targets(passage(text), year=2022)] == expected


def test_circumstances_end_with_the_sentence() -> None:
    one, two = find_targets(passage("力争全市新建平台10家。新建基地5家"))
    assert (one.hedge, one.scope) == ("力争", "全市")
    assert (two.hedge, two.scope) == (None, None)


def test_a_verb_is_not_carried_over_another_clause() -> None:
    assert [t.quote for t in find_targets(passage("新建平台10家，优化流程，企业20家"))] == ["10家"]


@pytest.mark.parametrize(
    ("text", "base_value", "base_unit"),
    [
        ("成交额达到400亿元", "40000000000", "元"),
        ("粮食产量保持在1.3万亿斤以上", "1300000000000", "斤"),
        ("研发投入强度突破2.6%", "2.6", "%"),
        ("装机达到5千瓦", "5", "千瓦"),
        ("投资达到2.50万元", "25000", "元"),
    ],
)
def test_base(text: str, base_value: str, base_unit: str) -> None:
    (target,) = find_targets(passage(text))
    assert (str(target.base_value), target.base_unit) == (base_value, base_unit)


def test_ids_and_links_are_left_to_others() -> None:
    (target,) = find_targets(passage("新建平台10家"))
    assert (target.id, target.restates) == ("", None)
