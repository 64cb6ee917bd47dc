"""What is said about corrections, in both languages; ``{0}``, ``{1}`` stand for words that need no translation."""

from kjplan.model import Severity

MESSAGES: dict[str, tuple[Severity, str, str]] = {
    "corrected": ("info", "已更正 {0} 的 {1}：{2}", "{1} of {0} was corrected: {2}"),
    "correction-moved": (
        "info",
        "为 {0} 写的更正（{1}）随字句“{2}”落到 {3}",
        "the correction written for {0} ({1}) followed its words “{2}” to {3}",
    ),
    "correction-stale": (
        "warning",
        "没有更正 {0} 的 {1}：“{2}”已不在那里（别处：{3}）",
        "{1} of {0} was not corrected: “{2}” no longer stands there (elsewhere: {3})",
    ),
    "correction-needless": (
        "info",
        "{0} 的 {1} 无须再更正：{2}",
        "{1} of {0} needs no correction any more: {2}",
    ),
}
"""Code, severity, Chinese and English wording of everything that is reported about corrections."""
