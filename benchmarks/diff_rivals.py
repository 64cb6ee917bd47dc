"""The same pairs of plans through other differs: which old measure does each pair with which new one?

Every rival gets the form it is made for: git the notice with one paragraph a line, the JSON differs a list of
``{section, number, title, text}``, xmldiff the same as XML, daff a table with the title as key. The pairs are read off its own
output; what it says of nothing (unchanged items, context lines) it has paired in their order. Where git shows a block of
lines replaced by as many others, each is taken for the pair of its opposite; a line that it would colour as moved is paired.
A rival that is not installed is said to be so.

Needs the extra ``bench-diff``, git, and for jsondiffpatch node and ``npm install --prefix benchmarks jsondiffpatch``.
"""

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from benchmarks.diff_pairs import Pair, make_pairs
from kjplan.api import diff
from kjplan.matching.wording import canonical
from kjplan.model import Measure, Plan

Link = tuple[int, int]
Item = dict[str, str]

NODE = Path(__file__).parent
_JSONDIFFPATCH = """
import { create } from 'jsondiffpatch';
let text = ''; for await (const chunk of process.stdin) text += chunk;
const [old, now] = JSON.parse(text);
const differ = create({ objectHash: item => item.title || item.text, arrays: { detectMove: true } });
console.log(JSON.stringify(differ.diff(old, now) || {}));
"""


class Missing(Exception):
    """A rival is not installed here."""


@dataclass
class Result:
    """One rival over all pairs that it was given."""

    name: str
    pairs: int = 0
    right: int = 0
    wrong: int = 0
    true: int = 0
    seconds: float = 0.0
    absent: str = ""
    """Why it was not run."""


def items(plan: Plan) -> list[Item]:
    """The measures as a program that reads a plan's YAML would see them."""
    found = []
    for section in plan.sections:
        for measure in (child for child in section.children if isinstance(child, Measure)):
            found.append(
                {
                    "section": section.title or "",
                    "number": measure.number or "",
                    "title": measure.title or "",
                    "text": measure.text,
                }
            )
    return found


def _ours(pair: Pair) -> set[Link]:
    old, new = ({m.id: n for n, m in enumerate(plan.measures)} for plan in (pair.old, pair.new))
    return {(old[r.old.id], new[r.new.id]) for r in diff(pair.old, pair.new).measures if r.old and r.new}


def _git(pair: Pair) -> set[Link]:
    if not shutil.which("git"):
        raise Missing("git")
    lines = [
        [f"{i['number']}.{i['title']}。{i['text']}".replace("\n", " ") for i in items(p)] for p in (pair.old, pair.new)
    ]
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("old.txt", "new.txt")]
        for file, text in zip(files, lines, strict=True):
            file.write_text("\n".join(text) + "\n", encoding="utf-8")
        command = ["git", "diff", "--no-index", "--patience", "-U100000", *map(str, files)]
        out = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return set(_patched([line for line in out.split("\n")[5:] if line], lines))


def _patched(shown: Sequence[str], lines: Sequence[list[str]]) -> Iterator[Link]:
    old = new = 0
    gone: list[int] = []
    come: list[int] = []
    out: list[int] = []
    into: list[int] = []
    for line in [*shown, " "]:
        if line[0] == "-":
            gone.append(old)
            old += 1
        elif line[0] == "+":
            come.append(new)
            new += 1
        else:
            if len(gone) == len(come):
                yield from zip(gone, come, strict=True)
            else:
                out, into = out + gone, into + come
            gone, come = [], []
            if old < len(lines[0]) and new < len(lines[1]):
                yield old, new
            old, new = old + 1, new + 1
    moved = {lines[1][n]: n for n in into}
    yield from ((n, moved[lines[0][n]]) for n in out if lines[0][n] in moved)


def _deepdiff(pair: Pair) -> set[Link]:
    from deepdiff import DeepDiff

    old, new = items(pair.old), items(pair.new)
    # With the cut-offs at their defaults (0.3, 0.7) it pairs nearly nothing of a renumbered plan.
    loose: dict[str, Any] = {"cutoff_distance_for_pairs": 0.9, "cutoff_intersection_for_pairs": 1}
    found = DeepDiff(old, new, ignore_order=True, report_repetition=True, view="tree", **loose)
    links: set[Link] = set()
    gone: set[int] = set()
    come: set[int] = set()
    for kind, levels in found.items():
        for level in levels:
            one, other = level.path(output_format="list"), level.path(output_format="list", use_t2=True)
            if kind == "iterable_item_removed":
                gone.add(one[0])
            elif kind == "iterable_item_added":
                come.add(other[0])
            elif len(one) > 1:
                links.add((one[0], other[0]))
    return links | _equal(old, new, links, gone, come)


def _equal(old: list[Item], new: list[Item], links: set[Link], gone: set[int], come: set[int]) -> set[Link]:
    """Items that a differ says nothing of are equal, wherever they stand."""
    left = [i for i in range(len(old)) if i not in gone and i not in {a for a, _ in links}]
    rest = [j for j in range(len(new)) if j not in come and j not in {b for _, b in links}]
    return {(i, next(j for j in rest if new[j] == old[i])) for i in left if any(new[j] == old[i] for j in rest)}


def _jsondiffpatch(pair: Pair) -> set[Link]:
    if not shutil.which("node") or not (NODE / "node_modules" / "jsondiffpatch").is_dir():
        raise Missing("node, npm install --prefix benchmarks jsondiffpatch")
    old, new = items(pair.old), items(pair.new)
    command = ["node", "--input-type=module", "-e", _JSONDIFFPATCH]
    out = subprocess.run(
        command, input=json.dumps([old, new]), capture_output=True, text=True, check=True, cwd=NODE
    ).stdout
    delta: dict[str, Any] = json.loads(out)
    moved = {delta[key][1]: int(key[1:]) for key in delta if key[0] == "_" and key != "_t" and delta[key][2] == 3}
    added = {int(key) for key, value in delta.items() if key.isdecimal() and isinstance(value, list)}
    gone = {int(key[1:]) for key in delta if key[0] == "_" and key != "_t"}
    stay = iter(i for i in range(len(old)) if i not in gone)
    links = {(i, j) for j, i in moved.items()}
    for j in range(len(new)):
        if j not in added and j not in moved:
            i = next(stay, None)
            links |= {(i, j)} if i is not None else set()
    return links


def _xmldiff(pair: Pair) -> set[Link]:
    try:
        from lxml import etree
        from xmldiff.diff import Differ
    except ImportError:
        raise Missing("xmldiff") from None
    trees = [etree.fromstring(_xml(plan)) for plan in (pair.old, pair.new)]
    differ = Differ()
    differ.set_trees(*trees)
    places = [{node: n for n, node in enumerate(tree.iter("measure"))} for tree in (differ.left, differ.right)]
    matches = differ.match()
    return {(places[0][m[0]], places[1][m[1]]) for m in matches if m[0] in places[0] and m[1] in places[1]}


def _xml(plan: Plan) -> str:
    parts = []
    for section in plan.sections:
        measures = (child for child in section.children if isinstance(child, Measure))
        rows = (
            f"<measure number='{m.number or ''}'><title>{escape(m.title or '')}</title><text>{escape(m.text)}</text></measure>"
            for m in measures
        )
        parts.append(f"<section><title>{escape(section.title or '')}</title>{''.join(rows)}</section>")
    return f"<plan>{''.join(parts)}</plan>"


def _graphtage(pair: Pair) -> set[Link]:
    try:
        from graphtage import json as tree
    except ImportError:
        raise Missing("graphtage") from None
    one, other = tree.build_tree(items(pair.old)), tree.build_tree(items(pair.new))
    edits = one.edits(other)
    while not edits.bounds().definitive() and edits.tighten_bounds():
        pass
    old, new = ({id(node): n for n, node in enumerate(root.children())} for root in (one, other))
    found = ((getattr(e, "from_node", None), getattr(e, "to_node", None)) for e in edits.edits())
    return {(old[id(a)], new[id(b)]) for a, b in found if id(a) in old and id(b) in new}


def _daff(pair: Pair) -> set[Link]:
    try:
        import daff
    except ImportError:
        raise Missing("daff") from None
    tables = []
    for plan in (pair.old, pair.new):
        rows = [[i["title"], i["section"], i["number"], i["text"]] for i in items(plan)]
        tables.append(daff.PythonTableView([["title", "section", "number", "text"], *rows]))
    flags = daff.CompareFlags()
    flags.addPrimaryKey("title")
    flags.ordered = False
    units = daff.Coopy.compareTables(*tables, flags).align().toOrder().getList()
    return {(unit.l - 1, unit.r - 1) for unit in units if unit.l > 0 and unit.r > 0}


def _checked(needs: str, tool: Callable[[Pair], set[Link]]) -> Callable[[Pair], set[Link]]:
    def run(pair: Pair) -> set[Link]:
        try:
            return tool(pair)
        except ImportError:
            raise Missing(needs) from None

    return run


RIVALS: dict[str, tuple[Callable[[Pair], set[Link]], int]] = {
    "kjplan": (_ours, 0),
    "git diff --patience": (_git, 0),
    "deepdiff, ignore_order, wide cut-offs": (_checked("deepdiff", _deepdiff), 0),
    "jsondiffpatch, title as objectHash": (_jsondiffpatch, 0),
    "xmldiff": (_xmldiff, 0),
    "graphtage": (_graphtage, 25),
    "daff, title as key": (_daff, 0),
}
"""Each rival, and of how many measures at most its plans may be; 0 where that does not matter."""


def run(count: int) -> list[Result]:
    """So many pairs through every rival; graphtage, which is slow, gets the smallest five of them only."""
    pairs = list(islice(make_pairs(count), count))
    results = []
    for name, (tool, most) in RIVALS.items():
        given = [p for p in pairs if len(p.old.measures) <= most][:5] if most else pairs
        results.append(_run(name, tool, given))
    return results


def _run(name: str, tool: Callable[[Pair], set[Link]], pairs: Sequence[Pair]) -> Result:
    result = Result(name)
    for pair in pairs:
        start = time.perf_counter()
        try:
            told = tool(pair)
        except Missing as missing:
            result.absent = str(missing)
            return result
        result.seconds += time.perf_counter() - start
        twice = _said_twice(pair.old)
        told = {link for link in told if link[0] not in twice}
        result.pairs += 1
        result.right += len(told & pair.links.keys())
        result.wrong += len(told - pair.links.keys())
        result.true += len(pair.links)
    return result


def _said_twice(plan: Plan) -> set[int]:
    """Measures whose words an old plan has twice: which is which, the truth does not say."""
    words = [(canonical(m.title), canonical(m.text)) for m in plan.measures]
    return {n for n, own in enumerate(words) if words.count(own) > 1}
