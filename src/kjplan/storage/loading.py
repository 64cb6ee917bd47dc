"""A plan from whatever names it: a year, a file of the library, a path, a notice, standard input."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kjplan.errors import SourceError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.storage.corrections import corrected
from kjplan.storage.library import YEARS, find_library, is_file

if TYPE_CHECKING:
    from kjplan.parsing import Parsed

PLAN_SUFFIXES = (".yaml", ".yml", ".json")
"""Files that are plans; every other file is a notice, unless it begins like a plan."""

_PLAN_HEAD = re.compile(r"(?:#[^\n]*\n)*(?:schema_version:|\{\s*\"schema_version\")|# yaml-language-server:")
"""How plans begin that come through a pipe."""


def locate(name: str | int | Path | None = None, *, data: str | Path | None = None) -> Path:
    """The file that a name means; ``Path("-")`` for standard input. A Path means itself.

    A string is the name of a plan in the library, else a path; None is the library's newest plan.

    :param data: the library's folder; None finds it
    :raises UnknownPlanError: no such plan, and no such file
    """
    if isinstance(name, Path) or name == "-":
        return Path(name)
    name = None if name is None else str(name)
    library = find_library(data)
    if name is not None and not library.has(name) and _is_path(name):
        return Path(name)
    return library.resolve(name)


def load(name: str | int | Path | None = None, *, data: str | Path | None = None) -> Plan:
    """The plan that a name means: ``2022``, ``"zhengzhou/2022"``, ``"plan.yaml"``, ``"notice.txt"`` (parsed), ``"-"``.

    :param name: see :func:`locate`
    :param data: the library's folder; None finds it
    :raises KjplanError: no such plan, or a file that is none
    """
    loaded = open_plan(locate(name, data=data))
    return loaded if isinstance(loaded, Plan) else loaded.plan


def open_plan(path: Path) -> "Plan | Parsed":
    """What a file holds: a validated plan, or a notice with the plan and everything else that was read from it.

    Corrections in a file beside it are laid over the plan.

    :raises SourceError: a notice that is no text
    :raises PlanFileError: a plan that is none, or a broken one; corrections that are none
    """
    return corrected(open_uncorrected(path), path)


def open_uncorrected(path: Path) -> "Plan | Parsed":
    """What a file holds, as it was written or parsed; see :func:`open_plan`."""
    if path.suffix.lower() in PLAN_SUFFIXES:
        from kjplan.storage.cache import load_plan

        return load_plan(path)
    from kjplan.reading import read

    source = read(path)
    if head := _PLAN_HEAD.match(source.text):
        from kjplan.storage.yaml_read import load_plan_text

        return load_plan_text(source.text, str(path), as_json="{" in head[0])
    from kjplan.parsing import parse_source

    return parse_source(source)


def expect_notice(text: str, where: str) -> None:
    """Raise for a plan where a notice is wanted: read as one, its YAML would come out as a plan of nonsense.

    :raises SourceError: naming the file
    """
    if _PLAN_HEAD.match(text):
        what = say("这是要点，不是通知", "this is a plan already, not a notice")
        tip = say(
            "要核对它，用 kjplan check；要写出通知，用 kjplan render",
            "kjplan check checks it, kjplan render writes its notice",
        )
        raise SourceError(what, where, tip)


def _is_path(name: str) -> bool:
    """Whether a name that the library does not have means a path: a file is there, or it is written like one."""
    path = Path(name)
    if name == "" or is_file(path):
        return name != ""
    written_like_one = path.suffix != "" or name.startswith((".", "/")) or path.is_dir()
    return written_like_one and not YEARS.fullmatch(name)
