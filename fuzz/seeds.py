"""Inputs to begin with, made of the project's own texts, and the words that mutations may put in."""

import struct
from collections.abc import Iterator
from pathlib import Path

from fuzz.targets import PARTED, word_file
from fuzz.word97 import word_97
from kjplan.checking import RULES

ROOT = Path(__file__).parent.parent
LONGEST = 1500
"""Bytes of a seed: short inputs run quickly, and every rule is reached by a few lines."""

WORDS = (
    "一、", "（一）", "(二)", "1.", "2．", "3、", "（1）", "①", "第一章", "第二条", "一是", "1.1 ", "2.6%", "2022年", "。", "；", "：",
    "主要目标", "重点任务", "总体要求", "回顾", "达到65%", "新增1000家以上", "《关于X的通知》", "“十四五”", "（市科技局牵头）", "6月底前",
    "附件：", "附件1", "索引号：", "印发给你们", "- 3 -", "\r\n", "\u3000\u3000", "\u00a0", "\u200b", "\ufeff", "(cid:12)", "|",
)  # fmt: skip
_TAGS = (
    "<p>", "</p>", "<br>", "<table><tr><td>", "</td>", "<nav>", "<script>", "<!--", "-->", "&nbsp;", "&#12289;", "<div hidden>", "<li>",
    "<w:p>", "<w:r>", "<w:t>", "</w:t></w:r></w:p>", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>", "<w:tbl>", "<w:tr>",
    "<w:tc>", "<w:txbxContent>", "<w:del>", "<!DOCTYPE", "<!ENTITY a 'b'>", "<row r='3'>", "<c r='B3' t='inlineStr'><is><t>",
    "<c t='s'><v>1</v></c>", "<mergeCell ref='A1:C9'/>", "<f>A1</f>", "numFmtId='9'", "# ", "- ", "```", "| a | b |",
)  # fmt: skip


def dictionary() -> str:
    """The words in the form that libFuzzer reads."""
    quoted = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in (*WORDS, *_TAGS))
    return "".join(f'"{word}"\n' for word in quoted)


def texts() -> Iterator[str]:
    """Stretches of the 2022 notice, and the texts of the layouts."""
    lines = (ROOT / "data" / "notices" / "workplan_2022.txt").read_text(encoding="utf-8").splitlines()
    for start in range(0, len(lines), 12):
        yield "\n".join(line[:120] for line in lines[start : start + 12])
    for path in sorted((ROOT / "tests" / "parsing" / "layouts").glob("*.txt")):
        yield path.read_text(encoding="utf-8")


def seeds(target: str) -> Iterator[bytes]:
    """The first inputs of a target."""
    if target == "check":
        yield from (cut(text) for rule in RULES.values() for text in (rule.trips, rule.clean))
    for n, text in enumerate(texts()):
        paragraphs = text.splitlines()
        if target == "html":
            yield cut("<html><body>" + "".join(f"<p>{line}</p>" for line in paragraphs))
        elif target == "markdown":
            yield cut("".join(f"{'#' * (k % 4)} {line}\n\n" for k, line in enumerate(paragraphs)))
        elif target in ("docx", "docx-zip"):
            body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in paragraphs[:8])
            parts = body.replace("&", "").encode() + PARTED + b"<w:num w:numId='1'/>" + PARTED + b"<w:style/>"
            yield word_file(parts) if target == "docx-zip" else parts
        elif target == "xlsx":
            cells = (f"<c t='s'><v>{k}</v></c><c s='1'><v>{45000 + k}</v></c>" for k in range(len(paragraphs)))
            sheet = "".join(f"<row>{two}</row>" for two in cells) + "<mergeCell ref='A1:B1'/><mergeCell ref='B2:B4'/>"
            strings = "".join(f"<si><t>{line}</t></si>" for line in paragraphs).replace("&", "")
            styles = "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"
            yield PARTED.join(part.encode() for part in (sheet, strings, styles))
        elif target == "csv":
            yield cut("".join(",".join(line.split("。")) + "\r\n" for line in paragraphs))
        elif target == "doc":
            yield word_97([(f"{line}\r", b"") for line in paragraphs[:8]])
        elif target == "pdf-layout":
            rows = (struct.pack("<4H", 90, k * 30, 16, 32) + cut(line) for k, line in enumerate(paragraphs))
            yield b"\x0c".join((b"\n".join(rows), b"x" * n))
        else:
            yield cut(text).decode("utf-8", "ignore").encode(("utf-8", "gb18030")[n % 4 == 0], "replace")


def cut(text: str) -> bytes:
    """A seed of at most LONGEST bytes."""
    return text.encode()[:LONGEST]
