"""Which format an answer is written in, and the text of it."""

from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Literal

from kjplan.errors import OutputError
from kjplan.language import say

if TYPE_CHECKING:
    from kjplan.querying.table import Table

Page = Callable[["Format", bool, int | None], str | None]
"""Format, whether to paint and the terminal's width, to a text that is more than one table; None where the table is all."""

Format = Literal["table", "json", "yaml", "csv", "tsv", "markdown", "html", "xlsx"]

SUFFIXES: dict[str, Format] = {
    "": "table",
    ".txt": "table",
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
}
"""What the name of an output file says about its format."""


class Answer:
    """A result in its two forms; only the one that is asked for is made.

    :param table: for people: table, csv, tsv, markdown, html
    :param records: for programs: json, yaml
    :param keys: head csv and tsv with stable names; else with headings for people
    :param title: what a page of it is headed with; empty for what the command is called in help
    :param page: for people, where one table does not say it all
    """

    def __init__(
        self,
        table: "Callable[[], Table]",
        records: Callable[[], Any],
        *,
        keys: bool = True,
        title: str = "",
        page: "Page | None" = None,
    ) -> None:
        self.records = records
        self.keys = keys
        self.title = title
        self.page = page
        self._table = table
        self._made: Table | None = None

    def table(self) -> "Table":
        """The table, made once."""
        if self._made is None:
            self._made = self._table()
        return self._made


def format_for(path: str | None, chosen: Format | None, more: tuple[str, ...] = ()) -> Format:
    """The format asked for, else that of the output file's suffix, else a table.

    :param more: further suffixes that the caller knows, for the message
    :raises OutputError: a suffix that stands for no format
    """
    if chosen is not None or path is None:
        return chosen or "table"
    suffix = PurePath(path).suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join([*(s for s in SUFFIXES if s), *more])
        if other := next((_instead(s) for s in _INSTEAD.get(suffix, ()) if s in (*SUFFIXES, *more)), None):
            raise OutputError(say(f"不能写成 {suffix}", f"a {suffix} file cannot be written"), path, other)
        raise OutputError(
            say("看不出该用什么格式写", "no format goes by the suffix of"),
            path,
            say(f"用 --format 指明格式，或用这些后缀：{known}", f"choose one with --format, or use one of {known}"),
        )
    return SUFFIXES[suffix]


_INSTEAD = {
    ".pdf": (".docx", ".html"),
    ".doc": (".docx", ".html"),
    ".wps": (".docx", ".html"),
    ".xls": (".xlsx", ".csv"),
    ".et": (".xlsx", ".csv"),
}
"""Suffixes that an office would like, and what is written instead: the first that the command knows."""


_OTHERS = frozenset(
    {*SUFFIXES, *_INSTEAD, ".docx", ".ics", ".ppt", ".pptx", ".xml", ".rtf", ".png", ".jpg"} - {"", ".txt"}
)
"""Suffixes by which other programs open a file."""


def expect_suffix(path: str | None, *fitting: str) -> None:
    """Raise where the name of an output file promises another format than the only one that a command writes.

    A name that promises nothing (``.out``, none) is fine.

    :param fitting: suffixes of what is written, the first for the message
    :raises OutputError: such as a page for ``plan.pdf``, which no program would open
    """
    suffix = "" if path is None else PurePath(path).suffix.lower()
    if suffix in _OTHERS and suffix not in fitting:
        raise OutputError(say(f"不能写成 {suffix}", f"a {suffix} file cannot be written"), path, _instead(fitting[0]))


def _instead(suffix: str) -> str:
    return say(f"写成 {suffix}，再打印或另存", f"write {suffix}, and print it or save it from there")


def to_text(answer: Answer, form: Format, *, color: bool = False, columns: int | None = None, raw: bool = False) -> str:
    """The answer in a format that is text.

    :param color: paint a table
    :param columns: width of the terminal a table is for; None for a pipe or file
    :param raw: write control characters of table, csv and tsv as they are
    """
    if form in ("json", "yaml"):
        return _for_programs(answer, form)
    if answer.page is not None and (text := answer.page(form, color, columns)) is not None:
        return text
    table = answer.table()
    if form in ("csv", "tsv"):
        from kjplan.output.csv import to_csv

        return to_csv(table, "," if form == "csv" else "\t", keys=answer.keys, raw=raw)
    if form == "markdown":
        from kjplan.output.markdown import to_markdown

        return to_markdown(table)
    if form == "html":
        from kjplan.output.html import to_html

        return to_html(table, answer.title)
    from kjplan.output.table import to_plain, to_screen

    brief = table.brief()
    return to_plain(brief, color=color, raw=raw) if columns is None else to_screen(brief, columns, color=color)


def to_bytes(answer: Answer) -> bytes:
    """The answer as a spreadsheet, the only format of an answer that is no text."""
    from kjplan.output.table_xlsx import to_xlsx

    return to_xlsx(answer.table(), answer.title)


def _for_programs(answer: Answer, form: Format) -> str:
    if form == "json":
        from kjplan.output.json import dumps

        return dumps(answer.records())
    from kjplan.output.yaml import to_yaml

    return to_yaml(answer.records())
