"""A ledger's file: read, and every entry validated, so that a mistake is shown with its line and column."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NoReturn

from kjplan.language import say
from kjplan.ledger.entries import ASSIGNED, LEDGER_VERSION, Alias, Assignment, Ledger, Progress, Task
from kjplan.storage.draft import Draft, Keys

TOP = ("ledger_version", "plan", "aliases", "tasks")
TASK = ("id", "was", "text", "assigned", "progress")
ASSIGNMENT = ("date", "target", "part", *ASSIGNED, "who")
PROGRESS = ("date", "target", "part", "value", "unit", "percent", "words", "evidence", "who")
ALIAS = ("name", "also")
"""The keys of each kind of mapping, in the order in which kjplan writes them."""

SAYS = ("value", "percent", "words", "evidence")
"""The keys of which a progress entry has at least one."""

TARGET_ID = re.compile(r"(?:A[0-9]+\.)?[GM][0-9.\-]+")
"""A target's id shifts when a plan is amended, so an entry names its target by words."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_ledger(text: str, where: str) -> Ledger:
    """The ledger in a YAML text.

    :param where: the file's name, for messages
    :raises PlanFileError: no YAML, no ledger, unknown keys, or values that make no sense, with line and column
    """
    from kjplan.storage.yaml_read import read_yaml

    return _Reader(read_yaml(text, where)).ledger()


class _Reader:
    """Takes a draft apart; every method raises PlanFileError with the place of what it cannot take."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def ledger(self) -> Ledger:
        data = self.draft.data
        if not isinstance(data, dict) or "ledger_version" not in data:
            what = say("不是台账文件（没有 ledger_version）", "no ledger (it has no ledger_version)")
            tip = say("kjplan ledger init 建立台账", "kjplan ledger init makes one")
            raise self.draft.error(what, self.draft.mark(()), tip)
        if data["ledger_version"] != LEDGER_VERSION or type(data["ledger_version"]) is not int:
            what = say("无法读取这个版本的台账", "this version of ledger cannot be read")
            tip = say(f"本程序读取版本 {LEDGER_VERSION}", f"this kjplan reads version {LEDGER_VERSION}")
            self._fail(f"{what} ({data['ledger_version']})", ("ledger_version",), tip)
        self._expect_keys(data, TOP, ())
        return Ledger(
            where=self.draft.where,
            plan=self._words(data, "plan", ()),
            aliases=self._list(data, "aliases", (), self._alias),
            tasks=self._list(data, "tasks", (), self._task),
        )

    def _fail(self, what: str, keys: Keys, tip: str | None = None) -> NoReturn:
        raise self.draft.error(what, self.draft.mark(keys), tip)

    def _expect_keys(self, data: Any, known: Sequence[str], keys: Keys) -> None:
        if not isinstance(data, dict):
            self._fail(
                say("应为键值对", "should be a mapping"), keys, say("可用的键：", "its keys: ") + ", ".join(known)
            )
        for key in data:
            if key not in known:
                what = say(f"没有 {key} 这一项", f"there is no key {key} here")
                self._fail(what, (*keys, key), say("可用：", "they are ") + ", ".join(known))

    def _list(self, data: dict[str, Any], name: str, keys: Keys, read: Callable[[Any, Keys], Any]) -> list[Any]:
        values = data.get(name)
        if values is None:
            return []
        if not isinstance(values, list):
            self._fail(say(f"{name} 应为列表，每条以“- ”开头", f"{name} should be a list"), (*keys, name))
        return [read(value, (*keys, name, n)) for n, value in enumerate(values)]

    def _words(self, data: dict[str, Any], name: str, keys: Keys, *, several: bool = False) -> str | None:
        """Words, or a number taken as words; with ``several`` also a list of them."""
        value = data.get(name)
        if several and isinstance(value, list) and all(isinstance(v, str) for v in value):
            value = "、".join(value)
        if isinstance(value, bool | list | dict):
            self._fail(say(f"{name} 应为文字", f"{name} should be words"), (*keys, name))
        return None if value is None else str(value).strip()

    def _required(self, data: dict[str, Any], name: str, keys: Keys) -> str:
        words = self._words(data, name, keys)
        if not words:
            self._fail(say(f"缺少 {name}", f"{name} is missing"), (*keys, name) if name in data else keys)
        return words

    def _number(self, data: dict[str, Any], name: str, keys: Keys) -> Decimal | None:
        value = data.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            tip = say("单位写在 unit 里", "the unit has a key of its own") if name == "value" else None
            self._fail(say(f"{name} 应为数字", f"{name} should be a number"), (*keys, name), tip)
        return Decimal(value)

    def _day(self, data: dict[str, Any], name: str, keys: Keys) -> date | None:
        words = self._words(data, name, keys)
        if words is None:
            return None
        day = _day_of(words) if _DAY.fullmatch(words) else None
        if day is None:
            what = say(f"{name} 应为日期，如 2022-06-30", f"{name} should be a day such as 2022-06-30")
            self._fail(what, (*keys, name))
        return day

    def _target(self, data: dict[str, Any], keys: Keys) -> str | None:
        words = self._words(data, "target", keys)
        if words is not None and TARGET_ID.fullmatch(words):
            what = say("target 应写指标的名称，不写编号", "target should be the indicator's name, not an id")
            self._fail(what, (*keys, "target"), say("编号会随要点修订而变", "ids shift when the plan is amended"))
        return words

    def _alias(self, data: Any, keys: Keys) -> Alias:
        self._expect_keys(data, ALIAS, keys)
        also = data.get("also")
        names = [also] if isinstance(also, str) else also
        if not isinstance(names, list) or not names or not all(isinstance(n, str) and n.strip() for n in names):
            self._fail(say("also 应为名称的列表", "also should be a list of names"), (*keys, "also"))
        return Alias(name=self._required(data, "name", keys), also=tuple(names))

    def _task(self, data: Any, keys: Keys) -> Task:
        self._expect_keys(data, TASK, keys)
        return Task(
            id=self._required(data, "id", keys),
            was=self._required(data, "was", keys),
            text=self._words(data, "text", keys),
            assigned=self._list(data, "assigned", keys, self._assignment),
            progress=self._list(data, "progress", keys, self._progress),
            at=int(keys[-1]),
            mark=self.draft.mark(keys),
        )

    def _assignment(self, data: Any, keys: Keys) -> Assignment:
        self._expect_keys(data, ASSIGNMENT, keys)
        given: dict[str, str | Decimal | None] = {}
        for name in ASSIGNED:
            if name in data:
                number = name == "baseline"
                given[name] = (
                    self._number(data, name, keys)
                    if number
                    else self._words(data, name, keys, several=name in ("lead", "support")) or None
                )
        if not given:
            self._fail(
                say("没有写明分派了什么", "it assigns nothing"), keys, say("可用：", "of ") + ", ".join(ASSIGNED)
            )
        return Assignment(
            given=given,
            date=self._day(data, "date", keys),
            target=self._target(data, keys),
            part=self._words(data, "part", keys),
            who=self._words(data, "who", keys),
            mark=self.draft.mark(keys),
        )

    def _progress(self, data: Any, keys: Keys) -> Progress:
        self._expect_keys(data, PROGRESS, keys)
        day = self._day(data, "date", keys)
        if day is None:
            self._fail(say("缺少 date", "date is missing"), keys)
        if all(data.get(name) is None for name in SAYS):
            self._fail(say("没有写明进展", "it reports nothing"), keys, say("可用：", "of ") + ", ".join(SAYS))
        if data.get("value") is not None and data.get("percent") is not None:
            self._fail(say("value 和 percent 只写一项", "give value or percent, not both"), (*keys, "percent"))
        return Progress(
            date=day,
            value=self._number(data, "value", keys),
            percent=self._number(data, "percent", keys),
            target=self._target(data, keys),
            mark=self.draft.mark(keys),
            **{name: self._words(data, name, keys) for name in ("unit", "words", "evidence", "part", "who")},
        )


def _day_of(words: str) -> date | None:
    """The day that is written so; None for 2022-02-30."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
