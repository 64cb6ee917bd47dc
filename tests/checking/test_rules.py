"""Every rule fires on its own example and stays silent on the nearest one; cases in fixtures/ add traps and places."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kjplan import language
from kjplan.checking import RULES, Report
from kjplan.checking.ignoring import UNKNOWN, UNUSED
from kjplan.checking.rules.rule import Rule
from kjplan.parsing.messages import MESSAGES
from kjplan.storage.corrections.messages import MESSAGES as CORRECTIONS

FIXTURES = Path(__file__).parent / "fixtures"
BLANKS = {"<NBSP>": "\u00a0", "<IDSP>": "\u3000", "<SP>": " ", "<TAB>": "\t", "<END>\n": ""}
"""How a fixture writes blanks that a reader or an editor would lose, and a text without a final newline."""


@pytest.mark.parametrize("code", RULES)
def test_trips(checked: Callable[..., Report], code: str) -> None:
    rule = RULES[code]
    assert code in {f.code for f in checked(rule.trips, rule.fixes, _note(rule)).findings}


def _note(rule: Rule) -> tuple[str, tuple[str, ...]] | None:
    """What a reader notes to trip a rule about what it could not read; the neighbour is the text without that note."""
    return None if rule.reader_note is None else (rule.code, rule.reader_note)


@pytest.mark.parametrize("code", RULES)
def test_nearest_neighbour_does_not_trip(checked: Callable[..., Report], code: str) -> None:
    report = checked(RULES[code].clean, RULES[code].fixes)
    assert code not in {f.code for f in report.findings}


def test_every_rule_ran_on_both_of_its_examples(checked: Callable[..., Report]) -> None:
    """A neighbour that is clean only because the rule did not apply to it would prove nothing."""
    for rule in RULES.values():
        assert rule.trips != rule.clean or rule.reader_note is not None, rule.code
        for text in (rule.trips, rule.clean):
            assert rule.code not in {n.code for n in checked(text, rule.fixes).not_run}, rule.code


def test_every_code_of_the_parser_is_documented() -> None:
    assert [code for code, rule in RULES.items() if rule.run is None] == [*MESSAGES, *CORRECTIONS, UNKNOWN, UNUSED]


def test_codes_are_stable_names() -> None:
    assert all(code == code.lower() and code.replace("-", "").isalpha() for code in RULES)


@pytest.mark.parametrize("code", RULES)
def test_documented_in_both_languages(code: str) -> None:
    rule = RULES[code]
    for words in (rule.message, rule.what, rule.why, rule.fix):
        assert words.zh and words.en and words.zh != words.en
        assert any("\u4e00" <= ch <= "\u9fff" for ch in words.zh)
        assert any("a" <= ch <= "z" for ch in words.en)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_messages_are_filled_in(checked: Callable[..., Report], lang: language.Language) -> None:
    """Templates and the words of a hit go together in both languages: no hole is left and nothing raises."""
    language.choose(lang)
    for rule in RULES.values():
        found = [f for f in checked(rule.trips, rule.fixes, _note(rule)).findings if f.code == rule.code]
        assert found
        for finding in found:
            assert finding.message
            assert "{" not in finding.message


def cases() -> Iterator[tuple[str, str, str, str]]:
    """(code, title, text, expected) of all fixture files: title . text . expected . as in markdown-it-py."""
    for path in sorted(FIXTURES.glob("*.txt")):
        lines = iter(path.read_text(encoding="utf-8").split("\n"))
        for title in lines:
            if not title:
                continue
            assert next(lines) == "."
            text = "".join(f"{line}\n" for line in iter(lines.__next__, "."))
            expected = "\n".join(iter(lines.__next__, "."))
            for name, blank in BLANKS.items():
                text = text.replace(name, blank)
            yield path.stem, title, text, expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [pytest.param(code, text, expected, id=f"{code}: {title}") for code, title, text, expected in cases()],
)
def test_cases(checked: Callable[..., Report], code: str, text: str, expected: str) -> None:
    found = checked(text, select=[code]).findings
    assert "\n".join(f"{f.line}:{f.column} {f.message}" for f in found) == expected


def test_fixtures_belong_to_rules() -> None:
    assert {code for code, *_ in cases()} <= set(RULES)
