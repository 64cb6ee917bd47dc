"""A diff for people: what is not recorded, numbers, what came, went and moved, and at last how the wording changed."""

from kjplan.diffing import PlanDiff
from kjplan.diffing.result import PlanReference, TextDiff
from kjplan.language import say
from kjplan.output.diff_tables import parts
from kjplan.output.diff_words import not_recorded_words, summary_words
from kjplan.output.escape import one_line
from kjplan.output.markdown import escape, to_markdown
from kjplan.output.style import Style, paint
from kjplan.output.table import to_plain, to_screen

_CONTEXT = 12
"""Characters of unchanged text shown on each side of a change."""


def to_text(diff: PlanDiff, *, why: bool = False, color: bool = False, columns: int | None = None) -> str:
    """The diff for a screen or pipe; see ``kjplan.output.formats.to_text`` for the parameters."""
    head = f"{_name(diff.old)} → {_name(diff.new)}"
    blocks = [paint(one_line(head), Style.HEAD, color) + "\n" + "".join(f"{line}\n" for line in _notes(diff))]
    for title, table in parts(diff, why=why):
        drawn = to_plain(table, color=color) if columns is None else to_screen(table, columns, color=color)
        blocks.append(f"{paint(title, Style.HEAD, color)}\n{drawn}")
    rewordings = _rewordings(diff)
    if rewordings:
        lines = [f"{one_line(title)}\n    {_inline(pieces, color)}\n" for title, pieces in rewordings]
        blocks.append(f"{paint(say('措辞', 'Wording'), Style.HEAD, color)}\n{''.join(lines)}")
    return "\n".join(blocks)


def to_markdown_text(diff: PlanDiff, *, why: bool = False) -> str:
    """The diff as Markdown."""
    blocks = [f"# {escape(f'{_name(diff.old)} → {_name(diff.new)}')}\n"]
    blocks += [f"{escape(line)}\n" for line in _notes(diff)]
    blocks += [f"## {title}\n\n{to_markdown(table)}" for title, table in parts(diff, why=why)]
    rewordings = _rewordings(diff)
    if rewordings:
        items = [f"- {escape(title)}: {_inline_markdown(pieces)}\n" for title, pieces in rewordings]
        blocks.append(f"## {say('措辞', 'Wording')}\n\n{''.join(items)}")
    return "\n".join(blocks)


def _name(plan: PlanReference) -> str:
    return plan.title or str(plan.year or say("无题", "untitled"))


def _notes(diff: PlanDiff) -> list[str]:
    if diff.identical:
        return [say("没有差异", "no difference")]
    return [line for line in (*not_recorded_words(diff), summary_words(diff)) if line]


def _rewordings(diff: PlanDiff) -> list[tuple[str, TextDiff]]:
    """What was reworded, and how: the principles, then measures in the new plan's order."""
    found = [(say("指导思想", "principles"), diff.principles.text_diff)] if diff.principles.changed else []
    for row in diff.measures:
        reference = row.new or row.old
        if row.text_diff and reference is not None:
            found.append((" ".join(filter(None, (reference.number, reference.title))) or reference.id, row.text_diff))
    return found


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
    marks = {"delete": "del", "insert": "ins"}
    return "".join(
        f"<{marks[op]}>{escape(text)}</{marks[op]}>" if op in marks else escape(text) for op, text in _shortened(pieces)
    )
