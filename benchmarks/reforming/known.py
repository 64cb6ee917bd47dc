"""Documents whose facts are known, and drafts in which some of their words are put in another form."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kjplan.model import Goal, Measure, Plan, Section, Span, Target
from kjplan.output.notice_text import render
from kjplan.parsing import Parsed, parse_source
from kjplan.reading import from_text

Fact = tuple[str, ...]
"""Kind, the node it belongs to by its first words, and what it says: ``("body", "建设平台", "甲局", "lead")``."""
KINDS = ("body", "due", "target", "goal", "role")
_KEY, _GOAL_KEY = 8, 4
_FEW_LINES = 8
_BRACKET = re.compile("[（(【\\[][^（()）]*[)）】\\]]")
_FIRST_LEADS = re.compile("(?:第一|首)(?:位|个)[^。]{0,12}(?:牵头|主办|负责)|排名?第一|第一责任单位")


def plain(text: object) -> str:
    """Letters, characters and digits only, in one form."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(text or "")))


def first_words(text: str, most: int = _KEY) -> str:
    """The first characters of words, without brackets and digits, which a form may change."""
    return re.sub("[0-9]", "", plain(_BRACKET.sub("", text)))[:most]


def key(node: Goal | Measure) -> str:
    """The first words of a node: a rewritten statement behind them does not change them."""
    if isinstance(node, Goal):
        return first_words(node.text, _GOAL_KEY)
    return first_words(node.title or node.text)


def amount_of(target: Target) -> tuple[str, str]:
    """Value and unit of a target, in the base unit where it has one."""
    value = target.value if target.base_value is None else target.base_value
    unit = target.unit if target.base_value is None else target.base_unit
    least = "" if value is None else format(value.normalize(), "f")
    return least + ("" if target.value_max is None else f"-{target.value_max}"), (unit or "").replace("％", "%")


def facts_of(plan: Plan) -> Counter[Fact]:
    """What a plan commits to, each once."""
    facts: Counter[Fact] = Counter()
    nodes: list[Goal | Measure] = [*plan.goals, *plan.measures]
    for node in nodes:
        facts.update(("body", key(node), plain(b.name), b.role) for b in node.responsibility.bodies)
        facts.update(("due", key(node), d.date or plain(d.text)) for d in node.due)
        for t in node.targets:
            facts["target", key(node), t.comparator, *amount_of(t), plain(t.indicator)] += 1
    facts.update(("goal", key(goal)) for goal in plan.goals)
    facts.update(("role", first_words(s.title), s.role) for s in plan.walk(Section) if s.title)
    facts.update(("role", key(m), "measure") for m in plan.measures)
    return Counter(dict.fromkeys(facts, 1))


@dataclass
class Labels:
    """What an independent reader found in a document, as far as it is compared with what is rewritten."""

    bodies: set[tuple[str, bool]] = field(default_factory=set)
    dues: list[str] = field(default_factory=list)
    targets: set[tuple[Decimal, str]] = field(default_factory=set)

    @classmethod
    def of(cls, truth: dict[str, Any]) -> "Labels":
        """The labels in a file of truth, as ``accuracy`` reads them too."""
        labels = cls()
        for measure in truth.get("measures") or []:
            for body in measure.get("responsible") or []:
                labels.bodies.add((plain(body["body"]), body["role"] == "lead"))
            labels.dues += [plain(d if isinstance(d, str) else d.get("text")) for d in measure.get("due") or []]
        for node in [*(truth.get("measures") or []), *(truth.get("goals") or [])]:
            for target in [node, *(node.get("targets") or [])]:
                if target.get("value") is not None:
                    labels.targets.add((Decimal(str(target["value"])), plain(target.get("unit"))))
        return labels


class Known:
    """A document, its plan, and which of its facts may be trusted: all, or those that agree with its labels."""

    def __init__(self, text: str, labels: Labels | None = None) -> None:
        self.text = text
        self.parsed: Parsed = parse_source(from_text(text))
        self.plan = self.parsed.plan
        self.labels = labels
        self.facts = facts_of(self.plan)

    @classmethod
    def laid_out(cls, text: str, labels: Labels | None = None) -> "Known | None":
        """The document as it stands; as it was typed, where the page put blanks and numbers into it; or, where it has no lines
        or its tasks are rows of a table, as ``render`` writes it; so where lines are wrapped. None where it plans nothing."""
        known = cls(text, labels)
        tidied = known.parsed.source.tidied
        if tidied is not None:
            known = cls(tidied.source.text, labels)
        if known.plan.extent not in ("full", "goals"):
            return None
        units = known.parsed.units
        rows = any(unit.rule.startswith("table") for unit in units)
        wrapped = any("\n" in known.text[unit.start : unit.end].strip() for unit in units)
        if rows or wrapped or known.parsed.source.tidied is not None or len(known.text.splitlines()) < _FEW_LINES:
            known = cls(render(known.plan), labels)
        return known

    @property
    def first_leads(self) -> bool:
        """Whether the document itself says that the first of each list leads."""
        return _FIRST_LEADS.search(self.text) is not None

    @property
    def dated(self) -> str:
        """The last day on which the document says that it was made, or nothing."""
        document = self.plan.document
        return max(document.signed_date or "", document.written_date or "", document.published_date or "")

    @property
    def one_year(self) -> int | None:
        """The year that a day without one belongs to, where nothing else is possible."""
        year = self.plan.year
        later = year is not None and self.dated[:4] > str(year)
        return None if self.plan.year_end or later or (year or 0) < 2000 else year

    def trusted(self, node: Measure | Goal, kind: str) -> bool:
        """Whether the labels agree with all facts of one kind that a node has."""
        if self.labels is None:
            return True
        if kind == "body":
            return all((plain(b.name), b.role == "lead") in self.labels.bodies for b in node.responsibility.bodies)
        if kind == "due":
            dues = self.labels.dues
            return all(any(plain(d.text) in x or x in plain(d.text) for x in dues) for d in node.due)
        return all((t.value, plain(t.unit)) in self.labels.targets for t in node.targets if t.value is not None)

    def behind_key(self, node: Goal | Measure, at: int) -> bool:
        """Whether a place lies behind the first words of a node, by which it is known."""
        if node.span is None or at < node.span[0]:
            return False
        before = self.text[node.span[0] : at].removeprefix(node.marker or "")
        return len(first_words(before)) >= len(key(node))

    def tasks(self) -> Iterator[Measure]:
        """Measures that end with their line and have no points of their own, whose first words no other has."""
        seen = Counter(key(m) for m in self.plan.measures)
        seen.update(key(g) for g in self.plan.goals)
        for measure in self.plan.measures:
            span = measure.span
            if span is None or re.search("[\t|]", self.text[slice(*span)]):
                continue
            ends = self.text[span[1] : span[1] + 40].lstrip(" \u3000\r\t")[:1] in ("", "\n")
            if (
                ends
                and not measure.items
                and seen[key(measure)] == 1
                and not measure.text.rstrip().endswith(("：", ":"))
            ):
                yield measure


@dataclass
class Draft:
    """A document with some words replaced, and what it then commits to."""

    known: Known
    facts: Counter[Fact] = field(default_factory=Counter)
    touched: int = 0
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    whole: str | None = None
    """The whole text, where it is written anew."""
    renamed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with what the document says as it is."""
        if not self.facts:
            self.facts = Counter(self.known.facts)

    def replace(self, span: Span, words: str) -> None:
        """Other words for a stretch."""
        self.edits.append((*span, words))

    def state(self, *facts: Fact) -> None:
        """What the new words say."""
        self.facts |= Counter(facts)
        self.touched += len(facts)

    def withdraw(self, *facts: Fact) -> None:
        """What is said no longer."""
        self.facts.subtract(facts)

    @property
    def text(self) -> str:
        """The text that came of it."""
        if self.whole is not None:
            return self.whole
        text, out, at = self.known.text, [], 0
        for start, end, words in sorted(self.edits):
            if start >= at:
                out += [text[at:start], words]
                at = end
        return "".join([*out, text[at:]])


def _near(lost: Fact, found: Fact) -> bool:
    """The same target under a name that holds the other, or ends as it does."""
    if lost[0] != "target" or found[0] != "target" or lost[1:5] != found[1:5]:
        return False
    a, b = lost[5], found[5]
    return a in b or b in a or a[-4:] == b[-4:]


def compare(wanted: Counter[Fact], found: Counter[Fact]) -> tuple[list[Fact], list[Fact]]:
    """What is lost and what is false; each fact counts once."""
    wanted = +wanted
    lost, false = list((wanted - found).elements()), list((found - wanted).elements())
    for fact in list(lost):
        twin = next((other for other in false if _near(fact, other)), None)
        if twin:
            lost.remove(fact)
            false.remove(twin)
    return lost, false
