"""Files of every format made from the project's own texts, by other people's programs."""

import html
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from kjplan.model import Plan
from kjplan.parsing import parse_source
from kjplan.reading import decode, from_text
from tests.conftest import NOTICE
from tests.parsing.outline_text import outline_text
from tests.reading.fonts import OWN, pdf_font

LAYOUTS = Path(__file__).parents[1] / "parsing" / "layouts"
TEXTS = [NOTICE, *sorted(LAYOUTS.glob("*.txt"))]
"""The 2022 notice and one small text a layout."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def lines_of(path: Path) -> list[str]:
    """The non-blank lines of a text, trimmed as a word processor's paragraphs are."""
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def shown_lines_of(path: Path) -> list[str]:
    """The same as a page or a PDF shows them: several blanks in a row as one."""
    return [re.sub(" {2,}", " ", line) for line in lines_of(path)]


def outline(plan: Plan) -> list[str]:
    """What two plans of one notice share: everything but the page's furniture and the places of diagnostics."""
    return [
        re.sub(r"^diagnostic: \S+", "diagnostic:", line)
        for line in outline_text(plan).splitlines()
        if not line.startswith("furniture")
    ]


def plan_of(data: bytes, name: str) -> Plan:
    """The plan in a file."""
    return parse_source(decode(data, name)).plan


def plan_of_lines(lines: Sequence[str]) -> Plan:
    """The plan in plain text."""
    return parse_source(from_text("\n".join(lines) + "\n")).plan


# HTML


def html_page(lines: Sequence[str], *, head: str = "", before: str = "", after: str = "", title: str = "页面") -> str:
    """A page of an office's web site around paragraphs."""
    words = "\n".join(f'    <p style="text-indent: 2em"><span>{html.escape(line)}</span></p>' for line in lines)
    return (
        f"<!DOCTYPE html>\n<html><head>{head}<title>{title}</title><style>p {{ margin: 0 }}</style></head>\n<body>\n"
        f'{before}\n  <div id="content">\n{words}\n  </div>\n{after}\n<script>var a = "<p>脚本</p>";</script></body></html>'
    )


# PDF


def pdf_of(
    lines: Sequence[str],
    *,
    size: float = 16,
    indent: float = 2,
    head: str = "",
    numbers: bool = True,
    space_after: float = 0,
    font: str = OWN,
) -> bytes:
    """A PDF set by reportlab on A4 with a page number on each page; ``indent`` in ems, ``head`` a running head."""
    pytest.importorskip("reportlab", reason="reportlab, which makes the PDFs, is not installed")
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    font = pdf_font(font)
    style = ParagraphStyle(
        "body", fontName=font, fontSize=size, leading=size * 1.7, firstLineIndent=indent * size, wordWrap="CJK",
        spaceAfter=space_after,
    )  # fmt: skip

    def furniture(canvas: Any, document: Any) -> None:
        canvas.setFont(font, 10)
        if numbers:
            canvas.drawCentredString(A4[0] / 2, 40, f"— {document.page} —")
        if head:
            canvas.drawCentredString(A4[0] / 2, A4[1] - 45, head)

    file = BytesIO()
    document = SimpleDocTemplate(file, pagesize=A4, leftMargin=80, rightMargin=74, topMargin=100, bottomMargin=95)
    document.build([Paragraph(html.escape(x), style) for x in lines], onFirstPage=furniture, onLaterPages=furniture)
    return file.getvalue()


# DOCX


def docx_of(lines: Sequence[str]) -> bytes:
    """A Word file made by python-docx, one paragraph a line, numbers typed."""
    document = new_docx()
    for line in lines:
        document.add_paragraph(line)
    return docx_bytes(document)


def new_docx() -> Any:
    """An empty document of python-docx."""
    docx = pytest.importorskip("docx", reason="python-docx, which makes the Word files, is not installed")
    return docx.Document()


def docx_bytes(document: Any) -> bytes:
    """A document of python-docx as a file."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


Levels = Sequence[tuple[str, str]]
"""Number format and text of each level of a list: ``("chineseCounting", "%1、")``."""

GB_LEVELS: Levels = (("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def numbering_xml(levels: Levels, *, extra: str = "", level_extra: str = "") -> str:
    """``numbering.xml`` with one list, number 1."""
    made = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{level_extra}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">{made}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{extra}</w:numbering>'
    )


def paragraph_xml(text: str, *, number: int | None = None, level: int = 0, style: str = "") -> str:
    """``<w:p>`` with one run; ``number`` is the list that numbers it."""
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    words = f'<w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr>{words}</w:p>"


def package(body: str, **parts: str) -> bytes:
    """A Word file from the XML of its body and of other parts: ``numbering``, ``styles``, ``footnotes``, ``header1`` …"""
    names = (
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:v" xmlns:wps="urn:wps"'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    file = BytesIO()
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{word}.{kind}+xml"/>'
        for part, kind in [("document", "document.main"), *((n, n.rstrip("0123456789")) for n in parts)]
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{rels}"><Relationship Id="r" Type="{kind}/officeDocument" Target="/word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}" {names}><w:body>{body}</w:body></w:document>')
        links = "".join(
            f'<Relationship Id="r{i}" Type="{kind}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
            for i, name in enumerate(parts)
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{rels}">{links}<Relationship Id="x" Type="{kind}/image" Target="../NULL"/></Relationships>',
        )
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return file.getvalue()


_NUMBERED = re.compile(
    r"(?P<cn>[一二三四五六七八九十]+、)|(?P<paren>[（(][一二三四五六七八九十]+[）)])|(?P<ar>[0-9]+\.)(?![0-9])"
)


def automatically_numbered(lines: Sequence[str], parted_levels: bool = False) -> tuple[str, str]:
    """Body and numbering of a Word file in which the numbers of lines are Word's; brackets become full width.

    ``parted_levels``: 1. runs on over （一）, （二） as measures often do (``lvlRestart`` 0).
    """
    body = ""
    for line in lines:
        m = _NUMBERED.match(line)
        level = ("cn", "paren", "ar").index(m.lastgroup) if m and m.lastgroup else 0
        body += paragraph_xml(line[m.end() :], number=1, level=level) if m else paragraph_xml(line)
    return body, numbering_xml(GB_LEVELS, level_extra='<w:lvlRestart w:val="0"/>' if parted_levels else "")


# a program other than ours


def soffice(data: bytes, name: str, target: str, folder: Path) -> bytes:
    """A file converted by LibreOffice; the test is skipped where that is absent."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is absent")
    source = folder / name
    source.write_bytes(data)
    out = folder / "out"
    command = [program, f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--convert-to", target]
    subprocess.run([*command, "--outdir", str(out), str(source)], check=True, capture_output=True, timeout=180)
    return next(out.iterdir()).read_bytes()
