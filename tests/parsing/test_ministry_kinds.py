"""Kinds of documents that ministries publish: what judges, grants, praises, reports or answers plans nothing, and its nearest
neighbour that orders work does. All texts are on one line, as such documents are copied."""

import pytest

from kjplan.model import Measure, Section
from kjplan.parsing import parse_source
from kjplan.parsing.headings.roles import role_of
from kjplan.parsing.headings.titles import split_title
from kjplan.reading import from_text
from tests.parsing.flat_text import flat_plan

WORK = "各市生态环境局：现将有关事项通知如下。一、加强监管。新建监测站40个，覆盖率达到85%。二、完善制度。完成30家企业整治。"
DONE = "各市生态环境局：现将有关情况告知如下。一、坚持精准治污，成效显著淘汰锅炉360台，治理散煤42万户。二、坚持依法治污，能力不断提升完成8个站点整治。"


@pytest.mark.parametrize(
    ("title", "extent"),
    [
        ("关于某某园区总体规划环境影响报告书的审查意见", "none"),
        ("关于加强某某园区监管的指导意见", "full"),
        ("关于颁发某某研究堆运行许可证的通知", "none"),
        ("关于加强许可证监管的通知", "full"),
        ("关于批准某某核电厂检查大纲的通知", "none"),
        ("关于批准某市监测网建设行动方案的通知", "full"),
        ("关于同意某某项目开展试点的通知", "none"),
        ("关于开展某某项目试点的通知", "full"),
        ("关于公布第八批执法典型案例的通知", "none"),
        ("关于印发某市监测网建设方案的通知", "full"),
        ("关于政协第九届会议第12号提案答复的函", "none"),
        ("关于下达“十四五”空气质量改善目标的函", "full"),
        ("关于某某园区管控有关情况的复函", "none"),
        ("某市政府办公室关于2023年部分节假日安排的通知", "none"),
        ("某市政府办公室关于做好2023年节假日期间安全工作的通知", "full"),
    ],
)
def test_what_a_title_names_plans_or_not(title: str, extent: str) -> None:
    plan = flat_plan(title + WORK)
    assert plan.extent == extent
    assert (not plan.targets) == (extent == "none")


@pytest.mark.parametrize(
    ("title", "extent"),
    [
        ("关于通报表扬攻坚战成绩突出集体和个人的通知", "none"),
        ("关于对攻坚战成绩突出集体予以表扬的通知", "none"),
        ("关于授予某某县示范县称号的通知", "none"),
        ("关于打好攻坚战的通知", "full"),
    ],
)
def test_praise_tells_of_the_past(title: str, extent: str) -> None:
    assert flat_plan(title + DONE).extent == extent


REPORT = "一、总体情况办结率达到100%。二、存在的主要问题公开质量有待提升。三、2023年工作安排（一）加强解读。举办发布会不少于12场。（二）优化受理。完善流程。"


@pytest.mark.parametrize(
    "head",
    ["某部2022年政府信息公开工作年度报告本报告所列数据截至12月31日。", "某省督察反馈意见整改落实情况的报告某部："],
)
def test_a_report_orders_only_what_comes_next(head: str) -> None:
    plan = flat_plan(head + REPORT)
    assert [m.title for m in plan.walk(Measure)] == ["加强解读", "优化受理"]
    assert [t.value for t in plan.targets] == [12]
    assert plan.parts[0].role == "other" if isinstance(plan.parts[0], Section) else False


def test_a_reply_orders_nothing_at_all() -> None:
    plan = flat_plan(
        "关于政协第12号提案答复的函张某委员：现答复如下：" + REPORT.replace("2023年工作安排", "下一步工作")
    )
    assert next(plan.walk(Measure), None) is None


SPEECH = (
    "在全省环保会议上的讲话同志们：一、2021年工作取得明显成效全省优良天数比例为87.5%，完成160个村整治。"
    "二、扎实做好2022年工作（一）打好蓝天保卫战。优良天数比例达到86.9%。（二）打好碧水保卫战。完成120个村整治。"
)


def test_a_speech_promises_what_its_last_part_says() -> None:
    plan = flat_plan(SPEECH)
    assert [str(t.value) for t in plan.targets] == ["86.9", "120"]
    assert [n.role for n in plan.parts if isinstance(n, Section)] == ["review", "measures"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("规划背景“十三五”期间，全省建成站点900个，覆盖率超过90%，完成整治任务。", "规划背景"),
        ("达标期限与目标近期到2020年，浓度降到48微克/立方米以下，优良天数达到260天。", "达标期限与目标"),
        ("2021年工作取得明显成效全省优良天数比例为87.5%，完成160个村整治。", "2021年工作取得明显成效"),
    ],
)
def test_a_title_ends_where_its_time_begins(line: str, title: str) -> None:
    folded = from_text(line).folded
    split = split_title(folded, part=True)
    assert split is not None
    assert folded[: split[0]] == title


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("纳入范围", "other"),
        ("复核对象", "other"),
        ("评价内容", "other"),
        ("等级划分", "other"),
        ("试点条件", "other"),
        ("监测频次", "other"),
        ("进一步认识发展牧业的重要意义", "principles"),
        ("进一步认识发展牧业的规律", None),
        ("提高对重要意义的认识水平", None),
        ("检查内容", None),
        ("完善评价标准", None),
        ("扎实做好2022年工作", "measures"),
        ("做好2022年供暖工作", "measures"),
        ("做好供暖工作", None),
    ],
)
def test_parts_that_say_by_what_is_judged_are_no_work(title: str, role: str | None) -> None:
    assert role_of(title) == role


@pytest.mark.parametrize(
    ("title", "extent"),
    [
        ("关于2022年度考核结果的通知", "none"),
        ("关于做好考核结果运用工作的通知", "full"),
    ],
)
def test_results_are_told(title: str, extent: str) -> None:
    assert flat_plan(title + WORK).extent == extent


@pytest.mark.parametrize("kind", ["执法典型案例", "执法案例汇编", "先进事迹", "整改经验做法", "2022年单位决算"])
def test_what_tells_may_end_with_work(kind: str) -> None:
    plan = flat_plan(f"某省{kind}\n一、总体情况\n查处企业56家。\n二、下一步工作\n（一）加强执法。检查企业80家。\n")
    assert [m.title for m in plan.walk(Measure)] == ["加强执法"]
    assert [t.value for t in plan.targets] == [80]


def test_a_brief_orders_only_what_it_requires() -> None:
    parts = "一、总体进展全省排查企业56家。二、各地做法甲市建成收集点180个，乙市关停26家。三、工作要求2023年6月底前整改率达到100%。"
    assert [t.value for t in flat_plan("全省整治行动进展简报" + parts).targets] == [100]
    assert [t.value for t in flat_plan("全省整治行动工作部署" + parts).targets] == [180, 26, 100]


@pytest.mark.parametrize(
    ("title", "extent"),
    [
        ("某省应对旱灾的政策与行动", "none"),
        ("某省应对旱灾政策落实行动", "full"),
        ("某省履行节水公约进展报告", "none"),
        ("某省加快履行节水公约行动计划", "full"),
    ],
)
def test_an_account_of_policies_and_actions_plans_nothing(title: str, extent: str) -> None:
    words = "一、加强治理\n新建水库40座，覆盖率达到85%。\n二、完善制度\n完成30家企业整治。\n"
    plan = parse_source(from_text(f"{title}\n{words}")).plan
    assert plan.extent == extent
    assert (not plan.targets) == (extent == "none")
