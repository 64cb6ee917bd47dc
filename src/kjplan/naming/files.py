"""Aliases from files: the table that comes with kjplan, and ``aliases.yaml`` in the user's folders."""

from functools import cache
from pathlib import Path

from kjplan.errors import PlanFileError
from kjplan.language import say
from kjplan.naming.aliases import Aliases, plain
from kjplan.storage.beside import read_if_there
from kjplan.storage.draft import Draft, Keys
from kjplan.storage.yaml_read import read_yaml

FILE_NAME = "aliases.yaml"
"""What a file of aliases is called, beside the plans or in the library."""
_SHIPPED = Path(__file__).parent / FILE_NAME


def load_aliases(*folders: str | Path | None) -> Aliases:
    """The table that comes with kjplan, and over it the ``aliases.yaml`` of each folder that has one, the last on top.

    :param folders: of the library and of the plan; None and repeated ones are passed over
    :raises PlanFileError: a file that is no table of aliases; line and column are named
    """
    found = _shipped()
    for folder in dict.fromkeys(folders):
        path = None if folder is None else Path(folder) / FILE_NAME
        if path is not None and path.is_file():
            found = Aliases(read_aliases(path), lower=found)
    return found


@cache
def _shipped() -> Aliases:
    return Aliases(read_aliases(_SHIPPED))


def read_aliases(path: Path) -> dict[str, tuple[str, ...]]:
    """The entries of a file: each name with its other spellings.

    A file that is not there has none.

    :raises PlanFileError: unreadable, no YAML, no table of names, or a name that stands twice
    """
    draft = read_yaml(read_if_there(path) or "", str(path))
    if draft.data is None:
        return {}
    if not isinstance(draft.data, dict):
        raise _error(draft, say("应当是名称和它的别名", "expected names with their other spellings"), ())
    entries: dict[str, tuple[str, ...]] = {}
    seen: dict[str, str] = {}
    for name, value in draft.data.items():
        entries[name] = _spellings(draft, name, value)
        _take(draft, seen, name, name, (name,))
        for n, spelling in enumerate(entries[name]):
            _take(draft, seen, spelling, name, (name, n))
    return entries


def _spellings(draft: Draft, name: str, value: object) -> tuple[str, ...]:
    """An entry's value as spellings: a list of words, or one."""
    values = value if isinstance(value, list) else [value]
    for n, spelling in enumerate(values):
        if not isinstance(spelling, str) or not plain(spelling):
            raise _error(draft, say(f"{name} 的别名不是名称", f"an alias of {name} is no name"), (name, n))
    return tuple(values)


def _take(draft: Draft, seen: dict[str, str], spelling: str, name: str, keys: Keys) -> None:
    """Note a spelling; raise where it stands for another body already, or twice."""
    if (other := seen.get(plain(spelling))) is not None:
        what = say(f"{spelling} 既在 {other} 又在 {name} 之下", f"{spelling} stands under {other} and under {name}")
        if other == name:
            what = say(f"{spelling} 在 {name} 之下重复", f"{spelling} stands twice under {name}")
        raise _error(draft, what, keys)
    seen[plain(spelling)] = name


def _error(draft: Draft, what: str, keys: Keys) -> PlanFileError:
    example = "市发展和改革委员会: [市发改委]"
    return draft.error(what, draft.mark(keys), say(f"写法如：{example}", f"write it like this: {example}"))
