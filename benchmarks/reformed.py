"""What is lost and said falsely of a plan's facts when they are put in another form of words; ``python -m benchmarks.reformed``.

Other documents are measured by naming folders of ``.txt`` files: ``--docs DIR``, with ``--labels DIR`` for what readers found
in them, as then only facts are rewritten that agree with it. ``--list`` names what is lost and false, ``--only WORDS`` takes
some of the forms.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

import kjplan
from benchmarks.reforming import WAYS, Way
from benchmarks.reforming.known import KINDS, Draft, Fact, Known, Labels, compare, facts_of

NOTICES = Path(__file__).parents[1] / "data/notices"
_LONGEST = 40_000


class Result(NamedTuple):
    """What came of one form in all documents."""

    documents: int
    rewritten: int
    lost: list[tuple[str, Fact]]
    false: list[tuple[str, Fact]]


def drafts_of(ways: Iterable[Way], known: Known) -> Iterator[Draft]:
    """The drafts that a form makes of a document."""
    for way in ways:
        draft = way(known)
        if draft is not None:
            yield draft


def measure(ways: Iterable[Way], documents: dict[str, Known]) -> Result:
    """Rewrite all documents in a form, and read them again."""
    ways, count, rewritten = list(ways), 0, 0
    lost: list[tuple[str, Fact]] = []
    false: list[tuple[str, Fact]] = []
    for name, known in documents.items():
        for draft in drafts_of(ways, known):
            count, rewritten = count + 1, rewritten + draft.touched
            away, more = compare(draft.facts, facts_of(kjplan.parse(draft.text)))
            lost += [(name, fact) for fact in away]
            false += [(name, fact) for fact in more]
    return Result(count, rewritten, lost, false)


def read_documents(folders: Iterable[Path], labels: Iterable[Path]) -> dict[str, Known]:
    """The documents in folders that can be rewritten, with their labels where there are any."""
    truth: dict[str, Labels] = {}
    for folder in labels:
        for path in sorted(folder.glob("*.yaml")):
            told = yaml.safe_load(path.read_text(encoding="utf-8"))
            truth.update(dict.fromkeys((Path(name).name for name in told.get("files") or []), Labels.of(told)))
    documents: dict[str, Known] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.txt"))):
        text = path.read_text(encoding="utf-8", errors="replace")
        if len(text) <= _LONGEST and not path.name.endswith(".html.txt"):
            known = Known.laid_out(text, truth.get(path.name))
            if known is not None:
                documents[path.name] = known
    return documents


def _row(name: str, result: Result) -> str:
    lost, false = (Counter(fact[0] for _, fact in facts) for facts in (result.lost, result.false))
    cells = " | ".join(f"{lost[kind]} / {false[kind]}" for kind in KINDS)
    return f"| {name} | {result.documents} | {result.rewritten} | {cells} | {lost.total()} / {false.total()} |"


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--docs", type=Path, action="append", help="a folder of texts")
    parser.add_argument(
        "--labels", type=Path, action="append", default=[], help="a folder of what readers found in them"
    )
    parser.add_argument("--only", default="", help="forms whose kind or name holds this")
    parser.add_argument("--list", action="store_true", help="name what is lost and false")
    args = parser.parse_args()
    documents = read_documents(args.docs or [NOTICES], args.labels)
    print(f"{len(documents)} documents; lost / false\n\n| form | documents | facts | {' | '.join(KINDS)} | all |")
    print("|---" * (len(KINDS) + 4) + "|")
    for kind, ways in WAYS.items():
        for name, some in ways.items():
            if args.only not in f"{kind}: {name}":
                continue
            result = measure(some, documents)
            print(_row(f"{kind}: {name}", result), flush=True)
            if args.list:
                for sign, facts in (("-", result.lost), ("+", result.false)):
                    print("\n".join(f"   {sign} {where}: {fact}" for where, fact in facts))


if __name__ == "__main__":
    main()
