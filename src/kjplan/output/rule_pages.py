"""All rules of ``check`` as one Markdown page: docs/checks.md is what this writes, and a test holds it to that."""

from kjplan.checking.rules import GROUPS, SEVERITY_NAMES, Rule
from kjplan.language import say


def to_markdown() -> str:
    """Every group with a passage a rule, in the language in force."""
    parts = [f"# {say('检查规则', 'The rules of kjplan check')}\n", _lead()]
    for name, group in GROUPS.items():
        parts.append(f"## {name}: {group.what.say()}\n")
        parts += [_passage(rule) for rule in group.rules]
    return "\n".join(parts)


def _lead() -> str:
    return say(
        "由 `kjplan rule -o checks.md` 写出；`kjplan rule CODE` 另给出会报告和不会报告的例文。"
        "选项里可以写代码、组名（各节标题）或代码的前几个词。\n",
        "Written by `kjplan rule -o docs/checks.md`; `kjplan rule CODE` also shows a text that trips a rule and its nearest neighbour"
        " that does not.\nWherever a code is asked for, a group (the headings below) or the first words of codes will do:"
        " `--ignore blanks,missing`.\n",
    )


def _passage(rule: Rule) -> str:
    severity = say(*SEVERITY_NAMES[rule.severity])
    needs = say("需要原文。", " Reads the notice.") if rule.needs_text else ""
    return (
        f"### {rule.code}\n\n*{severity}* · {rule.what.say()}.{needs}\n\n{_plain(rule.why.say())}\n\n"
        f"{say('怎么办：', 'What to do: ')}{_plain(rule.fix.say())}\n"
    )


def _plain(words: str) -> str:
    """Words without what Markdown would read as mark-up."""
    return words.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_")
