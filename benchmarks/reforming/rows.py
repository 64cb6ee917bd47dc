"""A plan's tasks as the rows of a table, or below the bodies that answer for them."""

from collections import Counter
from collections.abc import Callable, Sequence

from benchmarks.reforming.duties import names_told, without_statement
from benchmarks.reforming.known import Draft, Fact, Known, first_words, key, plain
from benchmarks.reforming.statements import NAMES
from kjplan.model import Measure

Row = tuple[str, str, list[str], int]
"""Number, words and bodies of a task, and the month by which it is to be done."""
_LONGEST, _MOST = 160, 20


def _rows(known: Known) -> list[tuple[Measure, Row]]:
    """Tasks of few words, with their bodies or with some of ours."""
    rows: list[tuple[Measure, Row]] = []
    for measure in known.tasks():
        words = without_statement(known, measure)
        names = names_told(known, measure) or [NAMES[(len(rows) + i) % len(NAMES)] for i in range(len(rows) % 3 + 1)]
        if words and "\n" not in words and len(words) <= _LONGEST and measure.number and not measure.due:
            rows.append((measure, (str(len(rows) + 1), words, names, len(rows) % 10 + 3)))
    return rows[:_MOST]


def _facts(draft: Draft, rows: Sequence[tuple[Measure, Row]], dues: bool, role: str) -> None:
    """Nothing is said but the rows."""
    known, keys = draft.known, {key(m) for m, _ in rows}
    kept = [f for f in known.facts if (f[1] in keys and f[0] in ("target", "due")) or (f[0] == "role" and f[1] in keys)]
    draft.facts = Counter(f for f in kept if f[0] != "role" or f[2] == "measure")
    for measure, (_, _, names, month) in rows:
        roles = (
            ["lead", *[role] * (len(names) - 1)]
            if role == "support"
            else ["joint" if names[1:] else "lead"] * len(names)
        )
        facts: list[Fact] = [("body", key(measure), plain(name), r) for name, r in zip(names, roles, strict=True)]
        if dues:
            facts.append(("due", key(measure), f"{known.plan.year}-{month:02d}-{_last(month)}"))
        draft.state(*facts)


def _last(month: int) -> int:
    return 30 if month in (4, 6, 9, 11) else 31


def _title(known: Known) -> str:
    return f"{known.plan.year}年重点工作任务分解表"


def _bars(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table(
    columns: Sequence[str], line: Callable[[Sequence[str]], str], rule: str = ""
) -> Callable[[Known], Draft | None]:
    """A table with such columns: ``lead``, ``support``, ``who``, ``due`` and others, by what stands in them."""

    def way(known: Known) -> Draft | None:
        rows = _rows(known)
        if len(rows) < 3 or not known.one_year:
            return None
        out = [_title(known), "", line([_HEADS[c] for c in columns]), *([rule * len(columns) + "|"] if rule else [])]
        for _, (number, words, names, month) in rows:
            cells = {
                "no": number,
                "task": words,
                "lead": names[0],
                "support": "、".join(names[1:]),
                "who": "、".join(names),
            }
            out.append(line([{**cells, "due": f"{known.plan.year}年{month}月底前"}[c] for c in columns]))
        draft = Draft(known, whole="\n".join(out) + "\n")
        _facts(draft, rows, "due" in columns, "support" if "lead" in columns else "joint")
        return draft

    return way


_HEADS = {
    "no": "序号",
    "task": "工作任务",
    "lead": "牵头单位",
    "support": "配合单位",
    "who": "责任单位",
    "due": "完成时限",
}


def headed(known: Known) -> Draft | None:
    """A division of tasks whose headings are bodies: （一）甲局, and its tasks below."""
    rows = _rows(known)
    if len(rows) < 3 or not known.one_year:
        return None
    groups: dict[str, list[tuple[Measure, Row]]] = {}
    for measure, row in rows:
        groups.setdefault(row[2][0], []).append((measure, row))
    out = [f"{known.plan.year}年重点工作任务分工"]
    for numeral, (name, held) in zip("一二三四五六七八九十", groups.items(), strict=False):
        out += [f"{numeral}、{name}", *(f"{k}.{row[1]}" for k, (_, row) in enumerate(held, 1))]
    draft = Draft(known, whole="\n".join(out) + "\n")
    shown = [pair for held in list(groups.values())[:10] for pair in held]
    _facts(draft, [(m, (r[0], r[1], r[2][:1], r[3])) for m, r in shown], False, "support")
    draft.facts |= Counter(("role", first_words(name), "measures") for name in list(groups)[:10])
    return draft


ROWS = {
    "Markdown table, 牵头单位 | 配合单位 | 完成时限": (
        _table(["no", "task", "lead", "support", "due"], _bars, "|---"),
    ),
    "Markdown table, 责任单位": (_table(["no", "task", "who"], _bars, "|---"),),
    "table with tabs, 牵头单位 配合单位 完成时限": (_table(["no", "task", "lead", "support", "due"], "\t".join),),
    "table with tabs, 完成时限 责任单位": (_table(["no", "task", "due", "who"], "\t".join),),
    "a cell a line, 责任单位 完成时限": (_table(["no", "task", "who", "due"], "\n".join),),
    "bodies as headings": (headed,),
}
