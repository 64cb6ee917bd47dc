"""A body is known by its end wherever it signs, issues, is said to publish or is addressed: in all layouts the same."""

import pytest

from kjplan.extraction.tables import words
from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.reading import from_text

SIGNERS = [
    "临江市" + end
    for end in words(
        "教育局 发展改革委 政府办公厅 审计署 教育部 综合司 教务处 监察室 人民法院 管理委员会 供销社 人民政府 执法支队 领导小组"
        " 服务中心 水务公司 城投集团 商业银行 职业大学 技术学院 第一中学 实验小学 特殊学校 中医医院 党校"
    )
]
ADDRESSED = [*SIGNERS, *("临江市" + end for end in words("监测站 派出所 博物馆 气象台 妇联 海关 街道 有关企业"))]
TASKS = (
    "一、重点任务\n（一）推进河道治理。年内完成北河清淤，形成长效机制。\n"
    "（二）推进道路改造。年内完成南路改造，形成长效机制。\n"
)
FLAT = TASKS.replace("\n", "")
NOTICE = "关于印发《临江工作要点》的通知各有关单位：现将《临江工作要点》印发给你们，请认真贯彻执行。"


def _plan(text: str) -> Plan:
    return parse_source(from_text(text)).plan


@pytest.mark.parametrize("name", SIGNERS)
@pytest.mark.parametrize(
    "form",
    [
        "临江工作要点\n{tasks}\n{name}\n2023年3月1日\n",
        "临江工作要点\n{tasks}\n{name}  2023年3月1日\n",
        "临江工作要点\n{tasks}{name}2023年3月1日\n",
        "{notice}{name}2023年3月1日临江工作要点{flat}",
        "{notice}附件:1.任务分工表 {name}2023年3月1日临江工作要点{flat}",
    ],
)
def test_signatures(name: str, form: str) -> None:
    text = form.format(name=name, tasks=TASKS.rstrip(), flat=FLAT, notice=NOTICE)
    assert _plan(text).document.signatures == [name]


@pytest.mark.parametrize("name", SIGNERS)
def test_two_names_on_a_line(name: str) -> None:
    plan = _plan(f"临江工作要点\n{TASKS}\n临江市财政局 {name}\n2023年3月1日\n")
    assert plan.document.signatures == ["临江市财政局", name]


@pytest.mark.parametrize("name", SIGNERS)
def test_who_publishes_and_issues(name: str) -> None:
    assert _plan(f"临江工作要点\n2023-01-05 10:00 {name}\n{TASKS}").document.published_date
    assert _plan(f"关于治理河道的工作方案\n临江市财政局 {name}\n{TASKS}").issuer == f"临江市财政局、{name}"


def test_what_no_body_ends_in_neither_signs_nor_issues() -> None:
    assert not _plan(f"临江工作要点\n{TASKS}\n充电站  2023年3月1日\n").document.signatures
    assert not _plan(f"临江工作要点\n2023-01-05 10:00 点击次数\n{TASKS}").document.published_date
    assert not _plan(f"关于治理河道的工作方案\n北河南路 东区西区\n{TASKS}").issuer


@pytest.mark.parametrize("name", ADDRESSED)
def test_addressees(name: str) -> None:
    flat = _plan(f"临江市水利局关于治理河道的通知 国务院各部委、{name}:为做好治理工作，现通知如下。{FLAT}")
    assert flat.document.addressees == [f"国务院各部委、{name}"]
    lines = _plan(f"临江市水利局关于治理河道的通知\n{name}:\n为做好治理工作，现通知如下。\n{TASKS}")
    assert lines.document.addressees == [name] or name.endswith(("领导小组", "街道"))


@pytest.mark.parametrize("name", ["各直属机构", "省直各部门", "各有关企业", "各区县"])
def test_groups_are_addressed(name: str) -> None:
    flat = _plan(f"临江市水利局关于治理河道的通知 各市人民政府、{name}:为做好治理工作，现通知如下。{FLAT}")
    assert flat.document.addressees == [f"各市人民政府、{name}"]


@pytest.mark.parametrize("label", ["领导小组", "参与企业", "任务清单", "试点城市"])
def test_a_label_below_the_title_is_no_addressee(label: str) -> None:
    plan = _plan(f"临江市水利局关于治理河道的通知\n{label}:\n为做好治理工作，现通知如下。\n{TASKS}")
    assert not plan.document.addressees


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("教育部2023年工作要点", "教育部"),
        ("临江县人民法院2023年工作计划", "临江县人民法院"),
        ("临江大学2023年工作计划", "临江大学"),
        ("国家安全局2023年工作要点", "国家安全局"),
        ("临江局党组2023年工作要点", "临江局党组"),
        ("临江市供销社2023年工作要点", "临江市供销社"),
        ("农民合作社2023年发展计划", None),
        ("全市法院2023年工作要点", None),
        ("各支队2023年工作要点", None),
        ("干部2023年培训计划", None),
        ("临江市举办2023年招聘会方案", None),
        ("推进临江数据处2023年工作方案", None),
        ("班组2023年工作计划", None),
    ],
)
def test_the_title_of_a_plan_says_whose_it_is(title: str, issuer: str | None) -> None:
    assert _plan(f"{title}\n{TASKS}").issuer == issuer


REST = words("教育/厅 水务公/司 领导小/组 疾控中/心 检察/院 城投集/团 商业银/行 职业大/学 博物/馆 妇/联 各部/门")


@pytest.mark.parametrize("name", REST)
def test_a_name_that_a_line_end_cuts_in_a_cell(name: str) -> None:
    rows = (
        *("序号", "工作任务", "责任单位", "完成时限"),
        *("1", "推进河道治理，完成清淤", *f"临江市{name}".split("/"), "临江市水利局", "2023年6月底前"),
        *("2", "推进道路改造，完成南路", "临江市住建局", "2023年9月"),
        *("3", "推进公园绿化，补种树木", "临江市园林局", "9月20日"),
    )
    first = next(
        node for node, _ in _plan("2023年工作要点\n" + "\n".join(rows) + "\n").nodes() if node.kind == "measure"
    )
    assert [b.name for b in first.responsibility.bodies] == [f"临江市{name}".replace("/", ""), "临江市水利局"]


def test_a_level_alone_is_no_rest_of_a_name() -> None:
    rows = (
        *("序号", "工作任务", "责任单位", "备注"),
        *("1", "推进河道治理，完成清淤", "临江市水利局", "市"),
        *("2", "推进道路改造，完成南路", "临江市住建局", "县"),
        *("3", "推进公园绿化，补种树木", "临江市园林局", "市"),
    )
    plan = _plan("2023年工作要点\n" + "\n".join(rows) + "\n")
    names = [b.name for node, _ in plan.nodes() if node.kind == "measure" for b in node.responsibility.bodies]
    assert names == ["临江市水利局", "临江市住建局", "临江市园林局"]
