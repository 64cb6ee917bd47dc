"""The hits of a search: for people the place in the text with its words marked, rows and records for programs."""

from collections.abc import Sequence
from typing import Any

from kjplan.language import say
from kjplan.model import Goal
from kjplan.output.escape import one_line
from kjplan.output.markdown import escape
from kjplan.output.style import Style, paint
from kjplan.output.width import pad, width
from kjplan.querying.records import section_reference
from kjplan.querying.table import Column, Table
from kjplan.querying.tables import heading
from kjplan.querying.wording import full_text
from kjplan.searching.excerpts import WIDTH, Marked, excerpt, marked
from kjplan.searching.search import Found, Hit

_INDENT = "    "
_NARROWEST = 20


def to_text(found: Found, *, color: bool = False, columns: int | None = None) -> str:
    """Each hit in two lines: plan, id, score and title, then the place in its text; words looked for are painted.

    Without colour they stand in «». See ``kjplan.output.formats.to_text`` for the parameters.
    """
    heads = [[hit.plan, hit.node.id, f"{hit.score:.2f}"] for hit in found.hits]
    widths = [max(map(width, cells)) for cells in zip(*heads, strict=True)]
    characters = WIDTH if columns is None else max(_NARROWEST, (columns - len(_INDENT)) // 2 - 2)
    lines = []
    for hit, (plan, id_, score) in zip(found.hits, heads, strict=True):
        before = (
            f"{pad(one_line(plan), widths[0])}  {pad(one_line(id_), widths[1])}  {pad(score, widths[2], right=True)}"
        )
        lines.append(f"{paint(before, Style.FAINT, color)}  {_shown(_title(hit), color)}".rstrip())
        if text := _text(hit):
            lines.append(_INDENT + _shown(excerpt(text, hit.terms, characters), color))
    return "".join(f"{line}\n" for line in lines)


def to_markdown_text(found: Found) -> str:
    """Each hit as an item of a list, its words in bold."""
    lines = []
    for hit in found.hits:
        text = _bold(excerpt(_text(hit), hit.terms))
        title = _bold(_title(hit))
        lines.append(
            f"- {escape(hit.plan)} {escape(hit.node.id)} ({hit.score:.2f}) {title}{'<br>' if text else ''}{text}\n"
        )
    return "".join(lines)


def table(found: Found) -> Table:
    """A row a hit, for spreadsheets; the place in the text without marks."""
    columns = [
        Column("plan", "要点", "plan"),
        Column("id", "编号", "id"),
        Column("score", "得分", "score", align="right"),
        Column("title", "标题", "title"),
        Column("section", "所属部分", "section"),
        Column("words", "命中", "words"),
        Column("excerpt", "原文", "excerpt"),
    ]
    rows = []
    for hit in found.hits:
        words = "、".join(f"{word}×{n}" for word, n in hit.counts.items())
        section = heading(hit.section) if hit.section else ""
        rows.append([hit.plan, hit.node.id, str(hit.score), heading(hit.node), section, words, _plain(hit)])
    return Table(columns, rows)


def records(found: Found) -> list[dict[str, Any]]:
    """Records of hits: plan, kind, id, number, title (of a goal its text), section, score, words with counts, excerpt.

    ``places`` are where the words stand in ``excerpt``; ``span`` is where the whole goal or measure stands in its notice.
    """
    return [
        {
            "plan": hit.plan,
            "kind": hit.node.kind,
            "id": hit.node.id,
            "number": hit.node.number,
            "title": hit.node.text if isinstance(hit.node, Goal) else hit.node.title,
            "section": section_reference(hit.section),
            "score": hit.score,
            "words": [{"word": word, "count": n} for word, n in hit.counts.items()],
            "excerpt": _plain(hit),
            "places": _places(hit),
            "span": list(hit.node.span) if hit.node.span else None,
        }
        for hit in found.hits
    ]


def missing_words(found: Found, *, plans: Sequence[str] = (), paths: Sequence[str] = ()) -> list[str]:
    """What was looked for in place of words that stand nowhere, a sentence each.

    :param plans: names of the plans searched: one given as a word was likely meant as ``--plan``
    :param paths: files and folders among the words, meant so too
    """
    said = []
    for word, pieces in found.pieces.items():
        listed = say("、", ", ").join(pieces)
        said.append(
            say(f"没有“{word}”，改查：{listed}", f"{word} stands nowhere; searched for {listed}")
            if pieces
            else say(f"没有“{word}”", f"{word} stands nowhere")
        )
        if word in plans:
            said.append(say(f"只查这一年用 --plan {word}", f"to search that plan only: --plan {word}"))
        elif word in paths:
            said.append(say(f"要在其中查找，用 --plan {word}", f"to search in it: --plan {word}"))
    return said


def _title(hit: Hit) -> Marked:
    return marked(heading(hit.node), hit.terms)


def _text(hit: Hit) -> str:
    """The text beside what stands in the title already; a goal's words are its title."""
    return "" if isinstance(hit.node, Goal) else full_text(hit.node)


def _plain(hit: Hit) -> str:
    return "".join(words for words, _ in _excerpt(hit))


def _excerpt(hit: Hit) -> Marked:
    return excerpt(hit.node.text if isinstance(hit.node, Goal) else full_text(hit.node), hit.terms)


def _places(hit: Hit) -> list[list[int]]:
    found, at = [], 0
    for words, mark in _excerpt(hit):
        if mark:
            found.append([at, at + len(words)])
        at += len(words)
    return found


def _shown(pieces: Marked, color: bool) -> str:
    shown = ((one_line(words), mark) for words, mark in pieces)
    return "".join((paint(w, Style.MATCH, color) if color else f"«{w}»") if mark else w for w, mark in shown)


def _bold(pieces: Marked) -> str:
    return "".join(f"**{escape(words)}**" if mark else escape(words) for words, mark in pieces)
