"""The installed program from outside: what a shell, a pipe and a hurried user do to it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run, program
from tests.conftest import NOTICE


def test_version(kjplan: Run) -> None:
    code, out, err = kjplan("--version")
    assert (code, err) == (0, "")
    assert out.startswith("kjplan ")


def test_without_arguments_it_prints_its_help(kjplan: Run) -> None:
    code, out, err = kjplan()
    assert (code, err) == (0, "")
    assert out == kjplan("-h").out == kjplan("--help").out


def test_a_query_on_the_shipped_plans_works_from_any_folder(kjplan: Run, tmp_path: Path) -> None:
    code, out, err = kjplan("goals", "2020", cwd=tmp_path)
    assert (code, err) == (0, "")
    assert "全社会研发投入强度" in out


def test_notice_from_standard_input(kjplan: Run) -> None:
    code, out, err = kjplan("goals", "-", "--format", "json", stdin=NOTICE.read_bytes())
    assert (code, err) == (0, "")
    assert len(json.loads(out)) == 6


def test_parse_reads_standard_input_and_writes_yaml(kjplan: Run) -> None:
    code, out, err = kjplan("parse", "-", stdin=NOTICE.read_bytes())
    assert (code, err.count("error")) == (0, 0)
    assert out.startswith("# yaml-language-server:")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "error: "),
        (b" \n\t\n", "error: "),
        (bytes(range(256)) * 8, "error: "),
        ("新增企业1000家".encode()[:-2] + b"\xff", "error: "),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "error: "),
    ],
    ids=["empty", "blank", "binary", "truncated", "pdf"],
)
@pytest.mark.parametrize("command", ["parse", "goals", "check", "leaves"])
def test_what_is_no_text(kjplan: Run, tmp_path: Path, command: str, content: bytes, says: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    code, out, err = kjplan(command, path)
    assert (code, out) == (2, "")
    assert err.startswith(says)
    assert "Traceback" not in err and "internal" not in err and str(path) in err


@pytest.mark.parametrize(
    "text",
    ["a: 1\n", "- 1\n- 2\n", "schema_version: 9\n", "{", "a: &a [1]\nb: [*a,*a]\n", "schema_version: 1\nyear: x\n"],
)
def test_yaml_that_is_no_plan(kjplan: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    code, out, err = kjplan("goals", path)
    assert (code, out) == (2, "")
    assert err.startswith("error: ") and "internal" not in err


def test_folder_and_missing_file(kjplan: Run, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        code, out, err = kjplan("parse", path)
        assert (code, out) == (2, "")
        assert err.startswith("error: ") and str(path) in err


def test_an_unknown_year_says_what_is_there_and_how_to_add_it(kjplan: Run, library: Path) -> None:
    code, out, err = kjplan("diff", "2021", "2022", "--data", library)
    assert (code, out) == (2, "")
    error, tip = err.splitlines()
    assert error.startswith("error: ") and "2021" in error and "2020" in error and "2022" in error
    assert tip.startswith("tip: ") and "kjplan add" in tip and "2021" in tip


def test_a_closed_pipe_is_quiet_and_keeps_the_verdict(library: Path) -> None:
    for words, code in ((["measures", "2022", "--format", "json"], 0), (["check", "2022", "--fail-at", "warning"], 1)):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(
            [*program(), *words, "--data", str(library)], stdout=writer, stderr=subprocess.PIPE, check=False
        )
        os.close(writer)
        assert (done.returncode, done.stderr) == (code, b"")


def test_a_closed_pipe_ends_help_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*program(), "--help"], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_an_error(library: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*program(), "goals", "2022", "--data", str(library)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: ") and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("stream", ["<&-", ">&-", "2>&-"])
def test_closed_streams_never_give_a_traceback(library: Path, stream: str) -> None:
    line = " ".join([*program(), "goals", "-" if stream == "<&-" else "2022", "--data", str(library), stream])
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert done.returncode == (0 if stream == "2>&-" else 2)
    assert b"Traceback" not in done.stderr and b"internal" not in done.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
@pytest.mark.parametrize("form", ["table", "json", "yaml", "csv", "markdown"])
def test_a_poor_encoding_never_crashes(kjplan: Run, library: Path, encoding: str, form: str) -> None:
    code, out, err = kjplan("goals", "2022", "--data", library, "--format", form, PYTHONIOENCODING=encoding)
    assert (code, err) == (0, "")
    assert ("\\u5168\\u793e\\u4f1a" in out) == (form == "table")
    assert ("全社会" in out) == (form != "table"), "data is always UTF-8"


def test_messages_in_a_poor_encoding(kjplan: Run) -> None:
    code, _, err = kjplan("--lang", "zh", "goals", "没有.txt", PYTHONIOENCODING="latin-1", LC_ALL="C")
    assert code == 2
    assert err.startswith("error: \\u")


def test_help_in_a_poor_encoding(kjplan: Run) -> None:
    assert kjplan("--help", PYTHONIOENCODING="ascii").code == 0
    assert kjplan("--help", "--lang", "zh", PYTHONIOENCODING="latin-1").code == 0


def test_control_and_escape_sequences_never_reach_the_terminal(kjplan: Run, hostile: Path) -> None:
    for words in (
        ["show"],
        ["goals"],
        ["measures", "--format", "csv"],
        ["measures", "--format", "markdown"],
        ["measures", "--format", "json"],
        ["measures", "--format", "yaml"],
        ["checklist"],
        ["check"],
        ["leaves"],
        ["render"],
        ["parse"],
    ):
        code, out, _ = kjplan(words[0], hostile, *words[1:])
        assert code in (0, 1), words
        assert not {"\x1b", "\x07", "\u202e", "\u2028"} & set(out), words


def test_leaves_and_render_write_raw_into_a_file(kjplan: Run, hostile: Path, tmp_path: Path) -> None:
    for command in ("leaves", "render"):
        target = tmp_path / f"{command}.txt"
        assert kjplan("-q", command, hostile, "-o", target) == (0, "", "")
        assert "\x07" in target.read_text(encoding="utf-8")
    redirected = tmp_path / "redirected.txt"
    with redirected.open("wb") as file:
        subprocess.run([*program(), "render", str(hostile)], stdout=file, check=True)
    assert redirected.read_bytes() == (tmp_path / "render.txt").read_bytes()


def test_a_hostile_file_name_is_shown_escaped(kjplan: Run, tmp_path: Path) -> None:
    _, _, err = kjplan("goals", tmp_path / "a\x1b[31m\nb.txt")
    assert "\x1b" not in err and "\\x1b[31m" in err
    assert err.startswith("error: ")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(kjplan: Run, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    code, out, err = kjplan("parse", NOTICE, "-o", folder / "plan.yaml")
    assert (code, out) == (2, "")
    assert err.startswith("error: ")


def test_an_existing_output_is_kept(kjplan: Run, tmp_path: Path) -> None:
    target = tmp_path / "plan.yaml"
    target.write_text("mine", encoding="utf-8")
    code, out, err = kjplan("parse", NOTICE, "-o", target)
    assert (code, out, target.read_text(encoding="utf-8")) == (2, "", "mine")
    assert err.startswith("error: ") and "--force" in err
    assert kjplan("parse", NOTICE, "-o", target, "--force").code == 0
    assert target.read_text(encoding="utf-8").startswith("# yaml-language-server:")


def heed_interrupts() -> None:
    """For a child: a shell starts what runs in the background with Ctrl-C ignored, which children inherit."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_interrupted(tmp_path: Path) -> None:
    source = tmp_path / "notice.txt"
    os.mkfifo(source)
    words = [*program(), "parse", str(source)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heed_interrupts)
    with source.open("wb"):  # opens when the program has come to reading it
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"")


def test_interrupted_among_many(tmp_path: Path) -> None:
    """Every process stops in silence, and no half-written file is left."""
    text = NOTICE.read_bytes()
    for i in range(300):
        (tmp_path / f"{i}.txt").write_bytes(text)
    words = ["parse", *map(str, tmp_path.glob("*.txt")), "-o", str(tmp_path / "plans"), "--jobs", "2"]
    process = subprocess.Popen(
        [*program(), *words], stderr=subprocess.PIPE, start_new_session=True, preexec_fn=heed_interrupts
    )
    while not list(tmp_path.glob("plans/*.yaml")):
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate()
    assert (process.returncode, err) == (130, b"")
    plans = list((tmp_path / "plans").iterdir())
    assert len(plans) < 300 and all(p.suffix == ".yaml" for p in plans)
    assert len({p.read_bytes()[-200:] for p in plans}) == 1


@pytest.mark.parametrize("debug", ["", "1"])
def test_an_internal_fault_is_one_line(debug: str) -> None:
    script = "import sys, kjplan.cli.deliver as d, kjplan.cli.main as m\n"
    script += "d.to_text = None\nsys.exit(m.main(['goals', '2020']))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, env=os.environ | {"KJPLAN_DEBUG": debug}, check=False
    )
    assert done.returncode == 2
    assert (b"Traceback" in done.stderr) == bool(debug)
    assert done.stderr.splitlines()[-2].startswith(b"error: internal error")
