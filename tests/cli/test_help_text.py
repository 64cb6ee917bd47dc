"""Help pages in Chinese keep to the terminal, and break no word."""

import pytest

from kjplan.cli.commands import COMMANDS, SUBCOMMANDS
from kjplan.output.folding import pieces
from kjplan.output.width import width
from tests.cli.conftest import Run

PAGES = [name for name in COMMANDS if name not in SUBCOMMANDS] + [
    f"{name} {sub}" for name, subs in SUBCOMMANDS.items() for sub in subs
]


@pytest.mark.parametrize(("columns", "pages"), [(80, PAGES), (60, ["check", "checklist", "ledger set"])])
def test_no_line_is_wider_than_the_terminal(kjplan: Run, columns: int, pages: list[str]) -> None:
    """In processes of their own: help is in the language of the first command that a process loads."""
    for words in pages:
        page = kjplan(*words.split(), "-h", "--lang", "zh", COLUMNS=str(columns)).out.partition("\n示例：\n")[0]
        # A line that holds the name of an option and nothing else cannot be broken.
        wide = [line for line in page.splitlines() if width(line) > columns and " " in line.strip()]
        assert not wide, words


def test_words_are_whole(kjplan: Run) -> None:
    page = kjplan("checklist", "-h", "--lang", "zh", COLUMNS="80").out
    for word in ("markdown", "docx", "--profile", "Outlook"):
        assert word in page
    assert "html、xlsx、docx 或 ics" in page


@pytest.mark.parametrize(
    ("text", "parts"), [("用--base时", ["用", "--base", "时"]), ("甲-乙", ["甲", "-", "乙"]), ("2-3家", ["2-3家"])]
)
def test_the_name_of_an_option_is_a_word(text: str, parts: list[str]) -> None:
    assert pieces(text) == parts
