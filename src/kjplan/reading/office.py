"""Files of office programs in a zip: Word's and Excel's are read, of the others it is said what they are."""

from kjplan.errors import SourceError
from kjplan.language import say
from kjplan.reading.package import Package
from kjplan.reading.text import SourceText

WORKBOOK = "xl/workbook.xml"
"""The part that tells an Excel file."""
_OTHER_KINDS = (
    ("ppt/presentation.xml", ".pptx", "另存为 .docx 或纯文本", "save the text as .docx or plain text"),
    ("OFD.xml", "OFD", "用 OFD 阅读器另存为 .pdf 或文本", "save it as .pdf or text with an OFD reader"),
    ("content.xml", "OpenDocument", "libreoffice --headless --convert-to docx FILE",
     "libreoffice --headless --convert-to docx FILE"),
)  # fmt: skip
"""A part that tells another kind of zip file, what it is, and what to do with it."""


def read_office(data: bytes, name: str | None, where: str) -> SourceText:
    """The text of a Word or an Excel file.

    :raises SourceError: as ``read_docx`` and ``read_xlsx``
    """
    kind = ".xlsx" if name is not None and name.lower().endswith((".xlsx", ".xlsm")) else ".docx"
    if WORKBOOK in Package.open(data, where, kind).names:
        from kjplan.reading.xlsx import read_xlsx

        return read_xlsx(data, name, where)
    from kjplan.reading.docx import read_docx

    return read_docx(data, name, where)


def refuse_others(package: Package, where: str) -> None:
    """Nothing, where a package may be a Word file.

    :raises SourceError: it is one of another program
    """
    for part, kind, zh, en in _OTHER_KINDS:
        if part in package.names:
            raise SourceError(
                say(f"这是 {kind} 文件，不是 .docx", f"this is a {kind} file, no .docx"), where, say(zh, en)
            )
