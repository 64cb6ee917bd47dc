"""The same commitment in another form of words says the same; its nearest neighbour does not say it. All texts are invented."""

import pytest

import kjplan
from kjplan.extraction.duties.actors import is_actor
from kjplan.extraction.tables import words
from kjplan.model import Plan

_HEAD = "丙市2024年工作要点\n一、重点任务\n"


def plan_of(text: str) -> Plan:
    return kjplan.parse(f"{_HEAD}{text}\n")


def bodies(text: str) -> list[tuple[str, str]]:
    plan = plan_of(f"1.推进办学。{text}\n2.改善校舍。修缮教室。")
    return [(b.name, b.role) for b in plan.measures[0].responsibility.bodies]


WITH_OTHERS = [
    (
        "由市教育局会同市纪委监委、丙军分区组织实施。",
        [("市教育局", "lead"), ("市纪委监委", "support"), ("丙军分区", "support")],
    ),
    (
        "由市教育局会同人民银行丙市分行、丙海事局组织实施。",
        [("市教育局", "lead"), ("人民银行丙市分行", "support"), ("丙海事局", "support")],
    ),
    (
        "由市教育局会同省委宣传部、市委政法委制定办法。",
        [("市教育局", "lead"), ("省委宣传部", "support"), ("市委政法委", "support")],
    ),
    ("由市科协会同市教育局、雁川区组织实施。", [("市科协", "lead"), ("市教育局", "support"), ("雁川区", "support")]),
    ("由基础教育科会同规划财务科组织实施。", [("基础教育科", "lead"), ("规划财务科", "support")]),
    ("由市教育局会同有关部门和社会各界研究办法。", [("市教育局", "lead"), ("有关部门", "support")]),
]


@pytest.mark.parametrize(("text", "expected"), WITH_OTHERS)
def test_whom_one_goes_together_with(text: str, expected: list[tuple[str, str]]) -> None:
    assert bodies(text) == expected


ACTORS = words(
    "第三人民医院 市第二中学 雁川大学 区委党校 移动丙市分公司 雁北集团公司 市中医院 市职业技术学院 市治水领导小组各成员单位"
)
NONE = words(
    "省属大学 综合大学 高水平大学 各大学 国有集团公司 大型集团公司 地方分公司 支持雁川大学 各成员单位 成员单位 要求第二中学 医院 中学"
)


@pytest.mark.parametrize("name", ACTORS)
def test_institutions_that_answer(name: str) -> None:
    assert is_actor(name)


@pytest.mark.parametrize("name", NONE)
def test_kinds_of_institutions_do_not(name: str) -> None:
    assert not is_actor(name)


@pytest.mark.parametrize("text", ["鼓励综合大学牵头研究。", "支持市第二中学负责培训的教师。"])
def test_what_institutions_are_only_helped_to_do(text: str) -> None:
    assert bodies(text) == []


def test_a_label_behind_an_exclamation_mark() -> None:
    assert bodies("让孩子们笑起来！牵头单位：市教育局。配合单位：市体育局。") == [
        ("市教育局", "lead"),
        ("市体育局", "support"),
    ]


@pytest.mark.parametrize(
    "below",
    [
        "（市教育局牵头，市体育局配合）",
        "【市教育局牵头，市体育局配合】",
        "牵头单位为市教育局，配合单位为市体育局。",
        "牵头单位：市教育局；配合单位：市体育局",
    ],
)
def test_a_part_of_one_paragraph_with_its_bodies_below_it(below: str) -> None:
    text = (
        "丙市2024年办学工作安排\n一、改善校舍\n修缮全部教室，更换课桌。\n{0}\n二、配齐教师\n各校配齐音乐教师。\n{0}\n三、丰富课程\n各校开设"
        "游泳课程。\n{0}\n"
    )
    plan = kjplan.parse(text.format(below))
    told = [(m.number, m.title, [b.name for b in m.responsibility.bodies]) for m in plan.measures]
    assert told == [
        (number, title, ["市教育局", "市体育局"])
        for number, title in (("一", "改善校舍"), ("二", "配齐教师"), ("三", "丰富课程"))
    ]


def test_who_answers_for_the_last_task_does_not_sign() -> None:
    text = (
        _HEAD
        + "1.改善校舍。修缮全部教室。\n（市住建局牵头）\n2.配齐教师。各校配齐教师。\n（市教育局牵头）\n{}2024年3月5日\n"
    )
    signed = kjplan.parse(text.format("丙市教育局\n"))
    assert [[b.name for b in m.responsibility.bodies] for m in signed.measures] == [["市住建局"], ["市教育局"]]
    assert signed.document.signatures == ["丙市教育局"]
    sealed = kjplan.parse(text.format("丙市教育局（代章）\n"))
    assert sealed.document.signatures == ["丙市教育局"]
    assert [[b.name for b in m.responsibility.bodies] for m in sealed.measures] == [["市住建局"], ["市教育局"]]


def figures(text: str) -> list[tuple[str, str, str | None]]:
    plan = plan_of(f"1.推进办学。{text}\n2.改善校舍。修缮教室。")
    return [(t.indicator, str(t.value), t.unit) for t in plan.measures[0].targets]


@pytest.mark.parametrize("said", ["", "（市教育局牵头）", "（责任单位：市教育局、市财政局）"])
def test_a_bracket_behind_the_title_is_no_part_of_the_clause_after_it(said: str) -> None:
    assert figures(f"{said}重点实施环湖路12公里路面改造。") == [("路面改造", "12", "公里")]
    assert figures(f"{said}今年要组织实施好26个办学项目。") == [("办学项目", "26", "个")]


FIGURES: list[tuple[str, list[tuple[str, str, str, str | None]]]] = [
    ("巩固率达到百分之95。", [("巩固率", "ge", "95", "%")]),
    ("巩固率达到百分之95以上。", [("巩固率", "ge", "95", "%")]),
    ("能耗下降百分之3至5。", [("能耗", "range", "3", "%")]),
    ("参加活动的占百分之几。", []),
    ("办学收入达到人民币40亿元。", [("办学收入", "ge", "40", "亿元")]),
    ("完成投资人民币40亿元。", [("投资", "bare", "40", "亿元")]),
    ("开设人民币业务网点12个。", [("人民币业务网点", "bare", "12", "个")]),
    ("办学收入增速达到8%。", [("办学收入", "ge", "8", "%")]),
    ("办学收入同比增长达到8%左右。", [("办学收入", "approx", "8", "%")]),
    ("办学收入增速8%。", [("办学收入", "bare", "8", "%")]),
    (
        "教室维修、宿舍维修完成率均力争达到95%。",
        [("教室维修完成率", "ge", "95", "%"), ("宿舍维修完成率", "ge", "95", "%")],
    ),
    ("教室维修、宿舍维修完成率力争达到95%。", [("教室维修、宿舍维修完成率", "ge", "95", "%")]),
    ("入学率原则上在95%以上。", [("入学率", "ge", "95", "%")]),
    ("校舍新开工达到43所，竣工达到38所。", [("校舍新开工", "ge", "43", "所"), ("校舍新开工", "ge", "38", "所")]),
    ("高标准农田建设25万亩。", [("高标准农田建设", "bare", "25", "万亩")]),
    ("高标准建设校舍25所。", [("校舍", "bare", "25", "所")]),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    plan = plan_of(f"1.推进办学。{text}\n2.改善课桌。更换课桌。")
    assert [(t.indicator, t.comparator, str(t.value), t.unit) for t in plan.measures[0].targets] == expected


DAYS = "12月底前 12月末前 12月份底前 十二月底前 2024年12月底前 12月31日前 不迟于12月31日 最迟12月31日前 2024.12.31前 年内 第四季度末前 务必在12月底前 赶在12月底前 原则上12月底前 12月31号前 十二月三十一日前"


@pytest.mark.parametrize("day", words(DAYS))
def test_a_figure_behind_its_day(day: str) -> None:
    plan = plan_of(f"1.推进办学。{day}计划投资3.9亿元，建设校舍。\n2.改善课桌。更换课桌。")
    assert [(t.indicator, str(t.value)) for t in plan.measures[0].targets] == [("投资", "3.9")]


def test_what_binds_a_figure_and_is_no_day() -> None:
    plan = plan_of("1.推进办学。最多投资3.9亿元，建设校舍。\n2.改善课桌。更换课桌。")
    assert [(t.indicator, t.comparator, t.due) for t in plan.measures[0].targets] == [("投资", "le", None)]


@pytest.mark.parametrize("count", ["1100", "1,100", "1，100"])
def test_a_comma_inside_a_number_parts_no_goals(count: str) -> None:
    aims = f"今年主要预期目标是：城镇新增就业{count}万人以上，失业率5%左右，在校生5000，200所学校改造；收入增长5%。"
    plan = kjplan.parse(
        f"丙市2024年工作要点\n一、主要目标\n{aims}\n二、重点任务\n1.改善校舍。修缮教室。\n2.配齐教师。配齐教师。\n"
    )
    told = [goal.text for goal in plan.goals]
    assert told[0].endswith(f"城镇新增就业{count}万人以上")
    assert [text for text in told if text.startswith(("000", "100", "200"))] == ["200所学校改造"]


def test_who_is_the_leading_body() -> None:
    assert bodies("市教育局为牵头单位。") == [("市教育局", "lead")]
    assert bodies("市教育局作为牵头单位。") == [("市教育局", "lead")]
    assert bodies("由市教育局牵头单位考核。") == []


def test_beside_who_is_in_charge_of_all() -> None:
    assert bodies("市教育局负总责，市体育局按职责分工负责。") == [("市教育局", "lead"), ("市体育局", "joint")]
    assert bodies("市教育局负总责，市体育局负责选址。") == [("市教育局", "lead"), ("市体育局", "lead")]


ONE_LINERS = "丙市2024年办学工作安排\n一、全部教室和实验室都换上防近视的新课桌和新灯具\n{0}\n二、各校配齐音乐教师\n{0}\n三、每校开设游泳课程\n{0}\n"


@pytest.mark.parametrize(
    "below",
    [
        "责任单位：\n市教育局、市体育局",
        "责任单位：\n市教育局\n市体育局",
        "牵头单位（部门）：市教育局\n配合单位（部门）：市体育局",
        "——责任单位：市教育局、市体育局",
        "★责任单位：市教育局、市体育局",
    ],
)
def test_tasks_of_one_line_with_their_bodies_below(below: str) -> None:
    plan = kjplan.parse(ONE_LINERS.format(below))
    assert [(m.number, [b.name for b in m.responsibility.bodies]) for m in plan.measures] == [
        (number, ["市教育局", "市体育局"]) for number in "一二三"
    ]


def test_tasks_of_one_line_with_words_below() -> None:
    plan = kjplan.parse(ONE_LINERS.format("各校要制定方案。\n责任单位：市教育局"))
    assert [(m.number, [b.name for b in m.responsibility.bodies]) for m in plan.measures] == [
        (number, ["市教育局"]) for number in "一二三"
    ]


def test_a_body_below_its_label_does_not_sign() -> None:
    text = (
        _HEAD
        + "1.改善校舍。修缮全部教室。\n责任单位：\n市住建局\n2.配齐教师。各校配齐教师。\n责任单位：\n市教育局\n2024年3月5日\n"
    )
    plan = kjplan.parse(text)
    assert [[b.name for b in m.responsibility.bodies] for m in plan.measures] == [["市住建局"], ["市教育局"]]
    assert plan.document.signatures == []
    signed = kjplan.parse(text.replace("责任单位：\n市教育局\n", "市教育局\n"))
    assert signed.document.signatures == ["市教育局"]


def test_when_on_a_line_below_a_title_and_its_words() -> None:
    text = "丙市2024年办学工作安排\n一、改善校舍\n修缮全部教室。\n{0}\n二、配齐教师\n各校配齐音乐教师。\n{0}\n三、丰富课程\n各校开设课程。\n{0}\n"
    plan = kjplan.parse(text.format("时间安排：2024年9月底前完成"))
    assert [(m.number, m.title, [d.date for d in m.due]) for m in plan.measures] == [
        (number, title, ["2024-09-30"])
        for number, title in zip("一二三", ("改善校舍", "配齐教师", "丰富课程"), strict=True)
    ]
    told = kjplan.parse(text.format("经费安排：各校自筹，不足的部分另行研究。"))
    assert [n.title for n in told.parts if n.kind == "section"] == ["改善校舍", "配齐教师", "丰富课程"]
