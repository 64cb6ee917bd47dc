"""What is said of one pair of measures, and of splits and merges."""

from copy import deepcopy

import pytest

from kjplan.diffing import diff
from kjplan.diffing.result import MeasureChange
from kjplan.model import Deadline, Item, Measure, Plan, Responsibility, ResponsibleBody
from tests.diffing.plans import plan, section, target

TEXT = (
    "健全梯次培育机制,加大高新技术企业培育力度,强化企业创新主体地位。优化申报流程,新培育高新技术企业1000家以上。"
    "修订奖补政策,对新认定的企业给予奖励,并建立动态调整机制。"
)
OTHERS = (
    Measure(number="1", title="建设高能级研发平台", text="高标准推进省实验室建设,做好遴选推荐工作。"),
    Measure(number="2", title="引进用好外国专家智力", text="实施外国专家工作室项目,办好来华工作许可。"),
)


def measure(**fields: object) -> Measure:
    made = Measure(number="3", title="壮大高新技术企业规模", text=TEXT)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def around(*measures: Measure, year: int = 2022) -> Plan:
    return plan(section("培育创新主体", *deepcopy(OTHERS), *measures), year=year)


def changes(old: Measure, new: Measure) -> MeasureChange:
    """The row of the two measures, each in a plan with two others that stay as they are."""
    rows = diff(around(old, year=2021), around(new)).measures
    assert [row.changes for row in rows[:2]] == [["same"], ["same"]]
    assert len(rows) == 3
    return rows[2]


def responsible(*bodies: tuple[str, str], quote: str) -> Responsibility:
    made = [ResponsibleBody(name=name, role=role) for name, role in bodies]  # type: ignore[arg-type]
    return Responsibility(stated=True, bodies=made, quote=quote)


LED = responsible(("科技局", "lead"), ("财政局", "support"), quote="(科技局牵头,财政局配合)")
TURNED = responsible(("财政局", "support"), ("科技局", "lead"), quote="(财政局配合,科技局牵头)")
JOINT = responsible(("科技局", "joint"), ("财政局", "joint"), quote="(科技局、财政局负责)")
MORE = target("高新技术企业", "1000", "家", comparator="ge", basis="increment")
FEWER = target("高新技术企业", "800", "家", comparator="ge", basis="increment")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {}, ["same"]),
        ({}, {"number": "4"}, ["renumbered"]),
        ({}, {"number": "３"}, ["same"]),
        ({}, {"title": "扩大高新技术企业规模"}, ["retitled"]),
        ({}, {"title": "“壮大”高新技术企业规模 "}, ["same"]),
        ({}, {"text": TEXT.replace(",", "，")}, ["same"]),
        ({}, {"text": TEXT.replace("奖补", "补助")}, ["reworded"]),
        (
            {},
            {"text": TEXT.replace("奖补", "补助"), "number": "5", "title": "规模"},
            ["renumbered", "retitled", "reworded"],
        ),
        # Where title and text run on, the parser finds no title: no word changed.
        ({}, {"title": None, "text": f"壮大高新技术企业规模。{TEXT}"}, ["same"]),
        # A figure: what changed is the target and not the wording around it.
        (
            {"targets": [MORE]},
            {"targets": [FEWER], "text": TEXT.replace("1000", "800")},
            ["targets_changed"],
        ),
        (
            {"targets": [MORE]},
            {"targets": [FEWER], "text": TEXT.replace("1000", "800").replace("奖补", "补助")},
            ["reworded", "targets_changed"],
        ),
        # A figure that is no target of either is wording.
        ({}, {"text": TEXT.replace("1000", "800")}, ["reworded"]),
        ({"targets": [MORE]}, {}, ["targets_changed"]),
        # Responsibility: who and in which role, not in which order.
        ({}, {"responsibility": LED, "text": TEXT + (LED.quote or "")}, ["responsibility_changed"]),
        ({"responsibility": LED}, {"responsibility": TURNED}, ["same"]),
        ({"responsibility": LED}, {"responsibility": JOINT}, ["responsibility_changed"]),
        # Deadlines count from each plan's year.
        (
            {"due": [Deadline(text="年底前", date="2021-12-31")]},
            {"due": [Deadline(text="年底前", date="2022-12-31")]},
            ["same"],
        ),
        (
            {"due": [Deadline(text="年底前", date="2021-12-31")], "text": "年底前," + TEXT},
            {"due": [Deadline(text="6月底前", date="2022-06-30")], "text": "6月底前," + TEXT},
            ["deadline_changed"],
        ),
        # Commitment: only where both plans have one.
        ({"commitment": "explore"}, {"commitment": "advance"}, ["commitment_changed"]),
        ({"commitment": None}, {"commitment": "advance"}, ["same"]),
    ],
)
def test_changes_of_a_pair(old: dict[str, object], new: dict[str, object], expected: list[str]) -> None:
    assert changes(measure(**old), measure(**new)).changes == expected


def test_the_text_diff_is_of_the_words_and_empty_where_they_did_not_change() -> None:
    row = changes(measure(), measure(text=TEXT.replace("奖补", "补助")))
    assert "".join(text for op, text in row.text_diff if op != "insert") == TEXT
    assert [piece for piece in row.text_diff if piece[0] != "equal"] == [("delete", "奖补"), ("insert", "补助")]
    assert changes(measure(), measure(number="9")).text_diff == []


def test_points_inside_a_measure_are_compared_with_it() -> None:
    old = [Item(number="1", text="建立台账"), Item(number="2", text="定期调度")]
    new = [Item(number="1", text="建立台账"), Item(number="2", text="每月调度")]
    assert changes(measure(items=old), measure(items=deepcopy(old))).changes == ["same"]
    assert changes(measure(items=old), measure(items=new)).changes == ["reworded"]


def test_points_that_the_text_holds_already_are_not_counted_twice() -> None:
    text = "一是建立台账。二是定期调度。"
    items = [Item(number="一", text="建立台账"), Item(number="二", text="定期调度")]
    assert changes(measure(text=text, items=items), measure(text=text)).changes == ["same"]


FIRST = "健全梯次培育机制,加大高新技术企业培育力度,强化企业创新主体地位。优化申报流程,新培育高新技术企业1000家以上。"
SECOND = "加强科普基地建设,办好各类科普活动,提升全民科学素质。弘扬企业家精神,表彰一批创新创业典型,营造良好氛围。"


def two_in_one(**fields: object) -> Measure:
    return measure(text=FIRST + SECOND, **fields)


def test_a_split_has_a_row_for_each_part() -> None:
    culture = measure(title="厚植创新文化", number="4", text=SECOND, targets=[])
    result = diff(around(two_in_one(targets=[MORE])), around(measure(text=FIRST, targets=[FEWER]), culture))
    rows = [row for row in result.measures if row.changes != ["same"]]
    assert [row.changes for row in rows] == [["split", "targets_changed"], ["split", "renumbered", "retitled"]]
    assert [row.old and row.old.id for row in rows] == ["M3", "M3"]
    assert [row.new and row.new.id for row in rows] == ["M3", "M4"]
    assert [row.reason for row in rows] == ["title", "contained"]
    assert [[target.change for target in row.targets] for row in rows] == [["changed"], []]


def test_a_merge_has_a_row_for_each_part() -> None:
    culture = measure(title="厚植创新文化", number="4", text=SECOND)
    rows = [
        r for r in diff(around(measure(text=FIRST), culture), around(two_in_one())).measures if r.changes != ["same"]
    ]
    assert [row.changes for row in rows] == [["merged"], ["merged", "renumbered", "retitled"]]
    assert [row.new and row.new.id for row in rows] == ["M3", "M3"]


def test_targets_of_a_split_are_found_in_whichever_part_has_them() -> None:
    other = target("科普基地", "10", "家")
    parts = measure(text=FIRST, targets=[MORE]), measure(title="厚植创新文化", text=SECOND, targets=[other])
    rows = diff(around(two_in_one(targets=[MORE, other])), around(*parts)).measures
    assert [[t.change for t in row.targets] for row in rows[2:]] == [["same"], ["same"]]


def test_a_shortened_measure_beside_a_new_one_is_no_split() -> None:
    new = measure(
        title="办好养老实事", text="改扩建乡镇卫生院,为独居老人安装呼叫器,举办社区邻里文化节,补植行道树和绿篱。"
    )
    rows = diff(around(two_in_one()), around(measure(text=FIRST), new)).measures
    assert [row.changes for row in rows[2:]] == [["reworded"], ["added"]]


def test_moved_is_to_another_section_and_not_with_its_section() -> None:
    def sections(one: str, other: str, *, there: bool) -> Plan:
        moving = measure()
        first, second = (
            list(deepcopy(OTHERS)),
            [
                Measure(title="优化科技服务供给", text="持续开展科技金融资助,提升创业孵化服务。"),
                Measure(title="厚植创新文化", text=SECOND),
            ],
        )
        (second if there else first).append(moving)
        return plan(section(one, *first, number="一"), section(other, *second, number="二"))

    old = sections("培育创新主体", "营造创新生态", there=False)
    stayed = diff(old, sections("壮大企业力量", "营造创新生态", there=False)).measures
    assert not any("moved" in row.changes for row in stayed)
    moved = diff(old, sections("培育创新主体", "营造创新生态", there=True)).measures
    assert [row.new and row.new.title for row in moved if "moved" in row.changes] == ["壮大高新技术企业规模"]


def test_the_same_measure_in_two_sections_stays_in_each() -> None:
    def twice(*, turned: bool) -> Plan:
        made = [
            section("一类区域", Measure(title="组织实施", text="抓好落实。"), deepcopy(OTHERS[0])),
            section("二类区域", Measure(title="组织实施", text="抓好落实。"), deepcopy(OTHERS[1])),
        ]
        return plan(*(made[::-1] if turned else made))

    assert diff(twice(turned=False), twice(turned=True)).summary["measures"] == {"same": 4}


def test_each_row_keeps_its_reason_and_the_candidates_that_lost() -> None:
    like = measure(title="壮大科技型企业规模", number="4", text=TEXT.replace("高新技术", "科技型"))
    result = diff(around(measure(), like), around(measure(text=TEXT.replace("奖补", "补助")), deepcopy(like)))
    row = result.measures[2]
    assert row.reason == "title"
    assert [(c.old.id, c.new.id) for c in row.candidates][:1] in ([("M3", "M4")], [("M4", "M3")])
    assert row.similarity and row.candidates[0].similarity < row.similarity


def test_an_added_measure_shows_what_it_was_nearest_to() -> None:
    near = measure(title="壮大科技型企业规模", number="4", text="新培育高新技术企业。" + SECOND)
    row = next(r for r in diff(around(measure()), around(measure(), near)).measures if r.changes == ["added"])
    assert row.similarity is None
    assert row.candidates[0].old.id == "M3"


def test_measures_directly_under_the_plan_are_never_moved() -> None:
    flat = plan(*deepcopy(OTHERS), measure())
    rows = diff(flat, around(measure())).measures
    assert [row.changes for row in rows] == [["same"]] * 3
    assert rows[0].old and rows[0].old.section is None
    assert rows[0].new and rows[0].new.section and rows[0].new.section.title == "培育创新主体"


def test_measures_without_a_word_are_the_same_as_themselves() -> None:
    empty = plan(section("空", Measure(), Measure(number="2")))
    assert diff(empty, deepcopy(empty)).identical
