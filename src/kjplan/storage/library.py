"""Which file is 2022: a folder of plans, ``workplan_2022.yaml`` and the like, and folders of such files in it."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kjplan.errors import UnknownPlanError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.storage.beside import FIXES

Origin = Literal["named", "nearest", "shipped"]
"""A folder that the user named, the nearest ``data/`` or the folder one is in, or the plans that come with kjplan."""

_PACKAGE = Path(__file__).resolve().parent.parent

YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?")
"""The name of a plan by year: 2022, or 2021-2023 for a plan for several years."""

_NAME = re.compile(r"(?:[^./\\:\0][^/\\:\0]*/)*[^./\\:\0][^/\\:\0]*")
"""Names that stay in the library: no absolute ones, no ``..``, no drive; ``zhengzhou/2022``."""


@dataclass(slots=True)
class Entry:
    """A plan in the library."""

    name: str
    """What to call it on the command line: 2022, zhengzhou/2022."""
    year: int | None
    """Its first year, by its file name; None where that tells none."""
    path: Path
    """Its file."""
    year_end: int | None = None
    """The last of several years."""


@dataclass(slots=True)
class Library:
    """A folder of plans."""

    folder: Path
    origin: Origin = "named"

    def entries(self) -> list[Entry]:
        """The plans in the folder and in the folders in it, by folder, year and name."""
        paths = [*self.folder.glob("workplan_*.yaml"), *self.folder.glob("[!.]*/workplan_*.yaml")]
        found = [_entry(self.folder, path) for path in paths if not path.name.endswith(FIXES)]
        return sorted(
            found, key=lambda e: (e.path.parent != self.folder, e.path.parent, e.year is None, e.year, e.name)
        )

    def newest(self) -> Entry | None:
        """The plan whose years end last; one in the folder itself before those in folders in it."""
        entries = self.entries()
        own = [e for e in entries if e.path.parent == self.folder]
        return max(own or entries, key=lambda e: (e.year_end or e.year or 0, e.year or 0), default=None)

    def newest_first(self) -> list[Entry]:
        """The plans by the end of their years, the latest first; of one year, those in the folder itself first."""
        return sorted(self.entries(), key=lambda e: -(e.year_end or e.year or 0))

    def path_for(self, name: str) -> Path:
        """The file for a name, whether there is one or not.

        :raises UnknownPlanError: a name that would lead out of the library
        """
        if not _NAME.fullmatch(name):
            tip = say("名称如 2022 或 zhengzhou/2022", "names are like 2022 or zhengzhou/2022")
            raise UnknownPlanError(say("这不是工作要点的名称", "this is no name of a plan"), name, tip)
        folder, _, last = name.rpartition("/")
        return self.folder / folder / f"workplan_{last}.yaml"

    def has(self, name: str) -> bool:
        """Whether there is a plan of this name."""
        return bool(_NAME.fullmatch(name)) and is_file(self.path_for(name))

    def resolve(self, name: str | None) -> Path:
        """The file of the plan of this name; without a name, of the newest.

        :raises UnknownPlanError: saying which plans are there, and how to add one
        """
        if name is None:
            newest = self.newest()
            if newest is None:
                raise self._unknown(None)
            return newest.path
        path = self.path_for(name)
        if not is_file(path):
            raise self._unknown(name)
        return path

    def _unknown(self, name: str | None) -> UnknownPlanError:
        there = ", ".join(e.name for e in self.entries())
        has = say(f"库中有 {there}", f"the library has {there}") if there else say("库是空的", "the library is empty")
        if not there and not self.folder.is_dir():
            has = say("没有这个文件夹", "there is no such folder")
        lacks = "" if name is None else say(f"库中没有 {name}；", f"no plan {name}; ")
        if name is not None and not YEARS.fullmatch(name) and "/" not in name:
            lacks = say(f"库中没有 {name}，也没有这个文件；", f"no plan {name}, and no file of that name; ")
        how = "--year 2022" if name is None else f"--year {name}" if YEARS.fullmatch(name) else f"--name {name}"
        tip = say(f"添加：kjplan add 通知文件 {how}", f"to add it: kjplan add NOTICE {how}")
        return UnknownPlanError(
            lacks + has, str(self.folder), tip + (" --data DIR" if self.origin == "shipped" else "")
        )


def find_library(data: str | Path | None = None) -> Library:
    """The library to use: a folder given, else $KJPLAN_DATA, else the nearest ``data/`` upward that holds plans or the
    current folder if it holds some itself, else the plans that come with kjplan.

    :raises UnknownPlanError: the folder named is a file, or may not be read; one that is not there yet is an empty library
    """
    if named := data or os.environ.get("KJPLAN_DATA"):
        return Library(_readable(Path(named)))
    try:
        here = Path.cwd()
    except OSError:
        return Library(_shipped(), "shipped")
    for data in (folder / "data" for folder in (here, *here.parents)):
        if _holds_plans(data):
            inside = data.parent == here or data in (here, *here.parents)
            return Library(data if inside or not _holds_plans(here) else here, "nearest")
    return Library(here, "nearest") if _holds_plans(here) else Library(_shipped(), "shipped")


def _readable(folder: Path) -> Path:
    """The folder itself, if it can be listed or is not there.

    :raises UnknownPlanError: it is a file, or may not be read
    """
    try:
        with os.scandir(folder):
            pass
    except FileNotFoundError:
        pass
    except OSError as error:
        what = say(f"不能用作要点库（{error.strerror}）", f"cannot serve as a library ({error.strerror})")
        raise UnknownPlanError(
            what, str(folder), say("用 --data 指定文件夹", "name a folder with --data DIR")
        ) from None
    return folder


def find_notice(path: Path, plan: Plan) -> Path | None:
    """The notice that the plan in a file was made from, where it is beside it: in ``notices/``, or in the same folder.

    Its content is not compared with the plan's SHA-256.
    """
    name = Path(plan.document.source.name or "").name
    found = (p for p in (path.parent / "notices" / name, path.parent / name) if name and is_file(p))
    return next(found, None)


def is_file(path: Path) -> bool:
    """Whether a file is there; False too for what cannot be the name of one."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _entry(folder: Path, path: Path) -> Entry:
    label = path.name.removeprefix("workplan_").removesuffix(".yaml")
    years = YEARS.fullmatch(label)
    name = path.with_name(label).relative_to(folder).as_posix()
    if years is None:
        return Entry(name, None, path)
    return Entry(name, int(years[1]), path, int(years[2]) if years[2] else None)


def _holds_plans(folder: Path) -> bool:
    try:
        return any(not path.name.endswith(FIXES) for path in folder.glob("workplan_*.yaml"))
    except OSError:
        return False


def _shipped() -> Path:
    """The plans in the package, or in the checkout that it is installed from."""
    inside = _PACKAGE / "data"
    return inside if _holds_plans(inside) else _PACKAGE.parent.parent / "data"
