"""Scores the installed kjplan against the hand-made truth beside the checkout and writes docs/accuracy.md.

Run: ``python -m benchmarks.accuracy`` from the checkout; ``--half b`` is for measuring once, not for making rules.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SCORER = ROOT.parent / "shared" / "corpus" / "score.py"
COLUMNS = ("heads", "nest", "roles", "bodies", "dues", "targets", "goals", "t_cmp", "t_ind", "t_bas", "meta")
INTRO = """# Accuracy on documents that nobody wrote for the test

F1, and right / found / true, against truth made by reading. One row a folder; HTML pages are twins of the texts and not counted
again. Half a of the labelled documents guided the rules, so its scores are in-sample. Half b is for measuring: it was run once at the
end of each of thirteen stages of work, and its table is as it came out the last time (before: bodies .911, .924, .919 and .929, dues
.727, .833, .833 and .833, targets .286, .364, .364 and .348, goals .500, .500, .750 and .750, roles .823, .833, .833 and .833). In the
fifth to eighth stage no cell of it moved; in the ninth the two headings under not_plans and a body that was none came right, in the
tenth a false target went, in the eleventh a goal was found (.750 before), in the twelfth no cell moved, in the
thirteenth the four bodies of the text out of PDF were found (.933 in all before).
At the start of the second stage two of its labels were printed by mistake, one of them in part; no rule was
made of what they say. [unseen.md](unseen.md) has the figures on documents labelled later.

heads: headings in order · nest: their parents · roles: part role, section, measure · bodies: responsible bodies and whether
they lead · dues: deadlines · targets, goals: value and unit · t_cmp, t_ind, t_bas: comparator, indicator and basis of
those found · meta: document fields.

Rerun: `python -m benchmarks.accuracy` for half a, `--half b` for half b (needs the corpus beside the checkout).
"""
HEADINGS = {"a": "## Half a", "b": "## Half b"}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--half", choices="ab", default="a")
    arguments.add_argument("--output", type=Path, default=ROOT / "docs" / "accuracy.md")
    options = arguments.parse_args()
    if not SCORER.exists():
        sys.exit("the corpus beside the checkout is absent")
    kjplan = Path(sys.executable).parent / "kjplan"
    command = [sys.executable, str(SCORER), str(kjplan), "--half", options.half, "--json"]
    scores = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    tables = _kept(options.output) | {options.half: _table(scores)}
    parts = [INTRO, *(f"{HEADINGS[half]}\n\n{tables[half]}" for half in sorted(tables))]
    options.output.write_text("\n".join(parts), encoding="utf-8")
    print(tables[options.half])


def _kept(path: Path) -> dict[str, str]:
    """The tables of a page that was written before, by half."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    found = {half: text.partition(f"{heading}\n\n")[2] for half, heading in HEADINGS.items()}
    return {half: part.partition("\n\n")[0].rstrip() + "\n" for half, part in found.items() if part}


def _table(scores: dict[str, Any]) -> str:
    folders: dict[str, dict[str, list[int]]] = {}
    for name, row in scores["documents"].items():
        if name.startswith("~"):
            continue
        sums = folders.setdefault(name.split("/")[0], {c: [0, 0, 0] for c in COLUMNS})
        for column, counts in row.items():
            sums[column] = [a + b for a, b in zip(sums[column], counts, strict=True)]
    total = {c: [scores["total"][c][k] for k in ("right", "found", "true")] for c in COLUMNS}
    lines = ["| folder | " + " | ".join(COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    for folder, sums in [*sorted(folders.items()), ("**all**", total)]:
        lines.append(f"| {folder} | " + " | ".join(_cell(sums[c]) for c in COLUMNS) + " |")
    return "\n".join(lines) + "\n"


def _cell(counts: list[int]) -> str:
    right, found, true = counts
    if not found and not true:
        return "–"
    f1 = 2 * right / (found + true) if found + true else 0.0
    return f"{f1:.3f} {right}/{found}/{true}"


if __name__ == "__main__":
    main()
