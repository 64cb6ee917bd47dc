"""What is reported about ``# kjplan: ignore[CODE]`` in a plan's file; the check itself reports it, when all rules ran."""

from kjplan.checking.rules.rule import Rule, Words

_PLAN = "title: 2022年工作要点\nextent: full\nparts:\n- kind: measure\n  id: M1\n  number: '1'\n  marker: 1.\n  title: 建设平台\n"

RULES = (
    Rule(
        code="ignore-unknown",
        severity="warning",
        message=Words("注释要忽略的 {0} 不是规则代码", "the comment ignores {0}, which is no rule"),
        what=Words("注释里写了不存在的规则", "a comment that ignores a rule which does not exist"),
        why=Words("写错的代码什么也不忽略。", "A misspelt code ignores nothing."),
        fix=Words("kjplan rule 列出全部代码。", "kjplan rule lists all codes."),
        trips="schema_version: 1 # kjplan: ignore[no-deadline]\n" + _PLAN,
        clean="schema_version: 1 # kjplan: ignore[no-deadlines]\n" + _PLAN,
    ),
    Rule(
        code="ignore-unused",
        severity="info",
        message=Words("注释要忽略的 {0} 没有出现", "the comment ignores {0}, and there is none"),
        what=Words("注释要忽略的问题已不存在", "a comment that ignores what is not there"),
        why=Words(
            "问题改好了，或注释写错了地方；留着它，以后同样的问题会被悄悄放过。",
            "It was mended, or the comment stands in the wrong place; left there, it will hide the next one.",
        ),
        fix=Words("删去注释，或移到有问题的那一行。", "Take the comment out, or move it to the line concerned."),
        trips="schema_version: 1 # kjplan: ignore[date-order]\n" + _PLAN,
        clean="schema_version: 1 # kjplan: ignore[no-deadlines]\n" + _PLAN,
    ),
)
"""Rules of this file, in the order of the registry."""
