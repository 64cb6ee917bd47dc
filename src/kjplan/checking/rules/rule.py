"""What a rule is, and what it is asked about."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from kjplan.language import say
from kjplan.model import Extent, Plan, Severity, Span
from kjplan.reading.text import SourceText

if TYPE_CHECKING:
    from kjplan.tracing import Trace


class Words(NamedTuple):
    """The same in both languages."""

    zh: str
    en: str

    def say(self) -> str:
        """The wording in the language in force."""
        return say(self.zh, self.en)


class Hit(NamedTuple):
    """One thing that a rule found: where, and the words that fill its message."""

    span: Span | None
    words: tuple[str, ...] = ()


_PIECE = 400
"""Characters of a text in which more than one measure would stand."""


@dataclass
class Subject:
    """What is checked: a plan and, where it is at hand, the notice that its spans count in."""

    plan: Plan
    source: SourceText | None = None
    folder: Path | None = None
    """Where the user's ``aliases.yaml`` may be: beside the plan."""

    @property
    def text(self) -> str:
        """The notice; only rules with ``needs_text`` may ask for it."""
        assert self.source is not None
        return self.source.text

    @property
    def folded(self) -> str:
        """The notice folded, same length."""
        assert self.source is not None
        return self.source.folded

    @cached_property
    def _furniture(self) -> list[Span]:
        return sorted(f.span for f in self.plan.furniture if f.span)

    def in_furniture(self, offset: int) -> bool:
        """Whether a character belongs to the page and not to the document."""
        at = bisect_right(self._furniture, (offset, len(self.text))) - 1
        return at >= 0 and offset < self._furniture[at][1]

    @cached_property
    def shared(self) -> dict[Callable[["Subject"], object], object]:
        """What :func:`once` keeps."""
        return {}

    @cached_property
    def is_piece(self) -> bool:
        """Whether a text of some length has a single measure: what came behind it was not copied."""
        return self.source is not None and len(self.text) > _PIECE and len(self.plan.measures) == 1

    @cached_property
    def trace(self) -> "Trace":
        """Which measures carry which goals; worked out once, by the first rule that asks."""
        from kjplan.tracing import trace

        return trace(self.plan)

    def find(self, words: str | None) -> Span | None:
        """The first place of some words in the notice; None where they are not in it or only the plan is at hand."""
        if self.source is None or not words:
            return None
        at = self.source.text.find(words)
        return None if at < 0 else (at, at + len(words))


T = TypeVar("T")


def once(work: Callable[[Subject], T]) -> Callable[[Subject], T]:
    """Have something about a subject worked out once, where several rules ask for it."""

    def kept(subject: Subject) -> T:
        if work not in subject.shared:
            subject.shared[work] = work(subject)
        return cast(T, subject.shared[work])

    return kept


EXAMPLE_PLAN = "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n"
"""The smallest plan, for the examples of rules."""
EXAMPLE_NOTICE = "关于印发《2022年工作要点》的通知\n各区县：\n现印发给你们。\n"
"""The smallest covering notice, unsigned and undated."""
EXAMPLE_BULLETS = "• 416049270/2022-00008\n• 甲市科技局\n• 重点工作\n• 2022-03-25\n• 2022-03-30\n"
"""A portal header without labels."""

FULL: frozenset[Extent] = frozenset({"full"})
PLANS: frozenset[Extent] = frozenset({"full", "goals"})
NOTICES: frozenset[Extent] = frozenset({"full", "notice"})
ANYTHING: frozenset[Extent] = frozenset({"full", "goals", "notice", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: what it looks for, what it says, and two texts that prove it."""

    code: str
    """Stable name: list-terminator."""
    severity: Severity
    """error, warning or info."""
    message: Words
    """What a finding says; ``{0}``, ``{1}`` stand for the words of the hit."""
    what: Words
    """What the rule looks for, one sentence."""
    why: Words
    """Why it matters, and the source of the rule where it has one."""
    fix: Words
    """What to do about it."""
    trips: str
    """A small document that trips it."""
    clean: str
    """The nearest document that does not."""
    reader_note: tuple[str, ...] | None = None
    """Words of what a format's reader reports with the first of them, for a rule about what was not read."""
    fixes: str | None = None
    """Corrections beside both documents, for a rule about these."""
    run: Callable[[Subject], Iterator[Hit]] | None = None
    """The rule itself; None where the parser reports it while reading."""
    needs_text: bool = False
    """Whether it reads the notice and not only the plan."""
    parsed_only: bool = False
    """Whether it asks what the parser recognised, so that it means nothing for a plan transcribed by hand."""
    extents: frozenset[Extent] = ANYTHING
    """The extents of plans that it applies to."""
