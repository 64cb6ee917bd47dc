"""A file of corrections: read, and each entry validated by itself, so that a mistake is shown where it stands."""

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, NoReturn

from kjplan.language import say
from kjplan.model import SCHEMA_VERSION, Document, Notice, Plan, Target
from kjplan.storage.codec import NODES
from kjplan.storage.corrections.entry import Change, Correction, correctable, element_of, holds_list, kinds_of
from kjplan.storage.draft import Draft, Keys, Mark

REQUIRED = ("id", "field", "was")
CHANGES: dict[str, Change] = {"value": "set", "add": "add", "drop": "drop"}
"""The key that says what is right, of which an entry has one."""
NOTES = ("why", "who", "date")
"""Keys for people."""


def read_fixes(text: str, where: str) -> list[Correction]:
    """The corrections in a YAML text; an empty text has none.

    :param where: the file's name, for messages
    :raises PlanFileError: no YAML, unknown keys or fields, values that the model does not allow, two values for one field
    """
    from kjplan.storage.yaml_read import read_yaml

    draft = read_yaml(text, where)
    if draft.data is None:
        return []
    if not isinstance(draft.data, list):
        what = say("应为更正的列表，每条以“- ”开头", "should be a list of corrections, each beginning with “- ”")
        raise draft.error(what, draft.mark(()), _example())
    found = [_Entry(draft, n, entry).read() for n, entry in enumerate(draft.data)]
    _refuse_repeats(draft, found)
    return found


def _example() -> str:
    return say("例如：", "such as ") + "- {id: M11, field: title, was: 壮大企业, value: 壮大企业规模}"


def _refuse_repeats(draft: Draft, found: list[Correction]) -> None:
    """Raise where a field is given two values: neither could be said to hold."""
    first: dict[tuple[str, str], Correction] = {}
    for correction in found:
        if correction.change != "set":
            continue
        name = f"{correction.id} {correction.field}"
        former = first.setdefault((correction.id, correction.field), correction)
        if former is not correction:
            line = former.mark[0] if former.mark else 0
            what = say(f"{name} 更正了两次", f"{name} is corrected twice")
            raise draft.error(what, correction.mark, say(f"第一次在第 {line} 行", f"first in line {line}"))


@dataclass(slots=True)
class _Part(Draft):
    """The smallest plan that holds an entry's value; its places are those of the value in the file."""

    outer: Draft | None = None
    keys: Keys = ()
    """The way to the value in the file."""
    depth: int = 0
    """How many keys lead to the value in this plan."""

    def mark(self, keys: Keys) -> Mark | None:
        """Line and column in the file of corrections."""
        assert self.outer is not None
        return self.outer.mark((*self.keys, *keys[self.depth :]))


class _Entry:
    """An entry on its way to a correction."""

    def __init__(self, draft: Draft, number: int, data: Any) -> None:
        self.draft = draft
        self.number = number
        self.data = data

    def read(self) -> Correction:
        """The correction.

        :raises PlanFileError: saying what is wrong with the entry, and where
        """
        self._expect_keys()
        change = self._change()
        kind = self._kind(change)
        raw = self.data[change]
        value = self._drop(kind, raw) if change == "drop" else self._value(kind, change, raw)
        return Correction(
            id=self.data["id"],
            kind=kind,
            field=self.data["field"],
            was=self._was(),
            change=CHANGES[change],
            value=value,
            raw=raw,
            mark=self.draft.mark((self.number,)),
            **{name: self._note(name) for name in NOTES},
        )

    def _fail(self, what: str, *keys: str | int, tip: str | None = None) -> NoReturn:
        raise self.draft.error(what, self.draft.mark((self.number, *keys)), tip)

    def _expect_keys(self) -> None:
        if not isinstance(self.data, dict):
            self._fail(say("应为键值对", "should be a mapping"), tip=_example())
        for key in self.data:
            if key not in (*REQUIRED, *CHANGES, *NOTES):
                known = ", ".join((*REQUIRED, *CHANGES, *NOTES))
                what = say(f"更正没有 {key} 这一项", f"{key} is no key of a correction")
                self._fail(what, key, tip=say("可用：", "they are ") + known)
        for key in REQUIRED:
            if key not in self.data:
                tip = None
                if key == "was":
                    tip = say("was 写现在的值，或原文的字句", "was: the present value, or words of the notice")
                self._fail(say(f"更正缺少 {key}", f"the correction lacks {key}"), tip=tip)
        for key in ("id", "field"):
            if not isinstance(self.data[key], str):
                self._fail(say(f"{key} 应为文字", f"{key} should be a string"), key)

    def _change(self) -> str:
        given = [key for key in CHANGES if key in self.data]
        if len(given) != 1:
            self._fail(say("value、add、drop 应有且只有一项", "one of value, add and drop is needed, and only one"))
        return given[0]

    def _was(self) -> str:
        """What the correction stands on, as words."""
        from kjplan.storage.corrections.places import bare

        was = self.data["was"]
        if isinstance(was, bool):
            was = str(was).lower()
        if not isinstance(was, str | int | Decimal) or not bare(str(was)):
            what = say("was 应为现在的值，或原文的字句", "was should be the present value, or words of the notice")
            self._fail(what, "was")
        return str(was)

    def _note(self, name: str) -> str | None:
        note = self.data.get(name)
        if isinstance(note, dict | list):
            self._fail(say(f"{name} 应为文字", f"{name} should be a string"), name)
        return None if note is None else str(note)

    def _kind(self, change: str) -> type:
        """The class that an id and a field mean together."""
        kinds = kinds_of(self.data["id"])
        if not kinds:
            what = say(f"{self.data['id']} 不是 id", f"{self.data['id']} is no id")
            tip = say("id 如", "ids are like") + " M11, G4, S3.2, M11.1, document, plan, notice"
            self._fail(what, "id", tip=tip)
        field = self.data["field"]
        fitting = [kind for kind in kinds if field in correctable(kind)]
        if not fitting:
            self._fail_field(kinds, field)
        # A target has one date for due, a goal or measure a list of deadlines.
        lists = [kind for kind in fitting if holds_list(correctable(kind)[field])]
        wants_list = change != "value" or isinstance(self.data["value"], list)
        kind = (lists if wants_list and lists else [k for k in fitting if k not in lists] or fitting)[0]
        if change != "value" and kind not in lists:
            self._fail(say(f"{field} 不是列表，请用 value", f"{field} is no list, use value"), change)
        return kind

    def _fail_field(self, kinds: tuple[type, ...], field: str) -> NoReturn:
        from difflib import get_close_matches

        names = list(dict.fromkeys(name for kind in kinds for name in correctable(kind)))
        what = say(f"{self.data['id']} 没有可更正的 {field}", f"{self.data['id']} has no field {field} to correct")
        near = get_close_matches(field, names)
        tip = (
            say("是不是 ", "did you mean ") + ", ".join(near) if near else say("可用：", "they are ") + ", ".join(names)
        )
        self._fail(what, "field", tip=tip)

    def _value(self, kind: type, change: str, raw: Any) -> Any:
        """The value as the model has it, validated in the smallest plan that can hold it."""
        from kjplan.storage.validation import validate

        names = self.data["field"].split(".")
        data, base = _smallest(kind, names, [raw] if change == "add" else raw)
        inner: Keys = (*base, *names, 0) if change == "add" else (*base, *names)
        part = _Part(self.draft.where, data, outer=self.draft, keys=(self.number, change), depth=len(inner))
        found: Any = validate(part, within=len(base))
        for key in inner:
            found = found[key] if isinstance(key, int) else getattr(found, key)
        return found

    def _drop(self, kind: type, raw: Any) -> Any:
        """The words or the fields that tell the element to drop."""
        if isinstance(raw, dict) and raw:
            element = element_of(kind, self.data["field"])
            known = [f.name for f in fields(element)] if element else []
            for key in raw:
                if key not in known:
                    self._fail(say(f"{key} 不是可用的项", f"{key} is no key of the format"), "drop", key)
            return raw
        if isinstance(raw, dict | list | bool) or raw is None or not str(raw).strip():
            self._fail(say("drop 应为字句，或几项键值", "drop should be words, or some keys and values"), "drop")
        return str(raw)


def _smallest(kind: type, names: list[str], value: Any) -> tuple[dict[str, Any], Keys]:
    """The smallest plan in which a field of some class has a value, and the way to that object."""
    for name in reversed(names):
        value = {name: value}
    plan: dict[str, Any] = {"schema_version": SCHEMA_VERSION}
    if kind is Plan:
        return plan | value, ()
    if kind is Document:
        return plan | {"document": value}, ("document",)
    if kind is Notice:
        return plan | {"notice": {"title": "", **value}}, ("notice",)
    if kind is Target:
        return plan | {"parts": [{"kind": "measure", "targets": [value]}]}, ("parts", 0, "targets", 0)
    name = next(name for name, cls in NODES.items() if cls is kind)
    return plan | {"parts": [{"kind": name, **value}]}, ("parts", 0)
