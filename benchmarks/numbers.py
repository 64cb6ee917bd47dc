"""Targets and goals in figures, found by kjplan and by two number recognisers, against the hand-made truth of half a.

Run: ``python -m benchmarks.numbers`` from the checkout, with the extra ``bench-rivals`` installed; a rival that is not
installed is said so and left out. Writes its table into docs/targets.md.

Each tool reads the text of a document as a whole. What it finds is compared with the figures that the document commits to,
by value in the base unit (400亿元 = 40000000000), and by value and unit. The rivals look for numbers and know no
targets: their recall says how many of the promised figures they read rightly, their precision how far from a target
a number is.
"""

import hashlib
import importlib.util
import re
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from kjplan import parse_file
from kjplan.extraction.figures.units import base_of

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
PAGE = ROOT / "docs" / "targets.md"
BEGIN, END = "<!-- numbers -->\n", "<!-- end -->"

Figure = tuple[Decimal, str]
"""Value in the base unit, and that unit; the unit is empty where a tool gives none."""
Finder = Callable[[Path, str], list[Figure]]


def figure(value: object, unit: str | None) -> Figure | None:
    """A value and its unit as written, in the base unit."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    base, base_unit = base_of(number, unit) if unit else (number, "")
    return None if base is None else (base.normalize(), (base_unit or "").removeprefix("个"))


def truth(path: Path) -> tuple[Counter[Figure], Counter[Figure], list[Path]]:
    """Figures that a document promises, those that may be left out, and the texts it stands in."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    wanted: Counter[Figure] = Counter()
    optional: Counter[Figure] = Counter()
    for row, soft in _labels(data):
        if row.get("value") is not None and (found := figure(row["value"], row.get("unit"))):
            (optional if soft or row.get("borderline") or row.get("optional") else wanted)[found] += 1
    return wanted, optional, [CORPUS / name for name in data["files"] if not name.endswith(".html.txt")]


def _labels(data: dict[str, Any]) -> Iterable[tuple[dict[str, Any], bool]]:
    for measure in data.get("measures") or []:
        soft = bool(measure.get("borderline") or measure.get("optional"))
        yield from ((row, soft) for row in measure.get("targets") or [])
        for key in ("borderline_targets", "targets_optional"):
            yield from ((row, True) for row in measure.get(key) or [])
    yield from ((row, False) for row in data.get("goals") or [])
    yield from ((row, True) for row in data.get("optional_goals") or [])


def ours(path: Path, text: str) -> list[Figure]:
    targets = [t for t in parse_file(path).plan.targets if t.value is not None]
    return [found for t in targets if (found := figure(t.value, t.unit))]


def recognizers(path: Path, text: str) -> list[Figure]:
    """Numbers, percentages, currencies and dimensions of Recognizers-Text; of hits inside each other the longest."""
    from recognizers_number import Culture, recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    hits: list[tuple[int, int, object, str]] = []
    for recognise in (recognize_currency, recognize_dimension, recognize_percentage, recognize_number):
        for line in re.finditer(r"[^\n]+", text):
            for hit in recognise(line.group(), Culture.Chinese):
                value = str((hit.resolution or {}).get("value"))
                unit = "%" if value.endswith("%") else _UNITS.get(str((hit.resolution or {}).get("unit")), "")
                start = line.start() + hit.start
                hits.append((start, start + len(hit.text), value.rstrip("%"), unit))
    return _outermost(hits)


_UNITS = {"Chinese yuan": "元", "United States dollar": "美元", "Meter": "米", "Kilometer": "公里", "Metric ton": "吨"}


def jionlp(path: Path, text: str) -> list[Figure]:
    """Money of JioNLP; it has no function for other quantities."""
    import jionlp as jio

    found = []
    for hit in jio.ner.extract_money(text, with_parsing=True):
        detail = hit.get("detail") or {}
        value = detail.get("num")
        if isinstance(value, str) and (one := figure(value, detail.get("case") or "元")):
            found.append(one)
    return found


def _outermost(hits: list[tuple[int, int, object, str]]) -> list[Figure]:
    kept: list[Figure] = []
    reached = -1
    for start, end, value, unit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if start >= reached and (found := figure(value, unit or None)):
            kept.append(found)
            reached = end
    return kept


RIVALS: dict[str, tuple[str, Finder]] = {
    "Recognizers-Text": ("recognizers_number_with_unit", recognizers),
    "JioNLP": ("jionlp", jionlp),
}


def score(found: Counter[Figure], wanted: Counter[Figure], optional: Counter[Figure]) -> tuple[int, int, int]:
    """Right, found and wanted; what matches an optional label counts neither way."""
    right = (found & wanted).total()
    ignored = ((found - wanted) & optional).total()
    return right, found.total() - ignored, wanted.total()


def values_only(figures: Counter[Figure]) -> Counter[Figure]:
    bare: Counter[Figure] = Counter()
    for (value, _), n in figures.items():
        bare[value, ""] += n
    return bare


def values_and_units(figures: Counter[Figure]) -> Counter[Figure]:
    return figures


def main() -> None:
    warnings.simplefilter("ignore")
    if not CORPUS.exists():
        sys.exit("the corpus beside the checkout is absent")
    finders: dict[str, Finder] = {"kjplan": ours}
    for name, (module, finder) in RIVALS.items():
        if importlib.util.find_spec(module) is None:
            print(f"{name} is not installed: pip install '.[bench-rivals]'", file=sys.stderr)
        else:
            finders[name] = finder
    totals = {name: [[0, 0, 0], [0, 0, 0]] for name in finders}
    for path in sorted((CORPUS / "expected").glob("*.yaml")):
        if "diff_" in path.name or hashlib.sha256(path.stem.encode()).digest()[0] % 2:
            continue
        wanted, optional, sources = truth(path)
        for source in sources[:1]:
            text = source.read_text(encoding="utf-8")
            for name, finder in finders.items():
                found = Counter(finder(source, text))
                for total, view in zip(totals[name], (values_only, values_and_units), strict=True):
                    row = score(view(found), view(wanted), view(optional))
                    total[:] = [a + b for a, b in zip(total, row, strict=True)]
    rows = [
        "| tool | value: precision | recall | right / found / true | value and unit: precision | recall | right / found / true |"
    ]
    rows += ["|---|---|---|---|---|---|---|"]
    rows += [f"| {name} | {_cells(value)} | {_cells(both)} |" for name, (value, both) in totals.items()]
    table = "\n".join(rows) + "\n"
    print(table)
    page = PAGE.read_text(encoding="utf-8")
    head, _, rest = page.partition(BEGIN)
    PAGE.write_text(head + BEGIN + table + END + rest.partition(END)[2], encoding="utf-8")


def _cells(counts: list[int]) -> str:
    right, found, true = counts
    return f"{right / max(found, 1):.3f} | {right / max(true, 1):.3f} | {right} / {found} / {true}"


if __name__ == "__main__":
    main()
