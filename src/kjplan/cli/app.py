"""The command line: global options, and commands that are imported only when they run.

Registering every command up front costs more than a query itself (docs/performance.md), so the group below knows the
names of its commands and loads the module of the one that is called.
"""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Annotated, Any, Literal, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command, get_command_from_info, get_group

from kjplan import language
from kjplan.cli.commands import COMMANDS, EXAMPLES, GROUPS, SUBCOMMANDS, Entry
from kjplan.cli.settings import settings
from kjplan.language import Language, say

_TYPERS_WORDS = {
    "Usage: ": ("用法：", "Usage: "),
    "Options:": ("选项：", "Options:"),
    "Arguments:": ("参数：", "Arguments:"),
    "[required]": ("[必填]", "[required]"),
    "[default: ": ("[默认 ", "[default: "),
    "Show this message and exit.": ("显示本帮助", "show this help"),
}
"""What typer itself writes on a help page, and what stands there instead."""


def _reworded(page: str) -> str:
    """A help page with typer's own words in the language in force, and no braces around arguments that are required."""
    for words, ours in _TYPERS_WORDS.items():
        page = page.replace(words, say(*ours))
    if language.current() == "zh":
        page = re.sub(r"(?m)^(\S.{0,40}[\u4e00-\u9fff）]):$", r"\1：", page)
    usage, blank, rest = page.partition("\n\n")
    return usage.replace("{", "").replace("}", "") + blank + rest


def _page(of: Callable[[Any], str], ctx: Any) -> str:
    """A help page, its lines broken as Chinese wants them where it is in Chinese."""
    from kjplan.cli.help_text import take_over

    take_over()
    return _reworded(of(ctx))


def _write_epilog(epilog: str | None, formatter: Any) -> None:
    """The lines of an epilog as they are: examples, then blocks that each begin with their heading."""
    blocks = [block.split("\n") for block in epilog.split("\n\n")] if epilog else []
    for n, lines in enumerate(blocks):
        with formatter.section(lines.pop(0) if n else say("示例", "Examples")):
            for line in lines:
                formatter.write(f"  {line}\n")


class Command(TyperCommand):
    """A command whose help page is in one language throughout, with examples at its end."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _page(super().get_help, ctx)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """The examples, and lists that belong to options."""
        _write_epilog(self.epilog, formatter)


def _loaded(entry: Entry, name: str, shared: list[Any]) -> Any:
    """A command, its module imported now.

    :param shared: options that it takes like every other
    """
    module = import_module(f"kjplan.cli.{entry.module}")
    info = next(i for i in module.app.registered_commands if (i.name or i.callback.__name__) == name)
    info.cls = Command
    command = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
    command.name = name
    command.short_help = say(entry.zh, entry.en)
    command.params += shared
    return command


class Group(TyperGroup):
    """A group whose commands are imported only when they run; see the module's docstring."""

    entries: Mapping[str, Entry] = {}
    """Its commands by name."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of its commands."""
        return list(self.entries)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command by name, loaded now; None where there is none of that name."""
        entry = self.entries.get(cmd_name)
        return None if entry is None else _loaded(entry, cmd_name, self._shared())

    def _shared(self) -> list[Any]:
        return [p for p in self.params if p.name in _EVERYWHERE]

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _page(super().get_help, ctx)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Names of commands and options for the shell, without loading any command."""
        from typer._click.core import Command as Plain
        from typer._click.shell_completion import CompletionItem

        named = [(name, say(entry.zh, entry.en)) for name, entry in self.entries.items() if name.startswith(incomplete)]
        return [CompletionItem(name, help=text) for name, text in named] + Plain.shell_complete(self, ctx, incomplete)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """The examples, and lists that belong to options."""
        _write_epilog(self.epilog, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands with what they do, without loading any."""
        with formatter.section(say("命令", "Commands")):
            formatter.write_dl([(name, say(entry.zh, entry.en)) for name, entry in self.entries.items()], col_max=20)


class Commands(Group):
    """The group of all commands, some of which are groups themselves."""

    entries = COMMANDS

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command or group by name."""
        if cmd_name in SUBCOMMANDS:
            return _group(cmd_name, self._shared())
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands under their headings, without loading any."""
        for zh, en, entries in GROUPS:
            with formatter.section(say(zh, en)):
                formatter.write_dl([(name, say(entry.zh, entry.en)) for name, entry in entries.items()], col_max=20)


def _group(name: str, shared: list[Any]) -> Any:
    """A command that has commands of its own, none of which is imported yet."""
    entry, epilog = COMMANDS[name], "\n".join(f"kjplan {name} {words}" for words in EXAMPLES[name])
    cls = type("Subgroup", (Group,), {"entries": SUBCOMMANDS[name]})
    app = typer.Typer(
        name=name,
        cls=cls,
        help=say(entry.zh, entry.en),
        epilog=epilog,
        rich_markup_mode=None,
        suggest_commands=False,
        add_completion=False,
    )
    group = get_group(app)
    group.params += shared
    return group


_EVERYWHERE = {"data", "lang", "quiet", "color"}
"""Global options that may also stand after the command's name."""


def _version(asked: bool) -> None:
    if asked:
        from kjplan._version import __version__
        from kjplan.output.stream import emit

        emit(f"kjplan {__version__}\n", data=False)
        raise typer.Exit


def _set(param: typer.CallbackParam, value: Any) -> None:
    """Keep a global option that was given; one left out after the command's name changes nothing."""
    if value is None or value is False:
        return
    if param.name == "lang":
        language.choose(value)
    else:
        setattr(settings, str(param.name), value)


def _global_options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("显示版本", "show the version"))
    ] = False,
    data: Annotated[
        str | None,
        typer.Option(
            "--data",
            metavar="DIR",
            callback=_set,
            expose_value=False,
            help=say("要点库所在的文件夹（否则看 $KJPLAN_DATA）", "the library's folder (else $KJPLAN_DATA)"),
        ),
    ] = None,
    lang: Annotated[
        Language | None,
        typer.Option(
            callback=_set,
            expose_value=False,
            help=say("消息的语言（否则随系统）", "language of messages (else the locale's)"),
        ),
    ] = None,
    color: Annotated[
        Literal["auto", "always", "never"] | None,
        typer.Option(
            callback=_set,
            expose_value=False,
            help=say("何时着色（auto：仅终端）", "when to use colour (auto: on a terminal)"),
        ),
    ] = None,
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet", "-q", callback=_set, expose_value=False, help=say("除错误外不提示", "no messages but errors")
        ),
    ] = False,
) -> None:
    """The options before the command's name; each keeps its own value when it is read."""


def build() -> Any:
    """The whole command line, its help in the language in force."""
    app = typer.Typer(
        name="kjplan",
        cls=Commands,
        callback=_global_options,
        help=say(
            "把政府年度工作要点变成可核对、可查询、可比较的数据。",
            "Chinese government work plans (工作要点) as data to check, query and compare.",
        ),
        epilog="kjplan parse notice.txt -o plan.yaml\nkjplan goals 2022\nkjplan diff 2020 2022\n"
        "kjplan checklist 2022 -o tasks.csv",
        rich_markup_mode=None,
        suggest_commands=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        pretty_exceptions_enable=False,
    )
    command = get_command(app)
    for param in command.params:
        if param.name in _COMPLETION:
            cast(TyperOption, param).help = say(*_COMPLETION[param.name])
    return command


_COMPLETION = {
    "install_completion": ("为当前 shell 安装补全", "install completion for the current shell"),
    "show_completion": ("显示当前 shell 的补全脚本", "show the completion script for the current shell"),
}
"""Help of the options that typer adds."""
