"""Why two nodes are a pair, in words."""

from kjplan.language import say

_REASONS: dict[str, tuple[str, str]] = {
    "exact": ("措辞相同", "the same words"),
    "title": ("标题相同", "the same title"),
    "text": ("正文相同，标题不同", "the same text under another title"),
    "similar": ("整体匹配中最相似", "alike, in the assignment with the greatest total similarity"),
    "faint": ("略有相似，且互为最相似", "somewhat alike, and neither is as like to anything else"),
    "contained": ("一方的内容包含在另一方中", "the words of one are inside the other"),
    "members": ("所含举措大多相同", "most of their measures are the same"),
    "same_indicator": ("指标名称相同", "the same indicator"),
    "other_name": ("同一指标的不同名称", "two names of one indicator"),
    "other_kind": ("同一指标，口径或单位不同", "the same indicator, another kind of figure or unit"),
    "other_indicator": ("指标被另一指标取代", "another indicator took its place"),
    "named_in_words": ("无数值的目标提到该指标", "the goal without a figure names the indicator"),
}

CODES = frozenset(_REASONS)
"""Every code that ``reason`` of a row may hold."""


def describe(code: str) -> str:
    """The reason in the language in force; ``code`` is the ``reason`` of a row."""
    return say(*_REASONS[code])
