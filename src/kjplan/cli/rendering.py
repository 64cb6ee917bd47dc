"""``kjplan render`` and ``kjplan schema``: a notice from a plan, and what a plan may hold."""

import sys

import typer

from kjplan.cli.deliver import file_path, save
from kjplan.cli.loading import load_plan
from kjplan.cli.options import ForceOption, OutputOption, PlanName
from kjplan.language import say
from kjplan.output.escape import visible_lines
from kjplan.output.formats import expect_suffix
from kjplan.output.stream import emit, is_regular_file

app = typer.Typer()


@app.command(
    help=say(
        "仅凭要点写出干净的通知；再解析一遍，除位置和网页内容外得到同一份要点。",
        "Write a clean notice from a plan alone; parsing it gives the same plan but for spans and page furniture.",
    ),
    epilog="kjplan render 2022\nkjplan render plan.yaml -o clean.txt",
)
def render(plan: PlanName = None, output: OutputOption = None, force: ForceOption = False) -> None:
    """Print or write the notice; control characters are raw in a file and escaped elsewhere."""
    from kjplan.output.notice_text import render as notice_of

    path = file_path(output)
    expect_suffix(path, ".txt", ".md", ".markdown")
    text = notice_of(load_plan(plan))
    if path is not None:
        save(text, path, force=force)
    else:
        raw = sys.stdout is not None and is_regular_file(sys.stdout)
        emit(text if raw else visible_lines(text), data=True)


@app.command(
    help=say(
        "要点文件的 JSON Schema，供编辑器和其他程序使用。",
        "The JSON Schema of plan files, for editors and other programs.",
    ),
    epilog="kjplan schema\nkjplan schema -o workplan.schema.json",
)
def schema(output: OutputOption = None, force: ForceOption = False) -> None:
    """Print or write the JSON Schema."""
    from kjplan.storage.schema import schema_text

    path = file_path(output)
    expect_suffix(path, ".json")
    if path is None:
        emit(schema_text(), data=True)
    else:
        save(schema_text(), path, force=force)
