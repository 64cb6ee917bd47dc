"""Sources that are folders: the files in them that kjplan can read, and where their plans go."""

from collections.abc import Iterator
from pathlib import Path

from kjplan.errors import OutputError, SourceError
from kjplan.language import say
from kjplan.reading.formats import READABLE


def has_folder(sources: list[str]) -> bool:
    """Whether one of the sources is a folder."""
    return any(source != "-" and Path(source).is_dir() for source in sources)


def files(sources: list[str], folder: str, form: str) -> list[tuple[str, Path]]:
    """Each file among the sources with the file its plan goes to; folders below a source keep their place.

    Of a folder those files are taken that end in a suffix a reader knows, hidden ones left out, in the order of their names.

    :raises SourceError: a folder that holds nothing to read
    :raises OutputError: two sources would be written to the same file
    """
    taken: dict[Path, str] = {}
    for source, place in _placed(sources):
        path = Path(folder) / place.with_name(f"{place.name}.{form}")
        if path in taken:
            what = say(
                f"{taken[path]} 和 {source} 会写到同一个文件", f"{taken[path]} and {source} would go to one file"
            )
            raise OutputError(what, str(path), say("分开运行", "run them apart"))
        taken[path] = source
    return [(source, path) for path, source in taken.items()]


def _placed(sources: list[str]) -> Iterator[tuple[str, Path]]:
    """(source, its place without suffix) for each file."""
    for source in sources:
        top = Path(source)
        if source == "-":
            yield source, Path("stdin")
        elif top.is_dir():
            yield from _inside(top)
        else:
            yield source, Path(top.stem)


def _inside(top: Path) -> Iterator[tuple[str, Path]]:
    found = False
    for file in sorted(top.rglob("*")):
        place = file.relative_to(top)
        hidden = any(part.startswith(".") for part in place.parts)
        if file.is_file() and not hidden and file.suffix.lower() in READABLE:
            found = True
            yield str(file), place.with_suffix("")
    if not found:
        known = " ".join(sorted(READABLE))
        raise SourceError(
            say("文件夹里没有能读的文件", "nothing to read in this folder"),
            str(top),
            say(f"能读的后缀：{known}", f"files that can be read end in {known}"),
        )
