"""YAML text to a validated plan.

The file may come from anywhere, so it is read event by event: an alias, a tag or nesting without end is refused where
it is met, before anything is built from it, and the line and column of each value are kept for the messages. Only
``null``, ``true``, ``false`` and plain numbers are no strings: a date or 12:30 stays the words that stand there.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kjplan.language import say
from kjplan.model import SCHEMA_VERSION, Plan
from kjplan.storage.draft import MAX_DEPTH, Draft, Keys, Mark

_CONSTANTS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
"""Half of a surrogate pair, as text decoded with errors may hold: libyaml refuses it, PyYAML's own scanner reads it."""


def load_plan_text(text: str, where: str, *, as_json: bool | None = None) -> Plan:
    """The plan that a YAML or JSON text holds, validated.

    :param text: the content of the file
    :param where: the file's name, for messages
    :param as_json: whether the text is JSON; None goes by the name
    :raises PlanFileError: no YAML, no plan, another version of the format, or values that the model does not allow
    """
    if where.lower().endswith(".json") if as_json is None else as_json:
        from kjplan.storage.json_read import read_json

        draft = read_json(text, where)
    else:
        draft = read_yaml(text, where)
    _expect_plan(draft)
    from kjplan.storage.validation import validate

    return validate(draft)


def read_yaml(text: str, where: str) -> Draft:
    """The one document of a YAML text.

    :raises PlanFileError: bad YAML, or what no plan needs: aliases, tags, keys that are no words or stand twice
    """
    import yaml

    draft = Draft(where)
    builder = _Builder(draft)
    try:
        for event in yaml.parse(text, Loader=loader_for(text)):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = _mark(error.problem_mark) if error.problem_mark else None
        # LibYAML gives up on deep nesting before it reports the events that would be counted here.
        if "nesting depth" in (error.problem or ""):
            raise draft.error(say("嵌套过深", "nested too deeply"), mark) from error
        raise draft.error(say("不是有效的 YAML", "no valid YAML") + f" ({error.problem})", mark) from error
    except yaml.reader.ReaderError as error:
        raise draft.error(say("不是有效的 YAML", "no valid YAML") + f" ({error.reason})") from error
    return draft


def loader_for(text: str) -> Any:
    """The quickest of PyYAML's loaders that reads this text."""
    import yaml

    exact = not yaml.__with_libyaml__ or _SURROGATE.search(text)
    return yaml.SafeLoader if exact else yaml.CSafeLoader


def _expect_plan(draft: Draft) -> None:
    """Raise unless this is a plan in a version that can be read."""
    if draft.data is None:
        raise draft.error(say("文件是空的", "the file is empty"))
    if not isinstance(draft.data, dict) or "schema_version" not in draft.data:
        what = say("不是工作要点文件（没有 schema_version）", "no plan (it has no schema_version)")
        raise draft.error(what, tip=say("kjplan parse 把通知变成这样的文件", "kjplan parse makes one from a notice"))
    version = draft.data["schema_version"]
    if version != SCHEMA_VERSION or type(version) is not int:
        what = say(f"版本 {version} 的格式无法读取", f"format version {version} cannot be read")
        tip = say(f"本程序读取版本 {SCHEMA_VERSION}", f"this kjplan reads version {SCHEMA_VERSION}")
        raise draft.error(what, draft.mark(("schema_version",)), tip)


def _mark(mark: Any) -> Mark:
    """PyYAML's mark, counted from 1."""
    return mark.line + 1, mark.column + 1


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been met; ``key`` is the one that waits for its value."""

    value: Any
    keys: Keys
    key: str | None = None


class _Builder:
    """Puts values together from events; a stack of its own, so that depth costs no recursion."""

    def __init__(self, draft: Draft) -> None:
        import yaml

        self.yaml = yaml
        self.draft = draft
        self.open: list[_Open] = []

    def take(self, event: Any) -> None:
        """Take the next event in."""
        if isinstance(event, self.yaml.NodeEvent):
            self._node(event)
        elif isinstance(event, self.yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, self.yaml.DocumentStartEvent) and () in self.draft.marks:
            raise self.draft.error(say("含有多个文档", "more than one document"), _mark(event.start_mark))

    def _node(self, event: Any) -> None:
        mark = _mark(event.start_mark)
        self._refuse(event, mark)
        holder = self.open[-1] if self.open else None
        if holder and isinstance(holder.value, dict) and holder.key is None:
            holder.key = self._key(event, holder.value, mark)
            return
        value = _scalar(event) if isinstance(event, self.yaml.ScalarEvent) else self._collection(event)
        keys = self._attach(holder, value)
        self.draft.marks[keys] = mark
        if isinstance(event, self.yaml.CollectionStartEvent):
            self.open.append(_Open(value, keys))

    def _refuse(self, event: Any, mark: Mark) -> None:
        """Raise for what no plan needs and a hostile file may hold."""
        if isinstance(event, self.yaml.AliasEvent):
            raise self.draft.error(say("不支持 YAML 别名（*）", "YAML aliases (*) are not supported"), mark)
        if event.tag is not None:
            raise self.draft.error(say("不支持 YAML 标签（!）", "YAML tags (!) are not supported"), mark)
        if len(self.open) > MAX_DEPTH:
            raise self.draft.error(say("嵌套过深", "nested too deeply"), mark)

    def _key(self, event: Any, holder: dict[str, Any], mark: Mark) -> str:
        if not isinstance(event, self.yaml.ScalarEvent):
            raise self.draft.error(say("键必须是文字", "a key must be a word"), mark)
        key: str = event.value
        if key in holder:
            raise self.draft.error(say(f"重复的键：{key}", f"the key {key} stands twice"), mark)
        return key

    def _collection(self, event: Any) -> Any:
        return {} if isinstance(event, self.yaml.MappingStartEvent) else []

    def _attach(self, holder: _Open | None, value: Any) -> Keys:
        """Put a value where it belongs; its keys."""
        if holder is None:
            self.draft.data = value
            return ()
        if holder.key is None:
            holder.value.append(value)
            return (*holder.keys, len(holder.value) - 1)
        key, holder.key = holder.key, None
        holder.value[key] = value
        return (*holder.keys, key)


def _scalar(event: Any) -> Any:
    """A scalar's value: quoted ones are strings; plain ones are constants or exact numbers where they look like it."""
    words: str = event.value
    if not event.implicit[0]:
        return words
    if words in _CONSTANTS:
        return _CONSTANTS[words]
    if _INTEGER.fullmatch(words):
        return int(words)
    return Decimal(words) if _DECIMAL.fullmatch(words) else words
