"""What every format of findings says besides the findings themselves."""

from kjplan.checking.files import Examined
from kjplan.checking.findings import Finding
from kjplan.checking.rules import GROUPS
from kjplan.language import say


def remarks(one: Examined, told: set[str] | None = None) -> list[str]:
    """What a reader should know besides the findings: rules that did not run, findings beyond the limit.

    :param told: what was said of files before; the same rules are counted and not listed again
    """
    told = set() if told is None else told
    reasons: dict[str, list[str]] = {}
    for rule in one.report.not_run:
        reasons.setdefault(rule.reason, []).append(rule.code)
    listed = {reason: ", ".join(_grouped(codes)) for reason, codes in reasons.items()}
    words = []
    for why, codes in listed.items():
        if codes in told:
            codes = say(f"同上 {len(reasons[why])} 条", f"the same {len(reasons[why])} rules")
        told.add(codes)
        words.append(say(f"未运行（{why}）：{codes}", f"did not run ({why}): {codes}"))
    return words + [left_out(code, more) for code, more in one.report.left_out.items()]


def _grouped(codes: list[str]) -> list[str]:
    """The codes, those of a whole group by its name: of a text that is no plan more than thirty rules do not run."""
    named = {code: code for code in codes}
    for name, group in GROUPS.items():
        own = [rule.code for rule in group.rules]
        if len(own) > 1 and named.keys() >= set(own):
            named |= dict.fromkeys(own, name)
    return list(dict.fromkeys(named.values()))


def left_out(code: str, more: int, how: str = "--limit 0") -> str:
    """That there are more findings of a code than are listed, and how to see them where there is a way."""
    all_of_them = say(f"（{how} 全部列出）", f" ({how} lists all)") if how else ""
    return say(f"{code} 另有 {more} 处", f"and {more} more {code}") + all_of_them


def is_as_in_file(one: Examined, finding: Finding) -> bool:
    """Whether a finding's line and column are those of the file itself, and not of the text that was read from a page,
    a Word file or a PDF."""
    return finding.path != one.where or one.source is None or one.source.media_type == "text/plain"
