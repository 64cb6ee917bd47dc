"""Answers as spreadsheets."""

from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Run


def test_every_query_can_be_a_spreadsheet(run: Run, library: Path, tmp_path: Path) -> None:
    """Excel on a Chinese Windows shows a .csv without a byte order mark as nonsense."""
    for words in ("goals 2022", "targets 2020 2022", "plans", "search 人才", "words 2022", "diff 2020 2022",
                  "trend 2020 2022", "lookback 2020 2022", "trace 2022", "show 2022", "rule"):  # fmt: skip
        path = tmp_path / f"{words.split()[0]}.xlsx"
        code, out, err = run(*words.split(), "-o", path, "--data", library)
        assert (code, out) == (0, ""), err
        page = load_workbook(path).active
        assert page is not None and page.max_row > 1, words
    code, out, err = run("goals", "2022", "--format", "xlsx", "--data", library)
    assert (code, out) == (2, "") and "error: xlsx goes into a file\ntip: such as -o tasks.xlsx" in err
