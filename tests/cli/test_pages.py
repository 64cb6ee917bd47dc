"""The pages: options that they name exist, commands on the shipped plans run, Python runs, links lead somewhere."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

import kjplan
from kjplan.cli.commands import COMMANDS, SUBCOMMANDS
from tests.cli.conftest import Run
from tests.conftest import ROOT

PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
OURS = re.compile(r"(?:^|&& |\| |/)kjplan ((?:-|[a-z]).*)")
FOREIGN = {"--runs", "--upgrade", "--global", "--half", "--check", "--help"}
"""Options of other programs that pages name."""


def fences(page: Path, language: str) -> list[str]:
    """The blocks of one language on a page."""
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


def commands(page: Path) -> list[list[str]]:
    """The words of each kjplan command in the shell blocks of a page."""
    lines = [re.sub(r"\s+#.*", "", line) for block in fences(page, "sh") for line in block.splitlines()]
    parts = [part for line in lines for part in line.split(" && ")]
    return [shlex.split(found[1]) for part in parts if (found := OURS.search(part)) and "textconv'" not in part]


LINES = sorted({tuple(words) for page in PAGES for words in commands(page)})


def test_the_pages_are_read() -> None:
    assert len(LINES) > 50


@pytest.mark.parametrize("words", LINES, ids=" ".join)
def test_every_option_on_a_page_is_one_of_its_command(run: Run, words: tuple[str, ...]) -> None:
    named = [at for at, word in enumerate(words) if word in COMMANDS]
    command = list(words[named[0] : named[0] + 1]) if named else []
    if command and command[0] in SUBCOMMANDS:
        command.append(words[named[0] + 1])
    page = run(*command, "-h").out + run("-h").out
    for word in words:
        if re.fullmatch(r"--?[a-z][a-z-]*", word):
            assert re.search(rf"(?m)^  (?:-., )?(?:--[a-z]+, )?{word}\b", page) or f"{word}, " in page, word


def test_every_option_that_a_page_speaks_of_exists(run: Run) -> None:
    names = [[name] for name in COMMANDS if name not in SUBCOMMANDS] + [
        [g, n] for g, e in SUBCOMMANDS.items() for n in e
    ]
    known = {word for name in names for word in re.findall(r"--[a-z][a-z-]+", run(*name, "-h").out)}
    known |= {*re.findall(r"--[a-z][a-z-]+", run("-h").out), "--version"} | FOREIGN
    for page in PAGES:
        words = re.findall(r"`(--[a-z][a-z-]+)[^`]*`", page.read_text(encoding="utf-8"))
        assert {*words} <= known, page.name


@pytest.fixture
def there(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A library of one's own with a ledger, in an empty folder."""
    folder = tmp_path / "library"
    shutil.copytree(library, folder)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("KJPLAN_DATA", str(folder))
    assert run("ledger", "init", "2022").code == 0
    return folder


RUNNABLE = [
    (page.name, words)
    for page in PAGES
    if page.name in ("aliases.md", "checklists.md", "report.md", "corrections.md", "compare.md", "ci.md")
    for words in commands(page)
    if "2022" in words
]


@pytest.mark.parametrize(("page", "words"), RUNNABLE, ids=[" ".join(words) for _, words in RUNNABLE])
def test_a_command_of_a_page_runs(run: Run, there: Path, page: str, words: list[str]) -> None:
    code, out, err = run(*words)
    assert code == 0, err
    assert out or err or "-o" in words
    if "-o" in words:
        assert Path(words[words.index("-o") + 1]).stat().st_size


SCRIPTS = [(page.name, n, text) for page in PAGES for n, text in enumerate(fences(page, "python"))]


@pytest.mark.parametrize(("page", "n", "text"), SCRIPTS, ids=[f"{page}-{n}" for page, n, _ in SCRIPTS])
def test_the_python_of_a_page_runs(there: Path, page: str, n: int, text: str) -> None:
    for name in ("province.yaml", "city.yaml"):
        Path(name).write_bytes((there / "workplan_2022.yaml").read_bytes())
    scope: dict[str, object] = {}
    exec(compile(text, page, "exec"), scope)
    assert scope.keys() - {"__builtins__", "kjplan"}
    assert kjplan.load(2022).goals


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        assert target.startswith("https://") or (page.parent / target).exists(), target


def test_every_page_is_listed_in_both_readmes() -> None:
    listed = [re.findall(r"\]\(docs/([a-z_]+\.md)\)", page.read_text(encoding="utf-8")) for page in PAGES[:2]]
    assert {*listed[0]} == {*listed[1]} == {page.name for page in PAGES[2:]}
