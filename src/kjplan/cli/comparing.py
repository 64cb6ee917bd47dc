"""``kjplan diff``: what changed from one plan to another, or from a higher plan to a lower one."""

from typing import Annotated

import typer

from kjplan.cli.deliver import deliver, file_path, note, paints, save, terminal_columns
from kjplan.cli.loading import load_plan
from kjplan.cli.options import PLAN, ForceOption, FormatOption, OutputOption, complete_plan
from kjplan.diffing import CONDITIONS, PlanDiff, met, to_record
from kjplan.diffing import diff as compare
from kjplan.diffing.narrowing import KINDS, in_sections, is_empty, only
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.output.formats import Answer, Format, format_for
from kjplan.output.stream import emit

app = typer.Typer()


def complete_condition(incomplete: str) -> list[tuple[str, str]]:
    """Kinds of change for ``--fail-on`` with what they mean, for the shell's completion."""
    return [(name, kind.meaning) for name, kind in CONDITIONS.items() if name.startswith(incomplete)]


def complete_kind(incomplete: str) -> list[tuple[str, str]]:
    """Kinds of change for ``--only`` with what they mean, for the shell's completion."""
    from kjplan.output.diff_words import change_words

    return [(kind, change_words([kind])) for kind in KINDS if kind.startswith(incomplete)]


OldPlan = Annotated[
    str,
    typer.Argument(metavar="OLD", help=PLAN, autocompletion=complete_plan),
]
NewPlan = Annotated[
    str | None,
    typer.Argument(
        metavar="NEW",
        help=say("同上；用 --base 时省略", "likewise; left out with --base"),
        autocompletion=complete_plan,
        show_default=False,
    ),
]
BaseOption = Annotated[
    str | None,
    typer.Option(
        "--base",
        metavar="PLAN",
        autocompletion=complete_plan,
        show_default=False,
        help=say(
            "上级的要点：看下级的要点承接、加码、放松、遗漏了什么",
            "the plan of the level above: what the lower plan takes up, tightens, loosens, leaves out",
        ),
    ),
]
WhyOption = Annotated[
    bool,
    typer.Option(
        "--why", help=say("说明每一对的依据和别的可能", "say why each pair was made, and what else it might be")
    ),
]
SummaryOption = Annotated[
    bool, typer.Option("--summary", help=say("只要各种变化的数量", "only how many changes of each kind"))
]
OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="KIND",
        autocompletion=complete_kind,
        help=say("只显示这种变化；可重复，种类见下", "show only this kind of change; repeatable, kinds below"),
    ),
]
SectionOption = Annotated[
    list[str] | None,
    typer.Option(
        "--section",
        metavar="TEXT",
        help=say(
            "只比较标题含此文字、编号或 id 为此的章节；可重复",
            "compare only sections with this in the title, or of this number or id; repeatable",
        ),
    ),
]
ExitCodeOption = Annotated[
    bool, typer.Option("--exit-code", help=say("有变化时以 1 退出", "exit with 1 where anything changed"))
]
FailOnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="KIND",
        autocompletion=complete_condition,
        help=say(
            "有这种变化时以 1 退出；可重复，种类见下", "exit with 1 on this kind of change; repeatable, kinds below"
        ),
    ),
]


@app.command(
    help=say(
        "按内容（不按编号）比较两份要点：先是数字，再是新增、取消、移动，最后是措辞。",
        "Compare two plans by content, never by number: figures first, then what came, went and moved, then wording.",
    ),
    epilog="kjplan diff 2020 2022\nkjplan diff old.yaml new.txt --why\nkjplan diff 2020 2022 -o changes.html\n"
    "kjplan diff 2021 2022 --only removed --only moved\nkjplan diff --base province.yaml city.yaml\n"
    "kjplan diff 2021 2022 --fail-on target-lowered --fail-on measure-removed\n\n"
    + "\n".join(
        [say("--fail-on 的种类", "Kinds for --fail-on"), *(f"{name:24}{c.meaning}" for name, c in CONDITIONS.items())]
    )
    + "\n\n"
    + "\n".join(
        [say("--only 的种类", "Kinds for --only"), *(", ".join(KINDS[at : at + 4]) for at in range(0, len(KINDS), 4))]
    ),
)
def diff(
    old: OldPlan,
    new: NewPlan = None,
    base: BaseOption = None,
    why: WhyOption = False,
    summary: SummaryOption = False,
    kinds: OnlyOption = None,
    section: SectionOption = None,
    exit_code: ExitCodeOption = False,
    fail_on: FailOnOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Compare two plans."""
    before, after = _plans(old, new, base)
    found = in_sections(compare(before, after), before, after, section or ())
    met_kinds = met(found, fail_on or ())
    chosen = format_for(file_path(output), form)
    if why and base is not None:
        raise KjplanError(say("--base 不能和 --why 同用", "--why does not go with --base"))
    if base is not None:
        from kjplan.cli.levels import show

        show(before, after, found, chosen, output, kinds=kinds or (), summary=summary, force=force)
    else:
        shown, wording = only(found, kinds or ()), not kinds or "reworded" in kinds
        _show(shown, chosen, output, force=force, why=why, wording=wording, brief=summary)
        if kinds and chosen == "table" and is_empty(shown):
            note(say("没有这种变化", "no change of this kind"))
    for kind in met_kinds:
        note(f"{kind}: {CONDITIONS[kind].meaning}")
    return int(bool(met_kinds) or (exit_code and not found.identical))


def _plans(old: str, new: str | None, base: str | None) -> tuple[Plan, Plan]:
    """The two plans; with ``--base`` that one is the first, and the only one named beside it the second."""
    if (new is None) == (base is None):
        what = (
            say("缺少", "missing") + " NEW"
            if new is None
            else say("--base 之外只比较一份要点", "one plan beside --base")
        )
        usage = say(
            "kjplan diff 旧 新，或 kjplan diff --base 上级 下级",
            "kjplan diff OLD NEW, or kjplan diff --base HIGHER LOWER",
        )
        raise KjplanError(what, None if new is None else new, usage)
    first, second = (base, old) if base is not None else (old, new)
    if first == second == "-":
        tip = say("把其中一个存成文件", "save one of the two to a file")
        raise KjplanError(say("标准输入只能读一次", "standard input can be read only once"), "-", tip)
    return load_plan(first), load_plan(second)


def _show(
    found: PlanDiff, chosen: Format, output: str | None, *, force: bool, why: bool, wording: bool, brief: bool
) -> None:
    """Write a diff in a format, to the screen or a file."""
    if chosen not in ("table", "markdown", "html"):
        from kjplan.output.diff_tables import everything, summary

        table = summary if brief else everything
        answer = Answer(lambda: table(found), lambda: _brief(found) if brief else to_record(found, why=why))
        deliver(answer, chosen, output, force=force)
        return
    path = file_path(output)
    people = chosen == "table" and path is None
    text = _text(found, chosen, why=why, wording=wording, brief=brief, people=people)
    save(text, path, force=force) if path is not None else emit(text, data=not people)


def _brief(found: PlanDiff) -> dict[str, object]:
    """The record of ``--summary``: what the whole record has, without its rows."""
    record = to_record(found)
    return {key: record[key] for key in ("old", "new", "identical", "not_recorded", "summary")}


def _text(found: PlanDiff, chosen: Format, *, why: bool, wording: bool, brief: bool, people: bool) -> str:
    if chosen == "html":
        from kjplan.output.diff_html import to_html

        return to_html(found, why=why, wording=wording, brief=brief)
    from kjplan.output.diff_text import to_markdown_text, to_text

    if chosen == "markdown":
        return to_markdown_text(found, why=why, wording=wording, brief=brief)
    columns = terminal_columns() if people else None
    return to_text(found, why=why, wording=wording, brief=brief, color=people and paints(), columns=columns)
