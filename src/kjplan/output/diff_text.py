"""A diff for people: what is not recorded, figures, what came, went and moved, and at last how the wording changed."""

from kjplan.diffing import PlanDiff
from kjplan.diffing.result import TextDiff
from kjplan.language import say
from kjplan.output.diff_tables import named, parts
from kjplan.output.diff_words import not_recorded_words, plan_words, summary_words
from kjplan.output.escape import one_line
from kjplan.output.style import Style, paint
from kjplan.output.table import to_plain, to_screen

_CONTEXT = 12
"""Characters of unchanged text shown on each side of a change."""


def to_text(
    diff: PlanDiff,
    *,
    why: bool = False,
    wording: bool = True,
    brief: bool = False,
    color: bool = False,
    columns: int | None = None,
) -> str:
    """The diff for a screen or pipe; see ``kjplan.output.formats.to_text`` for color and columns.

    :param why: also why each pair was made, and what else it might be
    :param wording: also how the words changed
    :param brief: only the counts
    """
    blocks = [paint(one_line(heading(diff)), Style.HEAD, color) + "\n" + "".join(f"{n}\n" for n in notes(diff))]
    for part in () if brief else parts(diff, why=why):
        drawn = ""
        if part.table:
            drawn = (
                to_plain(part.table, color=color) if columns is None else to_screen(part.table, columns, color=color)
            )
        note = f"{one_line(part.note)}\n" if part.note else ""
        blocks.append(f"{paint(part.title, Style.HEAD, color)}\n{drawn}{note}")
    rewordings = reworded(diff) if wording and not brief else []
    if rewordings:
        lines = [f"{one_line(title)}\n    {_inline(pieces, color)}\n" for title, pieces in rewordings]
        blocks.append(f"{paint(say('措辞', 'Wording'), Style.HEAD, color)}\n{''.join(lines)}")
    return "\n".join(blocks)


def to_markdown_text(diff: PlanDiff, *, why: bool = False, wording: bool = True, brief: bool = False) -> str:
    """The diff as Markdown; parameters as of ``to_text``."""
    from kjplan.output.markdown import escape, to_markdown

    blocks = [f"# {escape(heading(diff))}\n", "".join(f"- {escape(line)}\n" for line in notes(diff))]
    for part in () if brief else parts(diff, why=why):
        table = to_markdown(part.table) if part.table else ""
        note = f"{escape(part.note)}\n" if part.note else ""
        blocks.append("\n".join(filter(None, (f"## {part.title}\n", table, note))))
    rewordings = reworded(diff) if wording and not brief else []
    if rewordings:
        items = [f"- {escape(title)}: {_inline_markdown(pieces)}\n" for title, pieces in rewordings]
        blocks.append(f"## {say('措辞', 'Wording')}\n\n{''.join(items)}")
    return "\n".join(blocks)


def heading(diff: PlanDiff) -> str:
    """Both plans in a line."""
    return f"{plan_words(diff.old)} → {plan_words(diff.new)}"


def notes(diff: PlanDiff) -> list[str]:
    """What was not compared, and the counts."""
    if diff.identical:
        return [say("没有差异", "no difference")]
    return [*not_recorded_words(diff), *summary_words(diff)]


def reworded(diff: PlanDiff) -> list[tuple[str, TextDiff]]:
    """What was reworded, and how, marked by words: the principles, then measures in the new plan's order."""
    from kjplan.diffing.marks import by_words

    found = [(say("指导思想", "principles"), diff.principles.text_diff)] if diff.principles.changed else []
    found += [(named(row.new or row.old), row.text_diff) for row in diff.measures if row.text_diff]
    return [(title, by_words(pieces)) for title, pieces in found]


def _shortened(pieces: TextDiff) -> TextDiff:
    """The pieces with long unchanged ones cut to what stands beside a change."""
    last = len(pieces) - 1
    short: TextDiff = []
    for i, (op, text) in enumerate(pieces):
        if op == "equal" and len(text) > 2 * _CONTEXT + 2:
            head = "" if i == 0 else text[:_CONTEXT]
            tail = "" if i == last else text[-_CONTEXT:]
            text = f"{head}…{tail}"
        short.append((op, text))
    return short


def _inline(pieces: TextDiff, color: bool) -> str:
    """The pieces in one line: ``[-dropped-]{+added+}``, and painted where there is colour."""
    marks = {"delete": ("[-{}-]", Style.REMOVED), "insert": ("{{+{}+}}", Style.ADDED)}
    line = []
    for op, text in _shortened(pieces):
        shown = one_line(text)
        if op in marks:
            template, style = marks[op]
            shown = paint(template.format(shown), style, color)
        line.append(shown)
    return "".join(line)


def _inline_markdown(pieces: TextDiff) -> str:
    from kjplan.output.markdown import escape

    marks = {"delete": "del", "insert": "ins"}
    return "".join(
        f"<{marks[op]}>{escape(text)}</{marks[op]}>" if op in marks else escape(text) for op, text in _shortened(pieces)
    )
