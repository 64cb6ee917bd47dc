"""Who issues a document: what its header, title, letterhead or signatures say, or the speaker of a report."""

import re
from collections.abc import Sequence

from kjplan.extraction.names.body_ends import AUTHORITIES, PLACES_LAST, STRONG, ends_of
from kjplan.late import late
from kjplan.model import Document
from kjplan.parsing.front.glued_names import NAMES, side_by_side
from kjplan.parsing.markers import ordinal_of
from kjplan.reading.text import SourceText, fold, solid

_ISSUER = re.compile(r"(?!关于)(.{2,40}?)\s*(?:关于|转发|批转|印发)")
"""Who a title begins with: 某市科技局关于印发…, 国务院办公厅转发发展改革委关于…."""
_COUNTED = late("(?P<n>[0-9]{1,3}|[两三四五六七八九十]{1,3})个?(?:部门|部委|单位)")
"""11部门印发… tells how many issue it, and not who."""
_AND_OTHERS = late("等(?:[0-9]{1,3}|[两三四五六七八九十]{1,3})?个?(?:部门|部委|单位|机关)$")
"""甲委等八部门关于… names the first of them; all of them sign."""
_LATELY = late(
    r"(?:近日|日前|近期)[,\s]{0,6}(?P<names>[一-鿿、和\s]{4,300}?)(?:联合)?(?:印发|出台|发布|公布)了?\s{0,4}《"
)
"""Who they are, where a page says so above what they issued: 近日，甲部、乙委联合印发了《…》."""
_LATELY_WITHIN = 800
_NAMED_ISSUER = late(
    rf"(?!关于|各|全[省市县区校]|推[进动]|加[强快]|创建|打造|培育|开展)([一-鿿]{{2,20}}?(?:{ends_of(AUTHORITIES + '处队')}|司|供销社|[党小]组|委员会|人民政府|办公室|管委会|(?<!各)工会|学生会|[协学]会|总支|[法学察究]院|大学|集团|第[一二三四五六七八九十百]{{1,3}}(?:中学|小学|医院|幼儿园)|有限公司))(?:19|20)[0-9]{{2}}(?:[-—–~](?:20)?[0-9]{{2}})?学?年"
)
"""Who a plan's own title begins with, before its year: 某区住房和城乡建设局2023年工作总结及2024年工作计划."""
_REPORTING = late(
    r"(?:(?:19|20)[0-9]{2}年)?([一-鿿]{2,12}?[省市区县旗州盟])(?:人民政府)?(?:(?:19|20)[0-9]{2}年)?(?:人民)?政府工作报告$"
)
"""Whose government reports: 某县2024年政府工作报告."""
_HEAD = late(
    r"(?P<government>[一-鿿]{2,12}?(?:省|市|区|县|州|盟|旗)人民政府)(?:代理?)?(?:主席|[省市区县州盟旗]长)"
    r"|在(?P<place>[一-鿿]{2,12}?[省市区县旗州盟])第[一二三四五六七八九十]{1,3}届人民代表大会"
)
"""Whose head reports, or to whom: 某区人民政府区长 张三, 在某区第十三届人民代表大会第六次会议上."""
_PLACES = tuple(PLACES_LAST)
_PLACELESS = re.compile(r"[省市区县旗州盟](?:人民)?政府")
_SPEAKER = re.compile(r"我(?:受.{2,20}委托|代表)([^,。向]{2,20})[,，]?向")
_ENDS = re.compile(f"{STRONG}$")
_SPOKEN_WITHIN = 3000
_HEAD_WITHIN = 400


def issuer_of(source: SourceText, document: Document, title: str) -> str | None:
    """Who issues: the metadata table or letterhead, else the title, the portal, the signatures, or the speaker of a report."""
    if document.issuer:
        return document.issuer
    if m := _ISSUER.match(title):
        counted = _COUNTED.fullmatch(m[1])
        if _AND_OTHERS.search(m[1]) and len(document.signatures) > 1:
            return "、".join(document.signatures)
        if counted is None:
            return _in_full(m[1], document)
        if names := _counted_out(source, ordinal_of(counted["n"].replace("两", "二"))):
            return names
    if document.publisher or document.signatures:
        return _in_full(document.publisher, document) if document.publisher else "、".join(document.signatures)
    if m := _NAMED_ISSUER.match(solid(fold(title))):
        return m[1]
    return _reporting(source, fold(title))


def _counted_out(source: SourceText, count: int) -> str | None:
    """The names above a document that say who issues it, where there are just as many as its title counts."""
    m = _LATELY.search(source.folded, 0, _LATELY_WITHIN)
    pieces = re.split(r"[、\s]+", m["names"].strip()) if m else []
    found = [(piece, NAMES.findall(piece)) for piece in pieces]
    names = [name for piece, told in found for name in (told if "".join(told) == piece else [piece])]
    whole = all(map(_ENDS.search, names))
    return "、".join(names) if names and whole and len(names) == count else None


def _in_full(named: str, document: Document) -> str:
    """The name in a title, or the one signature that says the same in full: 城东区人民政府, signed 临江市城东区人民政府."""
    several = [name for words in named.split() for name in side_by_side(words)]
    if len(several) > 1 and all(_ENDS.search(name) for name in several):
        return "、".join(several)
    signed = document.signatures[0] if len(document.signatures) == 1 else ""
    if not signed.endswith(named) or signed == named:
        return named
    return signed if named[0] in _PLACES or fold(signed[: -len(named)])[-1:] in _PLACES else named


def issuer_in_letterhead(letterhead: str | None, title: str, signatures: Sequence[str] = ()) -> str | None:
    """The names in a letterhead, parted: 甲部乙委员会 → 甲部、乙委员会; as it stands where it is not names from end to end; those
    that signed, where several did and one of them is the same in full. None where the title begins with another name."""
    words = solid(letterhead or "")
    named = _ISSUER.match(title)
    if not words or (named and not words.endswith(solid(named[1]))):
        return None
    if len(signatures) > 1 and any(name.endswith(words) for name in signatures):
        return "、".join(signatures)
    names = NAMES.findall(words)
    return "、".join(names) if len(names) > 1 and "".join(names) == words else words


def _reporting(source: SourceText, title: str) -> str | None:
    """Whose government reports, by the title, the speaker's own words, his office or the congress he speaks to."""
    m = _SPEAKER.search(source.folded, 0, _SPOKEN_WITHIN)
    speaker = m[1] if m else None
    if speaker and not _PLACELESS.fullmatch(speaker):
        return speaker
    if place := _REPORTING.match(title):
        return f"{place[1]}人民政府"
    head = _HEAD.search(source.folded, 0, _HEAD_WITHIN) if speaker else None
    if head is None:
        return speaker
    return str(head["government"] or f"{head['place']}人民政府")
