"""``kjplan verify``: whether a plan file is what its source gives."""

from pathlib import Path
from typing import Annotated

import typer

from kjplan.cli.batch import plan_text
from kjplan.cli.deliver import note, paints
from kjplan.cli.errors import tell_error
from kjplan.cli.options import PLAN, complete_plan
from kjplan.cli.settings import settings
from kjplan.cli.several import expanded
from kjplan.cli.watching import watched
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.output.stream import emit

app = typer.Typer()


@app.command(
    help=say(
        "重新解析原文，与要点文件逐字节比较；不一致时列出差异，以 1 退出。",
        "Parse the source again and compare byte for byte with the plan file; if they differ, the differences are shown and the exit code is 1.",
    ),
    epilog="kjplan verify 2022\nkjplan verify 2022 --source notices/workplan_2022.txt\nkjplan verify plan.yaml --source notice.txt\nkjplan verify data",
)
def verify(
    plans: Annotated[
        list[str],
        typer.Argument(
            metavar="PLAN...",
            help=PLAN + say("；可写多份，也可以是文件夹", "; several, or folders"),
            autocompletion=complete_plan,
            show_default=False,
        ),
    ],
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="SOURCE",
            help=say(
                "要点所据的通知；省略则用要点旁边的",
                "the notice that the plan was made from; the one beside it if left out",
            ),
            show_default=False,
        ),
    ] = None,
) -> int:
    """Compare plan files with what parse writes for their sources."""
    names = expanded(plans)
    if names is None:
        return _verified(plans[0], source)
    if source is not None:
        what = say("--source 只用于一份要点", "--source goes with a single plan")
        raise KjplanError(what, source, say("去掉它：各份用旁边的通知", "leave it out: each has the notice beside it"))
    codes = []
    for name in watched(names):
        try:
            codes.append(_verified(name, None, passing=name not in plans))
        except KjplanError as error:
            codes.append(2)
            tell_error(error)
    if drifted := codes.count(1):
        note(say(f"{len(codes)} 份中有 {drifted} 份不一致", f"{drifted} of {len(codes)} differ"))
    return max(codes)


def _verified(plan: str, source: str | None, *, passing: bool = False) -> int:
    """1 where a plan file is not what its source gives, which is then shown.

    :param passing: a plan of a folder: one that was transcribed is said to be so and passed over
    """
    from kjplan.parsing import parse_source
    from kjplan.reading import read, read_bytes
    from kjplan.storage.cache import load_plan
    from kjplan.storage.loading import expect_notice, locate
    from kjplan.storage.yaml_read import load_plan_text

    path = locate(plan, data=settings.data)
    kept = read_bytes(path)
    recorded = load_plan_text(_text(kept), "-") if str(path) == "-" else load_plan(path)
    if recorded.document.source.origin == "transcribed":
        what = say("这份要点是人工摘录的，无从重新解析", "transcribed by hand: no source gives it")
        if passing:
            note(f"{what}: {path}")
            return 0
        raise KjplanError(what, str(path))
    source = source or _beside(path, recorded)
    notice = read(source)
    expect_notice(notice.text, source)
    made = parse_source(notice).plan
    _take_over(made, recorded)
    form = "json" if path.suffix.lower() == ".json" else "yaml"
    expected = plan_text(made, form).encode("utf-8", "surrogatepass")
    written = kept
    if kept != expected and form == "yaml":
        from kjplan.storage.comments import without_comments

        kept = without_comments(_text(kept)).encode("utf-8", "surrogatepass")
    if kept == expected:
        note(say(f"{_named(path)} 与 {_named(source)} 一致", f"{_named(path)} is what {_named(source)} gives"))
        return 0
    from kjplan.output.drift import drift_text

    drift = drift_text(
        _text(kept),
        _text(expected),
        str(path),
        Path(source).name,
        numbers=_numbers(_text(written).split("\n"), _text(kept).split("\n")),
        line_of=lambda offset: notice.position(min(offset, len(notice.text)))[0],
        color=paints(),
    )
    emit(drift, data=False)
    return 1


def _named(path: Path | str) -> str:
    return say("标准输入", "standard input") if str(path) == "-" else str(path)


def _beside(path: Path, plan: Plan) -> str:
    """The notice beside a plan.

    :raises KjplanError: there is none of the name that the plan gives
    """
    from kjplan.storage.library import find_notice

    if (found := find_notice(path, plan)) is None:
        what = say("要点旁边没有原文", "the notice that it was made from is not beside it")
        raise KjplanError(what, str(path), say("用 --source 指明", "name it with --source"))
    return str(found)


def _numbers(written: list[str], kept: list[str]) -> list[int]:
    """The number in the file of each line that is left of it without its comments."""
    lines, numbers = iter(enumerate(written, 1)), []
    for line in kept:
        numbers.append(next((n for n, whole in lines if whole.startswith(line.rstrip("\r"))), len(written)))
    return numbers


def _take_over(made: Plan, recorded: Plan) -> None:
    """What the notice does not say itself: the name its file had, and a year given with ``add --year``."""
    made.document.source.name = recorded.document.source.name
    if made.year is None and "year" in recorded.document.inferred:
        made.year, made.year_end = recorded.year, recorded.year_end
        made.document.inferred.append("year")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "backslashreplace")
