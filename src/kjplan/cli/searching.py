"""``kjplan search`` and ``kjplan words``: plans by their words."""

from os.path import exists
from typing import Annotated, Literal

import typer

from kjplan.cli.deliver import deliver, file_path, note, paints, save, terminal_columns
from kjplan.cli.errors import tell_error
from kjplan.cli.folders import members
from kjplan.cli.loading import load_plan
from kjplan.cli.options import PLAN, ForceOption, FormatOption, OutputOption, PlanNames, complete_plan, complete_section
from kjplan.cli.settings import settings
from kjplan.cli.watching import watched
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.model import Plan
from kjplan.output.formats import Answer, format_for
from kjplan.output.stream import emit

app = typer.Typer()

Named = tuple[str, Plan]


@app.command(
    help=say(
        "按词查找目标和举措，最相关的在前，并标出原文位置。词不必在词典里，两个字的词、专名、数字都可以。",
        "Find goals and measures by the words in them, the best first, with the place in the text. "
        "No dictionary is needed: names, figures and words of two characters are found.",
    ),
    epilog="kjplan search 郑科贷\nkjplan search 人才 平台 --plan 2022\nkjplan search 航空港区 --limit 5\n"
    "kjplan search 1000家 --format json\nkjplan search 人才 --plan plans",
)
def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help=say("一个或多个词，空格隔开", "one or more words"))
    ],
    plan: Annotated[
        list[str] | None,
        typer.Option(
            "--plan",
            metavar="PLAN",
            autocompletion=complete_plan,
            help=PLAN
            + say(
                "；也可以是文件夹；可重复；省略则查整个库", "; or a folder; repeatable; the whole library if left out"
            ),
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help=say("最多列出多少条", "how many to list at most"))
    ] = 20,
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Print the goals and measures that have the words; a broken plan of the library is named, the rest searched."""
    from kjplan.output import search_text
    from kjplan.searching import search as search_plans

    shelf, broken = _named(plan) if plan else _library()
    found = search_plans(shelf, words)
    every = len(found.hits)
    found.hits = found.hits[:limit]
    path = file_path(output)
    chosen = format_for(path, form)
    if chosen in ("table", "markdown"):
        people = chosen == "table" and path is None
        if chosen == "markdown":
            text = search_text.to_markdown_text(found)
        else:
            text = search_text.to_text(found, color=people and paints(), columns=terminal_columns() if people else None)
        save(text, path, force=force) if path is not None else emit(text, data=not people)
    else:
        deliver(
            Answer(lambda: search_text.table(found), lambda: search_text.records(found)), chosen, output, force=force
        )
    paths = [word for word in found.pieces if exists(word)]  # noqa: PTH110 -- Path.exists raises for what is no name
    for line in search_text.missing_words(found, plans=[name for name, _ in shelf], paths=paths):
        note(line)
    if every > limit:
        note(say(f"共 {every} 条，列出 {limit} 条；--limit 可以多列", f"{limit} of {every}; --limit lists more"))
    return 2 if broken else 0


def _named(names: list[str]) -> tuple[list[Named], bool]:
    """The plans named, and those in folders; of a folder a broken one is told and passed over."""
    shelf, broken = [], False
    for plan in watched([plan for name in names for plan in members(name)]):
        try:
            shelf.append((plan, load_plan(plan)))
        except KjplanError as error:
            if plan in names:
                raise
            broken = True
            tell_error(error)
    return shelf, broken


def _library() -> tuple[list[Named], bool]:
    """The plans of the library, the newest first, and whether one of them is broken, which has then been told."""
    from kjplan.storage.library import find_library
    from kjplan.storage.loading import load

    library = find_library(settings.data)
    if not library.folder.is_dir():
        raise KjplanError(say("没有这个要点库", "no such library"), str(library.folder))
    shelf, broken = [], False
    if not (entries := library.newest_first()):
        what = say("库是空的，无处可查", "the library is empty, there is nothing to search")
        raise KjplanError(
            what, str(library.folder), say("查文件夹用 --plan 文件夹", "to search a folder: --plan FOLDER")
        )
    for entry in entries:
        try:
            shelf.append((entry.name, load(entry.path)))
        except KjplanError as error:
            broken = True
            tell_error(error)
    return shelf, broken


@app.command(
    help=say(
        "数词：要点或其中一部分说了哪些词、多少次，哪些是它特有的。权重是 tf-idf：次数乘以在多少部分里少见；"
        "多份要点合在一起数，看在多少份里少见。",
        "The words of a plan or of a section: how often each stands there, and which are its own. "
        "The weight is tf-idf: the count times how few sections have the word; of several plans, counted together, how few of them.",
    ),
    epilog="kjplan words 2022\nkjplan words 2022 --section 平台 --top 10\nkjplan words 2022 --by count\n"
    "kjplan words 2022 --format csv -o words.csv\nkjplan words plans --top 100 -o words.xlsx",
)
def words(
    plans: PlanNames = None,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            metavar="TEXT",
            autocompletion=complete_section,
            help=say("只数这一部分：标题、编号或 id", "only this section: words of its title, its number or id"),
        ),
    ] = None,
    top: Annotated[
        int, typer.Option("--top", metavar="N", min=1, help=say("列出多少个词", "how many words to list"))
    ] = 30,
    by: Annotated[
        Literal["weight", "count"],
        typer.Option("--by", help=say("按权重还是次数排", "order by weight or by count")),
    ] = "weight",
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> int:
    """Print the words of plans, counted and weighed."""
    from kjplan.output import word_counts
    from kjplan.searching.counting import count_among, count_words

    names = [name for each in plans or () for name in members(each)]
    among, broken = bool(plans) and names != (plans or [])[:1], False
    if among:
        shelf, broken = _named(plans or [])
        found = count_among(shelf, sections=section or ())
    else:
        found = count_words(load_plan(plans[0] if plans else None), sections=section or ())
    if by == "count":
        found.sort(key=lambda word: -word.count)
    chosen = found[:top]
    drawn = format_for(file_path(output), form) in ("table", "markdown")
    answer = Answer(
        lambda: word_counts.table(chosen, by=by, bars=drawn, among=among),
        lambda: word_counts.records(chosen, among=among),
    )
    deliver(answer, form, output, force=force, empty=word_counts.empty_words(section or ()))
    return 2 if broken else 0
