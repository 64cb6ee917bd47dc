"""The parts of a Word document that are the same for every task table: styles, fonts, footer, the package's lists."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MIME}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MIME}.styles+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_MIME}.fontTable+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_MIME}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
"""What each part is."""

PACKAGE_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
"""Where the package begins."""

RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/footer" Target="footer1.xml"/>'
    "</Relationships>"
)
"""What the document needs."""


def core(title: str, date: str, language: str) -> str:
    """The document's properties.

    :param title: escaped for XML
    :param date: the plan's day in ISO form
    :param language: zh-CN or en-GB
    """
    stamp = f'xsi:type="dcterms:W3CDTF">{date}T00:00:00Z'
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>kjplan</dc:creator><dc:language>{language}</dc:language>"
        f"<dcterms:created {stamp}</dcterms:created><dcterms:modified {stamp}</dcterms:modified></cp:coreProperties>"
    )


_FONTS = (
    # name, its other names, generic family, panose: what a computer without the font goes by
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S;方正小标宋_GBK;华文中宋;宋体", "roman"),
    ("仿宋_GB2312", "仿宋;FangSong;华文仿宋;STFangsong", "modern"),
    ("黑体", "SimHei;Microsoft YaHei;Noto Sans CJK SC", "swiss"),
    ("楷体_GB2312", "楷体;KaiTi;华文楷体;STKaiti", "script"),
    ("宋体", "SimSun;Noto Serif CJK SC", "roman"),
)

FONT_TABLE = (
    f'{_HEAD}<w:fonts xmlns:w="{_MAIN}">'
    + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, others, family in _FONTS
    )
    + "</w:fonts>"
)
"""The fonts, and which to take where a computer has not got them."""


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{name}" w:cs="Times New Roman"/>'


def style(name: str, font: str, half_points: int, paragraph: str = "", run: str = "") -> str:
    """A style of paragraphs.

    :param half_points: the size of its type
    :param paragraph: properties of the paragraph
    :param run: properties of its type
    """
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="kjplan {name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr>'
        f'<w:rPr>{_font(font)}{run}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr></w:style>'
    )


CENTRE = '<w:jc w:val="center"/>'
"""In the middle."""
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)

STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>{_font("仿宋_GB2312")}'
    '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB" w:eastAsia="LANGUAGE"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="kjplan Table"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders></w:tblPr></w:style>'
    + style("Title", "方正小标宋简体", 44, f'<w:spacing w:after="160"/>{CENTRE}<w:outlineLvl w:val="0"/>')
    + style("Source", "楷体_GB2312", 21, '<w:spacing w:after="60"/>', '<w:color w:val="595959"/>')
    + style("Head", "黑体", 21, f"<w:keepNext/>{CENTRE}")
    + style("Group", "楷体_GB2312", 21, "<w:keepNext/>", "<w:b/>")
    + style("Number", "仿宋_GB2312", 21, CENTRE)
    + style("Cell", "仿宋_GB2312", 21)
    + style("Assigned", "仿宋_GB2312", 21, "", '<w:u w:val="single"/><w:color w:val="1F4E9E"/>')
    + style("Absent", "仿宋_GB2312", 21, "", '<w:color w:val="595959"/>')
    + style("Folio", "宋体", 28, CENTRE)
    + "</w:styles>"
)
"""Title in 小标宋 of size 二号, words in 仿宋 of size 五号; what people assigned in blue and underlined, what nobody states in grey."""

FOOTER = (
    f'{_HEAD}<w:ftr xmlns:w="{_MAIN}"><w:p><w:pPr><w:pStyle w:val="Folio"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
)
"""The number of the page between dashes, 四号."""
