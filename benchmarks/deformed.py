"""What is lost and invented of a notice's facts when its text is deformed as extractors deform it; ``python -m benchmarks.deformed``.

Other documents are measured by naming folders of ``.txt`` files.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import kjplan
from benchmarks.deforming import DEFORMATIONS
from kjplan.model import Goal, Measure, Plan, Section
from kjplan.reading import fold
from kjplan.reading.text import solid

NOTICES = Path(__file__).parents[1] / "data/notices"
KINDS = ("bodies", "deadlines", "targets", "goals", "roles", "metadata")
_LONGEST = 60_000
_MARKS = str.maketrans("〔〕[]", "()()", '·．.、,*#\\\u200b\u00ad"')

Facts = dict[str, Counter[object]]


def _plain(text: str | None) -> str:
    """Words without blanks and marks that a deformation may change."""
    return solid(fold(text or "")).translate(_MARKS).replace("2O", "20").strip("。;")


def facts_of(plan: Plan) -> Facts:
    """What a plan says, each fact without its place."""
    facts: Facts = {kind: Counter() for kind in KINDS}
    nodes: list[Goal | Measure] = [*plan.goals, *plan.measures]
    for node in nodes:
        facts["targets"].update((_plain(t.indicator), t.comparator, t.value, _plain(t.unit)) for t in node.targets)
        facts["bodies"].update((_plain(b.name), b.role) for b in node.responsibility.bodies)
        facts["deadlines"].update((_plain(d.text), d.date) for d in node.due)
    facts["goals"].update(_plain(goal.text) for goal in plan.goals)
    facts["roles"].update((_plain(s.title)[:20], s.role) for s in plan.walk(Section) if s.title)
    facts["roles"].update((_plain(m.title)[:20], "measure") for m in plan.measures if m.title)
    document = plan.document
    told = (_plain(plan.title), plan.year, _plain(plan.issuer), _plain(document.document_number), document.signed_date)
    facts["metadata"].update((k, value) for k, value in enumerate(told) if value)
    return facts


def compare(texts: Iterable[str]) -> Iterable[tuple[str, int, dict[str, tuple[int, int]]]]:
    """Of each deformation: its name, the facts there are, and how many of each kind are lost and invented."""
    whole = [(text, facts_of(kjplan.parse(text))) for text in texts]
    stated = sum(counter.total() for _, facts in whole for counter in facts.values())
    for name, deform in DEFORMATIONS.items():
        changed = dict.fromkeys(KINDS, (0, 0))
        for text, before in whole:
            after = facts_of(kjplan.parse(deform(text)))
            for kind in KINDS:
                lost, new = changed[kind]
                more = (before[kind] - after[kind]).total(), (after[kind] - before[kind]).total()
                changed[kind] = lost + more[0], new + more[1]
        yield name, stated, changed


def main() -> None:
    """Print a table; the folders to read are the arguments, else the project's notices."""
    folders = [Path(name) for name in sys.argv[1:]] or [NOTICES]
    files = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    texts = dict.fromkeys(path.read_text(encoding="utf-8", errors="replace") for path in files)
    usable = [t for t in texts if len(t.splitlines()) >= 8 and len(t) <= _LONGEST and "\t" not in t and "|" not in t]
    print(f"{len(usable)} documents; lost / invented\n\n| deformation | {' | '.join(KINDS)} | all |")
    print("|---" * (len(KINDS) + 2) + "|")
    for name, stated, changed in compare(usable):
        cells = " | ".join(f"{lost} / {new}" for lost, new in changed.values())
        total = [sum(pair[k] for pair in changed.values()) for k in (0, 1)]
        print(f"| {name} | {cells} | {total[0]} / {total[1]} of {stated} |")


if __name__ == "__main__":
    main()
