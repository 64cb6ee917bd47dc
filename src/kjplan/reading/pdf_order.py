"""The order in which the lines of a PDF page are read."""

from itertools import pairwise

from kjplan.reading.pdf_lines import Page
from kjplan.reading.pdf_words import Line, beside, merged


def in_order(lines: list[Line], page: Page) -> list[Line]:
    """The lines of a page from top to bottom. The order of drawing is kept where it goes down the page column by column; where it
    jumps back up over lines that stand above each other, or over a table to what does not stand in a right column, the lines are
    sorted by their place."""
    right = 0.0
    for a, b in pairwise(lines):
        right = max(right, a.right)
        over = b.left < page.width / 2 and any(a.top <= t.bottom and t.top <= b.bottom for t in page.tables)
        if b.bottom > a.top and (b.left < right or over):
            return _merged(sorted(lines, key=lambda line: (-round(line.bottom / (line.size / 2)), line.left)))
    return lines


def _merged(lines: list[Line]) -> list[Line]:
    """Lines with those beside each other put together."""
    found: list[Line] = []
    for line in lines:
        if found and beside(found[-1], line):
            found[-1] = merged(found[-1], line)
        else:
            found.append(line)
    return found
