"""What a person would not see is shown; what a person sees stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kjplan.output.escape import one_line, visible, visible_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("市科技局", "市科技局"),
        ("50%以上 [red]x[/red]", "50%以上 [red]x[/red]"),
        ("a\u00a0b\u3000c", "a\u00a0b\u3000c"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\tb\nc\rd", "a\\x09b\\x0ac\\x0dd"),
        ("\x7f\x85\x9b", "\\x7f\\x85\\x9b"),
        ("\u202eabc\u2066\u061c", "\\u202eabc\\u2066\\u061c"),
        ("a\u2028b\u2029", "a\\u2028b\\u2029"),
        ("\ud83d half", "\\ud83d half"),
        ("\ufffe\uffff\ufdd0\ufffd", "\\ufffe\\uffff\\ufdd0\ufffd"),
        ("\U000e0041", "\\U000e0041"),
        ("👩\u200d🔬 𠮷", "👩\u200d🔬 𠮷"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_lines_and_tabs_may_stay() -> None:
    assert visible_lines("a\tb\nc\x1b\r") == "a\tb\nc\\x1b\\x0d"


def test_line_breaks_become_spaces_in_a_cell() -> None:
    assert one_line("第一段\n第二段") == "第一段 第二段"
    assert one_line("一行") == "一行"


@given(st.text(st.characters(codec=None)))
def test_nothing_unseen_is_left_and_every_encoding_of_unicode_holds_it(text: str) -> None:
    shown = visible(text)
    assert "\x1b" not in shown and "\n" not in shown and "\u202e" not in shown
    shown.encode("utf-8")
    assert visible(shown) == shown
