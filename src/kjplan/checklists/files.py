"""A task table of one's own: which profile a name means, and profiles that people write in YAML.

The file is a mapping. ``columns`` lists the columns: a fact (``lead``), a fact under another heading
(``lead: 责任处室``), the same with a width (``{fact: lead, heading: 责任处室, width: 8}``), or a column that is empty
until people fill it in (``{heading: 联系电话}``). docs/checklists.md has an example.
"""

from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn, get_args

from kjplan.checklists.profiles import DEFAULT, FACTS, NOT_STATED, PROFILES, By, Profile, ProfileColumn
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.storage.draft import Draft

_FACTS: dict[str, ProfileColumn] = {str(fact): column for fact, column in FACTS.items()}
_WIDTHS = range(2, 81)
"""Chinese characters; a line of A4 landscape holds about 70."""
_OPEN_WIDTH = 6
"""Width of a column for people to fill in, where the file gives none."""
_SUFFIXES = (".yaml", ".yml")


def find_profile(name: str | None) -> Profile:
    """The profile that a name means: one that is shipped, or a YAML file; the default for None.

    :raises KjplanError: there is neither
    :raises PlanFileError: the file is no profile; line and column are named
    """
    if name is None:
        return DEFAULT
    if name in PROFILES:
        return PROFILES[name]
    path = Path(name)
    if path.suffix.lower() in _SUFFIXES or path.is_file():
        return load_profile(path)
    near = get_close_matches(name, PROFILES)
    tip = say("可用：", "there are: ") + ", ".join(near or PROFILES)
    raise KjplanError(
        say("没有这种表", "no such profile"), name, tip + say("，或一个 .yaml 文件", ", or a .yaml file of your own")
    )


def load_profile(path: Path) -> Profile:
    """The profile in a YAML file.

    :raises KjplanError: the file cannot be read
    :raises PlanFileError: it is no profile; line and column are named
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or say("不是 UTF-8 文本", "not UTF-8")
        raise KjplanError(say("无法读取", "cannot be read") + f" ({reason})", str(path)) from error
    return read_profile(text, str(path), name=path.stem)


def read_profile(text: str, where: str, *, name: str) -> Profile:
    """The profile in a YAML text.

    :param where: the file's name, for messages
    :param name: what the profile is called
    :raises PlanFileError: no YAML, unknown keys or facts, values of the wrong kind, no columns
    """
    from kjplan.storage.yaml_read import read_yaml

    return _Reading(read_yaml(text, where)).profile(name)


class _Reading:
    """A file on its way to a profile."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def profile(self, name: str) -> Profile:
        """The profile, or the first thing that is wrong, with its place."""
        data = self.draft.data
        if not isinstance(data, dict):
            self._fail(say("应为键值对，其中有 columns", "should be a mapping with the key columns"))
        self._expect(data, ("title", "by", "first_leads", "not_stated", "columns"))
        if "columns" not in data:
            self._fail(say("缺少 columns", "columns is missing"))
        title = self._words("title", data.get("title", DEFAULT.title))
        absent = self._words("not_stated", data["not_stated"]) if "not_stated" in data else None
        first_leads = data.get("first_leads", False)
        if not isinstance(first_leads, bool):
            self._fail(say("应为 true 或 false", "should be true or false"), "first_leads")
        return Profile(
            name=name,
            zh=title,
            en=title,
            columns=self._columns(data["columns"]),
            by=self._by(data.get("by")),
            first_leads=first_leads,
            not_stated=(absent, absent) if absent else NOT_STATED,
        )

    def _by(self, value: Any) -> By | None:
        for known in get_args(By):
            if value == known:
                return known  # type: ignore[no-any-return]
        if value is not None:
            self._fail(say(f"不能按 {value} 分组", f"there is no grouping by {value}"), "by", known=get_args(By))
        return None

    def _columns(self, data: Any) -> tuple[ProfileColumn, ...]:
        if not isinstance(data, list) or not data:
            self._fail(say("应为列的列表", "should be a list of columns"), "columns")
        found = tuple(self._column(n, entry) for n, entry in enumerate(data))
        seen: set[str] = set()
        for n, column in enumerate(found):
            if column.fact is not None and column.fact in seen:
                self._fail(say(f"{column.fact} 列了两次", f"the column {column.fact} stands twice"), "columns", n)
            seen.add(column.fact or "")
        return found

    def _column(self, n: int, entry: Any) -> ProfileColumn:
        if isinstance(entry, str):
            return self._fact(entry, n)
        if not isinstance(entry, dict) or not entry:
            self._fail(say("应为一列", "should be a column"), "columns", n)
        if len(entry) == 1 and "heading" not in entry:
            ((fact, heading),) = entry.items()
            column = self._fact(heading, n, fact) if fact == "fact" else self._fact(fact, n, fact)
            return column if fact == "fact" else self._headed(column, heading, n, fact)
        self._expect(entry, ("fact", "heading", "width"), "columns", n)
        if "fact" in entry:
            column = self._fact(entry["fact"], n, "fact")
        elif "heading" in entry:
            column = ProfileColumn(None, "", "", _OPEN_WIDTH)
        else:
            self._fail(say("缺少 fact 或 heading", "a column needs fact or heading"), "columns", n)
        if "heading" in entry:
            column = self._headed(column, entry["heading"], n, "heading")
        return replace(column, width=self._width(entry["width"], n)) if "width" in entry else column

    def _fact(self, fact: Any, *keys: str | int) -> ProfileColumn:
        column = _FACTS.get(fact) if isinstance(fact, str) else None
        if column is None:
            self._fail(say(f"没有 {fact} 这一列", f"there is no column {fact}"), "columns", *keys, known=_FACTS)
        return column

    def _headed(self, column: ProfileColumn, heading: Any, *keys: str | int) -> ProfileColumn:
        words = self._words("columns", heading, *keys)
        return replace(column, zh=words, en=words)

    def _width(self, width: Any, n: int) -> int:
        if not isinstance(width, int) or width not in _WIDTHS:
            what = say("应为 2 到 80 的整数（汉字数）", "should be a whole number from 2 to 80 (Chinese characters)")
            self._fail(what, "columns", n, "width")
        return width

    def _words(self, key: str, value: Any, *keys: str | int) -> str:
        """A value that is words; a number is taken as it is written."""
        if isinstance(value, bool) or not isinstance(value, str | int | Decimal) or not str(value).strip():
            self._fail(say("应为文字", "should be words"), key, *keys)
        return str(value).strip()

    def _expect(self, data: dict[str, Any], known: tuple[str, ...], *keys: str | int) -> None:
        for key in data:
            if key not in known:
                self._fail(say(f"没有 {key} 这一项", f"{key} is no key of a profile"), *keys, key, known=known)

    def _fail(self, what: str, *keys: str | int, known: Any = ()) -> NoReturn:
        tip = say("可用：", "there are: ") + ", ".join(known) if known else None
        raise self.draft.error(what, self.draft.mark(keys), tip)
