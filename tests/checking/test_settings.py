"""Which rules run, how grave they are and when a check fails: command line, configuration, both."""

from pathlib import Path

import pytest

import kjplan
from kjplan.checking.files import Options, examine
from kjplan.checking.rules import GROUPS, RULES, chosen, matching
from kjplan.errors import KjplanError

PLAN = "2022年工作要点\n一、主要目标\u00a0\n1.研发平台100家；\n2.成交额达到400亿元。\n二、重点任务\n3.建设平台。 建成三家,投用。\n"


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "notice.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def severities(path: Path, **options: object) -> dict[str, str]:
    return {f.code: f.severity for f in examine(path, Options(**options)).report.findings}  # type: ignore[arg-type]


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("level-skip", ["level-skip"]),
        ("Level-Skip", ["level-skip"]),
        ("blanks", [rule.code for rule in GROUPS["blanks"].rules]),
        ("numbering", ["numbering-gap", "numbering-repeat", "numbering-disorder"]),
        ("numbering-", ["numbering-gap", "numbering-repeat", "numbering-disorder"]),
        ("all", list(RULES)),
        ("numb", []),
        ("", []),
    ],
)
def test_words_for_rules(word: str, codes: list[str]) -> None:
    assert matching(word) == codes


def test_every_rule_is_in_one_group() -> None:
    assert sum(len(group.rules) for group in GROUPS.values()) == len(RULES)
    assert not set(GROUPS) & set(RULES)
    assert all(group.what.zh and group.what.en for group in GROUPS.values())


def test_chosen_takes_groups() -> None:
    assert [rule.code for rule in chosen(["blanks"], ["trailing-space"])] == [
        "stray-space",
        "space-in-title",
        "no-final-newline",
    ]


def test_a_configuration_above_the_file(notice: Path) -> None:
    write(
        notice.parent.parent / "kjplan.toml",
        'ignore = ["blanks"]\nfail-at = "warning"\n[severity]\nno-deadlines = "error"\n',
    )
    found = severities(notice)
    assert found["no-deadlines"] == "error"
    assert not {"trailing-space", "stray-space"} & set(found)
    assert examine(notice).failed
    assert not examine(notice, Options(fail_at="error", severity=("no-deadlines=info",))).failed


def test_the_nearest_configuration_counts(notice: Path) -> None:
    write(notice.parent.parent / "kjplan.toml", 'ignore = ["blanks"]\n')
    write(notice.parent / "pyproject.toml", '[tool.kjplan]\nselect = ["trailing-space"]\n')
    assert set(severities(notice)) == {"trailing-space"}
    write(notice.parent / "kjplan.toml", 'select = ["stray-space"]\n')
    assert set(severities(notice)) == {"stray-space"}


def test_a_pyproject_of_others_is_passed_by(notice: Path) -> None:
    write(notice.parent.parent / "kjplan.toml", 'select = ["stray-space"]\n')
    write(notice.parent / "pyproject.toml", '[project]\nname = "kjplan-plans"\n')
    assert set(severities(notice)) == {"stray-space"}


def test_the_command_line_goes_before(notice: Path) -> None:
    write(notice.parent / "kjplan.toml", 'select = ["stray-space"]\nignore = ["trailing-space"]\n')
    assert set(severities(notice, select=("blanks",))) == {"stray-space"}
    assert severities(notice, ignore=("stray-space",)) == {}
    assert "level-skip" in severities(notice, isolated=True)


def test_ignored_in_some_files(notice: Path) -> None:
    write(
        notice.parent.parent / "kjplan.toml", '[per-file-ignores]\n"in/*.txt" = ["blanks"]\n"*.yaml" = ["level-skip"]\n'
    )
    found = severities(notice)
    assert "level-skip" in found and "stray-space" not in found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignore = [", "no valid TOML"),
        ('ignores = ["blanks"]', "ignores"),
        ('ignore = "blanks"', "ignore"),
        ('ignore = ["blank"]', "ignore"),
        ('severity = "error"', "severity"),
        ('severity = {no-deadline = "error"}', "severity.no-deadline"),
        ('severity = {no-deadlines = "grave"}', "severity.no-deadlines"),
        ('fail-at = "never"', "fail-at"),
        ('per-file-ignores = {"*" = "blanks"}', "per-file-ignores.*"),
    ],
)
def test_a_bad_configuration_names_file_and_key(notice: Path, text: str, said: str) -> None:
    path = notice.parent / "kjplan.toml"
    write(path, text)
    with pytest.raises(KjplanError) as caught:
        examine(notice)
    assert str(path) in str(caught.value) and said in str(caught.value)


def test_a_pyproject_that_is_broken(notice: Path) -> None:
    write(notice.parent / "pyproject.toml", "[tool.kjplan")
    with pytest.raises(KjplanError, match="no valid TOML"):
        examine(notice)
    write(notice.parent / "pyproject.toml", "[tool]\nkjplan = 1\n")
    with pytest.raises(KjplanError, match="must be a table"):
        examine(notice)


@pytest.mark.parametrize("word", ["no-deadlines", "no-deadlines=grave", "no-deadline=error"])
def test_a_bad_severity(notice: Path, word: str) -> None:
    with pytest.raises(KjplanError):
        examine(notice, Options(severity=(word,)))


def test_the_limit_counts_what_it_leaves_out(notice: Path) -> None:
    write(notice, PLAN.replace("，", "") + "（" * 120)
    report = examine(notice, Options(limit=50)).report
    assert report.left_out == {"unbalanced-brackets": 70}
    assert sum(f.code == "unbalanced-brackets" for f in report.findings) == 50
    assert report.count("warning") == examine(notice).report.count("warning")


def test_the_library_checks_files_as_the_command_does(notice: Path) -> None:
    write(notice.parent / "kjplan.toml", 'ignore = ["stray-space"]\n')
    found = kjplan.check_file(notice, select=["blanks"])
    assert [f.code for f in found.findings] == ["trailing-space"]
    parsed = kjplan.parse_file(notice)
    found = kjplan.check(parsed, select=["blanks"], ignore=["stray"], severity={"trailing-space": "error"})
    assert [(f.code, f.severity) for f in found.findings] == [("trailing-space", "error")]


def test_aliases_beside_the_file(notice: Path) -> None:
    text = "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。（市科技局负责）\n2.引进人才。引进百名。（市创新委员会负责）\n"
    write(notice, text)
    assert "alias-variants" not in severities(notice)
    write(notice.parent / "aliases.yaml", "科学技术局: [创新委员会]\n")
    assert "alias-variants" in severities(notice)
    write(notice.parent / "aliases.yaml", "[")
    with pytest.raises(KjplanError):
        examine(notice)
