"""Generated plans: the outline that was drawn is the outline that is found, whatever the layout does to the text."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kjplan.model import Plan
from kjplan.output.notice_text import render
from kjplan.parsing import Parsed, parse_source
from kjplan.parsing.leaves import partition_faults
from kjplan.reading import decode, from_text
from kjplan.reading.text import fold
from tests.parsing.generated import LEVELS, STYLES, Made, noisy, other_width, outline, plans, wrapped
from tests.reading.builders import docx_of, html_page

SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def parse(text: str) -> Parsed:
    """The plan in a text, after what must hold of any text has been seen to hold."""
    parsed = parse_source(from_text(text))
    assert partition_faults(text, parsed.leaves) == []
    for node, holder in parsed.plan.nodes():
        assert node.span is not None
        if holder is not None and holder.span is not None:
            assert holder.span[0] <= node.span[0] < node.span[1] <= holder.span[1]
    return parsed


def facts(plan: Plan) -> list[object]:
    """Everything of the goals and measures but where it stands."""
    found: list[object] = []
    for goal in plan.goals:
        found.append((goal.marker, goal.text, [(t.indicator, t.comparator, t.value, t.unit) for t in goal.targets]))
    for measure in plan.measures:
        bodies = [(b.name, b.role) for b in measure.responsibility.bodies]
        values = [(t.indicator, t.comparator, t.value, t.unit) for t in measure.targets]
        words = (measure.title, measure.text, [d.text for d in measure.due], [d.title for d in measure.documents])
        found.append((measure.marker, words, bodies, values))
    return found


@given(plans())
@SLOW
def test_the_outline_is_the_one_that_was_drawn(made: Made) -> None:
    parsed = parse(made.text)
    assert outline(parsed.plan) == made.rows
    assert not [f for f in parsed.findings if f.code.startswith("numbering")]


@given(plans().flatmap(lambda made: st.tuples(st.just(made), noisy(made))))
@SLOW
def test_noise_changes_nothing(pair: tuple[Made, str]) -> None:
    made, text = pair
    assert facts(parse(text).plan) == facts(parse(made.text).plan)
    assert outline(parse(text).plan) == made.rows


@given(plans().flatmap(lambda made: st.tuples(st.just(made), other_width(made.text))))
@SLOW
def test_width_changes_no_tree(pair: tuple[Made, str]) -> None:
    made, text = pair
    assert outline(parse(text).plan) == made.rows


@given(plans())
@SLOW
def test_a_rendered_plan_is_the_same_plan(made: Made) -> None:
    plan = parse(made.text).plan
    again = parse(render(plan)).plan
    assert outline(again) == outline(plan)
    assert facts(again) == facts(plan)


@given(plans(), st.integers(24, 44))
@SLOW
def test_breaking_lines_at_a_fixed_width_changes_no_title(made: Made, width: int) -> None:
    text = wrapped(made.lines, width)
    parsed = parse(text)
    # A break behind 《 is closed before the margin is looked for, in texts too short to show one as well.
    joined = any("\n" in text[u.start : u.end].replace("《\n", "") for u in parsed.units)
    assert joined or text.count("\n") < 30, "a text of so many lines shows its margin"
    if joined:
        assert outline(parsed.plan) == made.rows
        assert facts(parsed.plan) == facts(parse(made.text).plan)


@given(plans())
@settings(SLOW, max_examples=20)
def test_word_and_web_give_the_plan_of_the_text(made: Made) -> None:
    expected = facts(parse(made.text).plan)
    for data, name in ((docx_of(made.lines), "plan.docx"), (html_page(made.lines).encode(), "plan.html")):
        plan = parse_source(decode(data, name)).plan
        assert outline(plan) == made.rows
        assert facts(plan) == expected


@given(st.sampled_from([levels for levels in LEVELS if "1.1" not in levels]).flatmap(plans), st.data())
@SLOW
def test_a_faulty_number_is_told_and_its_measure_kept(made: Made, data: st.DataObject) -> None:
    tasks = made.parts[-1]
    leaves = [leaf for child in tasks.children for leaf in (child.children or [child])]
    style = next(s for s, mark in STYLES.items() if mark(1) == leaves[0].marker)
    at = data.draw(st.integers(0, len(leaves) - 1))
    wrong = data.draw(st.integers(1, 12))
    if leaves[at].marker == STYLES[style](wrong):
        return
    leaves[at].marker = STYLES[style](wrong)
    parsed = parse(made.text)
    told = {f.code for f in parsed.findings}
    if "marker-out-of-sequence" not in told:
        assert [row[1:] for row in outline(parsed.plan)] == [row[1:] for row in made.rows]
    assert _in_order(made, style) or any(code.startswith(("numbering-", "marker-")) for code in told)


def _in_order(made: Made, style: str) -> bool:
    """Whether the numbers of a style, goals' included, only go on by one or begin anew, so that nothing is odd about them."""
    ordinal = {fold(STYLES[style](n)).strip(): n for n in range(1, 41)}
    numbers = [ordinal[marker] for _, marker, _ in made.rows if marker in ordinal]
    return numbers[0] == 1 and all(b in (1, a + 1) for a, b in pairwise(numbers))


def test_every_combination_of_levels_is_drawn() -> None:
    assert {style for levels in LEVELS for style in levels if style} == set(STYLES)
