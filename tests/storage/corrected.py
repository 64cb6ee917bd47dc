"""A small notice with a mistake in it, and corrections laid over it."""

from pathlib import Path
from typing import Any

from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.reading import from_text
from kjplan.storage.corrections import overlay
from kjplan.storage.corrections.laying import Overlay
from kjplan.storage.yaml_write import dump_data

NOTICE = """甲市科学技术局关于印发《2022年工作要点》的通知
各区县：
现印发给你们，请认真贯彻执行。
甲市科学技术局
2022年3月25日
2022年工作要点
一、主要目标
1.新增企业1000家以上，技术合同成交额达到400亿元。
2.新建平台50家。
二、重点任务
1.建没平台。市财政局会同甲市大学建设平台，建成三家。
2.培育企业。培育企业十家，年底前完成。
3.引进人才。引进人才百名。
"""

TITLE = "- {id: M1, field: title, was: 建没平台, value: 建设平台}\n"


def plan_of(text: str = NOTICE) -> Plan:
    return parse_source(from_text(text, "notice.txt")).plan


def laid(fixes: str, text: str = NOTICE) -> Overlay:
    parsed = parse_source(from_text(text, "notice.txt"))
    return overlay(Path("notice.txt"), parsed.plan, fixes, parsed.source)


def states(fixes: str, text: str = NOTICE) -> list[tuple[str, str | None]]:
    return [(outcome.state, outcome.at) for outcome in laid(fixes, text).outcomes]


def node(plan: Plan, id: str) -> Any:
    owners: list[Any] = [n for n, _ in plan.nodes()]
    return next(owner for owner in [*owners, *plan.targets] if owner.id == id)


def entry(**keys: Any) -> str:
    return dump_data([keys])


def renumbered() -> str:
    """The same measures, with one put before them."""
    head, _, tail = NOTICE.partition("二、重点任务\n")
    measures = tail.splitlines()
    new = ["1.办好会展。办会一次。", *(f"{n}.{line[2:]}" for n, line in enumerate(measures, 2))]
    return head + "二、重点任务\n" + "\n".join(new) + "\n"
