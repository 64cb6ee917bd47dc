"""How right the diff is, against generated pairs, real series and other differs, and how long it takes.

Run: ``python -m benchmarks.diff`` from the checkout prints every table; ``--write`` puts them into docs/diff.md. Parts by
name: ``python -m benchmarks.diff pairs series``. Documents of the corpus take part where it stands beside the checkout.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from itertools import combinations, count
from pathlib import Path
from random import Random

from benchmarks.diff_pairs import make_pair, run
from benchmarks.diff_series import CORPUS as SERIES_CORPUS
from benchmarks.diff_series import SERIES, Score, score_series
from benchmarks.diff_sources import ROOT, originals
from benchmarks.timing import EMPTY_PYTHON, interleaved, process, table
from kjplan.api import diff, dumps
from kjplan.model import Measure, Plan, Section

DOCS = ROOT / "docs" / "diff.md"
PAIRS, RIVAL_PAIRS, ROUNDS = 600, 40, 21
STRANGERS = ({"environment"}, {"science", "report", "city"})
"""Kinds of documents with nothing in common; orders of ministries on anything share parts such as 加强组织领导."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)}; all by default")
    arguments.add_argument("--write", action="store_true", help="put the tables into docs/diff.md")
    arguments.add_argument("--large", type=int, help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.large:
        print(json.dumps(_compare_large(options.large)))
        return
    for part in options.parts or PARTS:
        figures = PARTS[part]()
        print(figures)
        if options.write:
            _put(part, figures)


def _put(part: str, figures: str) -> None:
    """Replace what stands between the marks of a part in docs/diff.md."""
    text = DOCS.read_text(encoding="utf-8")
    block = re.compile(rf"(<!-- {part} -->\n).*?(<!-- end -->)", re.DOTALL)
    DOCS.write_text(block.sub(lambda m: f"{m[1]}\n{figures}\n{m[2]}", text), encoding="utf-8")


def generated() -> str:
    """Generated pairs with the truth known."""
    c = run(PAIRS)
    rows = [
        ("pairs of plans", f"{c['plans']}, of {len(originals())} real plans", "≥ 500"),
        ("of these parsed again from the changed notice", f"{c['parsed again']}", ""),
        ("alignment of measures, F1", _f1(c, "pairs"), "≥ 0.98"),
        ("alignment of sections, F1", _f1(c, "sections"), ""),
        ("moved: found of those made", _share(c, "moved"), "≥ 0.95"),
        ("moved: false", f"{c['moved false']}", "0"),
        ("splits and merges, F1", _f1(c, "parts"), "≥ 0.85"),
        ("renumbered: right, wrong", f"{c['numbers right']}, {c['numbers wrong']}", "exact"),
        (
            "untouched measures: same or only renumbered, otherwise",
            f"{c['untouched right']}, {c['untouched wrong']}",
            "",
        ),
        ("values changed: found with the exact difference", _share(c, "figures"), "100 %"),
        ("values changed: false", f"{c['figures false']}", "0"),
        ("indicators renamed or replaced: false (none was made)", f"{c['renames false']}", "0"),
        ("retitled: found of those made", _share(c, "retitled"), ""),
        ("retitled: false", f"{c['retitled false']}", "0"),
        ("reworded: found of those made", _share(c, "reworded"), ""),
        ("reworded: false", f"{c['reworded false']}", "0"),
        ("plans with nothing in common: pairs found", _strangers(), "0"),
    ]
    return table("Generated pairs", rows)


def _f1(c: Counter[str], what: str) -> str:
    right, wrong, missed = c[f"{what} right"], c[f"{what} wrong"] + c[f"{what} false"], c[f"{what} missed"]
    return f"{2 * right / max(2 * right + wrong + missed, 1):.4f} ({right} right, {wrong} wrong, {missed} missed)"


def _share(c: Counter[str], what: str) -> str:
    return f"{c[f'{what} found'] / max(c[f'{what} made'], 1):.1%} ({c[f'{what} found']} of {c[f'{what} made']})"


def _strangers() -> str:
    """Pairs of goals, sections and measures found between plans that have nothing in common."""
    compared = made = 0
    for one, other in combinations(originals(), 2):
        if any(one.kind in a and other.kind in b for a, b in (STRANGERS, STRANGERS[::-1])):
            found = diff(one.plan, other.plan)
            made += sum(bool(g.old and g.new) for g in found.goals)
            made += sum(bool(s.old and s.new) for s in found.sections)
            made += sum(bool(m.old and m.new) for m in found.measures)
            compared += 1
    return f"{made} (in {compared} comparisons)"


def series() -> str:
    """Real years against what a careful reader wrote down."""
    if not SERIES_CORPUS.exists():
        return "### Real years\n\nNot run: the corpus beside the checkout is absent.\n"
    rows = []
    for name in SERIES:
        found = score_series(name)
        wanted = {"sections": "F1 ≥ 0.90", "goals": "≥ 0.95 right", "tasks": ""}
        for what, part in (("sections", found.sections), ("tasks", found.tasks), ("goals", found.goals)):
            rows.append((f"{name}: {what}", _scored(part), wanted[what]))
        rows.append((f"{name}: deltas across a replaced indicator", str(found.crossed), "0"))
    return table("Real years", rows)


def _scored(part: Score) -> str:
    return f"F1 {part.f1:.3f}, {part.recall:.0%} right ({part.right} right, {part.wrong} wrong, {part.missed} missed)"


def rivals() -> str:
    """The same pairs through other differs."""
    from benchmarks.diff_rivals import run as run_rivals

    lines = [
        "### Other differs",
        "",
        "| differ | pairs of plans | right | wrong | missed | ms a pair |",
        "|---" * 6 + "|",
    ]
    for r in run_rivals(RIVAL_PAIRS):
        if r.absent:
            lines.append(f"| {r.name} | not installed here: {r.absent} | | | | |")
        else:
            share = f"{r.right} ({r.right / max(r.true, 1):.1%})"
            ms = f"{r.seconds / max(r.pairs, 1) * 1000:.0f}"
            lines.append(f"| {r.name} | {r.pairs} | {share} | {r.wrong} | {r.true - r.right} | {ms} |")
    return "\n".join([*lines, ""])


def speed() -> str:
    """Whole command on cached plans, and large plans each in a process of its own."""
    rows = [("`kjplan diff`, 23 × 24 measures, cached plans ÷ `python -c pass`", f"{_command():.1f}", "≤ 12")]
    for size, wanted in ((500, "≤ 2 s, 500 MB"), (2000, ""), (8000, "")):
        command = [sys.executable, "-m", "benchmarks.diff", "--large", str(size)]
        out = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
        seconds, megabytes = json.loads(out)
        rows.append(
            (f"{size} × {size} measures, half of them reworded", f"{seconds:.2f} s, {megabytes:.0f} MB", wanted)
        )
    return table("Time and memory", rows)


def _command() -> float:
    """The whole command as a multiple of an empty Python."""
    original = originals()[0]
    pair = next(p for p in (make_pair(original, seed) for seed in count()) if len(p.new.measures) == 24)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("old.yaml", "new.yaml")]
        for file, plan in zip(files, (pair.old, pair.new), strict=True):
            file.write_text(dumps(plan), encoding="utf-8")
        env = {"XDG_CACHE_HOME": folder, "LANG": "C.UTF-8"}
        kjplan = str(Path(sys.executable).parent / "kjplan")
        runs = [process(EMPTY_PYTHON, env), process([kjplan, "diff", *map(str, files)], env)]
        empty, ours = interleaved(runs, ROUNDS)
    return ours / empty


def _compare_large(size: int) -> tuple[float, float]:
    """Processor seconds and peak MB of comparing two plans of so many measures made of real clauses."""
    draw = Random(size)
    old = _large(size, draw)
    new = deepcopy(old)
    for measure in new.measures[::2]:
        clauses = measure.text.split("，")
        clauses[draw.randrange(len(clauses))] = draw.choice(_clauses())
        measure.text = "，".join(clauses)
    for section in new.sections:
        draw.shuffle(section.children)
    start = time.process_time()
    diff(old, new)
    return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _clauses() -> list[str]:
    texts = [m.text for one in originals() for m in one.plan.measures]
    return sorted({c for text in texts for c in re.split(r"[，,。；;\n]", text) if 5 <= len(c) <= 30})


def _large(size: int, draw: Random) -> Plan:
    clauses = _clauses()
    made = Plan(title="大计划", year=2022)
    for n in range(size):
        if n % 10 == 0:
            made.parts.append(Section(id=f"S{n}", title=draw.choice(clauses), number=str(n), role="measures"))
        text = "，".join(draw.choice(clauses) for _ in range(12))
        measure = Measure(id=f"M{n}", number=str(n), title=draw.choice(clauses), text=text)
        made.parts[-1].children.append(measure)  # type: ignore[union-attr]
    return made


PARTS: dict[str, Callable[[], str]] = {"pairs": generated, "series": series, "rivals": rivals, "speed": speed}

if __name__ == "__main__":
    main()
