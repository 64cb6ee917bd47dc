"""What is reported about corrections beside a plan: documented here, worded in ``kjplan.storage.corrections.messages``."""

from kjplan.checking.rules.rule import Rule, Words
from kjplan.storage.corrections.messages import MESSAGES


def _documented(code: str, what: Words, why: Words, fix: Words, trips: str, clean: str) -> Rule:
    severity, zh, en = MESSAGES[code]
    message = Words(zh, en)
    return Rule(
        code=code,
        severity=severity,
        message=message,
        what=what,
        why=why,
        fix=fix,
        trips=trips,
        clean=clean,
        fixes=_FIXES,
    )


_FIXES = "- id: M1\n  field: title\n  was: 建没平台\n  value: 建设平台\n"
_MISREAD = "2022年工作要点\n一、重点任务\n1.建没平台。建成三家。\n2.培育企业。培育十家。\n"
_MENDED = "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n2.培育企业。培育十家。\n"
_SHIFTED = "2022年工作要点\n一、重点任务\n1.培育企业。培育十家。\n2.建没平台。建成三家。\n"
_DROPPED = "2022年工作要点\n一、重点任务\n1.培育企业。培育十家。\n2.引进人才。引进百名。\n"

RULES = (
    _documented(
        "corrected",
        Words("人工更正过的一处", "a place that a person corrected"),
        Words(
            "值来自要点旁边的更正文件，不是解析得来；仍可追溯到原文位置。",
            "The value comes from the file of corrections beside the plan and not from the parser; its place is kept.",
        ),
        Words("kjplan fixes 列出全部更正。", "kjplan fixes lists the corrections."),
        _MISREAD,
        _MENDED,
    ),
    _documented(
        "correction-moved",
        Words("随字句移到别处的更正", "a correction that followed its words to another place"),
        Words(
            "编号变动后，同一 id 已是另一条；更正跟着字句走，不跟着编号走。",
            "After renumbering the id means something else; a correction goes with its words, not with the number.",
        ),
        Words("把更正的 id 改成现在的。", "Put the present id into the correction."),
        _SHIFTED,
        _MISREAD,
    ),
    _documented(
        "correction-stale",
        Words("所据字句已不在的更正", "a correction whose words are gone"),
        Words(
            "原文已改，或更正写错；不再适用的更正不会悄悄用上，也不会悄悄消失。",
            "The notice has changed, or the correction is wrong; it is neither laid over nor lost without a word.",
        ),
        Words("核对原文，改写或删去这条更正。", "Compare with the notice; rewrite the correction, or take it out."),
        _DROPPED,
        _SHIFTED,
    ),
    _documented(
        "correction-needless",
        Words("已不再需要的更正", "a correction that is needed no more"),
        Words("原文或解析已经改好。", "The notice, or the parser, is right by now."),
        Words("删去这条更正。", "Take the correction out."),
        _MENDED,
        _DROPPED,
    ),
)
"""Everything that is reported about corrections, in the order of its own table."""
