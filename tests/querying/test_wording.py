"""Facts in table cells: the words of the text, nothing said twice."""

from decimal import Decimal
from typing import Any

import pytest

from kjplan.model import Deadline, Item, Measure, Responsibility, ResponsibleBody, Target
from kjplan.querying import wording


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"verb": "突破", "quote": "突破2.6%", "comparator": "gt"}, "甲：突破2.6%"),
        ({"verb": "新增", "quote": "1000家"}, "甲：新增1000家"),
        ({"verb": "新培育", "hedge": "力争", "quote": "1000家以上", "comparator": "ge"}, "甲：力争新培育1000家以上"),
        ({"hedge": "力争", "quote": "力争达到5件", "verb": "达到"}, "甲：力争达到5件"),
        ({"scope": "全市", "verb": "达到", "quote": "达到65%"}, "全市甲：达到65%"),
        # transcribed: no quote, so a sign says how the value binds
        ({"comparator": "ge", "value": Decimal("4E+1"), "unit": "亿元"}, "甲：≥40亿元"),
        ({"comparator": "range", "value": Decimal("4.50"), "value_max": Decimal("5"), "unit": "%"}, "甲：4.50–5%"),
        ({}, "甲"),
    ],
)
def test_target_words(fields: dict[str, Any], expected: str) -> None:
    assert wording.target_words(Target(indicator="甲", **fields)) == expected


def test_a_scope_inside_the_indicator_is_not_said_twice() -> None:
    assert wording.target_words(Target(indicator="全市甲", scope="全市", quote="65%")) == "全市甲：65%"


@pytest.mark.parametrize(
    ("bodies", "lead", "support"),
    [
        ([], "", ""),
        ([("甲", "lead"), ("乙", "support"), ("丙", "support")], "甲", "乙、丙"),
        ([("甲", "joint"), ("乙", "joint")], "甲、乙（共同负责）", ""),
        ([("甲", "lead"), ("乙", "joint"), ("丙", "joint")], "甲；乙、丙（共同负责）", ""),
    ],
)
def test_bodies_by_role(bodies: list[tuple[str, Any]], lead: str, support: str) -> None:
    said = Responsibility(stated=bool(bodies), bodies=[ResponsibleBody(name=n, role=r) for n, r in bodies])
    assert (wording.lead_words(said), wording.support_words(said)) == (lead, support)


def test_due_words_once_each() -> None:
    due = [Deadline(text="6月底前"), Deadline(text="年底前"), Deadline(text="6月底前")]
    assert wording.due_words(due) == "6月底前、年底前"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Item(number="1", marker="（1）", title="选址", text="年内完成。"), "（1）选址。年内完成。"),
        (Item(number="1", marker="（1）", title="选址"), "（1）选址"),
        (Item(marker="一是", text="加强宣传。"), "一是加强宣传。"),
    ],
)
def test_item_words(item: Item, expected: str) -> None:
    assert wording.item_words(item) == expected


def test_full_text_has_no_blank_lines() -> None:
    assert wording.full_text(Measure(items=[Item(text="甲。"), Item(text="乙。")])) == "甲。\n乙。"


def test_points_counted_in_the_text_are_not_said_twice() -> None:
    counted = [Item(number="一", marker="一是", text="扩容"), Item(number="二", marker="二是", text="提质")]
    assert wording.full_text(Measure(text="一是扩容；二是提质。", items=counted)) == "一是扩容；二是提质。"
