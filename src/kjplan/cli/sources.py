"""``kjplan leaves`` and ``kjplan explain``: what the parser made of a notice."""

from typing import Annotated

import typer

from kjplan.cli.deliver import deliver, file_path, note
from kjplan.cli.options import ForceOption, FormatOption, OutputOption, SourceName
from kjplan.language import say
from kjplan.output.formats import Answer
from kjplan.output.stream import tell
from kjplan.parsing import Leaf, parse_source
from kjplan.parsing.explain import Explanation
from kjplan.parsing.leaves import partition_faults
from kjplan.querying.table import Column, Table
from kjplan.reading import SourceText, read

app = typer.Typer()


@app.command(
    help=say(
        "原文的逐字归属：每个非空白字符恰属一个叶子；依次相连，中间补上空白，就是原文。",
        "The partition of a notice: every non-blank character is in exactly one leaf. In order, with the blanks between,"
        " they are the notice.",
    ),
    epilog="kjplan leaves notice.txt\nkjplan leaves notice.txt --format json",
)
def leaves(
    source: SourceName, form: FormatOption = None, output: OutputOption = None, force: ForceOption = False
) -> int:
    """Print the leaves of a notice; into a file, their text is written raw. 1 where they do not partition the text."""
    text = _notice(source)
    found = parse_source(text).leaves
    answer = Answer(lambda: _leaf_table(text, found), lambda: [_leaf_record(text, leaf) for leaf in found])
    deliver(answer, form, output, force=force, raw=file_path(output) is not None)
    faults = partition_faults(text.text, found)
    for start, end in faults:
        line, column = text.position(start)
        tell(
            f"error: {source}:{line}:{column}: "
            + say("有文字不属于任何一处，或属于两处", f"{end - start} characters in no leaf or in two")
        )
    if not faults:
        count = len("".join(text.text.split()))
        note(
            say(
                f"{len(found)} 处恰好各占一次全部 {count} 个非空白字符",
                f"{len(found)} leaves hold all {count} non-blank characters, each once",
            )
        )
    return int(bool(faults))


def _notice(source: str) -> SourceText:
    """The text of a notice; a plan's YAML is none.

    :raises SourceError: it cannot be read, or is a plan
    """
    from kjplan.storage.loading import expect_notice

    text = read(source)
    expect_notice(text.text, source)
    return text


def _leaf_record(source: SourceText, leaf: Leaf) -> dict[str, object]:
    start, end = leaf.span
    return {"kind": leaf.kind, "owner": leaf.owner, "text": source.text[start:end], "span": [start, end]}


def _leaf_table(source: SourceText, leaves: list[Leaf]) -> Table:
    columns = [
        Column("start", "起", "start", align="right"),
        Column("end", "止", "end", align="right"),
        Column("kind", "类别", "kind"),
        Column("owner", "归属", "owner"),
        Column("text", "文字", "text"),
    ]
    return Table(
        columns, [[str(n.span[0]), str(n.span[1]), n.kind, n.owner, source.text[slice(*n.span)]] for n in leaves]
    )


@app.command(
    help=say(
        "说明原文的某一行由哪条规则认定、成了什么、还可能是什么。",
        "Say which rule claimed a line of a notice, what the line became, and what else it might have been.",
    ),
    epilog="kjplan explain notice.txt 14\nkjplan explain notice.txt 14 --format json",
)
def explain(
    source: SourceName,
    line: Annotated[int, typer.Argument(metavar="LINE", min=1, help=say("行号，从 1 起", "line number, from 1"))],
    form: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Print how a line was read."""
    from kjplan.parsing.explain import explain as explain_line

    found = explain_line(parse_source(_notice(source)), line)
    answer = Answer(lambda: _explain_table(found), lambda: _explain_record(found))
    deliver(answer, form, output, force=force)


def _explain_record(found: Explanation) -> dict[str, object]:
    claims = [
        {
            "rule": claim.rule,
            "leaves": [{"kind": n.kind, "owner": n.owner, "span": list(n.span)} for n in claim.leaves],
            "alternatives": [{"reading": a.reading, "why_not": a.why_not} for a in claim.alternatives],
        }
        for claim in found.claims
    ]
    return {"line": found.line, "text": found.text, "claims": claims}


def _explain_table(found: Explanation) -> Table:
    """One fact a row: the words, the rule, what became of them, and the readings that were not taken."""
    columns = [Column("what", "项目", "what"), Column("answer", "说明", "answer")]
    rows = [[say(f"第 {found.line} 行", f"line {found.line}"), found.text]]
    for claim in found.claims:
        rows.append([say("规则", "rule"), claim.rule])
        rows.append([say("成为", "became"), claim.became])
        rows += [[say(f"不是{a.reading}", f"not {a.reading}"), a.why_not] for a in claim.alternatives]
    if not found.claims:
        rows.append([say("成为", "became"), say("空行，不属于任何部分", "nothing: the line is blank")])
    return Table(columns, rows)
