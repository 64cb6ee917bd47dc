"""A small plan with one target of each kind, and ledgers for it; all words are the tests' own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import kjplan
from kjplan import language
from kjplan.ledger.book import Book
from kjplan.ledger.reading import read_ledger
from kjplan.ledger.writing import new_ledger
from kjplan.model import Plan

NOTICE = """某市2022年粮油工作要点
一、主要目标
1.粮食产量达到600万吨。
2.粮库机械化覆盖率达到65%。
二、重点任务
1.培育粮油企业。新增粮油企业120家。
2.新建粮库。新建粮库24座，扩建粮库10座。
3.抓好巡查。每季度开展一次粮库巡查。（市粮食局牵头，市财政局配合，6月底前完成）
4.控制损耗。粮食损耗率控制在5%以内。
5.做好宣传。办好粮食宣传周。
"""

AMENDED = """某市2022年粮油工作要点（修订）
一、主要目标
1.粮食产量达到600万吨。
2.粮库机械化覆盖率达到65%。
二、重点任务
1.压实责任。县乡两级层层签订责任书。
2.培育粮油企业。新增粮油企业120家。
3.新建粮库。新建粮库30座，扩建粮库10座。
4.抓好粮库巡查。每季度开展一次粮库巡查。（市粮食局牵头，市财政局配合，6月底前完成）
5.控制损耗。粮食损耗率控制在5%以内。
"""
"""The same in July: a measure put in front, a target raised, a title changed, the last measure dropped."""


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    language.choose("zh")
    yield
    language.choose(None)


@pytest.fixture(scope="session")
def plan() -> Plan:
    return kjplan.parse(NOTICE)


@pytest.fixture(scope="session")
def amended() -> Plan:
    return kjplan.parse(AMENDED)


@pytest.fixture
def path(tmp_path: Path, plan: Plan) -> Path:
    """A ledger in which nothing is entered, beside its plan."""
    (tmp_path / "workplan_2022.yaml").write_text(kjplan.dumps(plan), encoding="utf-8")
    file = tmp_path / "ledger_2022.yaml"
    file.write_text(new_ledger(plan, "workplan_2022.yaml"), encoding="utf-8")
    return file


MakeBook = Callable[..., Book]


@pytest.fixture
def book(plan: Plan) -> MakeBook:
    """A ledger for the plan, its tasks given as YAML without ``ledger_version``."""

    def make(tasks: str, plan: Plan = plan) -> Book:
        return Book(plan, read_ledger(f"ledger_version: 1\n{tasks}", "ledger.yaml"))

    return make
