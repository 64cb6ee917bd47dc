"""Forms of commitments in yearly plans of many kinds of bureaus, each with its nearest neighbour."""

import pytest

from kjplan.extraction.duties.responsibility import find_responsibility
from kjplan.extraction.figures.targets import find_targets
from kjplan.extraction.goals import read_goal_clauses
from kjplan.extraction.times.deadlines import find_deadlines
from tests.extraction.helpers import passage

TRIPS = [
    ("开行微循环线路6条，加装电梯40部。", [("微循环线路", "开行", "6"), ("电梯", "加装", "40")]),
    ("新建改扩建幼儿园3所，改造提升电网80公里。", [("幼儿园", "新建改扩建", "3"), ("电网", "改造提升", "80")]),
    ("改造小区9个，惠及居民700户。", [("小区", "改造", "9"), ("居民", "惠及", "700")]),
    ("完成征收签约60户。", [("签约", "完成征收签约", "60")]),
    ("支持院校新建实验室5家、工程中心8家。", [("实验室", "支持新建", "5"), ("工程中心", "支持新建", "8")]),
    ("为2万名老年人免费提供体检。", [("老年人", "提供", "2")]),
    ("城镇新增就业6万人、失业人员再就业2万人。", [("城镇新增就业", None, "6"), ("失业人员再就业", None, "2")]),
    ("工地检查覆盖率100%。", [("工地检查覆盖率", None, "100")]),
    ("水质达标率保持100%。", [("水质达标率", "保持", "100")]),
    ("年度投资30亿元以上。", [("年度投资", None, "30")]),
    ("年出栏生猪50万头以上。", [("生猪", "出栏", "50")]),
    ("农民收入增速高于城镇居民增速2个百分点以上。", [("农民收入增速", "增速", "2")]),
    ("资金支付进度6月底前达到50%。", [("资金支付进度", "达到", "50")]),
    ("公租房开工（筹集）900套。", [("公租房", "开工", "900")]),
    (
        "年收入10万元以上的村占比达到60%。",
        [("年收入10万元以上的村占比", "达到", "60")],
    ),
    ("推进总投资90亿元的12个项目。", [("项目", "推进", "12")]),
    ("三年累计完成诊断300家企业。", [("企业", "完成", "300")]),
    ("调解成功率达到65%，结案率达到90%。", [("调解成功率", "达到", "65"), ("结案率", "达到", "90")]),
    (
        "婴儿死亡率控制在3‰以下，孕产妇死亡率控制在10/10万以下。",
        [("婴儿死亡率", "控制在", "3"), ("孕产妇死亡率", "控制在", "10")],
    ),
    ("上半年完成20个事项集成办理，下半年推出30个。", [("事项集成办理", "完成", "20"), ("事项集成办理", "推出", "30")]),
    (
        "企业数量净增60家，新建农田3万亩、改造提升1万亩。",
        [("企业数量", "净增", "60"), ("农田", "新建", "3"), ("农田", "改造提升", "1")],
    ),
    ("原值30万元以上仪器入网率达90%。", [("原值30万元以上仪器入网率", "达", "90")]),
    ("产值超10亿元企业达到5家。", [("产值超10亿元企业", "达到", "5")]),
    ("学生资助率100%。", [("学生资助率", None, "100")]),
    ("营业收入超过30亿元，2024—2026年年均增长10%。", [("营业收入", "超过", "30"), ("营业收入", "增长", "10")]),
    ("游客满意度达95分以上。", [("游客满意度", "达", "95")]),
    ("突破关键技术15项，研发新产品30个。", [("关键技术", "突破", "15"), ("新产品", "研发", "30")]),
]


@pytest.mark.parametrize(("text", "wanted"), TRIPS)
def test_a_commitment_is_read(text: str, wanted: list[tuple[str, str | None, str]]) -> None:
    found = [(t.indicator, t.verb, str(t.value)) for t in find_targets(passage(text), year=2024)]
    assert found == [(i, v, n) for i, v, n in wanted]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("新建研发平台10家。", ["研发平台"]),
        ("支持推广应用案例10个。", ["应用案例"]),
        ("监测点100%达标。", []),
        ("产值超过10亿元、企业达到5家。", ["产值", "企业"]),
        ("给予资助10万元。", []),
        ("达到95分钟。", []),
        ("目前累计完成诊断300家企业。", []),
        ("成功创建示范区5个。", []),
        ("总投资90亿元的项目。", []),
        ("为60岁以上老人服务。", []),
        ("大约5家企业入驻。", []),
    ],
)
def test_the_nearest_neighbour_is_read_otherwise(text: str, indicators: list[str]) -> None:
    assert [t.indicator for t in find_targets(passage(text), year=2024)] == indicators


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("扩大资助规模。（基础处、人事科）", [("基础处", "joint"), ("人事科", "joint")]),
        ("扩大资助规模。（人事科）", [("人事科", "lead")]),
        ("扩大资助规模。（详见附件）", []),
        ("设立办事处（驻外科）", []),
        ("责任科室：疾控科，市疾控中心配合", [("疾控科", "lead"), ("市疾控中心", "support")]),
        ("（农业局牵头，林业局配合。以下任务均需各镇政府落实，不再列出）", [("农业局", "lead"), ("林业局", "support")]),
        ("责任科室：疾控科、市疾控中心", [("疾控科", "joint"), ("市疾控中心", "joint")]),
    ],
)
def test_offices_are_named(text: str, found: list[tuple[str, str]]) -> None:
    stated = find_responsibility([passage(text)])
    assert [(b.name, b.role) for b in stated.bodies] == found


@pytest.mark.parametrize(("text", "words"), [("每季度末25日前报送。", ["每季度末25日前"]), ("每季度末25日报送。", [])])
def test_a_day_of_each_quarter_is_a_deadline(text: str, words: list[str]) -> None:
    assert [d.text for d in find_deadlines(passage(text), 2024)] == words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("主要预期目标建议为：总产值增长6%，财政收入增长5%。", 2),
        ("主要目标任务是：总产值增长6%。", 1),
        ("目标任务已完成6%。", 0),
    ],
)
def test_goals_are_told_by_what_leads_in_to_them(text: str, number: int) -> None:
    assert len(read_goal_clauses(passage(text), year=2024, all_sentences=False)) == number
