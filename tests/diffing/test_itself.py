"""A plan is identical with itself, with or without tasks. All texts are invented."""

import pytest

import kjplan

TEXTS = [
    "甲江市粮库管理办法\n一、总体要求\n坚持安全第一。\n二、组织实施\n由市粮食局负责解释。\n",
    "甲江市粮库管理办法\n一、总体要求\n二、组织实施\n三、附则\n",
    "2026年甲江市粮库工作计划\n一、总体要求\n坚持安全第一。\n二、重点任务\n1.新建粮库。年内新建粮库5座。\n2.修缮渡口。检查渡船。\n三、组织实施\n加强领导。\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_plan_is_identical_with_itself(text: str) -> None:
    plan = kjplan.parse(text)
    assert kjplan.diff(plan, plan).identical
    assert kjplan.diff(plan, kjplan.loads(kjplan.dumps(plan))).identical


def test_forms_of_other_documents_are_not_paired() -> None:
    other = "乙河县渡口收费规定\n一、总体要求\n渡口由县水务局管理。\n二、收费标准\n每人每次2元。\n三、组织实施\n由县水务局组织。\n"
    found = kjplan.diff(kjplan.parse(TEXTS[0]), kjplan.parse(other))
    assert all(row.old is None or row.new is None for row in found.sections)
