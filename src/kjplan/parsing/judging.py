"""What a heading is: the role it has, and whether it is a section, a goal or a measure."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from kjplan.model import Role
from kjplan.parsing.dates import years_of
from kjplan.parsing.front.evidence import answers_at_end, only_answers, states_duty, without_answers
from kjplan.parsing.front.kinds import orders_next, rules_or_sets_up
from kjplan.parsing.headings.done import dated_before, leading_past
from kjplan.parsing.headings.heading import Heading, end_of
from kjplan.parsing.headings.leads import AIMS, AIMS_BELOW, is_fault, states_aims
from kjplan.parsing.headings.roles import leads_work, nested_role_of, role_of, without_brackets
from kjplan.parsing.headings.titles import has_title_sentence, is_greeting, stands_above, states_at_end
from kjplan.parsing.lines.units import Unit
from kjplan.parsing.markers import NAMED, STYLES
from kjplan.parsing.orders import is_form
from kjplan.parsing.shared_out import is_shared_out, lists_duties
from kjplan.reading.text import SourceText, fold, solid

_LEAD_IN = re.compile(
    r"(?:(?:以下|下列|如下|下面)(?![^。:]{0,8}目标)[^。:]{0,8}|(?:抓好|做好|做到|推进|完成)[^。:,]{0,8}(?:方面|项|件)的?)(?:工作|任务|措施|举措|实事)[:。]?$"
)
_MEANS = re.compile("(?:推进|工作|保障|主要|有关|具体)?(?:措施|举措)")
_ORGANISING = re.compile(
    "领导|责任|督导|督查|督促|督察|督办|监督|考核|评估|宣传|资金|投入|经费|保障|政治|问责|调度|协调|机制|队伍"
)
_GENERAL = "总则"
"""The first chapter of a plan in articles: why, by which principles, towards what; of rules it tells nothing of the kind."""
_WHOLE = re.compile("(?:20[0-9]{2}年)?[^,;:。]{0,8}(?:总体|工作)(?:部署|安排|思路|打算|设想)")
_AIM = re.compile("(?:到|至)20[0-9]{2}年[底末]?[^。;]{0,60}[0-9]|(?:主要|工作|总体)目标[是为:]")
"""An article of it that says what is to be reached: 到2026年,森林覆盖率达到42%."""
TASK_ROLES = ("measures", "safeguards")
_LEAF_ROLES = ("goals", *TASK_ROLES)
"""Of which roles a heading that holds no others may be more than a section."""

_FEWEST_SINGLES = 4
"""So many parts of a single paragraph are tasks, where they are most of the parts, though others hold points."""


@dataclass(slots=True)
class Judge:
    """Says what the headings of a document are.

    ``plans`` says whether the document plans anything: where it does not, every heading is a section of role other, but for
    the parts that ``title`` lets order work (下一步工作要求 in a 通报).
    """

    source: SourceText
    plans: bool
    lead: str = ""
    """The last of the folded words above the first heading, which may say what the points of a text are: 要努力实现以下目标:"""
    title: str | None = None
    """The title of the document."""
    flat: bool = False
    """Whether no heading holds others and most hold one paragraph: then each is a task, and no part with a task in it."""
    outermost: int = 0
    """The lowest rank of the outermost headings: an excerpt may begin with the last headings below one that it lacks."""
    answered: bool = False
    """Whether points below the outermost headings say at their end who answers for them."""
    past: set[int] = field(default_factory=set)
    """Where the first parts that only look back start."""
    folded: str = field(init=False)

    def __post_init__(self) -> None:
        self.folded = self.source.folded

    def see(self, headings: list[Heading]) -> None:
        """Take in the outermost headings, before it is asked about any."""
        self.outermost = min((heading.marker.rank for heading in headings), default=0)
        singles = sum(len(self._told(heading.body)) <= 1 and not heading.children for heading in headings)
        whole = not any(heading.children for heading in headings)
        self.flat = 2 * singles > len(headings) > 1 and (whole or singles >= _FEWEST_SINGLES)
        points = (child for heading in headings for child in heading.children if not child.children)
        self.answered = any(answers_at_end(self.folded, [child.unit, *child.body][-1]) for child in points)
        self.past = leading_past(self.folded, headings) if self.plans else set()
        if self.plans and (years := years_of(fold(self.title or ""))) and years[1] is None:
            self.past |= dated_before(self.folded, headings, years[0])

    def role(self, heading: Heading, holder: Role | None) -> tuple[Role, bool]:
        """Role of a heading and whether its own title names it; a nested heading inherits what its title does not name."""
        title = self._folded_title(heading)
        if not self.plans and holder is None and orders_next(self.source, self.title, title):
            return "measures", True
        if not self.plans and holder != "measures":
            return ("measures", True) if self._shares_out(heading, title) else ("other", False)
        if heading.marker.start in self.past:
            return "review", True
        own = nested_role_of(title) if holder in TASK_ROLES else role_of(title)
        if own in ("principles", "goals") and holder is None and self._leads_in_tasks(heading):
            own = "measures"
        if holder == "review" or (holder, own) in (("safeguards", "measures"), ("goals", "review")):
            own = None
        if own is not None:
            return own, heading.marker.style != "spoken"
        return self._unnamed(heading, holder, title)

    def _unnamed(self, heading: Heading, holder: Role | None, title: str) -> tuple[Role, bool]:
        """The role of a heading whose title names none, by the words above and below it."""
        if holder is None and is_fault(self.lead, title):
            return "review", False
        if holder is None and self._is_among_aims(heading):
            return "goals", False
        if holder is None and heading.marker.style == "chapter" and solid(title) == _GENERAL:
            return "principles", True
        if holder == "principles" and heading.marker.style == "article" and _AIM.search(self.folded, *heading.line):
            return "goals", False
        return (holder or "measures"), False

    def kind(self, heading: Heading, role: Role, *, named: bool, depth: int) -> Literal["section", "goal", "measure"]:
        """What a heading of a role becomes.

        :param named: whether its own title names the role
        :param depth: how many headings hold it
        """
        if heading.children or role not in _LEAF_ROLES or heading.says_nothing(self.folded):
            return "section"
        if depth == 0 and self._states_aims(heading):
            return "section"
        own_line = heading.inline is None
        if role == "goals":
            titled = named or (own_line and bool(body := heading.body) and not only_answers(self.folded, body))
            return "section" if titled else "goal"
        if heading.marker.style in NAMED or self._opens_tasks(heading):
            return "section"
        return "section" if own_line and self._is_part(heading, named, depth) else "measure"

    def _states_aims(self, heading: Heading) -> bool:
        """Whether a part is called by no task (2024年工作总体部署) and its words state goals in figures."""
        named = _WHOLE.fullmatch(self._folded_title(heading)) is not None
        return named and states_aims(self.folded[slice(*heading.line)])

    def leads(self, heading: Heading, *, last: bool) -> bool:
        """Whether a part behind the tasks only says how the work is led.

        :param last: whether it is the last part
        """
        return self._organises(heading) or (last and leads_work(self._folded_title(heading)))

    def _organises(self, heading: Heading) -> bool:
        """Whether a part behind the tasks is called 推进措施 or the like and holds nothing but how the work is led and watched."""
        below = [self._folded_title(child) for child in heading.children]
        named = _MEANS.fullmatch(self._folded_title(heading)) is not None
        return named and len(below) > 1 and all(_ORGANISING.search(t) for t in below)

    def _folded_title(self, heading: Heading) -> str:
        return "" if heading.title is None else without_brackets(self.folded[slice(*heading.title)])

    def _is_part(self, heading: Heading, named: bool, depth: int) -> bool:
        """Whether a heading alone on its line, below which no other stands, is a part and no task: by its own name, by its place
        among the outermost headings, or by the tasks or the table under it. One with a single paragraph is a task as the points of
        other parts are, where it ends as they do in who answers."""
        body = heading.body
        if not body:
            return named and depth == 0
        if is_form(self.folded, body):
            return False
        told = self._told(body)
        if not told:
            return named and depth == 0
        single = len(told) == 1 and (
            self.flat or (not named and self.answered and answers_at_end(self.folded, told[0]))
        )
        part = depth == 0 and heading.marker.rank == self.outermost < STYLES["ar-dot"].rank and not single
        return part or named or self.holds_tasks(heading) or any(unit.tabled for unit in body)

    def _told(self, body: list[Unit]) -> list[Unit]:
        """The paragraphs below a heading without the lines that only say who answers and by when."""
        return without_answers(self.folded, body) if len(body) > 1 else body

    def _shares_out(self, heading: Heading, title: str) -> bool:
        """Whether a part of a document that plans nothing lists what each body sees to: 成员单位职责 in an emergency plan."""
        if not is_shared_out(title) or rules_or_sets_up(self.title):
            return False
        lines = [u.span for u in heading.body] + [h.line for h in heading.children]
        return lists_duties(self.folded, lines)

    def _leads_in_tasks(self, heading: Heading) -> bool:
        """Whether the words above (重点抓好以下十方面工作:), or who answers for parts of parts of 目标任务, say that these are tasks."""
        divided = "任务" in self._folded_title(heading) and any(child.children for child in heading.children)
        return self.leads_in(heading, _LEAD_IN) or (
            divided and states_duty(self.folded, heading.line[1], end_of(heading))
        )

    def leads_in(self, heading: Heading, form: re.Pattern[str]) -> bool:
        """Whether the last words above the headings that a heading holds are of a form."""
        if not heading.children:
            return False
        last = heading.units[-1] if heading.units else heading.unit
        return form.search(self.folded, max(last.start, last.end - 40), last.end) is not None

    def _is_among_aims(self, heading: Heading) -> bool:
        """Whether the words above the first heading say that it is a goal: …主要目标是: above 一是 or, before the parts, 1."""
        marker = heading.marker
        inner = marker.style == "spoken" or marker.rank > self.outermost
        return (inner and AIMS.search(self.lead) is not None) or AIMS_BELOW.search(self.lead) is not None

    def holds_tasks(self, heading: Heading) -> bool:
        """Whether at least two paragraphs under a heading open with a title of their own, stand below one, or say at their end who
        answers for them."""
        folded, body = self.folded, heading.body
        titled = sum(has_title_sentence(words := folded[u.start : u.end]) or states_at_end(words) for u in body)
        return titled + sum(self._is_title_line(a, b) for a, b in pairwise(body)) >= 2

    def _is_title_line(self, unit: Unit, below: Unit) -> bool:
        """Whether a line is the title of the paragraph below it: 大力提振消费。 above …开展专项行动,…"""
        return stands_above(self.folded[unit.start : unit.end], self.folded[below.start : below.end])

    def _opens_tasks(self, heading: Heading) -> bool:
        """Whether words on the heading's own line only lead in to paragraphs that each open with a title."""
        if heading.inline is None or len(heading.units) < 2:
            return False
        body = [words for u in heading.body if not is_greeting(words := self.folded[u.start : u.end])]
        return len(body) > 1 and all(has_title_sentence(words) for words in body[:2])
