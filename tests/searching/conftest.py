"""A cache of the tests' own, and a plan with names that no dictionary has."""

import pytest

import kjplan
from kjplan.model import Plan
from kjplan.searching import cutting

TEXT = """2023年工作要点
一、主要目标
1.万人高价值发明专利拥有量达到7件。
2.新增企业10家。
二、重点任务
(一)建设平台
1.建设云岭实验室。推动云岭实验室落地航空港区,落实“甬科贷”政策,AI和R&D项目10个。
2.培育企业。服务企业,壮大企业队伍,制定《云岭实验室管理办法》。
(二)服务人才
3.集聚人才。集聚人才,留住人才,用好人才,人才平台对接企业。
4.做好统计。Ｗｅｂ平台上线。
"""


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Dictionaries are kept in a folder of this run, made once."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture
def unloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """No dictionary is loaded yet."""
    monkeypatch.setattr(cutting, "_loaded", None)


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The plan of ``TEXT``."""
    return kjplan.parse(TEXT)
