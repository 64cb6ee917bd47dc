"""Which columns a task table has, and what it calls them: every office has a table of its own.

The headings of the shipped profiles are those of published tables of real offices, except 目标值, which none of them
has and kjplan adds. People write profiles of their own in YAML (``kjplan.checklists.files``).
"""

from dataclasses import dataclass, replace
from typing import Literal

from kjplan.language import say

Fact = Literal[
    "no", "task", "action", "target", "lead", "support", "bodies", "person", "due", "progress", "note", "section", "plan",
    "id",
]  # fmt: skip
By = Literal["lead", "section", "due", "status"]

NOT_STATED = ("未明确", "not stated")
"""What a table says where the text names no body or deadline, in both languages."""
NO_FIGURE = ("无量化指标", "no figure")
"""What a table says where a task has no number; the status word of offices for it."""


@dataclass(frozen=True, slots=True)
class ProfileColumn:
    """One column of a task table."""

    fact: Fact | None
    """What it shows; None for an empty column that people fill in."""
    zh: str
    """Its heading in Chinese, or the only one that a person's own profile gives it."""
    en: str
    """Its heading in English."""
    width: int
    """Width on paper, in Chinese characters."""
    detail: bool = False
    """Left out on a screen."""

    @property
    def heading(self) -> str:
        """The heading in the language in force."""
        return say(self.zh, self.en)


FACTS: dict[Fact, ProfileColumn] = {
    column.fact: column
    for column in (
        ProfileColumn("no", "序号", "No.", 4),
        ProfileColumn("task", "工作任务", "task", 8),
        ProfileColumn("action", "具体举措", "action", 26, detail=True),
        ProfileColumn("target", "目标值", "target", 8),
        ProfileColumn("lead", "牵头单位", "lead", 6),
        ProfileColumn("support", "配合单位", "support", 6),
        ProfileColumn("bodies", "责任单位", "responsible", 8),
        ProfileColumn("person", "责任人", "person", 5, detail=True),
        ProfileColumn("due", "完成时限", "due", 6),
        ProfileColumn("progress", "进展情况", "progress", 7),
        ProfileColumn("note", "备注", "note", 4, detail=True),
        ProfileColumn("section", "所属部分", "section", 8),
        ProfileColumn("plan", "要点", "plan", 8),
        ProfileColumn("id", "编号", "id", 4, detail=True),
    )
    if column.fact is not None
}
"""What a column may show, under its usual headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A task table as one kind of office has it."""

    name: str
    """What ``--profile`` calls it, or the name of its file."""
    zh: str = "任务分解表"
    """What the table is called, in Chinese: it follows the plan's title."""
    en: str = "task table"
    """What the table is called, in English."""
    columns: tuple[ProfileColumn, ...]
    """Its columns in order."""
    by: By | None = None
    """How rows are grouped where nobody asks for another way."""
    first_leads: bool = False
    """Whether the first of a bare list of bodies is taken to lead."""
    not_stated: tuple[str, str] = NOT_STATED
    """What stands where the text names no body or deadline, in both languages."""

    @property
    def title(self) -> str:
        """What the table is called in the language in force."""
        return say(self.zh, self.en)

    def of_several(self) -> "Profile":
        """The same with the plan of each row in front, unless it has that column."""
        shown = any(column.fact == "plan" for column in self.columns)
        return self if shown else replace(self, columns=(FACTS["plan"], *self.columns))

    def facts(self) -> tuple[ProfileColumn, ...]:
        """Its columns and, where it has none of that, the id by which a filled-in table finds its way back."""
        shown = any(column.fact == "id" for column in self.columns)
        return self.columns if shown else (*self.columns, FACTS["id"])


def _columns(words: str, english: str) -> tuple[ProfileColumn, ...]:
    """Columns from ``fact=heading`` or ``fact`` alone; ``english`` has the headings that are not the usual ones."""
    named = dict(pair.split("=") for pair in english.split())
    found = []
    for word in words.split():
        fact, _, zh = word.partition("=")
        usual = next(column for key, column in FACTS.items() if key == fact)
        en = named.get(fact, usual.en).replace("_", " ")
        found.append(ProfileColumn(usual.fact, zh or usual.zh, en, usual.width, usual.detail))
    return tuple(found)


_SHIPPED = (
    Profile(
        name="default",
        columns=_columns("no task action target lead support person due progress note", ""),
    ),
    Profile(
        name="division",
        zh="重点工作责任分工表",
        en="division of responsibility",
        columns=_columns(
            "no task=重点工作任务 action=细化分工 lead=主要责任单位 support=协同配合单位 due=完成期限", ""
        ),
    ),
    Profile(
        name="leaders",
        zh="重点工作任务分解表",
        en="tasks by leader",
        columns=_columns(
            "no task=重点工作任务 action=具体要求 person=牵头领导 lead=牵头责任单位 support=协同责任单位 due=时限要求",
            "person=leader",
        ),
    ),
    Profile(
        name="offices",
        zh="目标任务分解表",
        en="tasks by office",
        columns=_columns(
            "no task=工作目标及任务要求 action=工作要求 target person=责任领导 lead=责任处室 due=完成时限 note",
            "person=leader lead=office",
        ),
    ),
    Profile(
        name="sections",
        zh="工作任务分解表",
        en="tasks by section of the bureau",
        columns=_columns(
            "no task action target lead=牵头科室 support=责任科室 person due progress=工作进度 note",
            "lead=leading_section support=sections",
        ),
    ),
    Profile(
        name="tracking",
        zh="重点工作推进台账",
        en="tracking table",
        columns=_columns("no task=重点工作任务 target lead due progress=工作动态 note", ""),
    ),
)
PROFILES: dict[str, Profile] = {profile.name: profile for profile in _SHIPPED}
"""The shipped profiles by name, the default first."""
DEFAULT = PROFILES["default"]
"""序号 工作任务 具体举措 目标值 牵头单位 配合单位 责任人 完成时限 进展情况 备注."""
