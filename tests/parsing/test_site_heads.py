"""What a page tells beside its document is read wherever the page puts it, and none of it becomes words of the plan."""

import pytest

import kjplan
from kjplan.model import Measure
from tests.parsing.heads_text import told
from tests.parsing.more_site_heads import MORE_HEADS
from tests.parsing.site_heads import HEADS, ITEMS

_TITLE = "青岚市2022年科技创新工作要点"


@pytest.mark.parametrize(
    ("text", "fields"), [case[1:] for case in HEADS + MORE_HEADS], ids=[case[0] for case in HEADS + MORE_HEADS]
)
def test_fields_of_a_page(text: str, fields: dict[str, object]) -> None:
    facts = told(text, fields)
    if "issuer" in facts and facts["issuer"] != fields["issuer"]:
        facts["issuer"] = kjplan.parse(text).document.publisher
    assert facts == fields
    plan = kjplan.parse(text)
    assert [task.title for task in plan.walk(Measure)] == ["强化平台建设", "强化人才引进"]
    assert [task.text.split("。")[0] for task in plan.walk(Measure)] == ["新建市级重点实验室5家", "引进高层次人才20名"]


@pytest.mark.parametrize("number", ["无", "——", "大 中 小"])
def test_a_number_that_says_there_is_none_is_none(number: str) -> None:
    head = f"索引号：011000319/2022-00009\n文号：{number}\n发布机构：青岚市科学技术局\n"
    assert kjplan.parse(f"{head}{_TITLE}\n{ITEMS}").document.document_number is None


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("归口科室：甲科\t主题分类：科技", "科技"),
        ("归口科室：甲科  主题分类：科技", "科技"),
        ("归口科室：甲科，主题分类：科技", None),
        ("归口科室：甲科\t乙科", None),
    ],
)
def test_a_label_behind_one_that_no_table_names(line: str, topic: str | None) -> None:
    head = f"索引号：011000319/2022-00009\n发布日期：2022-01-28\n{line}\n"
    assert kjplan.parse(f"{head}{_TITLE}\n{ITEMS}").document.topic == topic


@pytest.mark.parametrize(
    ("below", "title", "keywords"),
    [
        ("关于做好创新工作的通知", "关于做好创新工作的通知", []),
        ("科技 创新 通知", _TITLE, ["科技", "创新", "通知"]),
    ],
)
def test_a_title_below_an_empty_field_is_no_value_of_it(below: str, title: str, keywords: list[str]) -> None:
    head = f"索引号：011000319/2022-00009\n发布日期：2022-01-28\n主题词：\n{below}\n"
    plan = kjplan.parse(f"{head}{'' if below == title else _TITLE}\n{ITEMS}")
    assert (plan.title, plan.document.keywords) == (title, keywords)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("您当前所在的位置：网站首页 > 政务公开 > 工作要点", _TITLE),
        ("政务公开 > 法定主动公开内容 > 规划计划", _TITLE),
        ("青岚市科技局关于推动“一网>一平台”建设的通知", "青岚市科技局关于推动“一网>一平台”建设的通知"),
    ],
)
def test_the_path_of_a_page_is_no_title(line: str, title: str) -> None:
    text = f"{line}\n{ITEMS}" if title == line else f"{line}\n{_TITLE}\n{ITEMS}"
    assert kjplan.parse(text).title == title


@pytest.mark.parametrize(
    ("closing", "kept"),
    [
        ("特此通知。", False),
        ("请认真贯彻执行。", False),
        ("请各县结合实际抓好落实。", False),
        ("请各县按月报送进展情况。", True),
    ],
)
def test_what_closes_a_notice_is_no_task_of_it(closing: str, kept: bool) -> None:
    text = f"关于做好2022年科技创新工作的通知\n各县科技局：\n{ITEMS}{closing}\n青岚市科学技术局\n2022年1月25日\n"
    plan = kjplan.parse(text)
    assert [closing in task.text for task in plan.walk(Measure)] == [False, kept]
