"""``kjplan fix`` and ``kjplan fixes``: corrections that last."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kjplan.cli.deliver import deliver, file_path, note
from kjplan.cli.options import ForceOption, FormatOption, OutputOption, PlanNames, RequiredPlan, complete_id
from kjplan.cli.settings import settings
from kjplan.cli.several import ask, expanded
from kjplan.errors import KjplanError, OutputError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.output.formats import Answer, format_for
from kjplan.output.stream import emit
from kjplan.querying.table import Column, Table
from kjplan.storage.beside import fixes_path
from kjplan.storage.corrections import fixes_text, overlay

if TYPE_CHECKING:
    from kjplan.reading import SourceText
    from kjplan.storage.corrections.laying import Outcome

app = typer.Typer()

STATES = {
    "applied": ("已用上", "applied"),
    "moved": ("已用上，随字句移动", "applied, moved"),
    "stale": ("未用上，字句已不在", "stale"),
    "needless": ("已无须更正", "needless"),
}
"""What becomes of a correction, in both languages."""


@app.command(
    help=say(
        "更正读错的一处：记入要点旁边的 *.fixes.yaml，以后每次读这份要点都照此更正；要点文件本身不改。",
        "Correct what was read wrongly: it is noted in *.fixes.yaml beside the plan and laid over it whenever it is read;"
        " the plan itself stays as it was parsed.",
    ),
    epilog="kjplan fix 2022 M11 title 壮大企业规模 --was 壮大高新技术企业规模\n"
    "kjplan fix 2022 G4.1 value 1200 --was 1000家 --why 见更正通知\n"
    "kjplan fix 2022 M11 responsibility.bodies --add '{name: 市科技局, role: lead}' --was 高新技术企业\n"
    "kjplan fix notice.txt M3 bodies --drop 高校 --was 高校",
)
def fix(
    plan: RequiredPlan,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=say(
                "M11、G4、S3.2、M11.1（指标），或 document、plan、notice",
                "M11, G4, S3.2, M11.1 (a target), or document, plan, notice",
            ),
            autocompletion=complete_id,
        ),
    ],
    field: Annotated[
        str,
        typer.Argument(metavar="FIELD", help=say("其中的一项，如 title、role、value", "its field: title, role, value")),
    ],
    was: Annotated[
        str,
        typer.Option(
            "--was",
            metavar="WORDS",
            help=say(
                "据以更正的字句：现在的值，或原文", "what it stands on: the present value, or words of the notice"
            ),
        ),
    ],
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="VALUE", help=say("正确的值，文字或 YAML", "the right value, words or YAML"), show_default=False
        ),
    ] = None,
    add: Annotated[
        str | None, typer.Option("--add", metavar="ITEM", help=say("给列表添一项", "add one item to a list"))
    ] = None,
    drop: Annotated[
        str | None,
        typer.Option("--drop", metavar="ITEM", help=say("从列表去掉一项", "take one item out of a list")),
    ] = None,
    none: Annotated[
        bool,
        typer.Option("--none", help=say("原文没有写明，清空此项", "the notice does not state it: empty the field")),
    ] = False,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help=say("理由", "the reason"))] = None,
    who: Annotated[str | None, typer.Option("--who", metavar="NAME", help=say("更正人", "who says so"))] = None,
) -> None:
    """Note a correction, if what it stands on is there."""
    from kjplan.storage.corrections.writing import new_entry, text_with, write

    change, words = _one_change({"value": value, "add": add, "drop": drop}, none)
    path = _file(plan)
    expect_own(path)
    entry = new_entry(change, words, id=id, field=field, was=was, why=why, who=who)
    text = text_with(path, entry)
    outcome = _outcomes(path, text)[-1]
    if outcome.state == "stale" and not outcome.elsewhere:
        _expect_id(path, id)
    _expect_applied(outcome)
    emit(f"{write(path, text)}\n", data=False)


def _one_change(given: dict[str, str | None], none: bool) -> tuple[str, str | None]:
    """The one kind of change asked for, and its words; an emptied field is a value without words.

    :raises KjplanError: none or several of them
    """
    chosen = [(name, words) for name, words in given.items() if words is not None]
    if len(chosen) + none != 1:
        what = say("VALUE、--add、--drop、--none 应有且只有一项", "give one of VALUE, --add, --drop and --none")
        raise KjplanError(what, tip=say("用法见 kjplan fix -h", "see kjplan fix -h"))
    return chosen[0] if chosen else ("value", None)


def _file(name: str | None) -> Path:
    """The plan or notice that corrections stand beside.

    :raises OutputError: standard input
    """
    from kjplan.storage.loading import locate

    path = locate(name, data=settings.data)
    if str(path) == "-":
        raise OutputError(say("标准输入旁边没有更正文件", "there are no corrections beside standard input"))
    return path


def expect_own(path: Path) -> None:
    """Raise for a plan that comes with kjplan.

    :raises OutputError: saying what to do instead
    """
    from kjplan.storage.library import find_library

    library = find_library(settings.data)
    if library.origin == "shipped" and path.parent == library.folder:
        what = say("随程序安装的工作要点不可改动", "the plans that come with kjplan are not to be changed")
        tip = say("先用 kjplan add 把通知收入自己的库", "put its notice into a library of your own with kjplan add")
        raise OutputError(what, str(path), tip)


def _outcomes(path: Path, text: str) -> "list[Outcome]":
    """What becomes of the corrections of a plan or notice."""
    from kjplan.storage.loading import open_uncorrected

    opened = open_uncorrected(path)
    plan, source = _plan_and_text(opened)
    return overlay(path, plan, text, source).outcomes


def _plan_and_text(opened: Any) -> "tuple[Plan, SourceText | None]":
    return (opened, None) if isinstance(opened, Plan) else (opened.plan, opened.source)


def _expect_id(path: Path, id: str) -> None:
    """Raise for an id that the plan does not have.

    :raises KjplanError: naming ids like it
    """
    from kjplan.querying.ids import unknown_id
    from kjplan.storage.loading import open_uncorrected

    plan, _ = _plan_and_text(open_uncorrected(path))
    known = ["document", "plan", "notice", *(node.id for node, _ in plan.nodes()), *(t.id for t in plan.targets)]
    if id not in known:
        raise unknown_id(id, known)


def _expect_applied(outcome: "Outcome") -> None:
    """Say what a new correction changes.

    :raises KjplanError: it would change nothing, or something else than its id names
    """
    correction = outcome.correction
    where = f"{correction.id} {correction.field}"
    if outcome.state == "needless":
        raise KjplanError(say("已经如此，无须更正", "it is so already") + f" ({outcome.words})", where)
    if outcome.state == "applied":
        note(f"{where}: {outcome.words}")
        return
    places = ", ".join(outcome.elsewhere) or outcome.at
    tip = say(f"在 {places}", f"they stand in {places}") if places else None
    raise KjplanError(say(f"“{correction.was}”不在那里", f"“{correction.was}” does not stand there"), where, tip)


@app.command(
    help=say("列出一份要点的更正，以及各条是否用上。", "The corrections of a plan, and what became of each."),
    epilog="kjplan fixes 2022\nkjplan fixes notice.txt --format json\nkjplan fixes data",
)
def fixes(
    plans: PlanNames = None, form: FormatOption = None, output: OutputOption = None, force: ForceOption = False
) -> int:
    """Print the corrections beside plans."""

    def found(name: str | None) -> "list[Outcome]":
        text = fixes_text(path := _file(name))
        return [] if text is None else _outcomes(path, text)

    def answer(outcomes: "list[Outcome]") -> Answer:
        return Answer(lambda: _table(outcomes), lambda: [_record(outcome) for outcome in outcomes])

    if expanded(plans) is not None:
        return ask(lambda name, _: answer(found(name)), plans, form, output, force=force)
    outcomes = found(plans[0] if plans else None)
    empty = say("没有更正：", "no corrections: ") + str(fixes_path(_file(plans[0] if plans else None)))
    if not outcomes and format_for(file_path(output), form) != "table":
        note(empty)
    deliver(answer(outcomes), form, output, force=force, empty=empty)
    return 0


def _table(outcomes: "list[Outcome]") -> Table:
    columns = [
        Column("id", "编号", "id"),
        Column("field", "项", "field"),
        Column("words", "更正", "correction"),
        Column("state", "状态", "state"),
        Column("at", "落在", "at"),
        Column("was", "依据", "stands on", detail=True),
        Column("why", "理由", "why"),
        Column("who", "更正人", "who", detail=True),
        Column("date", "日期", "date", detail=True),
        Column("line", "行", "line", detail=True, align="right"),
    ]
    return Table(columns, [_row(outcome) for outcome in outcomes])


def _row(outcome: "Outcome") -> list[str]:
    c = outcome.correction
    at = outcome.at or ", ".join(outcome.elsewhere)
    cells = [c.id, c.field, outcome.words, say(*STATES[outcome.state]), at, c.was, c.why, c.who, c.date]
    return [cell or "" for cell in cells] + [str(c.mark[0]) if c.mark else ""]


def _record(outcome: "Outcome") -> dict[str, Any]:
    c = outcome.correction
    return {
        "id": c.id,
        "field": c.field,
        "was": c.was,
        "change": c.change,
        "value": c.raw,
        "why": c.why,
        "who": c.who,
        "date": c.date,
        "state": outcome.state,
        "at": outcome.at,
        "elsewhere": list(outcome.elsewhere),
        "line": c.mark[0] if c.mark else None,
    }
