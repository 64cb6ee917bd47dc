"""What holds for any two plans, whatever is in them."""

from collections.abc import Iterable
from copy import deepcopy
from decimal import Decimal
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import kjplan
from kjplan.diffing import PlanDiff, diff, to_record
from kjplan.model import (
    BodyMention,
    Deadline,
    DocumentReference,
    Goal,
    Measure,
    Paragraph,
    Plan,
    Responsibility,
    ResponsibleBody,
    Section,
    Term,
)
from tests.diffing.plans import goal, plan, target

TURNED = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}

phrases = st.sampled_from(
    (
        "加快建设研发平台",
        "引进高层次人才",
        "推进成果转化",
        "支持企业研发活动",
        "完善考核办法",
        "开展“揭榜挂帅”",
        "落实惠企政策",
        "新增创新主体20家",
    )
)
odd = st.text('科技创新，,。；;“”"《》()（）0123456789%- \u3000a', min_size=1, max_size=12)
sentences = st.lists(phrases | odd, max_size=6).map(",".join)
indicators = st.sampled_from(("技术合同成交额", "技术合同交易额", "高新技术企业", "有效高新技术企业", "研发投入强度"))
units = st.sampled_from(("%", "亿元", "万元", "家", "个"))
bodies = st.sampled_from(("市科技局", "市财政局", "各区县(市)"))
targets = st.builds(
    lambda name, value, unit, basis: target(name, str(value), unit, basis=basis),
    indicators,
    st.integers(0, 5000) | st.decimals(0, 9, places=1, allow_nan=False),
    units,
    st.sampled_from(("flow", "increment", None)),
)
responsibilities = st.lists(bodies, max_size=2, unique=True).map(
    lambda names: Responsibility(stated=bool(names), bodies=[ResponsibleBody(name=n, role="joint") for n in names])
)
measures = st.builds(
    Measure,
    number=st.none() | st.integers(1, 30).map(str),
    title=st.none() | phrases | odd,
    text=sentences,
    targets=st.lists(targets, max_size=2),
    responsibility=responsibilities,
    due=st.lists(st.sampled_from(("年底前", "6月底前")).map(lambda t: Deadline(text=t)), max_size=1),
    documents=st.lists(
        st.builds(
            DocumentReference,
            title=st.sampled_from(("科技创新条例", "科技创新条例(草案)", "市科技创新条例", "人才办法")),
            relation=st.sampled_from(("draft", "issue", "implement", "cite")),
        ),
        max_size=2,
    ),
    terms=st.lists(st.sampled_from(("揭榜挂帅", "十四五")).map(lambda t: Term(text=t)), max_size=1),
    bodies=st.lists(bodies.map(lambda n: BodyMention(name=n)), max_size=1),
    commitment=st.sampled_from(("explore", "advance", None)),
)
goals = st.lists(targets, max_size=2).flatmap(
    lambda found: st.just(goal(*found)) if found else sentences.filter(str.strip).map(lambda t: Goal(text=t))
)
sections = st.builds(
    Section,
    title=st.none() | phrases | odd,
    number=st.none() | st.sampled_from("一二三"),
    role=st.just("measures"),
    text=st.lists(sentences.map(lambda t: Paragraph(text=t)), max_size=1),
    children=st.lists(measures, max_size=5),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan of some principles, goals and sections; ids are unique."""
    principles = Section(title="指导思想", role="principles", text=[Paragraph(text=draw(sentences))])
    aims = Section(title="主要目标", role="goals", children=draw(st.lists(goals, max_size=4)))
    return plan(principles, aims, *draw(st.lists(sections, max_size=3)), year=2022)


def rows(found: PlanDiff, side: str, other: str) -> list[Any]:
    """What a diff says, with ``side`` taken for the old plan; sorted, so that the order of rows does not count."""
    sign = 1 if side == "old" else -1

    def turn(kinds: Iterable[str]) -> list[str]:
        return sorted(kinds) if side == "old" else sorted(TURNED.get(kind, kind) for kind in kinds)

    def ids(row: Any) -> tuple[str, str]:
        one, another = getattr(row, side), getattr(row, other)
        return (one.id if one else "", another.id if another else "")

    def figure(row: Any) -> Any:
        return (*ids(row), turn([row.change]), None if row.delta is None else str(row.delta * sign + 0))

    told = [("goal", *figure(g)) for g in found.goals]
    told += [("section", *ids(s), turn(s.changes), s.similarity) for s in found.sections]
    for m in found.measures:
        told.append(
            ("measure", *ids(m), turn(m.changes), m.similarity, sorted((figure(t) for t in m.targets), key=repr))
        )
    names = (found.documents, "title"), (found.terms, "text")
    for mentioned, key in names:
        gone, come = (mentioned.removed, mentioned.added) if side == "old" else (mentioned.added, mentioned.removed)
        told += [(key, "gone", getattr(x, key)) for x in gone] + [(key, "come", getattr(x, key)) for x in come]
    return sorted(told, key=repr)


@settings(deadline=None, max_examples=40)
@given(plans())
def test_a_plan_and_a_copy_of_it_are_identical(one: Plan) -> None:
    found = diff(one, deepcopy(one))
    assert found.identical
    assert all(m.changes == ["same"] and not m.text_diff and not m.facts for m in found.measures)
    assert {g.change for g in found.goals} <= {"same"}
    assert not (found.bodies.added or found.bodies.removed or found.documents.added or found.documents.issued)
    assert not (found.principles.slogans_added or found.principles.slogans_removed)


@settings(deadline=None, max_examples=40)
@given(plans(), plans())
def test_the_reverse_diff_is_the_mirror_image(one: Plan, other: Plan) -> None:
    there, back = diff(one, other), diff(other, one)
    assert rows(there, "old", "new") == rows(back, "new", "old")
    assert there.bodies.added == back.bodies.removed
    assert there.principles.slogans_added == back.principles.slogans_removed
    assert there.identical == back.identical


@settings(deadline=None, max_examples=40)
@given(plans(), plans())
def test_every_measure_goal_and_section_is_told_of(one: Plan, other: Plan) -> None:
    found = diff(one, other)
    assert {m.old.id for m in found.measures if m.old} == {m.id for m in one.measures}
    assert {m.new.id for m in found.measures if m.new} == {m.id for m in other.measures}
    assert {s.id for s in one.sections} <= {s.old.id for s in found.sections if s.old}
    for row in found.measures:
        assert "".join(text for op, text in row.text_diff if op != "insert") in ("", *_texts(one))
        assert "".join(text for op, text in row.text_diff if op != "delete") in ("", *_texts(other))
    to_record(found, why=True)


def _texts(of: Plan) -> list[str]:
    return [m.text for m in of.measures]


def reordered(node: Any) -> Any:
    """The same YAML tree with the keys of every mapping in reverse."""
    if isinstance(node, dict):
        return {key: reordered(node[key]) for key in reversed(node)}
    return [reordered(item) for item in node] if isinstance(node, list) else node


@settings(deadline=None, max_examples=25)
@given(plans(), plans())
def test_the_order_of_keys_in_the_file_changes_nothing(one: Plan, other: Plan) -> None:
    tree = yaml.safe_load(kjplan.dumps(one))
    turned = kjplan.loads(yaml.safe_dump(reordered(tree), allow_unicode=True, sort_keys=False))
    straight = kjplan.loads(kjplan.dumps(one))
    assert diff(straight, turned).identical
    assert to_record(diff(turned, other), why=True) == to_record(diff(straight, other), why=True)


WIDE = str.maketrans({",": "，", ";": "；", "(": "（", ")": "）", "“": '"', "”": '"', "%": "％"})


@settings(deadline=None, max_examples=40)
@given(plans(), st.sampled_from(("", " ", "\u3000", "\u00a0")))
def test_width_quotes_and_blanks_are_no_change(one: Plan, blank: str) -> None:
    other = deepcopy(one)
    for node, _ in other.nodes():
        if isinstance(node, Section):
            node.title = node.title and blank + node.title.translate(WIDE)
            node.text = [Paragraph(text=p.text.translate(WIDE) + blank) for p in node.text]
        elif isinstance(node, Measure):
            node.title = node.title and node.title.translate(WIDE) + blank
            node.text = node.text.translate(WIDE).replace("，", "，" + blank)
        else:
            node.text = node.text.translate(WIDE) + blank
    assert diff(one, other).identical


@settings(deadline=None, max_examples=40)
@given(plans(), st.integers(31, 60))
def test_a_measure_of_which_only_the_number_is_new_is_renumbered(one: Plan, first: int) -> None:
    other = deepcopy(one)
    for n, measure in enumerate(other.measures, first):
        measure.number = str(n)
    # Where several say the same in the same section, which is which cannot be told, nor does it matter.
    assert {tuple(m.changes) for m in diff(one, other).measures} <= {("renumbered",)}


@given(st.decimals(1, 9999, places=2), st.decimals(1, 9999, places=2))
def test_billions_against_ten_thousands_differ_exactly(old: Decimal, new: Decimal) -> None:
    one = plan(goal(target("技术合同成交额", str(old), "亿元", basis="flow")))
    other = plan(goal(target("技术合同成交额", str(new), "万元", basis="flow")))
    (row,) = diff(one, other).goals
    assert row.delta == new * 10**4 - old * 10**8
    assert (row.delta_unit, row.direction) == ("元", "down")
    assert row.percent is not None and abs(row.percent - row.delta / (old * 10**8) * 100) <= Decimal("0.005")
