"""Sources to files, one after another or several at a time; a bad one never stops the rest."""

import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kjplan.errors import KjplanError, OutputError
from kjplan.language import Language, say
from kjplan.model import Extent, Plan
from kjplan.parsing import Parsed


class Job(NamedTuple):
    """One source and where its plan goes; all that another process needs to know."""

    source: str
    form: str
    """yaml or json."""
    path: str | None
    """The file to write; None gives the text back."""
    force: bool
    language: Language


class Outcome(NamedTuple):
    """What came of a job."""

    source: str
    text: Iterable[str]
    """The plan as text, bit by bit, where it was not written to a file."""
    findings: list[str]
    """What the parser met that is an error or a warning, one line each."""
    error: str | None = None
    """Why there is no plan, in one line."""
    tip: str | None = None
    """What to do about that."""
    extent: Extent = "full"
    """How much of a plan it is."""


def run(jobs: list[Job], processes: int) -> Iterator[Outcome]:
    """The outcomes in the order of the jobs, as they come; the same whatever the number of processes."""
    if processes <= 1 or len(jobs) <= 1:
        yield from map(attempt, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context
    from signal import SIG_IGN, SIGINT, signal

    # Fresh processes: a fork would copy the threads of a progress bar. Ctrl-C is for this one alone to answer.
    fresh = get_context("spawn")
    with ProcessPoolExecutor(min(processes, len(jobs)), fresh, signal, (SIGINT, SIG_IGN)) as pool:
        try:
            yield from pool.map(attempt, jobs, chunksize=max(1, min(16, len(jobs) // (4 * processes))))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def attempt(job: Job) -> Outcome:
    """Do one job; whatever goes wrong is its outcome."""
    try:
        return do(job)
    except KjplanError as error:
        return Outcome(job.source, (), [], str(error), error.tip)
    except Exception as error:
        return Outcome(job.source, (), [], f"{job.source}: internal error, {type(error).__name__}: {error}")


def do(job: Job) -> Outcome:
    """Read, parse and write one source.

    :raises KjplanError: a source that is no text, or a file that cannot be written
    """
    from kjplan import language
    from kjplan.parsing import parse_source
    from kjplan.reading import read
    from kjplan.storage.loading import expect_notice

    language.choose(job.language)
    if job.path is not None and _is_same(job.source, job.path):
        tip = say("用 -o 写到别处", "write it elsewhere with -o FILE")
        raise OutputError(say("要点会盖掉它所据的通知", "the plan would overwrite its own source"), job.path, tip)
    text = read(job.source)
    expect_notice(text.text, job.source)
    parsed = parse_source(text)
    del text
    plan, findings = parsed.plan, list(_met(parsed, job.source))
    del parsed  # The text and its units are not held while the plan is written.
    chunks = plan_chunks(plan, job.form)
    if job.path is not None:
        from kjplan.cli.deliver import save

        save(chunks, job.path, force=job.force)
    return Outcome(job.source, () if job.path else chunks, findings, extent=plan.extent)


def _is_same(source: str, path: str) -> bool:
    """Whether both names mean one file."""
    from pathlib import Path

    try:
        return source != "-" and Path(source).samefile(path)
    except (OSError, ValueError):
        return False


def plan_text(plan: Plan, form: str) -> str:
    """A plan as a file: yaml, or json with null and empty values kept."""
    return "".join(plan_chunks(plan, form))


def plan_chunks(plan: Plan, form: str) -> Iterable[str]:
    """The same; yaml bit by bit."""
    if form == "yaml":
        from kjplan.storage import yaml_write

        return yaml_write.plan_chunks(plan)
    from kjplan.output.json import dumps
    from kjplan.storage.codec import to_dict

    return (dumps(to_dict(plan, keep_empty=True)),)


_LISTED = 50
"""Findings of one code that are shown for a source."""


def _met(parsed: Parsed, source: str) -> Iterator[str]:
    """The parser's errors and warnings in the language in force: place, what was met and done about it, the line with a
    caret, what to do."""
    if not any(diagnostic.severity != "info" for diagnostic in parsed.plan.diagnostics):
        return
    from kjplan.checking import RULES, check
    from kjplan.cli.deliver import terminal_columns
    from kjplan.output.findings import finding_text
    from kjplan.output.remarks import left_out

    report = check(parsed, path=None if source == "-" else source, select=["parser"], limit=_LISTED)
    told: set[str] = set()
    for finding in report.findings:
        if finding.severity != "info":
            tip = None if finding.code in told else RULES[finding.code].fix.say()
            told.add(finding.code)
            columns = terminal_columns(sys.stderr)
            yield finding_text(finding, parsed.source, tip, columns=columns).rstrip("\n")
    for code, more in report.left_out.items():
        if code in told:
            yield f"{source}: {left_out(code, more, '')}"
