"""How many defects check finds: plants them in real documents one at a time, and writes docs/check_recall.md.

Run: ``python -m benchmarks.check_recall [--corpus FOLDER --list FILE]`` from the checkout. Without a list of documents only the
notices of the project are planted in.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.planting.facts import FACTS
from benchmarks.planting.marks import MARKS
from benchmarks.planting.plant import Document, Plant, Planter, back, edited, forth
from benchmarks.planting.restated import RESTATED
from benchmarks.planting.tree import TREE
from benchmarks.planting.words import WORDS
from kjplan import language
from kjplan.checking import RULES, Finding, check
from kjplan.parsing import parse_source
from kjplan.reading import from_text

ROOT = Path(__file__).parent.parent
PLANTERS = (*FACTS, *TREE, *RESTATED, *WORDS, *MARKS)
TIMES = 2
"""Defects of one kind that are planted in one document, each by itself."""
NEAR = 2
"""Characters that a finding may be beside its place."""


@dataclass
class Tally:
    """What came of one kind of defect."""

    planted: int = 0
    documents: set[str] = field(default_factory=set)
    found: int = 0
    beside: Counter[str] = field(default_factory=Counter)
    """Findings of other rules at the place, which tell of the same defect."""
    elsewhere: Counter[str] = field(default_factory=Counter)
    """Findings that were not there before, anywhere else."""
    missed: list[str] = field(default_factory=list)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    arguments.add_argument("--list", type=Path, help="names of the documents of the corpus to plant in, one a line")
    arguments.add_argument("--only", default="", help="first letters of the rules to plant for")
    arguments.add_argument("--misses", action="store_true", help="print the defects that were not found")
    arguments.add_argument("--output", type=Path)
    options = arguments.parse_args()
    language.choose("en")
    tallies = [(planter, Tally()) for planter in PLANTERS if planter.code.startswith(options.only)]
    documents = list(_documents(options.corpus, options.list))
    for document in documents:
        for planter, tally in tallies:
            _plant_in(document, planter, tally)
    for planter, tally in tallies if options.misses else ():
        for line in tally.missed:
            print(f"{planter.code}: {planter.what}: {line}")
    table = _table(tallies, len(documents))
    print(table)
    if options.output:
        text = options.output.read_text(encoding="utf-8")
        before, mark, rest = text.partition("<!-- table -->\n")
        _, end, behind = rest.partition("<!-- end -->")
        options.output.write_text(f"{before}{mark}{table}{end}{behind}", encoding="utf-8")


def _documents(corpus: Path, names: Path | None) -> Iterator[Document]:
    paths = sorted((ROOT / "data" / "notices").glob("*.txt"))
    for line in names.read_text(encoding="utf-8").splitlines() if names else ():
        name = line.split(" (")[0].strip()
        if name and not name.endswith(".html.txt"):
            paths.append(corpus / name)
    for path in paths:
        yield Document(path.stem, path.read_text(encoding="utf-8-sig"))


def _plant_in(document: Document, planter: Planter, tally: Tally) -> None:
    """Plant one kind of defect in a document, as often as it goes, up to TIMES."""
    if not document.runs(planter.code):
        return
    if planter.once and any(code == planter.code for code, _ in document.said):
        return
    draw = Random(f"{document.name} {planter.code} {planter.what}")
    candidates = list(planter.candidates(document, draw))
    for plant in draw.sample(candidates, min(TIMES, len(candidates))):
        tally.planted += 1
        tally.documents.add(document.name)
        _judge(document, planter, plant, tally)


def _judge(document: Document, planter: Planter, plant: Plant, tally: Tally) -> None:
    text = edited(document.text, plant.edits)
    found = False
    for finding in _new_findings(document, text, plant):
        at_place = _is_at(finding, plant)
        if finding.code == planter.code and at_place:
            found = True
        elif at_place:
            tally.beside[finding.code] += 1
        else:
            tally.elsewhere[finding.code] += 1
    tally.found += found
    if not found:
        start = max(0, forth(plant.edits[0][0], plant.edits, behind=False) - 25)
        tally.missed.append(f"{document.name} {plant.edits[0][:2]} …{text[start : start + 70]!r}…")


def _new_findings(document: Document, text: str, plant: Plant) -> Iterator[Finding]:
    """What check says of the text with the defect and did not say of the text without it."""
    said = Counter((code, span[0] if span else None) for code, span in document.said.elements())
    for finding in check(parse_source(from_text(text, document.name))).findings:
        start = back(finding.span[0], plant.edits) if finding.span else None
        key = finding.code, start
        if (finding.span is None or start is not None) and said[key]:
            said[key] -= 1
        else:
            yield finding


def _is_at(finding: Finding, plant: Plant) -> bool:
    if plant.place is None or finding.span is None:
        return plant.place is None
    start = forth(plant.place[0], plant.edits, behind=False) - NEAR
    return start <= finding.span[1] and finding.span[0] <= forth(plant.place[1], plant.edits, behind=True) + NEAR


def _table(tallies: list[tuple[Planter, Tally]], documents: int) -> str:
    lines = ["| rule | defect | planted | documents | found | recall | same rule elsewhere | other rules elsewhere |"]
    lines.append("|---|---|---|---|---|---|---|---|")
    every: dict[str, list[int]] = {}
    for planter, tally in tallies:
        sums = every.setdefault(planter.code, [0, 0])
        sums[0] += tally.planted
        sums[1] += tally.found
        same = tally.elsewhere.pop(planter.code, 0)
        others = ", ".join(f"{code} {n}" for code, n in tally.elsewhere.most_common(3))
        rate = f"{tally.found / tally.planted:.2f}" if tally.planted else "–"
        cells = (planter.code, planter.what, tally.planted, len(tally.documents), tally.found, rate, same or "", others)
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    planted, found = (sum(sums[k] for sums in every.values()) for k in (0, 1))
    lines.append(f"| **all** | {len(tallies)} kinds | {planted} | {documents} | {found} | {found / planted:.2f} | | |")
    rates = [found / planted for planted, found in every.values() if planted]
    lines.append(f"\n{len(rates)} rules; the mean of their recalls is {sum(rates) / len(rates):.2f}.")
    untried = [code for code in RULES if code not in every or not every[code][0]]
    lines.append(f"Nothing was planted for: {', '.join(untried)}.")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
