"""``kjplan parse``: notices to plans."""

from os import cpu_count
from pathlib import Path
from typing import Annotated, Literal

import typer

from kjplan.cli.batch import Job, Outcome, run
from kjplan.cli.deliver import file_path, note
from kjplan.cli.folders import files, has_folder, left_out
from kjplan.cli.options import ForceOption
from kjplan.errors import KjplanError, OutputError
from kjplan.language import current, say
from kjplan.output.stream import emit, tell

app = typer.Typer()

PlanFormat = Literal["yaml", "json"]


@app.command(
    help=say(
        "把通知解析成要点。默认把 YAML 写到标准输出；来源有多个或是文件夹时，用 -o 指定文件夹；坏文件不影响其余。"
        "能读 .txt、.md、.html、.docx、.doc、.wps、.pdf、.xlsx、.csv。",
        "Turn notices into plans: YAML on standard output by default. Several sources, or a folder, need -o DIR; a bad file"
        " never stops the rest. Reads .txt, .md, .html, .docx, .doc, .wps, .pdf, .xlsx and .csv.",
    ),
    epilog="kjplan parse notice.txt\nkjplan parse notice.txt -o plan.yaml\nkjplan parse notices -o plans --jobs 4\n"
    "cat notice.txt | kjplan parse - --format json",
)
def parse(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help=say("通知、装通知的文件夹，或 -（标准输入）", "notices, folders of notices, or - (standard input)"),
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE|DIR", help=say("写入文件或文件夹", "write to a file, or into a folder")
        ),
    ] = None,
    form: Annotated[
        PlanFormat | None,
        typer.Option("--format", help=say("省略则看 -o 的后缀，再则为 yaml", "else by the suffix of -o, else yaml")),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help=say("有错误或警告时以 1 退出", "exit with 1 if the parser met an error or a warning")
        ),
    ] = False,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs",
            metavar="N",
            show_default=False,
            help=say("并行进程数，默认 1；0 为处理器数", "number of processes, 1 by default; 0 for one per processor"),
        ),
    ] = 1,
    force: ForceOption = False,
) -> int:
    """Parse one source to standard output or a file, or several into a folder."""
    path = file_path(output)
    if len(sources) == 1 and not _is_folder(path) and not has_folder(sources):
        return _report(list(run([_job(sources[0], form or _format_of(path), path, force)], 1)), strict)
    if path is None:
        tip = say("用 -o 指定文件夹", "name a folder with -o DIR")
        if len(sources) == 1:
            raise OutputError(
                say("文件夹里的要点要写到文件夹", "a folder of notices needs a folder to go to"), sources[0], tip
            )
        raise OutputError(say("多个来源不能写到同一处", "several sources cannot go to standard output"), None, tip)
    taken, left = files(sources, path, form or "yaml")
    plans = [_job(source, form or "yaml", str(p), force) for source, p in taken]
    for folder in {str(Path(str(plan.path)).parent) for plan in plans}:
        _make_folder(folder)
    code = _report(_with_progress(plans, jobs or cpu_count() or 1), strict, of=len(plans))
    if left:
        note(left_out(left))
    return code


def _job(source: str, form: str, path: str | None, force: bool) -> Job:
    return Job(source, form, path, force, current())


def _format_of(path: str | None) -> PlanFormat:
    """What the suffix of the output file says."""
    suffix = "" if path is None else Path(path).suffix.lower()
    if suffix not in ("", ".yaml", ".yml", ".json", ".txt"):
        tip = say("用 --format 指明 yaml 或 json", "choose yaml or json with --format")
        raise OutputError(say("要点不能写成这种格式", "a plan is not written in the format of"), path, tip)
    return "json" if suffix == ".json" else "yaml"


def _is_folder(path: str | None) -> bool:
    return path is not None and (path.endswith(("/", "\\")) or Path(path).is_dir())


def _make_folder(path: str) -> None:
    from kjplan.storage.files import output_error

    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(error, path) from error


def _with_progress(jobs: list[Job], processes: int) -> list[Outcome]:
    """Do the jobs, with a bar on standard error where somebody watches."""
    import sys

    from kjplan.cli.settings import settings

    if settings.quiet or sys.stderr is None or not sys.stderr.isatty():
        return list(run(jobs, processes))
    from rich.console import Console
    from rich.progress import track

    return list(
        track(run(jobs, processes), say("解析", "Parsing"), len(jobs), console=Console(stderr=True), transient=True)
    )


def _parsed(outcomes: list[Outcome]) -> str:
    """How many notices were parsed, and how many of them are no plans or lack the plan that they send out."""
    of = len(outcomes)
    none, missing = (sum(o.extent == extent for o in outcomes) for extent in ("none", "notice"))
    zh = [f"已解析 {of} 个", *([f"{none} 个不是要点"] if none else []), *([f"{missing} 个只有通知"] if missing else [])]
    en = [f"{of} parsed", *([f"{none} no plans"] if none else []), *([f"{missing} notices alone"] if missing else [])]
    return say("，".join(zh), ", ".join(en))


def _report(outcomes: list[Outcome], strict: bool, of: int = 1) -> int:
    """Write what came of the jobs: plans to standard output, the rest to standard error.

    :returns: 2 where a source failed, 1 where a strict run met an error or warning
    """
    failed = [o for o in outcomes if o.error is not None]
    for outcome in outcomes:
        emit(outcome.text, data=True)
        for line in outcome.findings if of == 1 or strict else ():
            note(line)
    if of == 1 and failed:
        raise KjplanError(str(failed[0].error), tip=failed[0].tip)
    told: set[str] = set()
    for outcome in failed:
        tell(f"error: {outcome.error}")
        if outcome.tip is not None and outcome.tip not in told:
            told.add(outcome.tip)
            tell(f"tip: {outcome.tip}")
    if failed:
        tell(say(f"{of} 个中有 {len(failed)} 个失败", f"{len(failed)} of {of} failed"))
    elif of > 1:
        note(_parsed(outcomes))
    return 2 if failed else int(strict and any(o.findings for o in outcomes))
