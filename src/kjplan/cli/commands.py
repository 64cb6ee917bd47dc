"""The commands: where each is found, and what it does in one line. Nothing is imported until a command runs."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A command's module under ``kjplan.cli`` and its one-line help in both languages."""

    module: str
    zh: str
    en: str


GROUPS: tuple[tuple[str, str, dict[str, Entry]], ...] = (
    (
        "建库",
        "Make plans",
        {
            "parse": Entry("parsing", "把通知解析成 YAML 或 JSON", "Turn notices into YAML or JSON"),
            "add": Entry("library", "把通知及其要点收入要点库", "Put a notice and its plan into the library"),
            "plans": Entry("library", "列出库中的要点", "List the plans in the library"),
            "fix": Entry(
                "corrections", "更正读错的一处，重新解析后仍然有效", "Correct what was read wrongly, for good"
            ),
            "fixes": Entry("corrections", "列出更正及其状态", "List the corrections and what became of them"),
        },
    ),
    (
        "查询",
        "Ask a plan",
        {
            "show": Entry("overview", "要点概览", "Overview of a plan"),
            "principles": Entry("queries", "指导思想", "Guiding principles"),
            "goals": Entry("queries", "主要目标", "Goals with their targets"),
            "measures": Entry("queries", "工作举措，可筛选", "Measures, with filters"),
            "targets": Entry("queries", "量化指标", "Quantified targets"),
            "documents": Entry("queries", "举措提到的文件", "Documents that the measures name"),
            "bodies": Entry("queries", "提到的单位", "Bodies that the plan names"),
            "search": Entry("searching", "按词查找目标和举措", "Find goals and measures by words"),
            "words": Entry("searching", "数词：次数与权重", "Words counted and weighed"),
        },
    ),
    (
        "使用",
        "Work with plans",
        {
            "diff": Entry("comparing", "比较两年的要点", "Compare two plans by content"),
            "trace": Entry("tracing", "目标由哪些举措落实", "Which measures carry each goal"),
            "lookback": Entry("following", "回头看：去年的要点今年怎样了", "What became of last year's plan"),
            "trend": Entry("following", "逐年跟踪指标和举措", "Follow indicators and measures over the years"),
            "textconv": Entry("versioning", "写成一行一个事实，供 git diff", "One fact per line, for git diff"),
            "checklist": Entry("checklists", "任务分解表", "Task table for an office"),
            "report": Entry("reporting", "一页看全要点：目标、举措、检查、比较", "A whole plan on one page"),
            "render": Entry("rendering", "由要点写出干净的通知", "Write a clean notice from a plan"),
        },
    ),
    (
        "台账",
        "Through the year",
        {
            "ledger": Entry("ledger", "台账：分工、进展、汇总", "Ledger: who does what, how far it is"),
            "pace": Entry("pacing", "对照序时进度", "Judge progress by the share of the year gone"),
        },
    ),
    (
        "检查",
        "Check",
        {
            "check": Entry("checks", "检查要点或通知", "Check plans or notices"),
            "rule": Entry("checks", "说明检查规则", "Explain the rules of check"),
            "verify": Entry("verifying", "核对要点是否仍与原文一致", "Prove that a plan is what its source gives"),
            "explain": Entry("sources", "说明某一行为何如此解析", "Say why a line became what it is"),
            "leaves": Entry("sources", "列出原文的逐字归属", "Show that no character of a notice was lost"),
            "schema": Entry("rendering", "要点的 JSON Schema", "JSON Schema of a plan"),
        },
    ),
)
"""Headings in both languages, and the commands under each, in the order of ``kjplan --help``."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "ledger": (
        "init 2022",
        "set 2022 M11 --lead 市科技局 --due 2022-11-30",
        "log 2022 M11.1 --value 480 --date 2022-06-30",
        "import tasks.csv 2022 --dry-run",
        "report 2022 --period 2022-H1 -o summary.md",
    ),
}
"""Examples for the help page of a group."""

SUBCOMMANDS: dict[str, dict[str, Entry]] = {
    "ledger": {
        "init": Entry("ledger", "在要点旁边建立台账", "Make a ledger beside a plan"),
        "set": Entry(
            "ledger", "分派：牵头、配合、责任人、时限、基数", "Assign lead, support, person, deadline, start value"
        ),
        "log": Entry("ledger", "登记进展", "Report progress"),
        "import": Entry("ledger_import", "收回填好的任务分解表", "Take back a checklist that was filled in"),
        "history": Entry("ledger_reports", "列出登记过的内容", "List what was entered"),
        "report": Entry("ledger_reports", "写出半年、全年等情况汇总", "Write the summary of a period"),
    },
}
"""The commands of those that are groups."""

COMMANDS: dict[str, Entry] = {name: entry for _, _, entries in GROUPS for name, entry in entries.items()}
"""Every command by name."""
