"""A ledger that people write: what is taken, and each mistake shown with its line and column."""

from datetime import date
from decimal import Decimal

import pytest

from kjplan import language
from kjplan.errors import PlanFileError
from kjplan.ledger.reading import read_ledger

WHOLE = """# 台账
ledger_version: 1
plan: workplan_2022.yaml
aliases:
- name: 市粮食和储备局
  also: [市粮食局, 市粮储局]
tasks:
- id: M1
  was: 培育粮油企业
  assigned:
  - date: 2022-03-01
    lead: [市粮食局, 市财政局]
    person: 012
    due: 2022-06-30
    baseline: 80.5
  - person: null
  progress:
  - date: 2022-06-30
    target: 粮油企业
    value: 60
    evidence: 某粮〔2022〕3号
"""


def test_what_people_write_is_taken() -> None:
    ledger = read_ledger(WHOLE, "l.yaml")
    (task,) = ledger.tasks
    first, second = task.assigned
    assert first.given == {
        "lead": "市粮食局、市财政局", "person": "012", "due": "2022-06-30", "baseline": Decimal("80.5")
    }  # fmt: skip
    assert (first.date, second.date, second.given) == (date(2022, 3, 1), None, {"person": None})
    (report,) = task.progress
    assert (report.date, report.value, report.target) == (date(2022, 6, 30), Decimal(60), "粮油企业")
    assert report.mark == (18, 5)
    assert ledger.canonical("市粮储局") == "市粮食和储备局" and ledger.canonical("市财政局") == "市财政局"


@pytest.mark.parametrize(
    ("old", "new", "place", "what"),
    [
        ("ledger_version: 1", "version: 1", "2:1", "no ledger"),
        ("ledger_version: 1", "ledger_version: 2", "2:17", "this version of ledger cannot be read"),
        ("plan: ", "plans: ", "3:8", "there is no key plans here"),
        ("  was: 培育粮油企业\n", "", "8:3", "was is missing"),
        ("also: [市粮食局, 市粮储局]", "also: []", "6:9", "also should be a list of names"),
        ("date: 2022-03-01", "date: 2022-02-30", "11:11", "should be a day such as"),
        ("date: 2022-03-01", "date: 3月1日", "11:11", "should be a day such as"),
        ("person: 012", "persons: 012", "13:14", "there is no key persons here"),
        ("baseline: 80.5", "baseline: 80家", "15:15", "baseline should be a number"),
        ("person: null", "who: 甲", "16:5", "it assigns nothing"),
        ("value: 60", "value: 60家", "20:12", "value should be a number"),
        ("value: 60", "percent: 60\n    value: 6", "20:14", "value or percent, not both"),
        ("value: 60\n    evidence: 某粮〔2022〕3号", "who: 甲", "18:5", "it reports nothing"),
        ("target: 粮油企业", "target: M1.1", "19:13", "the indicator's name, not an id"),
        ("  - date: 2022-06-30\n    target: 粮油企业", "  - target: 粮油企业", "18:5", "date is missing"),
        ("  - person: null", "  - 张三", "16:5", "should be a mapping"),
        ("plan: workplan_2022.yaml", "plan: [甲]", "3:7", "plan should be words"),
        ("  also: [市粮食局, 市粮储局]\ntasks:", "  also: 甲\ntasks: 无\nplan_: ", "9:1", "there is no key plan_"),
    ],
)
def test_a_mistake_is_shown_where_it_stands(old: str, new: str, place: str, what: str) -> None:
    language.choose("en")
    assert old in WHOLE
    with pytest.raises(PlanFileError) as caught:
        read_ledger(WHOLE.replace(old, new, 1), "l.yaml")
    assert what in caught.value.what
    assert str(caught.value.where).startswith(f"l.yaml:{place}")


def test_bad_yaml_is_shown_where_it_stands() -> None:
    with pytest.raises(PlanFileError, match=r"l\.yaml:2:"):
        read_ledger("ledger_version: 1\n- x\n", "l.yaml")
