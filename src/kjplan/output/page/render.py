"""Templates into HTML. Text of a document is escaped by the environment itself: no template can forget it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kjplan.language import current, say
from kjplan.output.escape import visible_lines
from kjplan.output.width import width as width_of
from kjplan.querying.table import Table

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_TEMPLATES = Path(__file__).parent / "templates"


def render_page(
    title: str, body: "Markup", lang: str | None = None, *, style: str | None = None, script: str | None = None
) -> str:
    """A whole page: head, style sheet, the title as its heading, and the body; it needs nothing from anywhere else.

    :param title: text of any kind; it is escaped
    :param body: what :func:`fill` gives; plain text would be escaped
    :param lang: zh or en; None for the language in force
    :param style: a style sheet of ``templates/`` beside the common one
    :param script: a script of ``templates/``; the page's policy lets this one run and no other
    """
    code = None if script is None else _ours(script)
    policy = "" if code is None else f"; script-src 'sha256-{_digest(code)}'"
    extra = None if style is None else _ours(style)
    page = fill("page.html.j2", title=title, body=body, lang=lang or current(), style=extra, script=code, policy=policy)
    return str(page)


def _ours(name: str) -> "Markup":
    """A style sheet or script of ``templates/`` as it is: it is ours, and no text of a document goes into it."""
    from markupsafe import Markup

    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))


def _digest(code: str) -> str:
    """The SHA-256 by which a content security policy knows a script."""
    from base64 import b64encode
    from hashlib import sha256

    return b64encode(sha256(code.encode("utf-8")).digest()).decode("ascii")


def tables_page(title: str, parts: Iterable[tuple[str, Table]]) -> str:
    """A page of tables, each under its heading; a heading may be empty."""
    return render_page(title, fill("tables.html.j2", parts=list(parts)))


def fill(template: str, **values: Any) -> "Markup":
    """A template of ``templates/`` with values in it, as markup that is not escaped again.

    In every template: ``say(zh, en)``, and the macros of ``parts.html.j2`` by import. Control characters and direction
    overrides of a text are shown as what they are (``kjplan.output.escape``); line feeds stay.
    """
    from markupsafe import Markup

    return Markup(_environment().get_template(template).render(say=say, wordy=_wordy, **values))


_WORDY = 20
"""Width of a cell, a Chinese character being two, from which on its column must not be squeezed to a character."""


def _wordy(table: Table) -> list[bool]:
    """Which columns hold words that need room: a browser makes a column of Chinese as narrow as one character."""
    return [any(width_of(row[n]) > _WORDY for row in table.rows) for n in range(len(table.columns))]


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: Any) -> Any:
    """What an expression of a template gives: nothing for None, text with what nobody would see made visible."""
    if value is None:
        return ""
    return value if hasattr(value, "__html__") or not isinstance(value, str) else visible_lines(value)
