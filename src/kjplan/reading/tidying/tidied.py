"""A source as it was before it was typeset, recognised or pasted; and where each of its words stands in what was read."""

from dataclasses import dataclass

from kjplan.model import Span
from kjplan.reading.grids import Grid
from kjplan.reading.text import SourceText
from kjplan.reading.tidying.blanks import close_blanks
from kjplan.reading.tidying.draft import Draft, PageLine
from kjplan.reading.tidying.pages import close_doubled_breaks, take_out_pages
from kjplan.reading.tidying.residue import take_out_residue


@dataclass(slots=True)
class Tidied:
    """The text put in order, and what was left out of it that is no blank."""

    source: SourceText
    draft: Draft
    page_lines: list[PageLine]

    def back(self, span: Span) -> Span:
        """Where a stretch of it stands in the source."""
        return self.draft.back(span)

    def words(self, start: int, end: int) -> str:
        """The words of a stretch of the source."""
        return self.source.words(self.draft.place(start), self.draft.place(end))


def tidy(source: SourceText) -> Tidied | None:
    """The source put in order; None where nothing was out of it, or nothing would be left of it."""
    draft = Draft(source.text)
    take_out_residue(draft)
    pages = [] if source.furniture or source.tables else take_out_pages(draft)
    if not source.tables:
        close_doubled_breaks(draft)
    close_blanks(draft)
    if draft.origin is None or not draft.text.strip():
        return None
    return Tidied(_made_of(source, draft), draft, pages)


def _made_of(source: SourceText, draft: Draft) -> SourceText:
    """A source over the new text; what its format marks stands where its words stand now."""

    def place(span: Span) -> Span:
        return draft.place(span[0]), draft.place(span[1])

    def grid(old: Grid) -> Grid:
        return [type(row)(place(row.span), [cell._replace(span=place(cell.span)) for cell in row.cells]) for row in old]

    return SourceText(
        draft.text,
        name=source.name,
        encoding=source.encoding,
        sha256=source.sha256,
        media_type=source.media_type,
        path=source.path,
        furniture=[(kind, place(span)) for kind, span in source.furniture],
        tables=[grid(table) for table in source.tables],
        unmarked={draft.place(at) for at in source.unmarked},
        notes=source.notes,
        before=lambda start, end: source.text[slice(*draft.back((start, end)))],
        unsure=[(place(span), rows, page) for span, rows, page in source.unsure],
    )
