"""What the fields of a portal's header are called."""

from typing import NamedTuple

from kjplan.extraction.tables import by_first

LABELS: dict[str, str] = {
    "index_number": "索引号|信息索引号|信息索引|索取号|信息索取号|索引|公开目录索引号",
    "publisher": "发布机构|发布单位|公开机构|公开责任部门|公开部门|公开单位|发布部门|公布单位",
    "issuer": "发文机关|发文机构|发文单位|制发机关|制定机关|成文机关|发文部门|发布机关|颁布单位|颁布机关|颁布部门|印发机关|印发单位|制定单位",
    "topic": "主题分类|主题类别|信息分类|组配分类|文件分类|分类",
    "genre": "体裁分类|体裁|公文种类|文种",
    "document_number": "发文字号|发文文号|文件编号|文号|字号|发布文号|颁布文号|公文文号|文件文号|文件号|文件字号",
    "written_date": "成文日期|生成日期|产生日期|签署日期|签署时间|发文日期|成文时间|印发日期|印发时间|签发日期|制定日期|发文时间|生成时间",
    "published_date": "发布日期|公开日期|发布时间|公布日期|颁布日期|颁布时间|公开时间|公布时间",
    "validity": "有效性|时效性|效力状态|有效期|有效状态|是否有效|状态|文件状态|文件效力|时效",
    "keywords": "主题词|关键词|关键字",
    "title": "公开事项名称|标题|名称|信息名称|文件名称|文件标题|信息标题|公文名称|公文标题|法规标题",
    "": "信息来源|公开方式|公开范围|公开形式|公开时限|服务对象|内容概述|信息类别|所属主题|废止日期|失效日期|生效日期|实施日期|施行日期"
    "|载体类型|记录形式|公开类别|公开属性|公开程序|内容描述|内容概要|内容概览|责任部门|联合发文单位|统一登记号|登记日期|机构分类|公文类型|文件类型|获取方式"
    "|执行日期|行业分类|地域分类|废止时间|失效时间|生效时间|实施时间|效力等级|效力级别|所属机构|层级|类型|链接",
}
"""Document field and the labels that name it; the last row is known, and kept only as furniture."""
CATALOGUED: dict[str, str] = {"issuer": "主办单位", "written_date": "制发日期"}
"""The same for what a catalogue says of who keeps a document and when it was made."""
PAGE_NAMES = r"(?:[文稿][章件]?来?源|信息来源|来源|发布者|发布人|作者|编辑|责任编辑|责编|录入|审核|撰稿|供稿|点击数?|点击量|浏览(?:次数|量|数)?|阅读(?:次数|量|数)?|访问(?:次数|量)?|字体(?:大小)?|字号|打印|分享)"
"""What a page tells beside the fields of a document: 来源：某报 · 浏览次数：3 · 字号：[大][中][小]."""

GENERAL = frozenset(["组配分类", "信息分类", "文件分类", "分类"])
"""Labels under which a page files a document, which count as its topic only where no 主题分类 is told."""


class Field(NamedTuple):
    """A field that a label names."""

    name: str
    """That of a field of the document; empty for what is kept only as furniture."""
    catalogued: bool = False
    """Whether a catalogue says so: then it counts only where no signature says otherwise."""


FIELD_OF: dict[str, Field] = {
    label: Field(name, table is CATALOGUED)
    for table in (LABELS, CATALOGUED)
    for name, labels in table.items()
    for label in labels.split("|")
}
"""The field that each label names."""
NAMES = by_first("[ \t]*".join(label) for label in sorted(FIELD_OF, key=len, reverse=True))
"""A pattern of all labels; blanks may stand between their characters (索  引  号)."""
