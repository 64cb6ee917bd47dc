"""Names that stand side by side with nothing between, as those who sign below each other do where a text lost its line breaks."""

from kjplan.extraction.duties import unit_lists
from kjplan.extraction.names.national import parted
from kjplan.late import late

NAMES = late(
    r"[一-鿿]{2,16}?(?:委员会|总局|总署|部(?!门)|[委局署厅院]|办公室|银行|人民政府|协会|总工会|委)(?:办公[厅室])?(?=[一-鿿]|$)"
)
"""Names by how they end, each as short as can be."""
_SHORTEST = 5
"""No name with its place is shorter that stands beside another without anything between."""
_TWO = 6
"""No two names are shorter together: 教育部财政部."""


def side_by_side(words: str) -> list[str]:
    """The names that words consist of from end to end: national bodies (生态环境部水利部), names of one place (甲市教育局甲市财政局,
    市教育局市财政局). One name, and others of which nothing tells where they end, stay as they are."""
    if len(words) < _TWO or " " in words:
        return [words]
    known = parted(words)
    if len(known) > 1:
        return known
    names = NAMES.findall(words)
    alike = len({name[:2] for name in names}) == 1 and all(len(name) >= _SHORTEST for name in names)
    if alike and "".join(names) == words:
        return names
    listed = [words[n.start : n.end] for n in unit_lists.names_in(words, 0, len(words))]
    return listed if "".join(listed) == words else [words]
