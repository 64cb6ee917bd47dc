"""The program: ``kjplan ARGUMENTS`` to an exit code. Typer is imported inside, so that Ctrl-C is quiet from the start."""

import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kjplan.language import Language

INTERRUPTED = 130
UNUSABLE = 2

GARBAGE = 200_000
"""New objects before Python looks for garbage. A query makes fewer and leaves none: looking for it while modules load,
and once more at exit (hence ``gc.freeze``), took a sixth of its time."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command line.

    :param arguments: words after the program's name; those of this process where None
    :returns: 0 done; 1 something was found; 2 bad usage or unusable input; 130 interrupted
    """
    words = arguments if arguments is not None else _typed(sys.argv[1:], windows=sys.platform == "win32")
    gc.set_threshold(GARBAGE)
    try:
        return _guarded(lambda: _run(words), words)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        gc.freeze()


def _typed(words: list[str], *, windows: bool) -> list[str]:
    """A command line with the files that its patterns mean: elsewhere the shell has put them there, on Windows none does.

    A pattern that no file fits stays as it is; brackets are none, as in the names of Chinese offices' files.
    """
    if not windows or not any("*" in word or "?" in word for word in words):
        return words
    from glob import glob

    # Path.glob takes no absolute patterns.
    spread = [sorted(glob(word.replace("[", "[[]"))) if "*" in word or "?" in word else [] for word in words]  # noqa: PTH207
    return [name for word, names in zip(words, spread, strict=True) for name in names or [word]]


def _run(words: list[str]) -> int:
    from kjplan import language
    from kjplan.cli.settings import settings
    from kjplan.output.stream import forgive

    settings.reset()
    forgive()
    language.choose(asked_language(words))
    from kjplan.cli.app import build

    code = build().main(words or ["--help"], prog_name="kjplan", standalone_mode=False)
    return code if isinstance(code, int) else 0


def asked_language(words: list[str]) -> "Language | None":
    """The language asked for on the command line, known before help pages and errors are worded; None for the locale."""
    following = words[words.index("--lang") + 1 :][:1] if "--lang" in words else []
    given = {*following, *(word.removeprefix("--lang=") for word in words if word.startswith("--lang="))}
    return "zh" if "zh" in given else "en" if "en" in given else None


def _guarded(run: Callable[[], int], words: list[str]) -> int:
    """The exit code of a run, its errors put into words.

    :param words: the command line
    """
    from kjplan.errors import KjplanError

    try:
        return run()
    except KjplanError as error:
        from kjplan.cli.errors import tell_error

        tell_error(error)
    except OSError as error:
        from kjplan.cli.errors import tell_error

        tell_error(KjplanError(error.strerror or str(error), error.filename and str(error.filename)))
    except Exception as error:
        _tell_unexpected(error, words)
    return UNUSABLE


def _tell_unexpected(error: Exception, words: list[str]) -> None:
    """Say what is wrong with a command line, or that kjplan itself is at fault."""
    from typer._click.exceptions import ClickException

    from kjplan.cli.errors import tell_internal, tell_usage

    if isinstance(error, ClickException):
        tell_usage(error, words)
        return
    if os.environ.get("KJPLAN_DEBUG"):
        import traceback

        traceback.print_exception(error)
    tell_internal(error)
