"""What became of each measure, given which measures and which sections belong together."""

from collections.abc import Iterable
from dataclasses import dataclass

from kjplan.diffing.align import Alignment, Link
from kjplan.diffing.containment import transposed
from kjplan.diffing.figure_pairs import Figure
from kjplan.diffing.notes import fact_changes
from kjplan.diffing.result import Candidate, GoalChange, MeasureChange, MeasureKind, Reference
from kjplan.diffing.sections import Outline
from kjplan.diffing.similarity import bigrams
from kjplan.diffing.targets import compare_targets
from kjplan.diffing.textdiff import text_diff
from kjplan.matching.wording import Words, canonical, measure_body, measure_words
from kjplan.model import Measure, Plan

_SHOWN = 3
"""How many losing candidates a row keeps for each of its two sides."""
MOVED = 0.4
"""Below this similarity a pair in unlike sections is not called moved: a false "moved" costs more trust than silence."""


@dataclass(slots=True)
class Side:
    """The measures of one plan, with what is compared of them."""

    measures: list[Measure]
    words: list[Words]
    outline: Outline
    year: int | None

    @classmethod
    def of(cls, plan: Plan, outline: Outline) -> "Side":
        """The measures of a plan, as the outline of the same plan counts them."""
        measures = plan.measures
        return cls(measures, measure_words(measures), outline, plan.year)

    def reference(self, at: int) -> Reference:
        """What names a measure to the reader."""
        measure, holder = self.measures[at], self.outline.holder[at]
        section = None if holder is None else self.outline.reference(holder)
        return Reference(id=measure.id, number=measure.number, title=measure.title, section=section)


class MeasureComparison:
    """One comparison of two plans' measures."""

    def __init__(self, old: Side, new: Side, alignment: Alignment, sections: set[tuple[int, int]]) -> None:
        """Set up the comparison.

        :param alignment: which measures belong together
        :param sections: the (old, new) sections that belong together
        """
        self.old, self.new, self.alignment, self.sections = old, new, alignment, sections
        self.partnered = {i for i, _ in sections}, {j for _, j in sections}
        self.news: dict[int, list[int]] = {}
        self.olds: dict[int, list[int]] = {}
        self.rows_of_new = transposed(alignment.rows, len(new.measures))
        for link in alignment.links:
            self.news.setdefault(link.old, []).append(link.new)
            self.olds.setdefault(link.new, []).append(link.old)

    def rows(self) -> list[MeasureChange]:
        """One row a pair, in the new plan's order, then the measures removed."""
        rows = [((link.new, link.old), self._row(link)) for link in self.alignment.links]
        rows += [
            ((j, 0), MeasureChange(changes=["added"], old=None, new=self.new.reference(j)))
            for j in range(len(self.new.measures))
            if j not in self.olds
        ]
        rows.sort(key=lambda entry: entry[0])
        gone = [i for i in range(len(self.old.measures)) if i not in self.news]
        removed = [MeasureChange(changes=["removed"], old=self.old.reference(i), new=None) for i in gone]
        for (j, _), row in rows:
            if row.old is None:
                row.candidates = self._candidates(None, j)
        for i, row in zip(gone, removed, strict=True):
            row.candidates = self._candidates(i, None)
        return [row for _, row in rows] + removed

    def _row(self, link: Link) -> MeasureChange:
        row = MeasureChange(changes=[], old=self.old.reference(link.old), new=self.new.reference(link.new))
        row.similarity, row.reason = round(link.similarity, 4), link.reason
        row.targets = self._targets(link)
        row.facts = fact_changes(*self._pair(link), (self.old.year, self.new.year))
        row.changes = self._changes(link, row) or ["same"]
        if self._reworded(link):
            row.text_diff = text_diff(*(measure_body(m) for m in self._pair(link)))
        row.candidates = self._candidates(link.old, link.new)
        return row

    def _pair(self, link: Link) -> tuple[Measure, Measure]:
        return self.old.measures[link.old], self.new.measures[link.new]

    def _changes(self, link: Link, row: MeasureChange) -> list[MeasureKind]:
        one, other = self._pair(link)
        facts = {fact.kind for fact in row.facts}
        changed: dict[MeasureKind, bool] = {
            "split": len(self.news[link.old]) > 1,
            "merged": len(self.olds[link.new]) > 1,
            "renumbered": canonical(one.number) != canonical(other.number),
            "moved": self._moved(link),
            "retitled": self._retitled(link),
            "reworded": self._reworded(link) and not self._only_facts(link, row),
            "targets_changed": any(target.change != "same" for target in row.targets),
            "responsibility_changed": "responsibility" in facts,
            "deadline_changed": "deadline" in facts,
            "commitment_changed": "commitment" in facts,
        }
        return [kind for kind, so in changed.items() if so]

    def _reworded(self, link: Link) -> bool:
        """Whether the text of the pair differs; of a split or merge, whether its parts together do."""
        olds, news = self._group(link)
        if len(olds) == len(news) == 1 and self._untitled_twin(link):
            return False
        return "".join(self.old.words[i].body for i in olds) != "".join(self.new.words[j].body for j in news)

    def _retitled(self, link: Link) -> bool:
        return self.old.words[link.old].title != self.new.words[link.new].title and not self._untitled_twin(link)

    def _group(self, link: Link) -> tuple[list[int], list[int]]:
        """All old measures that went into the link's new one, and all new ones that came of its old one, in order."""
        return sorted(self.olds[link.new]), sorted(self.news[link.old])

    def _untitled_twin(self, link: Link) -> bool:
        """Whether the words are the same and one side has no title only because title and text run on: 严格执法。坚持…"""
        one, other = self.old.words[link.old], self.new.words[link.new]
        return bool(one.title) != bool(other.title) and bigrams(one.whole) == bigrams(other.whole)

    def _only_facts(self, link: Link, row: MeasureChange) -> bool:
        """Whether the words are the same once the figures, bodies and times that changed are left out of both."""
        one, other = self.old.words[link.old].body, self.new.words[link.new].body
        for target in row.targets:
            if target.change != "same" and target.old and target.new:
                one, other = _without(one, target.old.quote), _without(other, target.new.quote)
        before, after = self._pair(link)
        facts = {fact.kind for fact in row.facts}
        if "responsibility" in facts:
            one, other = _without(one, before.responsibility.quote), _without(other, after.responsibility.quote)
        if "deadline" in facts:
            for deadline in before.due:
                one = _without(one, deadline.text)
            for deadline in after.due:
                other = _without(other, deadline.text)
        return one == other

    def _moved(self, link: Link) -> bool:
        """Whether the measure left its section: its new section is another than the one its old section became.

        A section that was only renumbered or retitled takes its measures along. Silence where the pair is faint, where
        a side stands under no section, and where neither section has a counterpart.
        """
        i, j = self.old.outline.holder[link.old], self.new.outline.holder[link.new]
        if i is None or j is None or link.similarity < MOVED or link.reason in ("faint", "contained"):
            return False
        return (i, j) not in self.sections and (i in self.partnered[0] or j in self.partnered[1])

    def _targets(self, link: Link) -> list[GoalChange]:
        """The targets of the pair; those of a split or merge are compared as a whole, each row told at one pair."""
        olds, news = self._group(link)
        before = [Figure(t) for i in olds for t in self.old.measures[i].targets]
        after = [Figure(t) for j in news for t in self.new.measures[j].targets]
        if not (before or after):
            return []
        one, other = self._pair(link)
        mine, its = {id(t) for t in one.targets}, {id(t) for t in other.targets}
        first = link.new == news[0], link.old == olds[0]
        rows = []
        for row in compare_targets(before, after):
            if row.old and row.new:
                here = id(row.old) in mine and id(row.new) in its
            else:
                here = (id(row.old) in mine and first[0]) or (id(row.new) in its and first[1])
            if here:
                rows.append(row)
        return rows

    def _candidates(self, old: int | None, new: int | None) -> list[Candidate]:
        """The likeliest pairs that were not made, for the old measure and for the new one, best first."""
        found: set[tuple[float, int, int]] = set()
        if old is not None:
            found |= _best((s, old, j) for j, s in self.alignment.rows[old].items() if j not in self.news.get(old, ()))
        if new is not None:
            found |= _best((s, i, new) for i, s in self.rows_of_new[new].items() if i not in self.olds.get(new, ()))
        return [
            Candidate(old=self.old.reference(i), new=self.new.reference(j), similarity=round(s, 4))
            for s, i, j in sorted(found, key=lambda c: (-c[0], c[1], c[2]))
        ]


def _best(found: Iterable[tuple[float, int, int]]) -> set[tuple[float, int, int]]:
    return set(sorted(found, key=lambda c: (-c[0], c[1], c[2]))[:_SHOWN])


def _without(text: str, quote: str | None) -> str:
    """A canonical text with a quotation's first occurrence left out."""
    return text.replace(canonical(quote), "", 1) if quote else text
