"""How the command line is understood and misunderstood: help, options everywhere, "did you mean", completion."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from kjplan.cli.commands import COMMANDS, SUBCOMMANDS
from kjplan.output.width import width
from tests.cli.conftest import Run


@pytest.mark.skipif(not typer.__version__.startswith("0.28."), reason="other versions of typer lay help out otherwise")
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("words", ["", "measures", "parse", "check", "diff"])
def test_help_as_a_person_sees_it(kjplan: Run, golden: Callable[[str, str], None], words: str, language: str) -> None:
    code, out, err = kjplan(*words.split(), "--help", "--lang", language, COLUMNS="80")
    assert (code, err) == (0, "")
    golden(f"help_{words or 'kjplan'}.{language}.txt", out)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(kjplan: Run, command: str, language: str) -> None:
    code, out, err = kjplan(command, "-h", LANG=f"{language}_CN.UTF-8", COLUMNS="80")
    assert (code, err) == (0, "")
    assert f"\n  kjplan {command}" in out
    for option in ("--data", "--lang", "--color", "-q, --quiet", "-h, --help"):
        assert option in out
    assert max(map(width, out.splitlines())) <= 120
    assert ("Options:" in out) == (language == "en")


def test_every_example_in_the_help_is_understood(kjplan: Run) -> None:
    """Each option of an example is one that its command has."""
    subcommands = [(name, sub) for name, subs in SUBCOMMANDS.items() for sub in subs]
    for command in [*((name,) for name in COMMANDS if name not in SUBCOMMANDS), *subcommands]:
        page = kjplan(*command, "-h", LANG="C.UTF-8").out
        for line in re.findall(r"^  kjplan .*|(?<=\| )kjplan .*", page, re.MULTILINE):
            for option in re.findall(r" (--?[a-z][a-z-]*)", line):
                assert re.search(rf"(^|[ ,]){option}\b", page.partition("Examples:")[0], re.MULTILINE), line


@pytest.mark.parametrize(
    ("words", "error", "tip"),
    [
        ("gaols", "no such command: gaols", "did you mean goals?"),
        ("xyzzy", "no such command: xyzzy", "see kjplan -h"),
        ("goals --fromat json", "no such option: --fromat", "did you mean --format?"),
        ("goals --format jsno", "bad value for --format: jsno", "did you mean json?"),
        (
            "goals --format pdf",
            "bad value for --format: pdf",
            "choose from table, json, yaml, csv, tsv, markdown, html, xlsx",
        ),
        ("goals --format", "--format needs a value", "see kjplan goals -h"),
        ("ledger set 2022 M11 --lead", "--lead needs a value", "see kjplan ledger set -h"),
        ("goals --formt json", "no such option: --formt", "did you mean --format, --force?"),
        ("report a b", "one argument too many: b", "see kjplan report -h"),
        ("parse", "missing SOURCE...", "see kjplan parse -h"),
        ("diff 2022", "missing NEW", "kjplan diff OLD NEW, or kjplan diff --base HIGHER LOWER"),
        ("explain x.txt zero", "bad value for LINE: zero is no whole number", "see kjplan explain -h"),
        ("explain x.txt 0", "bad value for LINE: 0 is not in the range x>=1", "see kjplan explain -h"),
        ("--lang fr goals", "bad value for --lang: fr", "choose from zh, en"),
        ("-q", "missing command", "see kjplan -h"),
        ("rule list-terminater", "no such rule: list-terminater", "did you mean list-terminator"),
        ("goals --quite", "no such option: --quite", "did you mean --quiet?"),
    ],
)
def test_misunderstandings(run: Run, words: str, error: str, tip: str) -> None:
    assert run(*words.split()) == (2, "", f"error: {error}\ntip: {tip}\n")


def test_misunderstandings_in_chinese(run: Run) -> None:
    assert run("--lang", "zh", "gaols").err == "error: 没有这个命令: gaols\ntip: 是不是想用 goals？\n"
    assert run("goals", "--lang=zh", "--fromat").err == "error: 没有这个选项: --fromat\ntip: 是不是想用 --format？\n"


def test_global_options_before_and_after_the_command(run: Run, library: Path) -> None:
    expected = run("goals", "2022", "--data", library, "--lang", "zh", "--color", "always").out
    assert "\x1b[1m" in expected and "目标值" in expected
    assert run("--data", library, "--lang", "zh", "--color", "always", "goals", "2022").out == expected
    assert run("--lang=zh", "--color=always", "goals", "2022", f"--data={library}").out == expected
    assert (
        run("--lang", "en", "--data", "/nowhere", "goals", "--lang", "zh", "--data", library).out
        == run("goals", "--lang", "zh", "--data", library).out
    )


def test_an_option_of_one_run_is_forgotten_by_the_next(run: Run, library: Path) -> None:
    run("goals", "--data", library, "--lang", "zh", "--color", "always")
    assert run("goals", NOTHING).err.startswith("error: no")
    assert "\x1b" not in run("goals", "--data", library).out


NOTHING = "no-such-plan.yaml"


@pytest.mark.parametrize(("choice", "painted"), [("always", True), ("never", False), ("auto", False)])
def test_colour_in_a_pipe(run: Run, library: Path, choice: str, painted: bool) -> None:
    for words in (["goals"], ["show"], ["diff", "2020", "2022"], ["check", "2022"], ["checklist", "--by", "section"]):
        out = run(*words, "--data", library, "--color", choice).out
        assert ("\x1b[" in out) == painted, words
    for form in ("json", "yaml", "csv", "markdown"):
        assert "\x1b" not in run("goals", "--data", library, "--color", choice, "--format", form).out


@pytest.mark.parametrize(
    ("line", "completions"),
    [
        ("kjplan me", ["measures"]),
        ("kjplan --q", ["--quiet"]),
        ("kjplan goals 20", ["2020", "2022"]),
        ("kjplan diff 2020 2", ["2020", "2022"]),
        ("kjplan goals --format j", ["json"]),
        ("kjplan documents --relation d", ["draft"]),
        ("kjplan rule list-t", ["list-terminator"]),
        ("kjplan checklist --by s", ["section", "status"]),
        ("kjplan ledger set 2022 M11.", ["M11.1", "M11.2", "M11.3"]),
        ("kjplan ledger log 2022 G4", ["G4", "G4.1", "G4.2"]),
        ("kjplan fix 2022 M23", ["M23"]),
        ("kjplan ledger set 1999 M1", []),
        ("kjplan measures 2022 --section 建设", ["建设一流创新平台"]),
        ("kjplan diff --fail-on goal-", ["goal-changed", "goal-removed", "goal-added"]),
    ],
)
def test_completion(kjplan: Run, library: Path, line: str, completions: list[str]) -> None:
    code, out, err = kjplan(
        _KJPLAN_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(line.count(" ")),
        KJPLAN_DATA=str(library),
    )
    assert (code, err, out.split()) == (0, "", completions)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(kjplan: Run, shell: str) -> None:
    code, out, _ = kjplan(_KJPLAN_COMPLETE=f"source_{shell}")
    assert code == 0
    assert "_KJPLAN_COMPLETE" in out


def test_completion_options_are_there(kjplan: Run) -> None:
    page = kjplan("-h").out
    assert "--install-completion" in page and "--show-completion" in page
