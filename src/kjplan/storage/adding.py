"""A notice and its plan into the library."""

from pathlib import Path

from kjplan.errors import KjplanError, OutputError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.storage.files import output_error, write_all
from kjplan.storage.library import YEARS, Library

SCHEMA_NAME = "workplan.schema.json"
"""The file that plans name as their schema, beside them."""


def add(
    source: str | Path, *, library: Library, year: int | None = None, name: str | None = None, force: bool = False
) -> tuple[Path, Path]:
    """Parse a notice and put both into the library: ``workplan_2022.yaml``, and ``notices/workplan_2022.txt`` as it is.

    The schema that the plan names is put beside it where it is not there yet.

    :param source: a notice, or "-"
    :param year: the year, where the notice does not state it
    :param name: whose plan it is (zhengzhou, for zhengzhou/2022), or the whole name
    :param force: replace what is there, and add also what is no whole plan or states another year
    :returns: the files of the plan and of the notice; both are written, or none
    :raises KjplanError: no year, no plan, another year, a library that is not to be written to, a file that exists
    """
    if library.origin == "shipped":
        what = say("随程序安装的工作要点不可改动", "the plans that come with kjplan are not to be changed")
        tip = say(
            "用 --data DIR 或 KJPLAN_DATA 指定自己的文件夹", "name a folder of your own with --data DIR or KJPLAN_DATA"
        )
        raise OutputError(what, str(library.folder), tip)
    from kjplan.parsing import parse_source
    from kjplan.reading import decode, read_bytes
    from kjplan.storage.loading import expect_notice
    from kjplan.storage.yaml_read import load_plan_text
    from kjplan.storage.yaml_write import dump_plan

    where = str(source)
    data = read_bytes(source)
    words = decode(data, None if where == "-" else Path(source).name, where=where)
    expect_notice(words.text, where)
    plan = parse_source(words).plan
    if not force:
        _expect_whole(plan, where)
    label = _label(plan, year, name, where, force)
    path = library.path_for(label)
    notice = path.parent / "notices" / f"{path.stem}{Path(where).suffix or '.txt'}"
    plan.document.source.name = notice.name
    text = dump_plan(plan)
    load_plan_text(text, str(path))
    _write(path, text.encode(), notice, data, force)
    return path, notice


def _expect_whole(plan: Plan, where: str) -> None:
    """Raise for a text that holds no plan."""
    problem = {
        "notice": (
            "只有通知，工作要点在未附上的附件里",
            "only the notice: its plan is in an attachment that is not there",
        ),
        "none": ("这不是工作要点", "this is no work plan"),
    }.get(plan.extent)
    if problem:
        raise KjplanError(say(*problem), where, say("加 --force 仍然收入", "use --force to add it all the same"))


def _label(plan: Plan, year: int | None, name: str | None, where: str, force: bool) -> str:
    """The plan's name in the library; a year that the notice does not state is put into the plan, as inferred."""
    own, _, last = (name or "").rpartition("/")
    if stated := YEARS.fullmatch(last):
        year, end = int(stated[1]), int(stated[2]) if stated[2] else None
    else:
        own, end = name or "", None
    if plan.year is None and year is not None:
        plan.year, plan.year_end = year, end
        plan.document.inferred.append("year")
    if plan.year is None:
        raise KjplanError(say("通知没有写明年份", "the notice states no year"), where, say("请加 --year", "use --year"))
    if year is not None and year != plan.year and not force:
        what = say(f"通知写的是 {plan.year} 年，不是 {year} 年", f"the notice is for {plan.year}, not for {year}")
        raise KjplanError(what, where, say("加 --force 仍按此年份收入", "use --force to add it under that year"))
    years = last if stated else str(year or plan.year) + (f"-{plan.year_end}" if plan.year_end else "")
    return f"{own}/{years}" if own else years


def _write(path: Path, text: bytes, notice: Path, data: bytes, force: bool) -> None:
    """Write the plan, its notice and the schema; what is there already as it should be is left alone."""
    try:
        notice.parent.mkdir(parents=True, exist_ok=True)
        files: list[tuple[str | Path, bytes]] = [(path, text)]
        if not (notice.is_file() and notice.read_bytes() == data):
            files.insert(0, (notice, data))
    except OSError as error:
        raise output_error(error, notice) from error
    schema = path.with_name(SCHEMA_NAME)
    if not schema.exists():
        from kjplan.storage.schema import schema_text

        files.append((schema, schema_text().encode()))
    write_all(files, force=force)
