"""Covering notices: the titles they have (关于印发《Y》的通知), the name of the document they send out, and what tells one whose
title was not copied with it: addressees, 现将《Y》印发给你们, signature, date, and then Y."""

import re
from itertools import pairwise

from kjplan.extraction.names.body_ends import PLACES_LAST, STRONG
from kjplan.late import late
from kjplan.model import Span
from kjplan.parsing.dates import iso_date
from kjplan.parsing.front.genres import genre_of
from kjplan.parsing.lines.furniture import front_kind
from kjplan.parsing.lines.units import Unit
from kjplan.reading.text import SourceText, fold, solid

COVERING = re.compile(
    r"(?:印发|转发|下发|发布|公布|批转|颁布|颁发).{2,200}通知(?:\([^()]*\))?$|^《[^》]{4,120}》的通知$|(?:印发|发布|公布|颁布|印送)《.{2,120}》的(?:公告|函|通告)$"
)
_NAMED = re.compile(r"[《〈](?P<name>.{1,120})[》〉]的?(?:通知|公告|函|通告)")
_UNNAMED = re.compile(
    r"(?:印发|转发|下发|发布|公布|批转|颁布|颁发)(?:[^《]{2,24}?等(?:部门|单位))?(?P<name>.{4,200}?)的\s{0,3}通\s{0,3}知(?:\([^()]*\))?$"
)
_SENDS = re.compile(r"现将《(?P<name>[^》]{2,80}(?:》[^《》]{0,12})?)》?[^。]{0,20}?(?:印发|转发|下发|发布|公布)")
_APPROVED = late(
    r"(?:[一-鿿]{0,12})?《(?P<name>[^》]{2,80}(?:》[^《》。]{0,12}?)?)》?已[经于]?[^。]{0,80}?(?:同意|通过|批准|审定)[^。]{0,20}?现(?:予(?:以)?|将其|全文)?(?:印发|转发|下发|发布|公布|颁布)"
)
"""The same for what others have approved: 《Y》已经市政府同意，现印发给你们; 《Y》已于…通过，现予公布."""
_QUOTED = late(
    r"(?<![据照按和及、])《(?P<name>[^》]{4,80})》(?=(?:[^。]|。\s?(?=现)){0,80}?(?:印发|转发|下发|发布|公布|颁布)(?!的))"
)
"""What the words of a notice name and send out, if it stands again below: 甲局、乙局制订的《Y》已经…同意，现转发给你们, then Y; 我局制定了《Y》。
现印发给你们."""
_CUT = late(r"[^。:;,《》]{4,40}关于(?:转发|印发|批转|下发)[^。:;,《》]{2,60}")
"""The first line of a title whose other lines were not copied: 某市政府办公厅关于转发市水务局等部门制订的."""
_FIRST = 3
_LOOK = 10
"""Among so many lines stand the addressees, whatever the page puts before them."""
_ISSUES = re.compile(f"{STRONG}$")
_MARKS_OF_NAMES = re.compile("[《》]")
_FORWARDS = re.compile(r"现将[^。]{4,120}?(?:(?:印发|转发|下发)(?:给|至)|(?:进行|予以|作)(?:责任)?分解)")
_SPACED_OUT = re.compile(r"(?:\S\s+){3,}\S")
_MARKS = re.compile(r"[《》〈〉()\s]")


def named_plan(source: SourceText, title: Span) -> Span | None:
    """Where the name of the plan stands in the title of its covering notice: 2022年…要点 in 关于印发《2022年…要点》的通知."""
    folded = source.folded[title[0] : title[1]].replace("\n", " ")
    m = _NAMED.search(folded) or _UNNAMED.search(folded)
    return None if m is None else (title[0] + m.start("name"), title[0] + m.end("name"))


def sent_out(source: SourceText, units: list[Unit]) -> str | None:
    """The name, without marks and blanks, of the document that a notice sends out in its first words; None where the units
    begin with no addressees and such a sentence."""
    units = [u for u in units[:_LOOK] if front_kind(source.folded, *u.span) is None]
    if units and (m := _APPROVED.match(source.folded, *units[0].span)):
        return plain(m["name"])
    for unit, below in pairwise(units):
        line = source.folded[unit.start : unit.end]
        if line.endswith(":") and "。" not in line:
            m = _SENDS.search(source.folded, below.start, below.end) or _APPROVED.match(source.folded, *below.span)
            if m is not None:
                return plain(m["name"])
    return _said_again(source, units)


def _said_again(source: SourceText, units: list[Unit]) -> str | None:
    """The same by a name that is a line of its own below."""
    for k, unit in enumerate(units):
        for m in _QUOTED.finditer(source.folded, *unit.span) if "《" in source.folded[slice(*unit.span)] else ():
            name = plain(m["name"])
            if any(plain(source.folded[slice(*below.span)]) == name for below in units[k + 1 :]):
                return name
    return None


def is_cut(source: SourceText, unit: Unit) -> bool:
    """Whether a line above a notice that sends something out is the beginning of its title."""
    return _CUT.fullmatch(source.folded, *unit.span) is not None


def sent_by(source: SourceText, units: list[Unit], header_title: str | None) -> str | None:
    """The same where only the page's header says the title of the notice, and the document's own title follows."""
    title = fold(header_title or "")
    m = _NAMED.search(title) if COVERING.search(solid(title)) else None
    name = plain(m["name"]) if m else ""
    return name if name and any(plain(source.folded[slice(*u.span)]) == name for u in units) else None


def join_title(source: SourceText, span: Span) -> str:
    """The words of a title that may run over lines: each line trimmed, joined without a blank; letters that are only
    spaced out (政 府 工 作 报 告) close up."""
    title = "".join(line.strip() for line in source.text[span[0] : span[1]].splitlines())
    return solid(title) if _SPACED_OUT.fullmatch(title) else title


def forwards(source: SourceText, units: list[Unit]) -> bool:
    """Whether the words below a title of another kind (关于分解落实…的通知) say that a plan is sent out, and its title follows
    their date.

    :param units: what stands below title and addressees
    """
    if not any(_FORWARDS.search(source.folded, *unit.span) for unit in units[:_FIRST]):
        return False
    dated = next((k for k, unit in enumerate(units) if iso_date(source.folded[slice(*unit.span)])), None)
    below = [] if dated is None else units[dated + 1 : dated + 1 + _FIRST]
    return any(genre_of(source.folded[slice(*unit.span)]) for unit in below)


def plain(name: str) -> str:
    """A name without marks, brackets and blanks: 《Y》（2024年版） is said in several ways."""
    return _MARKS.sub("", name)


def same_name(name: str) -> str:
    """A plain name without 的, which a notice often leaves out: 某市码头建设（的）实施方案."""
    return name.replace("的", "")


def unmarked(source: SourceText, title: Span) -> Span:
    """A title without 《》 around the whole of it."""
    start, end = title
    inside = source.folded[start + 1 : end - 1]
    whole = source.folded[start] == "《" and source.folded[end - 1] == "》" and not _MARKS_OF_NAMES.search(inside)
    return (start + 1, end - 1) if whole else title


_NAMES_BODY = re.compile(f"(?:{STRONG}|[{PLACES_LAST}站所]|街道|等|[0-9一二三四五六七八九十]{{1,3}}部门)$")


def issues(words: str) -> bool:
    """Whether the words above a line 关于… are those of who issues it."""
    return _NAMES_BODY.search(words) is not None


def is_of_the_page(folded: str, unit: Unit, below: Unit) -> bool:
    """Whether a line above a title is no piece of it: the next begins with an issuer of its own, and this one is none."""
    return (
        folded.find("关于", *below.span) > below.start
        and "关于" not in folded[unit.start : unit.end]
        and _ISSUES.search(folded, *unit.span) is None
    )
