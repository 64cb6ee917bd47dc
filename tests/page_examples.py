"""The examples of the pages: tables ``wording | what kjplan reads``, and the plans that the wordings stand in.

A page states its plans as blocks of text, each below a line ``**name**`` and with … where the wording stands. The first is used where no
column ``in`` names another. A table has a column ``wording``, and one of those in ``READS``; every other table of a page is an error,
unless it holds measurements and stands between comments that say so (<!-- numbers -->, <!-- end -->).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import kjplan
from kjplan.model import Goal, Measure, Plan

NOTHING = "–"
PLACE = "…"
WORDING, FRAME, WHY = "wording", "in", "why"
Fact = dict[str, str]
_FRAME = re.compile(r"^\*\*([^*\n]+)\*\*[^\n]*\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MEASURED = re.compile(r"<!-- (?!end )[a-z ]+ -->\n.*?<!-- end -->", re.DOTALL)
_BAR = re.compile(r"(?<!\\)\|")
_MORE = r"(?: \((?P<more>[a-z]+ [^,()]+(?:, [a-z]+ [^,()]+)*)\))?"


class PageError(Exception):
    """A page whose tables or plans are not understood; says where."""


@dataclass(frozen=True)
class Example:
    """A wording of a page, the plan it stands in, and what the page says kjplan reads."""

    page: str
    line: int
    text: str
    reads: str
    says: str


def plans_of(text: str) -> dict[str, str]:
    """The plans that a page states, by name, the first first."""
    return dict(_FRAME.findall(text))


def examples(page: str, text: str) -> list[Example]:
    """Every example of a page.

    :param page: its name, for messages
    :param text: its words
    :raises PageError: it has no example, states no plan, or has a table that is neither one of examples nor known as another
    """
    plans = plans_of(text)
    if not plans or any(words.count(PLACE) != 1 for words in plans.values()):
        raise PageError(f"{page}: no plan with one {PLACE} in it")
    text = _MEASURED.sub(lambda m: "\n" * m[0].count("\n"), text)
    found = [e for line, rows in _tables(text) for e in _of_table(page, line, rows, plans)]
    if not found:
        raise PageError(f"{page}: no table of examples")
    return found


def _tables(text: str) -> Iterator[tuple[int, list[list[str]]]]:
    """Each table: the line of its head, and the cells of all rows but the rule below the head."""
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        start = at
        while at < len(lines) and lines[at].startswith("|"):
            at += 1
        if at > start:
            rows = [[cell.strip().replace("\\|", "|") for cell in _BAR.split(line)[1:-1]] for line in lines[start:at]]
            yield start + 1, rows
        at += 1


def _of_table(page: str, line: int, rows: list[list[str]], plans: dict[str, str]) -> Iterator[Example]:
    head = rows[0]
    reads = [name for name in head if name in READS]
    known = {WORDING, FRAME, WHY, *READS}
    if WORDING not in head or len(reads) != 1 or not known.issuperset(head) or len(rows) < 3:
        raise PageError(f"{page}:{line}: a table that is not one of examples: {' | '.join(head)}")
    for n, cells in enumerate(rows[2:], line + 2):
        if len(cells) != len(head):
            raise PageError(f"{page}:{n}: {len(cells)} cells below {len(head)} names")
        row = dict(zip(head, cells, strict=True))
        name = row.get(FRAME) or next(iter(plans))
        if name not in plans:
            raise PageError(f"{page}:{n}: no plan of the name {name}")
        wordings, says = row[WORDING].split(" · "), row[reads[0]].split(" · ")
        if len(says) not in (1, len(wordings)) or "" in wordings:
            raise PageError(f"{page}:{n}: {len(wordings)} wordings and {len(says)} results")
        for wording, result in zip(wordings, says * (len(wordings) // len(says)), strict=True):
            READS[reads[0]].understand(f"{page}:{n}", result)
            yield Example(page, n, _put(wording, plans[name]), reads[0], result)


def _put(wording: str, plan: str) -> str:
    """The plan with a wording in its place; <br> is a line end and ⇥ a tab."""
    words = wording.replace("<br>", "\n").replace("⇥", "\t")
    return plan.replace(PLACE, words if words[-1] in "。；：)）】" or "\n" in words else words + "。")


def differences(example: Example) -> str | None:
    """What kjplan reads in place of what the page says; None where they agree."""
    kind = READS[example.reads]
    wanted = kind.understand(f"{example.page}:{example.line}", example.says)
    found = kind.of_plan(kjplan.parse(example.text))
    if len(wanted) == len(found) and all(w.items() <= f.items() for w, f in zip(wanted, found, strict=True)):
        return None
    return f"{example.page}:{example.line} says {example.says}; kjplan reads {found} in\n{example.text}"


@dataclass(frozen=True)
class Kind:
    """A kind of fact that a table tells: the form of one in its words, all that a plan has, and what may be said more in brackets."""

    form: re.Pattern[str]
    of_plan: Callable[[Plan], list[Fact]]
    more: frozenset[str] = frozenset()

    def understand(self, where: str, says: str) -> list[Fact]:
        """The facts that a cell names, parted by semicolons; what it leaves out in brackets is not asked.

        :raises PageError: a part has not the form
        """
        facts = []
        for part in [] if says == NOTHING else says.split("; "):
            if (m := self.form.fullmatch(part)) is None:
                raise PageError(f"{where}: not understood: {part}")
            named = m.groupdict(default="")
            more = dict(pair.partition(" ")[::2] for pair in named.pop("more", "").split(", ") if pair)
            if not self.more.issuperset(more):
                raise PageError(f"{where}: not understood: {part}")
            facts.append({**named, **more})
        return facts


def _targets(plan: Plan) -> list[Fact]:
    return [
        {
            "indicator": t.indicator,
            "comparator": t.comparator,
            "value": "" if t.value is None else f"{t.value:f}",
            "most": "" if t.value_max is None else f"{t.value_max:f}",
            "unit": t.unit or "",
            "verb": t.verb or "none",
            "basis": t.basis or "none",
            "period": t.period or "none",
            "due": t.due or "none",
            "scope": t.scope or "none",
            "hedge": t.hedge or "none",
            "base": "none" if t.base_value is None else f"{t.base_value:f} {t.base_unit or ''}".rstrip(),
        }
        for t in plan.targets
    ]


def _tasks(plan: Plan) -> list[Goal | Measure]:
    return [*plan.goals, *plan.measures]


def _promises(plan: Plan) -> list[Fact]:
    return [
        {"text": v.text, "indicator": v.indicator or "none", "verb": v.verb or "none"}
        for task in _tasks(plan)
        for v in task.vague
    ]


def _documents(plan: Plan) -> list[Fact]:
    return [
        {"relation": d.relation, "title": f"《{d.title}》" if d.quoted else d.title, "verb": d.verb or "none"}
        for task in plan.measures
        for d in task.documents
    ]


def _called(plan: Plan) -> list[Fact]:
    """Each task: its title, or its words where it has none, and what a row of a table says of it."""
    facts: list[Fact] = []
    for task, section in plan.nodes():
        if not isinstance(task, Goal | Measure):
            continue
        roles: dict[str, list[str]] = {"lead": [], "support": [], "joint": []}
        for body in task.responsibility.bodies:
            roles[body.role].append(body.name)
        named = {role: "、".join(names) or "none" for role, names in roles.items()}
        title = (task.title if isinstance(task, Measure) else None) or task.text
        days = "、".join(d.date or d.text for d in task.due) or "none"
        holder = (section.title if section else None) or "none"
        facts.append({"title": title, "number": task.number or "none", "section": holder, "due": days, **named})
    return facts


def _goals(plan: Plan) -> list[Fact]:
    return [{"text": goal.text} for goal in plan.goals]


def _links(plan: Plan) -> list[Fact]:
    """Which measures carry each goal, by the surest ground."""
    return [
        {"reason": link.grounds[0].reason, "certainty": link.certainty, "notes": " ".join(link.notes) or "none"}
        for goal in kjplan.trace(plan).goals
        for link in goal.links
    ]


def _deadlines(plan: Plan) -> list[Fact]:
    return [{"words": d.text, "day": d.date or "no day"} for task in _tasks(plan) for d in task.due]


def _bodies(plan: Plan) -> list[Fact]:
    """Who answers, task by task and role by role."""
    facts: list[Fact] = []
    for task in _tasks(plan):
        roles: dict[str, list[str]] = {}
        for body in task.responsibility.bodies:
            roles.setdefault(body.role, []).append(body.name)
        facts += [{"role": role, "names": ", ".join(names)} for role, names in roles.items()]
    return facts


READS: dict[str, Kind] = {
    "what kjplan reads": Kind(
        re.compile(
            r"(?P<indicator>\S.*?) (?P<comparator>gt|ge|lt|le|approx|range|bare) (?P<value>[0-9.]+)(?:–(?P<most>[0-9.]+))?(?: (?P<unit>[^\s(]\S*))?"
            + _MORE
        ),
        _targets,
        frozenset(("verb", "basis", "period", "due", "scope", "hedge", "base")),
    ),
    "task": Kind(
        re.compile(r"(?P<title>[^\s();]+)" + _MORE),
        _called,
        frozenset(("number", "section", "lead", "support", "joint", "due")),
    ),
    "goal": Kind(re.compile(r"(?P<text>\S.*)"), _goals),
    "link": Kind(
        re.compile(r"(?P<reason>[a-z_]+) (?P<certainty>high|medium|low)" + _MORE), _links, frozenset(("notes",))
    ),
    "promise": Kind(re.compile(r"(?P<text>[^\s()]+)" + _MORE), _promises, frozenset(("indicator", "verb"))),
    "document": Kind(
        re.compile(r"(?P<relation>issue|draft|revise|implement|cite) (?P<title>[^\s()]+(?:\([^()]+\))?)" + _MORE),
        _documents,
        frozenset(("verb",)),
    ),
    "deadline": Kind(re.compile(r"(?P<words>\S.*?) → (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}|no day)"), _deadlines),
    "who answers": Kind(re.compile(r"(?P<role>lead|support|joint) (?P<names>\S.*)"), _bodies),
}
"""By the name of the column: what its cells say."""
