"""Sources that are folders: the files in them that kjplan can read, and where their plans go."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kjplan.cli.deliver import note
from kjplan.errors import KjplanError, OutputError, SourceError
from kjplan.language import say


def has_folder(sources: list[str]) -> bool:
    """Whether one of the sources is a folder."""
    return any(source != "-" and Path(source).is_dir() for source in sources)


def files(sources: list[str], folder: str, form: str) -> tuple[list[tuple[str, Path]], list[str]]:
    """Each file among the sources with the file its plan goes to, and those that no reader is known for; folders below a
    source keep their place.

    Of a folder those files are taken that end in a suffix a reader knows, hidden ones left out, in the order of their names.
    Files that differ in their suffix alone (the .docx and the .pdf of one notice) keep it in the names of their plans.

    :raises SourceError: a folder that holds nothing to read
    :raises OutputError: two sources would be written to the same file
    """
    left: list[str] = []
    placed = [*_placed(sources, left)]
    stems = Counter(place.with_suffix("") for _, place in placed)
    taken: dict[Path, str] = {}
    for source, place in placed:
        plain = place.with_suffix("") if stems[place.with_suffix("")] == 1 else place
        path = Path(folder) / plain.with_name(f"{plain.name}.{form}")
        if path in taken:
            what = say(
                f"{taken[path]} 和 {source} 会写到同一个文件", f"{taken[path]} and {source} would go to one file"
            )
            raise OutputError(what, str(path), say("分开运行", "run them apart"))
        taken[path] = source
    return [(source, path) for path, source in taken.items()], left


def _placed(sources: list[str], left: list[str]) -> Iterator[tuple[str, Path]]:
    """(source, its place) for each file."""
    for source in sources:
        top = Path(source)
        if source == "-":
            yield source, Path("stdin")
        elif top.is_dir():
            yield from _inside(top, left)
        else:
            yield source, Path(top.name)


def _inside(top: Path, left: list[str]) -> Iterator[tuple[str, Path]]:
    from kjplan.reading.formats import READABLE

    found = False
    for file in sorted(top.rglob("*")):
        place = file.relative_to(top)
        if not file.is_file() or any(part.startswith(".") for part in place.parts):
            continue
        if file.suffix.lower() in READABLE:
            found = True
            yield str(file), place
        elif file.suffix.lower() not in _OURS:
            left.append(str(file))
    if not found:
        known = " ".join(sorted(READABLE))
        raise SourceError(
            say("文件夹里没有能读的文件", "nothing to read in this folder"),
            str(top),
            say(f"能读的后缀：{known}", f"files that can be read end in {known}"),
        )


_OURS = frozenset((".yaml", ".yml", ".json"))
"""Suffixes of plans and what belongs to them: nobody takes these for notices."""


def left_out(names: list[str]) -> str:
    """How many files of a folder were not read, and the first of them."""
    from kjplan.reading.formats import SEPARATED

    shown = _some(names)
    if any(name.lower().endswith(tuple(SEPARATED)) for name in names):
        return say(
            f"略过 {len(names)} 个文件：{shown}（.csv 要单独指名才读）",
            f"{len(names)} left out: {shown} (a .csv is read where it is named)",
        )
    return say(
        f"略过 {len(names)} 个不能读的文件：{shown}", f"{len(names)} left out that no reader is known for: {shown}"
    )


_SHOWN = 5


def _some(names: list[str]) -> str:
    return say("、", ", ").join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")


def members(name: str) -> list[str]:
    """The plan itself, or for a folder the plans in it and below it, in the order of their names; where it holds none, its notices.

    Other YAML (of editors, of pipelines) is no plan; that it was left out is said.

    :raises SourceError: a folder without either
    """
    folder = Path(name)
    if name in ("", "-") or not folder.is_dir() or _is_known(name):
        return [name]
    from kjplan.reading.formats import READABLE

    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not _is_beside(path.relative_to(folder))]
    written = [path for path in files if path.suffix.lower() in _PLANS]
    plans = [path for path in written if _names_schema(path)]
    if found := plans or [path for path in files if path.suffix.lower() in READABLE]:
        if others := [str(path) for path in written if path not in plans]:
            note(no_plans(others))
        return [str(path) for path in found]
    known = " ".join(sorted(READABLE))
    raise SourceError(
        say("文件夹里没有要点，也没有通知", "neither plans nor notices in this folder"),
        name,
        say(f"要点的后缀为 .yaml，通知的为 {known}", f"plans end in .yaml, notices in {known}"),
    )


_PLANS = frozenset((".yaml", ".yml"))
_HEAD = 1_000_000
"""Bytes in which a plan has named its schema."""


def _names_schema(path: Path) -> bool:
    """Whether a YAML file says what every plan must; one that cannot be read may, and is told later."""
    try:
        with path.open("rb") as file:
            return b"schema_version" in file.read(_HEAD)
    except OSError:
        return True


def no_plans(names: list[str]) -> str:
    """How many YAML files of a folder are no plans, and the first of them."""
    shown = _some(names)
    return say(f"略过 {len(names)} 个不是要点的 YAML：{shown}", f"left out, no plans ({len(names)}): {shown}")


def _is_known(name: str) -> bool:
    """Whether the library has a plan of that name: a folder called 2022 does not hide it."""
    from kjplan.cli.settings import settings
    from kjplan.storage.library import find_library

    try:
        return find_library(settings.data).has(name)
    except KjplanError:
        return False


def _is_beside(place: Path) -> bool:
    """Whether a file is hidden, or one that stands beside plans: corrections, a ledger, aliases."""
    name = place.name
    beside = name.endswith((".fixes.yaml", ".ledger.yaml")) or name.startswith("ledger_") or name == "aliases.yaml"
    return beside or any(part.startswith(".") for part in place.parts)
