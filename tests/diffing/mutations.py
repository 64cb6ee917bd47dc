"""A plan and the same plan a year later: seeded changes to the 2022 notice, with the truth about them."""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random

from kjplan.model import Measure, Plan, Section
from tests.diffing.plans import plan_2022

# Work of other offices: what replaces a clause shares nothing with the plan of a science bureau.
FOREIGN = (
    "修缮老旧小区排水管网,",
    "完成背街小巷路灯亮化,",
    "开展校园食品安全检查,",
    "新开通三条公交线路,",
    "清理河道淤泥和垃圾,",
    "为独居老人安装呼叫器,",
    "补植行道树和绿篱,",
    "改扩建乡镇卫生院,",
    "整治占道经营和乱停车,",
    "举办社区邻里文化节,",
    "疏通农村饮水管道,",
    "检修供热换热站,",
)
NEW_TITLES = ("改善人居环境", "畅通城市交通", "守护食品安全", "丰富群众生活", "办好养老实事", "管好供水供热")


@dataclass(slots=True)
class Pair:
    """Two plans and what is true of them."""

    old: Plan
    new: Plan
    partners: dict[str, list[Measure]]
    """For each old measure's id the new measures it became; none where it was deleted."""
    kinds: dict[str, set[str]] = field(default_factory=dict)
    """For each old measure's id what was done to it."""

    def truth(self) -> set[tuple[str, str]]:
        """The pairs (old id, new id) that belong together."""
        return {(old, new.id) for old, news in self.partners.items() for new in news}


def make_pair(seed: int) -> Pair:
    """A pair of plans with a dozen changes of all kinds, at least one measure in two left alone."""
    draw = Random(seed)
    old = plan_2022()
    new = deepcopy(old)
    pair = Pair(old, new, {m.id: [m] for m in new.measures}, {m.id: set() for m in new.measures})
    ids = [m.id for m in new.measures]
    draw.shuffle(ids)
    for change, most in ((_delete, 2), (_move, 3), (_retitle, 2), (_reword, 5), (_split, 2), (_merge, 1)):
        for _ in range(draw.randint(0, most)):
            change(pair, ids.pop(), draw)
    for _ in range(draw.randint(0, 3)):
        draw.choice(new.sections).children.append(
            Measure(title=draw.choice(NEW_TITLES), text="".join(draw.sample(FOREIGN, 6)))
        )
    if draw.random() < 0.3:
        _swap_neighbours(draw.choice(new.sections))
    if draw.random() < 0.3:
        add_noise(new)
    renumber(new)
    return pair


def renumber(plan: Plan) -> None:
    """Number measures and sections through, as an editor does at the end."""
    for n, measure in enumerate(plan.measures, 1):
        measure.number, measure.id = str(n), f"N{n}"
    for n, section in enumerate(plan.sections, 1):
        section.number, section.id = "一二三四五六七八九十"[n - 1], f"T{n}"


def add_noise(plan: Plan) -> None:
    """Another typist: full-width punctuation, straight quotes, blanks."""
    table = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "“": '"', "”": '"'})
    for measure in plan.measures:
        measure.text = measure.text.translate(table).replace("。", "。 ")
        measure.title = (measure.title or "") + "\u3000"


def reworded(text: str, share: float, draw: Random) -> str:
    """The text with about this share of its clauses replaced, dropped or added to."""
    clauses = []
    for clause in re.split(r"(?<=[,。;])", text):
        kind = draw.choice(("replace", "drop", "add")) if draw.random() < share else "keep"
        clauses += {"replace": [draw.choice(FOREIGN)], "drop": [], "add": [clause, draw.choice(FOREIGN)]}.get(
            kind, [clause]
        )
    return "".join(clauses)


def holder_of(plan: Plan, measure: Measure) -> Section:
    """The section that a measure stands in."""
    return next(s for s in plan.sections if any(child is measure for child in s.children))


def place_of(section: Section, measure: Measure) -> int:
    """The measure's index among the section's children."""
    return next(n for n, child in enumerate(section.children) if child is measure)


def _delete(pair: Pair, old: str, draw: Random) -> None:
    measure = pair.partners[old][0]
    holder = holder_of(pair.new, measure)
    if len(holder.children) > 1:
        del holder.children[place_of(holder, measure)]
        pair.partners[old] = []


def _move(pair: Pair, old: str, draw: Random) -> None:
    measure = pair.partners[old][0]
    holder = holder_of(pair.new, measure)
    if len(holder.children) < 3:
        return
    there = draw.choice([s for s in pair.new.sections if s is not holder])
    del holder.children[place_of(holder, measure)]
    there.children.insert(draw.randint(0, len(there.children)), measure)
    pair.kinds[old].add("moved")
    if draw.random() < 0.5:
        _reword(pair, old, draw)


def _retitle(pair: Pair, old: str, draw: Random) -> None:
    pair.partners[old][0].title = draw.choice(NEW_TITLES)
    pair.kinds[old].add("retitled")


def _reword(pair: Pair, old: str, draw: Random) -> None:
    measure = pair.partners[old][0]
    text = reworded(measure.text, draw.uniform(0.05, 0.6), draw)
    if text and text != measure.text:
        measure.text = text
        pair.kinds[old].add("reworded")


def _split(pair: Pair, old: str, draw: Random) -> None:
    measure = pair.partners[old][0]
    sentences = [s for s in re.split(r"(?<=。)", measure.text) if s]
    if len(sentences) < 2:
        return
    half = len(sentences) // 2
    rest = Measure(title=re.split("[,。]", sentences[half])[0], text="".join(sentences[half:]))
    measure.text = "".join(sentences[:half])
    holder = holder_of(pair.new, measure)
    holder.children.insert(place_of(holder, measure) + 1, rest)
    pair.partners[old].append(rest)
    pair.kinds[old].add("split")


def _merge(pair: Pair, old: str, draw: Random) -> None:
    measure = pair.partners[old][0]
    holder = holder_of(pair.new, measure)
    following = holder.children[place_of(holder, measure) + 1 :][:1]
    for gone in following:
        assert isinstance(gone, Measure)
        other = next(key for key, news in pair.partners.items() if any(m is gone for m in news))
        if pair.kinds[other]:
            return
        measure.text += gone.text
        holder.children = [child for child in holder.children if child is not gone]
        pair.partners[other] = [measure]
        pair.kinds[old].add("merged")
        pair.kinds[other].add("merged")


def _swap_neighbours(section: Section) -> None:
    section.children[:2] = section.children[1::-1]
