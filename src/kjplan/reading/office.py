"""Files of office programs in a zip: which of their readers one gets."""

from kjplan.reading.package import Package
from kjplan.reading.text import SourceText

_WORKBOOK = "xl/workbook.xml"
"""The part that tells an Excel file."""


def read_office(data: bytes, name: str | None, where: str) -> SourceText:
    """The text of a Word or an Excel file.

    :raises SourceError: as ``read_docx`` and ``read_xlsx``
    """
    kind = ".xlsx" if name is not None and name.lower().endswith((".xlsx", ".xlsm")) else ".docx"
    if _WORKBOOK in Package.open(data, where, kind).names:
        from kjplan.reading.xlsx import read_xlsx

        return read_xlsx(data, name, where)
    from kjplan.reading.docx import read_docx

    return read_docx(data, name, where)
