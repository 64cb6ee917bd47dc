"""Errors as people see them: ``error: what, where`` and perhaps ``tip: what to do``; never a traceback."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from typer._click import exceptions as click

from kjplan.cli.commands import COMMANDS, SUBCOMMANDS
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.output.escape import one_line
from kjplan.output.stream import tell


def tell_error(error: KjplanError) -> None:
    """Say on standard error what is wrong, and what to do about it."""
    _tell(str(error), error.tip)


def tell_usage(error: click.ClickException, words: list[str]) -> None:
    """Say that a command line cannot be understood, and what was probably meant.

    :param words: the command line
    """
    what, tip = _reading(error, _siblings(error))
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx is not None else _named(words)
    _tell(what, tip or say(f"用法见 {command} -h", f"see {command} -h"))


def _named(words: list[str]) -> str:
    """The command that a command line names, for errors that do not know theirs."""
    for at, word in enumerate(words):
        if word in COMMANDS:
            below = words[at + 1 : at + 2] if word in SUBCOMMANDS else []
            return " ".join(["kjplan", word, *(name for name in below if name in SUBCOMMANDS[word])])
    return "kjplan"


def tell_internal(error: Exception) -> None:
    """Say that kjplan itself is at fault."""
    words = f"{type(error).__name__}: {error}".partition("\n")[0]
    _tell(
        say("内部错误，请反馈", "internal error, please report it") + f": {words}",
        say("设 KJPLAN_DEBUG=1 可看到出错位置", "KJPLAN_DEBUG=1 shows where it happened"),
    )


def _tell(what: str, tip: str | None) -> None:
    tell(f"error: {one_line(what)}")
    if tip is not None:
        tell(f"tip: {one_line(tip)}")


def _siblings(error: click.ClickException) -> Iterable[str]:
    """The names of the commands among which one was looked for."""
    group = error.ctx.command if isinstance(error, click.UsageError) and error.ctx is not None else None
    return getattr(group, "entries", COMMANDS)


def _reading(error: click.ClickException, commands: Iterable[str]) -> tuple[str, str | None]:
    """What is wrong, and what to do about it where that is known."""
    if isinstance(error, click.NoSuchOption):
        return say("没有这个选项", "no such option") + f": {error.option_name}", _meant(
            get_close_matches(error.option_name, error.possibilities or (), cutoff=0)
        )
    if isinstance(error, click.MissingParameter):
        return say("缺少", "missing") + f" {_name(error)}", None
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    words = error.format_message().rstrip(".")
    for pattern, zh, en in _WORDINGS:
        if found := pattern.fullmatch(words):
            near = get_close_matches(found[1], list(commands)) if "command:" in en else []
            return say(zh, en).format(*found.groups()), _meant(near)
    return words[:1].lower() + words[1:], None


_WORDINGS = (
    (re.compile(r"Missing command"), "缺少命令", "missing command"),
    (re.compile(r"No such command ['\"](.*)['\"]"), "没有这个命令: {0}", "no such command: {0}"),
    (
        re.compile(r"Got unexpected extra argument(?:\(s\)|s)? \((.*)\)"),
        "多余的参数: {0}",
        "one argument too many: {0}",
    ),
    (re.compile(r"Option ['\"](.*)['\"] requires an argument"), "选项 {0} 缺少值", "{0} needs a value"),
    (re.compile(r"Option ['\"](.*)['\"] does not take a value"), "选项 {0} 不带值", "{0} takes no value"),
)
"""typer's words for what is wrong, and ours in both languages."""


def _bad_value(error: click.BadParameter) -> tuple[str, str | None]:
    """A value that an option or argument does not take; with the choices, where it has some."""
    choices = [str(c) for c in getattr(getattr(error.param, "type", None), "choices", ())]
    where = say(f"{_name(error)} 的值不对", f"bad value for {_name(error)}")
    words = error.message.rstrip(".")
    value = re.split(" is not (?:one of|a valid|in the range) ", words)[0].strip("'\"")
    if not choices:
        return f"{where}: {_number_words(words, value)}", None
    return f"{where}: {value}", _meant(get_close_matches(value, choices)) or say("可用：", "choose from ") + ", ".join(
        choices
    )


def _number_words(words: str, value: str) -> str:
    """Why a value is not the number that is asked for."""
    if " is not a valid int" in words:
        return say(f"{value} 不是整数", f"{value} is no whole number")
    return words.replace(" is not in the range ", say(" 不在范围内：", " is not in the range "))


def _meant(names: Any) -> str | None:
    listed = say("、", ", ").join(names)
    return say(f"是不是想用 {listed}？", f"did you mean {listed}?") if listed else None


def _name(error: click.BadParameter) -> str:
    """The option or argument concerned, as it stands in the help."""
    param = error.param
    if param is None:
        return str(error.param_hint or "")
    return param.opts[0] if param.param_type_name == "option" else param.human_readable_name
