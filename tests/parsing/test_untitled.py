"""Texts on one line whose title was not copied with them: what their own words say they are, and the nearest text that orders work."""

import pytest

from kjplan.model import Measure
from kjplan.parsing import parse_source
from kjplan.parsing.front.calls import calls_people, mostly_asks
from kjplan.reading import from_text
from tests.parsing.flat_text import REST, flat_plan

WORK = "一、加强监管。新建监测站42个。二、完善制度。完成32家企业整治。三、强化宣传。加强引导。四、工作要求。按时报送。"


@pytest.mark.parametrize(
    ("lead", "extent"),
    [
        ("各市局：现将有关要求通知如下。", "full"),
        ("各市局：现将有关情况通报如下。", "none"),
        ("各市局：现就有关事项督办如下：", "full"),
        ("某省厅：你厅请示收悉。经研究，现提出如下意见：", "none"),
        ("某省厅：你厅进展良好。经研究，现提出如下意见：", "full"),
        ("代表您好：您提出的建议已办理，现答复如下：", "none"),
        ("代表您好：您提出的建议已采纳，现安排如下：", "full"),
        ("为规范试点建设，制定本指南。", "none"),
        ("为规范试点建设，制定本方案。", "full"),
        ("本办法适用于试点建设的管理。", "none"),
        ("按照本市办法适用的范围管理。", "full"),
        ("各市局：经研究，决定对下列集体予以表扬。现通知如下：", "none"),
        ("各市局：对工作成绩突出的集体予以表扬。现通知如下：", "full"),
        ("各市局：决定共同举办第三届创业大赛。现将有关事宜通知如下：", "none"),
    ],
)
def test_what_a_text_says_of_itself(lead: str, extent: str) -> None:
    assert flat_plan(lead + WORK).extent == extent


def test_a_promise_of_honours_far_behind_makes_no_circular_of_a_plan() -> None:
    honours = "五、强化激励。年底经研究决定，对先进单位给予表彰。"
    plan = parse_source(from_text(WORK + REST * 5 + honours)).plan
    assert plan.extent == "full"
    assert parse_source(from_text("各市局：" + honours + WORK + REST * 5)).plan.extent == "none"


@pytest.mark.parametrize(("kind", "extent"), [("通知", "full"), ("意见", "none")])
def test_a_notice_that_sends_something_out_is_no_answer_though_it_cites_a_request(kind: str, extent: str) -> None:
    text = f"某省厅关于加强监管的{kind}\n某市局：你局请示收悉。现明确如下。\n" + WORK.replace("二、", "\n二、") + "\n"
    assert parse_source(from_text(text)).plan.extent == extent


ORDERS = "加强政策交流。推进项目合作。开展联合研究。完善工作制度。落实有关安排。" * 3


def test_what_is_ordered_in_a_declaration_an_inspection_and_rules_is_no_work() -> None:
    said = ["双方认识到危机的严重性。", "双方欢迎已有的进展。", "两国计划建立工作组。", "双方争取取得显著效果。"]
    looked = ["检查目的了解运行情况。", "检查依据有关法规。", "检查发现问题两项程序未更新。", "检查结论程序有效。"]
    for sentences, ordered in ((said, "各地要重视。"), (looked, "加强检查。")):
        text = "".join(f"{n}、{words}{ORDERS}" for n, words in zip("一二三四", sentences, strict=True))
        assert flat_plan(text).extent == "none"
        for words in sentences:
            text = text.replace(words, ordered)
        assert flat_plan(text).extent == "full"
    rules = "第一章{}\n一、加强粮库管理\n" + ORDERS + "\n二、完善粮库制度\n" + ORDERS
    assert parse_source(from_text(rules.format("总则"))).plan.extent == "none"
    assert parse_source(from_text(rules.format("重点"))).plan.extent == "full"


INSPECTED = (
    "二、检查依据有关法规。三、检查内容制度建设情况。四、检查发现问题两项程序未更新。五、检查结论和管理要求应完善程序。"
)


def test_a_report_of_an_inspection_plans_nothing() -> None:
    told = flat_plan("一、检查目的了解运行情况。" + INSPECTED)
    assert told.extent == "none"
    ordered = parse_source(
        from_text("一、加强巡查。新建巡查站12个。二、完善制度。建立台账。三、检查内容。制度建设。" + REST)
    ).plan
    assert ordered.extent == "full"


DECLARED = "一、双方认识到危机的严重性。二、双方将加强合作机制建设。三、两国计划建立工作组。四、双方争取取得显著效果。"


def test_what_parties_declare_is_no_plan() -> None:
    assert flat_plan(DECLARED).extent == "none"
    ordered = (
        DECLARED.replace("双方认识到危机的严重性", "加强危机管理")
        .replace("双方将加强", "加强")
        .replace("两国计划", "抓紧")
    )
    assert flat_plan(ordered).extent == "full"


def test_what_is_to_be_done_next_is_work_in_a_text_that_tells() -> None:
    text = "各市局：现将有关情况通报如下。一、总体情况。各项工作进展顺利。二、下一步工作要求（一）持续推进整改。完成整改。（二）加强监管。抓好检查。"
    plan = flat_plan(text)
    assert [m.title for m in plan.walk(Measure)] == ["持续推进整改", "加强监管"]
    begun = flat_plan(text.partition("。")[2])  # the words above its first part are lost too
    assert [m.title for m in begun.walk(Measure)] == ["持续推进整改", "加强监管"]
    answered = flat_plan(text.replace("现将有关情况通报如下", "现答复如下"))
    assert not [*answered.walk(Measure)]


@pytest.mark.parametrize(
    ("lead", "titles", "called"),
    [
        ("决定组织推荐工作。现将有关要求通知如下:", ["工作范围"], True),
        ("决定加强管理工作。现将有关要求通知如下:", ["工作范围"], False),
        ("决定组织推荐工作。现将有关要求通知如下:", ["重点任务"], False),
        ("现将有关要求通知如下:", ["申报条件", "工作要求"], True),
        ("现将有关要求通知如下:", ["实施条件", "工作要求"], False),
        ("共同举办第三届“某某”创新创业大赛暨交流会。现将相关事宜通知如下:", [], True),
    ],
)
def test_calls_by_the_words_above_and_the_names_of_parts(lead: str, titles: list[str], called: bool) -> None:
    assert calls_people(lead, titles) is called


@pytest.mark.parametrize(
    ("titles", "asks"),
    [
        (["考核对象和原则", "考核内容", "考核步骤", "结果运用"], True),
        (["考核对象和原则", "考核内容", "重点任务", "结果运用"], False),
        (["总体要求", "试点范围", "工作要求", "有关要求"], False),
        (["活动主题", "参赛对象", "报名方式"], False),
    ],
)
def test_parts_that_only_say_whom_or_what_a_text_is_about(titles: list[str], asks: bool) -> None:
    assert mostly_asks(titles) is asks


STAGES = """四、时间安排
（一）{first}（5月）
各县区结合实际制定方案，组织培训。
（二）{second}（6月-8月）
各县区组织检查，并分别于6月底和7月底报送报告。
（三）{third}（9月）
全面梳理。
"""


@pytest.mark.parametrize(
    ("names", "extent"),
    [
        (("动员部署阶段", "集中整治阶段", "总结阶段"), "full"),
        (("动员部署阶段", "集中整治阶段", "其他事项"), "full"),
        (("初级阶段", "中级阶段", "高级阶段"), "none"),
    ],
)
def test_stages_of_work_are_planned(names: tuple[str, str, str], extent: str) -> None:
    first, second, third = names
    plan = parse_source(from_text(STAGES.format(first=first, second=second, third=third))).plan
    assert plan.extent == extent
    if extent == "full":
        assert [due.text for due in plan.measures[1].due] == ["6月-8月", "6月底", "7月底"]


PROMISES = "{lead}是粮食行动。\n{a}小麦面积稳定在12万亩，{b}新建烘干中心4座。\n{lead2}是养殖行动。\n{c}生猪出栏达到6万头以上。\n"


@pytest.mark.parametrize(
    ("words", "extent"),
    [
        (("确保", "力争", "全年"), "full"),
        # hoped for twice only; told and not hoped for
        (("确保", "力争", "目前"), "none"),
        (("确保了", "去年全年", "目前"), "none"),
    ],
)
def test_figures_that_are_hoped_for_show_a_plan_without_a_title(words: tuple[str, str, str], extent: str) -> None:
    a, b, c = words
    for lead, lead2 in (("一", "二"), ("第一个", "第二个")):
        text = PROMISES.format(lead=lead, lead2=lead2, a=a, b=b, c=c)
        assert parse_source(from_text(text)).plan.extent == (extent if lead == "一" else "none")


def test_hopes_under_a_title_of_another_kind_plan_nothing() -> None:
    text = PROMISES.format(lead="一", lead2="二", a="确保", b="力争", c="全年")
    assert parse_source(from_text("关于张某某同志先进事迹的通报\n" + text)).plan.extent == "none"
