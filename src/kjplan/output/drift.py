"""How a file differs from what it should be, as a short unified diff."""

from itertools import islice

from kjplan.language import say
from kjplan.output.escape import visible
from kjplan.output.style import Style, paint

_LINES = 40
"""Lines shown; who wants all of them compares the files."""


def drift_text(kept: str, made: str, kept_name: str, made_name: str, *, color: bool = False) -> str:
    """The first lines of a unified diff from the file to what its source gives, and how many there are in all."""
    from difflib import unified_diff

    lines = list(unified_diff(kept.split("\n"), made.split("\n"), kept_name, f"parse {made_name}", lineterm="", n=1))
    if not lines:
        return say("仅换行符不同", "they differ in bytes that are no text") + "\n"
    shown = [paint(visible(line), _style(line), color) for line in islice(lines, _LINES)]
    if len(lines) > _LINES:
        shown.append(say(f"……共 {len(lines)} 行差异", f"... {len(lines)} lines of differences in all"))
    return "".join(f"{line}\n" for line in shown)


def _style(line: str) -> Style:
    if line.startswith(("---", "+++", "@@")):
        return Style.FAINT
    return Style.ADDED if line.startswith("+") else Style.REMOVED
