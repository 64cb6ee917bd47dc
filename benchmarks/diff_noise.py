"""What differs between two typists and means nothing."""

from random import Random

from kjplan.model import Goal, Measure, Plan

_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "“": '"', "”": '"'})
_WIDE_DIGITS = str.maketrans("0123456789%", "０１２３４５６７８９％")


def make_noise(plan: Plan, draw: Random) -> None:
    """Another typist: width of punctuation and, now and then, of digits, straight quotes, blanks."""
    digits = draw.random() < 0.5

    def retyped(text: str) -> str:
        text = text.translate(_WIDE)
        return text.translate(_WIDE_DIGITS) if digits else text

    for node, _ in plan.nodes():
        if isinstance(node, Measure):
            node.text = retyped(node.text).replace("。", "。 ", 1)
            for target in node.targets:
                target.quote = retyped(target.quote or "")
        elif isinstance(node, Goal):
            node.text = retyped(node.text)
        else:
            node.title = node.title and node.title + "\u3000"
