"""The registry of rules: one row of a table each, and their pages for ``kjplan rule CODE``."""

from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import category

from kjplan.checking.rules import (
    blanks,
    characters,
    comment_codes,
    correction_codes,
    counts,
    duties,
    facts,
    frame,
    goals,
    lists,
    names,
    page,
    parser_codes,
    punctuation,
    wording,
)
from kjplan.checking.rules.rule import Hit, Rule, Subject, Words
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.querying.table import Column, Table

__all__ = [
    "GROUPS",
    "RULES",
    "Group",
    "Hit",
    "Rule",
    "Subject",
    "Words",
    "chosen",
    "describe",
    "find",
    "listing",
    "matching",
    "resolve",
]


class Group(NamedTuple):
    """Rules that belong together; their name may be given for their codes."""

    what: Words
    rules: tuple[Rule, ...]


GROUPS: dict[str, Group] = {
    "parser": Group(Words("解析时遇到的问题", "what the parser met"), parser_codes.RULES),
    "corrections": Group(Words("人工更正", "corrections beside a plan"), correction_codes.RULES),
    "comments": Group(Words("要点文件里的注释", "comments in a plan's file"), comment_codes.RULES),
    "frame": Group(Words("要点之外：文号、署名、页眉页脚", "what stands around the plan"), frame.RULES + page.RULES),
    "facts": Group(Words("可以核对的单项事实", "single facts that can be verified"), facts.RULES),
    "duties": Group(Words("责任与时限", "who answers for a measure, and by when"), duties.RULES),
    "goals": Group(Words("目标与举措是否相符", "whether goals and measures agree"), goals.RULES),
    "lists": Group(Words("编号与列举", "numbered lists and their entries"), lists.RULES),
    "counts": Group(Words("所写与所列的数目", "announced counts against listed entries"), counts.RULES),
    "names": Group(Words("名称与疑似漏字", "names, and characters that seem to be dropped"), names.RULES),
    "punctuation": Group(Words("标点", "punctuation"), punctuation.RULES),
    "wording": Group(Words("用语", "wording"), wording.RULES),
    "characters": Group(Words("看不见的、丢失的字符", "characters unseen or lost"), characters.RULES),
    "blanks": Group(Words("空白与换行", "blanks and line ends"), blanks.RULES),
}
"""Every rule, in groups; those of the parser first, then those about corrections and comments."""

RULES: dict[str, Rule] = {rule.code: rule for group in GROUPS.values() for rule in group.rules}
"""Every rule by its code, in the order of the groups."""

SEVERITY_NAMES = {"error": ("错误", "error"), "warning": ("警告", "warning"), "info": ("提示", "info")}
"""Severities in both languages."""


def find(code: str) -> Rule:
    """The rule of a code.

    :raises KjplanError: there is none; the tip names the nearest
    """
    rule = RULES.get(code.strip().lower())
    if rule is not None:
        return rule
    from difflib import get_close_matches

    near = get_close_matches(code, [*RULES, *GROUPS], n=3, cutoff=0.65)
    listed = say("全部规则见 kjplan rule", "kjplan rule lists them all")
    tip = say("是不是：", "did you mean ") + ", ".join(near) if near else listed
    raise KjplanError(say("没有这条规则", "no such rule"), code, tip)


def matching(word: str) -> list[str]:
    """The codes that a word stands for: a code, a group, the first words of codes (missing: missing-date …), or ``all``.

    Empty where it stands for none.
    """
    word = word.strip().lower()
    if word in RULES:
        return [word]
    if word == "all":
        return list(RULES)
    if word in GROUPS:
        return [rule.code for rule in GROUPS[word].rules]
    return [code for code in RULES if word and code.startswith(word.removesuffix("-") + "-")]


def resolve(word: str) -> list[str]:
    """The codes that a word stands for, see :func:`matching`.

    :raises KjplanError: it stands for none; the tip names the nearest
    """
    return matching(word) or [find(word).code]


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Rule]:
    """The rules to run, in the order of the registry: those selected, or all; without those ignored.

    :param select: codes, groups or first words of codes
    :param ignore: the same
    :raises KjplanError: an unknown code
    """
    wanted = {code for word in select for code in resolve(word)} or set(RULES)
    wanted -= {code for word in ignore for code in resolve(word)}
    return [rule for rule in RULES.values() if rule.code in wanted]


def describe(code: str) -> str:
    """A rule's page in the language in force: what, why, what to do, a text that trips it, the nearest that does not.

    :raises KjplanError: an unknown code
    """
    rule = find(code)
    parts = [
        f"{rule.code} ({say(*SEVERITY_NAMES[rule.severity])})",
        rule.what.say(),
        f"{say('为什么：', 'Why: ')}{rule.why.say()}",
        f"{say('怎么办：', 'What to do: ')}{rule.fix.say()}",
        *(
            [f"{say('旁边有更正：', 'With these corrections beside it:')}\n{_indented(rule.fixes)}"]
            if rule.fixes
            else []
        ),
        *(
            [say("读文件时：", "When the file is read: ") + rule.message.say().format(*rule.reader_note)]
            if rule.reader_note
            else []
        ),
        f"{say('会报告：', 'Trips it:')}\n{_indented(rule.trips)}",
        f"{say('不会报告：', 'Does not:')}\n{_indented(rule.clean)}",
    ]
    return "\n\n".join(parts) + "\n"


def _indented(text: str) -> str:
    """An example four columns in; blanks that the eye cannot see are shown as code points."""
    lines = text.split("\n")
    end = "" if lines[-1] == "" else say("（文末无换行）", " (no newline at the end)")
    shown = [_visible(line) for line in (lines[:-1] if lines[-1] == "" else lines)]
    return "\n".join(f"    {line}" for line in shown) + end


def _visible(line: str) -> str:
    body = line.rstrip()
    tail = "".join(f"<U+{ord(ch):04X}>" for ch in line[len(body) :])
    shown = (f"<U+{ord(ch):04X}>" if ch == "\u3000" or (ch != "\t" and category(ch)[0] == "C") else ch for ch in body)
    return "".join(shown) + tail


def listing(codes: Iterable[str] | None = None) -> Table:
    """Rules with group, severity and what each looks for.

    :param codes: those to list; all where None
    """
    columns = [
        Column("code", "代码", "code"),
        Column("group", "组", "group"),
        Column("severity", "级别", "severity"),
        Column("what", "检查", "looks for"),
    ]
    wanted = set(RULES if codes is None else codes)
    rows = [
        [rule.code, name, say(*SEVERITY_NAMES[rule.severity]), rule.what.say()]
        for name, group in GROUPS.items()
        for rule in group.rules
        if rule.code in wanted
    ]
    return Table(columns, rows)
