"""A diff in words: values, deltas, notes, shortened text; nothing of a document is mark-up."""

from decimal import Decimal

import pytest

from kjplan.diffing import GoalChange, MeasureChange, PlanDiff, Reference
from kjplan.diffing.result import PlanReference, TextDiff
from kjplan.model import Target
from kjplan.output.diff_text import to_markdown_text, to_text
from kjplan.output.diff_words import change_words, delta_words, notes_words, value_words


def _target(value: str | None, unit: str | None, **more: str) -> Target:
    quote = None if value is None else f"{value}{unit or ''}"
    return Target(indicator="强度", value=None if value is None else Decimal(value), unit=unit, quote=quote, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "delta", "words"),
    [
        (_target("2.1", "%"), _target("2.6", "%"), "0.5", "+0.5 points"),
        (_target("166", "亿元"), _target("400", "亿元"), "234", "+234亿元"),
        (_target("9000", "万元", base_unit="元"), _target("0.8", "亿元", base_unit="元"), "-10000000", "-10000000元"),
        (_target("3", "家"), _target("3", "家"), "0", ""),
        (_target("3", None), _target("4", None), "1", "+1"),
    ],
)
def test_delta(old: Target, new: Target, delta: str, words: str) -> None:
    assert delta_words(GoalChange(change="changed", old=old, new=new, delta=Decimal(delta))) == words


def test_no_delta_across_a_replaced_indicator() -> None:
    row = GoalChange(change="replaced", old=_target("19", "件"), new=_target("7.5", "件"))
    assert delta_words(row) == ""


def test_values() -> None:
    assert value_words(_target("2.1", "%", hedge="力争", verb="突破")) == "力争突破2.1%"
    assert value_words(_target(None, None)) == ""
    assert value_words(None) == ""


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (["hedge_dropped", "responsibility_dropped"], "hedge dropped; responsible body dropped"),
        (["stock_target_dropped"], "stock target dropped"),
        (["narrowed"], "another, narrower indicator"),
        (["something_new"], "something new"),
        ([], ""),
    ],
)
def test_notes(notes: list[str], words: str) -> None:
    assert notes_words(notes) == words


def test_kinds_of_change() -> None:
    assert change_words(["moved", "targets_changed"]) == "moved, targets changed"


def _diff(pieces: TextDiff, title: str = "建设平台") -> PlanDiff:
    reference = Reference(id="M1", number="1", title=title)
    found = PlanDiff(old=PlanReference(title="旧*要点*", year=2021), new=PlanReference(title=None, year=2022))
    found.measures = [MeasureChange(changes=["reworded"], old=reference, new=reference, text_diff=pieces)]
    return found


def test_wording() -> None:
    pieces: TextDiff = [
        ("equal", "甲" * 40),
        ("delete", "一批"),
        ("insert", "三个"),
        ("equal", "乙" * 40),
        ("insert", "。"),
    ]
    text = to_text(_diff(pieces))
    assert f"…{'甲' * 12}[-一批-]{{+三个+}}{'乙' * 12}…{'乙' * 12}{{+。+}}\n" in text
    assert text.startswith("2021 旧*要点* → 2022\nmeasures: 1 reworded\n")


def test_hostile_words_stay_words() -> None:
    pieces: TextDiff = [("equal", "a\x1b[31m"), ("insert", "</ins><script>|*x*")]
    text = to_text(_diff(pieces, "[red]标题\x07"))
    assert "\x1b" not in text and "\x07" not in text and "[red]标题\\x07" in text
    markdown = to_markdown_text(_diff(pieces, "<b>*标题*"))
    assert "\\<b\\>\\*标题\\*" in markdown and "<ins>\\</ins\\>\\<script\\>\\|\\*x\\*</ins>" in markdown
    assert markdown.startswith("# 2021 旧\\*要点\\* → 2022\n")


def test_identical() -> None:
    same = PlanDiff(
        old=PlanReference(title="要点", year=2022), new=PlanReference(title="要点", year=2022), identical=True
    )
    assert to_text(same) == "2022 要点 → 2022 要点\nno difference\n"
