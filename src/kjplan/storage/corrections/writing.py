"""A correction put at the end of its file, which is a person's: what stands there already stays as it is."""

from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

from kjplan.errors import PlanFileError
from kjplan.language import say
from kjplan.storage.beside import fixes_path
from kjplan.storage.corrections import fixes_text
from kjplan.storage.corrections.reading import REQUIRED, read_fixes
from kjplan.storage.files import write_bytes
from kjplan.storage.yaml_read import read_yaml
from kjplan.storage.yaml_write import dump_data


def new_entry(change: str, words: str | None, **others: str | None) -> dict[str, Any]:
    """The keys and values of a correction whose value was given as words.

    The value is these words where the field takes words; else what they are as YAML: 1200, true, {name: 市科技局, role: lead}.

    :param change: value, add or drop
    :param words: the right value; None for a field that the notice does not state
    :param others: the other keys; None leaves one out
    :raises PlanFileError: no such field, or a value that it does not allow
    """
    noted = {key: value for key, value in others.items() if value is not None}
    first = {key: noted.pop(key) for key in REQUIRED if key in noted}
    where = f"{first.get('id')} {first.get('field')}"
    values: list[Any] = [words]
    if words is not None:
        values.append(_data(words, where))
    errors: list[PlanFileError] = []
    for value in values:
        entry = {**first, change: value, **noted}
        try:
            read_fixes(dump_data([entry]), where)
        except PlanFileError as error:
            errors.append(PlanFileError(error.what, where, error.tip))
        else:
            return entry
    raise errors[0]


def text_with(path: Path, entry: dict[str, Any]) -> str:
    """The corrections of a plan or notice, with one more at their end.

    :param path: the plan or notice
    :param entry: keys and values, see ``kjplan.storage.corrections.reading``
    :raises PlanFileError: the file cannot be read, or is written so that nothing can be put at its end
    """
    where, added = str(fixes_path(path)), dump_data([entry])
    text = fixes_text(path)
    if text is None:
        return f"# {path.name}: corrections, 更正 (kjplan fixes -h)\n{added}"
    draft = read_yaml(text, where)
    if isinstance(draft.data, list) and draft.data:
        indent = " " * (draft.marks[()][1] - 1)
        added = "".join(f"{indent}{line}" if line.strip() else line for line in added.splitlines(keepends=True))
    if "\r\n" in text:
        added = added.replace("\n", "\r\n")
    longer = text + ("" if not text or text.endswith("\n") else "\n") + added
    if _data(longer, where) != [*(draft.data or []), entry]:
        what = say("文件的写法使更正无法接在末尾", "the file is written so that nothing can be put at its end")
        raise PlanFileError(what, where, say("请自己写上：", "write it there yourself: ") + added.strip())
    return longer


def write(path: Path, text: str) -> Path:
    """Write the corrections of a plan or notice, whole or not at all.

    :returns: the file
    :raises OutputError: it cannot be written
    """
    file = fixes_path(path)
    mark = BOM_UTF8 if file.is_file() and file.read_bytes().startswith(BOM_UTF8) else b""
    write_bytes(file, mark + text.encode("utf-8"), force=True)
    return file


def _data(text: str, where: str) -> Any:
    try:
        return read_yaml(text, where).data
    except PlanFileError:
        return None
