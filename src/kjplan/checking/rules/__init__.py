"""The registry of rules: one row of a table each, and their pages for ``kjplan rule CODE``."""

from collections.abc import Iterable

from kjplan.checking.rules import blanks, correction_codes, facts, frame, lists, parser_codes, punctuation
from kjplan.checking.rules.rule import Hit, Rule, Subject, Words
from kjplan.errors import KjplanError
from kjplan.language import say
from kjplan.querying.table import Column, Table

__all__ = ["RULES", "Hit", "Rule", "Subject", "Words", "chosen", "describe", "find", "listing"]

RULES: dict[str, Rule] = {
    rule.code: rule
    for rules in (
        parser_codes.RULES,
        correction_codes.RULES,
        frame.RULES,
        facts.RULES,
        lists.RULES,
        punctuation.RULES,
        blanks.RULES,
    )
    for rule in rules
}
"""Every rule by its code, those of the parser first, then those about corrections."""

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

    near = get_close_matches(code, RULES, n=3, cutoff=0.5)
    listed = say("全部规则见 kjplan rule", "kjplan rule lists them all")
    tip = say("是不是：", "did you mean ") + ", ".join(near) if near else listed
    raise KjplanError(say("没有这条规则", "no such rule"), code, tip)


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Rule]:
    """The rules to run, in the order of the registry: those selected, or all; without those ignored.

    :raises KjplanError: an unknown code
    """
    wanted = {find(code).code for code in select} or set(RULES)
    wanted -= {find(code).code for code in ignore}
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
    return body.replace("\u3000", "<U+3000>") + tail


def listing() -> Table:
    """All rules: code, severity, what each looks for."""
    columns = [
        Column("code", "代码", "code"),
        Column("severity", "级别", "severity"),
        Column("what", "检查", "looks for"),
    ]
    return Table(columns, [[r.code, say(*SEVERITY_NAMES[r.severity]), r.what.say()] for r in RULES.values()])
