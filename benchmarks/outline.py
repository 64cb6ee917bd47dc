"""Outline and whole parse of the 2022 notice against arborparser and markdown-it-py, and cost per character up to 6 MB.

Run: ``python -m benchmarks.outline`` from the checkout, with the extra ``bench`` installed.
"""

import re
import time
from pathlib import Path

from arborparser import AutoPruneStrategy, ChainParser, LevelPattern, TreeBuilder, TreeNode
from markdown_it import MarkdownIt

from benchmarks.timing import interleaved, table
from kjplan.parsing import parse_source
from kjplan.parsing.headings.heading import Heading
from kjplan.parsing.headings.outline import build_outline
from kjplan.parsing.lines.units import split_units
from kjplan.parsing.markers import ordinal_of
from kjplan.reading import decode, from_text

NOTICE = Path(__file__).parent.parent / "data" / "notices" / "workplan_2022.txt"
ROUNDS = 41
PARTS, SECTIONS = 3, 8


def arbor_patterns() -> list[LevelPattern]:
    """Patterns that give arborparser the tree of this notice: a number may stand under a part before the last or under any section."""

    def chinese(match: re.Match[str]) -> list[int]:
        return [ordinal_of(match[1])]

    def section(match: re.Match[str]) -> list[int]:
        return [PARTS, ordinal_of(match[1])]

    def item(match: re.Match[str]) -> list[list[int]]:
        n = int(match[1])
        return [[p, n] for p in range(1, PARTS)] + [[PARTS, s, n] for s in range(1, SECTIONS + 1)]

    return [
        LevelPattern(re.compile(r"^\s*([一二三四五六七八九十]+)、"), chinese, "一、"),
        LevelPattern(re.compile(r"^\s*[(（]([一二三四五六七八九十]+)[)）]"), section, "（一）"),
        LevelPattern(re.compile(r"^\s*(\d{1,3})[.．](?!\d)"), item, "1."),
    ]


def arbor_tree(text: str) -> TreeNode:
    return TreeBuilder(AutoPruneStrategy()).build_tree(ChainParser(arbor_patterns()).parse_to_multi_chain(text))


def our_outline(text: str) -> list[Heading]:
    source = from_text(text)
    return build_outline(source, split_units(source), []).headings


def depths_of_arbor(node: TreeNode, depth: int = 0) -> list[tuple[int, str]]:
    rows = [(depth, node.level_text)] if node.level_seq else []
    return rows + [r for child in node.children for r in depths_of_arbor(child, depth + 1 if node.level_seq else 0)]


def depths_of_ours(headings: list[Heading], text: str, depth: int = 0) -> list[tuple[int, str]]:
    rows = []
    for h in headings:
        rows.append((depth, text[h.marker.start : h.marker.end]))
        rows += depths_of_ours(h.children, text, depth + 1)
    return rows


def repeated(times: int) -> str:
    """The notice with its sections and measures repeated, their numbering going on."""
    text = NOTICE.read_text(encoding="utf-8")
    head, body = text[: text.index("(一)")], text[text.index("(一)") : text.index("主办单位")]
    chunks, section, measure = [head], 0, 0
    for _ in range(times):
        for line in body.split("\n"):
            if re.match(r"\([一二三四五六七八]\)", line):
                section += 1
                line = f"({chinese_ordinal(section)})" + line[3:]
            elif m := re.match(r"\d+\.", line):
                measure += 1
                line = f"{measure}." + line[m.end() :]
            chunks.append(line + "\n")
    return "".join(chunks)


def chinese_ordinal(n: int) -> str:
    """1 to 9999 in Chinese numerals."""
    digits, units = "零一二三四五六七八九", ["", "十", "百", "千"]
    out = "".join((digits[int(d)] + units[len(str(n)) - 1 - i]) if d != "0" else "零" for i, d in enumerate(str(n)))
    out = re.sub("零+", "零", out).rstrip("零")
    return out[1:] if out.startswith("一十") else out


def main() -> None:
    data = NOTICE.read_bytes()
    text = data.decode("utf-8")
    arbor, ours = depths_of_arbor(arbor_tree(text)), depths_of_ours(our_outline(text), text)
    assert arbor == ours, "arborparser's patterns no longer give the same tree"
    markdown = MarkdownIt()
    listed = re.sub(r"(?m)^(\d+\.)", r"\1 ", text)
    theirs, outline, md, md_lists, whole = interleaved(
        [
            lambda: arbor_tree(text),
            lambda: our_outline(text),
            lambda: markdown.parse(text),
            lambda: markdown.parse(listed),
            lambda: parse_source(decode(data)),
        ],
        ROUNDS,
        time.process_time,
    )
    rows = [
        ("outline ÷ arborparser, same tree", f"{outline / theirs:.2f}", "≤ 1.5"),
        ("whole parse, bytes → Plan ÷ markdown-it-py, the text as it is", f"{whole / md:.2f}", "≤ 3"),
        ("the same ÷ markdown-it-py, a blank after each number", f"{whole / md_lists:.2f}", ""),
    ]
    print(
        table(f"Outline and parse ({len(text)} characters, medians of {ROUNDS} interleaved runs, processor time)", rows)
    )
    print(table("Cost per character", scaling()))


def scaling() -> list[tuple[str, str, str]]:
    """Parse time per character for growing repeats of the notice's body, as a ratio to the shortest."""
    rows, base = [], 0.0
    for times in (1, 10, 100, 1000):
        text = repeated(times)
        best = min(_timed(text) for _ in range(3 if times < 1000 else 2)) / len(text)
        base = base or best
        measures = len(parse_source(from_text(text)).plan.measures) if times < 1000 else 0
        rows.append(
            (f"{len(text):,} characters" + (f", {measures} measures" if measures else ""), f"{best / base:.2f}", "flat")
        )
    return rows


def _timed(text: str) -> float:
    start = time.process_time()
    parse_source(from_text(text))
    return time.process_time() - start


if __name__ == "__main__":
    main()
