"""Check a file: with the notice a plan was made from, the configuration that holds for it, and its comments."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kjplan.checking.check import check
from kjplan.checking.findings import Report
from kjplan.checking.settings import Settings, settings_from
from kjplan.language import say
from kjplan.model import Plan, Severity
from kjplan.reading.text import SourceText
from kjplan.storage.comments import Comment
from kjplan.storage.configuration import Configuration, find_configuration

if TYPE_CHECKING:
    from kjplan.parsing import Parsed


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller says about a check; it goes before what a configuration says."""

    select: tuple[str, ...] = ()
    """Codes, groups or first words of codes of the rules to run."""
    ignore: tuple[str, ...] = ()
    """The same, of rules to leave out besides those of the configuration."""
    severity: tuple[str, ...] = ()
    """``CODE=error`` and the like."""
    fail_at: Severity | None = None
    """The severity from which on the check fails."""
    limit: int = 0
    """Findings of one code that are listed for a file; 0 for all."""
    configuration: Configuration | None = None
    """The configuration to use instead of the one found beside each file."""
    isolated: bool = False
    """Whether to look for no configuration at all."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of the check of one file."""

    report: Report
    where: str
    """How the file is called whose lines the findings count."""
    source: SourceText | None
    """The text that its places count in; None where only the plan was at hand."""
    failed: bool
    """Whether something was found at the severity that fails, or above."""


def examine(path: Path, options: Options | None = None) -> Examined:
    """Check a plan or a notice.

    :param path: the file; ``-`` for standard input
    :raises KjplanError: it cannot be read, or its configuration is wrong
    """
    from kjplan.storage.library import find_notice
    from kjplan.storage.loading import open_plan

    options = options or Options()
    settings = _settings(path, options)
    opened = open_plan(path)
    stdin = str(path) == "-"
    if not isinstance(opened, Plan):
        named = say("标准输入", "standard input") if stdin else str(path)
        report = _check(opened, settings, options, None if stdin else named, folder=None if stdin else path.parent)
        return Examined(report, named, opened.source, report.fails(settings.fail_at))
    notice, made_from = None if stdin else find_notice(path, opened), opened.document.source.sha256
    source = _read(notice) if notice is not None and made_from is not None else None
    same = source is not None and source.sha256 == made_from
    where = str(notice if same else path)
    report = _check(opened, settings, options, where, source, _comments(path), folder=None if stdin else path.parent)
    return Examined(report, where, source if same else None, report.fails(settings.fail_at))


def _settings(path: Path, options: Options) -> Settings:
    """What holds for a file: its configuration, and over it what the caller says."""
    configuration = options.configuration
    if configuration is None and not options.isolated:
        configuration = find_configuration(Path.cwd() if str(path) == "-" else path.parent)
    settings = settings_from(configuration, path)
    return settings.over(
        select=options.select, ignore=options.ignore, severity=options.severity, fail_at=options.fail_at
    )


def _check(
    opened: "Plan | Parsed",
    settings: Settings,
    options: Options,
    path: str | None,
    source: SourceText | None = None,
    comments: Iterable[Comment] = (),
    folder: Path | None = None,
) -> Report:
    return check(
        opened,
        source=source,
        path=path,
        select=settings.select,
        ignore=settings.ignore,
        severity=settings.severity,
        comments=tuple(comments),
        limit=options.limit,
        folder=folder,
    )


def _read(notice: Path) -> SourceText:
    from kjplan.reading import read

    return read(notice)


def _comments(path: Path) -> list[Comment]:
    """The comments in a plan's file; JSON has none, and what came through a pipe has been read already."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        return []
    from kjplan.storage.comments import read_comments

    return read_comments(path.read_text(encoding="utf-8-sig"), str(path))
