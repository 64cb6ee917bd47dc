"""Text of the page or web site, told from the document's by its own words."""

import re

from kjplan.model import FurnitureKind

Table = list[tuple[FurnitureKind, re.Pattern[str]]]


def _any_of(*words: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(words) + ")")


_RUNNING: Table = [
    ("table_of_contents", re.compile(r"[^\n]{0,120}?(?:\.{5,}|…{3,})[ .…]*[0-9]{0,4}$")),
    ("table_of_contents", re.compile(r"[^\n]{2,60}?(?:…{2,}|·{4,}|\.{4,}) ?[0-9]{1,4}$|目[ ]{0,4}[录次]$")),
    ("page_number", re.compile(r"[-—–－]+ *[0-9]{1,4} *[-—–－]+$|[0-9]{1,4} */ *[0-9]{1,4}$")),
    ("page_number", re.compile(r"第 *[0-9]{1,4} *页(?: *[,/]? *共 *[0-9]{1,4} *页)?$")),
    ("other", re.compile(r"\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:? *)?$")),
    ("other", re.compile(r"\|(?: *\|)*$")),
    ("other", re.compile(r"(?:_{5,}|={5,}|-{5,}|-->|<!--|\*{5,})[ ]*$")),
]
"""What is furniture wherever it stands: 一、总则…………1 · —3— · ______ ."""

_FRONT: Table = [
    (
        "navigation",
        _any_of("[您你]?(?:现在|当前)?(?:所在)?的?位置", "(?:网站)?首页", "(?:信息)?来源", "浏览次数", "发布时间"),
    ),
    (
        "navigation",
        _any_of(
            "【(?:全文|正文)】$",
            "【?字体",
            "字号",
            "【?打印",
            "【?大(?:[ 】]|中 ?小|$)",
            "[大中小】>]$",
            "分享到?",
            "(?:(?:微信|微博|QQ空间|QQ好友|朋友圈|新浪微博|腾讯微博|人人网)[ 、|]{0,3}){1,8}$",
            "责任编辑",
            "编辑",
        ),
    ),
    ("navigation", re.compile(r">{1,2} ?[^>]{2,20} ?>")),
    ("navigation", re.compile(r"[^>。;:]{2,20}(?:>{1,2}[^>。;:]{2,20}){2,8}>?$")),
    ("navigation", re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{4,8}")),
]
"""What is furniture before the title: 您的位置：首页 · 来源：某报 · 【字体：大 中 小】."""

_FRONT_HINT = frozenset("您你现所的位当网首信来浏发微Q朋新腾人【】字打大中小分责编>0123456789")
"""The first characters of these."""

_BACK: Table = [
    (
        "footer",
        _any_of(
            "主办(?:单位)?", "承办(?:单位)?", "版权所有", "网站标识码", "备案序?号", "[^ ]{1,4}ICP备", "Copyright", "©"
        ),
    ),
    ("footer", _any_of("地址", "邮编", "邮政编码", "联系电话", "技术支持", "网站地图")),
    (
        "navigation",
        _any_of("扫一扫", "打印本页", "关闭窗口", "返回", "上一[篇条]", "下一[篇条]", "相关(?:链接|文档|稿件|阅读)"),
    ),
    ("navigation", _any_of(r"[【\[(] ?(?:打印|关闭|返回|收藏|纠错|字[体号]|大 |上一|下一)")),
    ("footer", re.compile(r"(?:信息|文章|稿件)?来源 ?: ?[^。;,]{2,40}$|附件下载(?: [^。;]{1,200})?$")),
    ("navigation", _any_of("分享到?", "责任编辑", "字号", "解读:", "》》", "点击", "收藏$", "纠错", "[×✕✖]$")),
]
"""What is furniture after the document's end: 主办单位:… 地址:… 邮编:… · 扫一扫在手机打开当前页; the × that closes what it opens."""

_BACK_HINT = frozenset("来信文稿附主承版网备C©地邮联技扫打关返上下相【[(分责字解》点收纠×✕✖")
"""The first characters of these but for a licence, 京ICP备."""

ATTACHMENT_LIST = re.compile(r"附 ?件 ?[0-9]{0,2} ?:(?: ?[^ ]|$)")
"""附件：1.… before the signature names the attachments, or 附件： with the names on the lines below it."""
LIST_ENTRY = re.compile(r"(?P<n>[0-9]{1,2}) ?[.、](?:(?![0-9])|(?=20[0-9]{2}年))")
"""An entry of such a list, which may begin with a year: 2.任务分工表, 2.2024年任务分工表."""
LETTERHEAD_END = "(?:文件|(?<=[厅室局委部府])函)"
"""How a letterhead ends; …办函 begins a number (国办函〔2023〕1号)."""
DOCUMENT_NUMBER = re.compile(
    r"[^\s\[\]〔〕()【】﹝﹞<>〈〉:;]{1,16}\s{0,3}[〔﹝\[(【<〈]\s*(?:19|20)[0-9]{2}\s*[〕﹞\])】>〉]\s*(?:第\s*)?[0-9]{1,5}\s*号"
)
"""发文字号: 郑科〔2020〕1号; brackets 〔〕 ﹝﹞ [] () 【】 <> 〈〉, in folded text."""
_GENRES = "通知|意见|通报|批复|公告|决定|方案|的函|报告|办法|规定|通告|要点|计划|纲要|措施|规划"
NUMBER_BEHIND = re.compile(
    rf"(?:(?<=\S)\s{{1,3}}|(?<={_GENRES})(?![^〔﹝\[(【]{{0,16}}的))(?P<number>{DOCUMENT_NUMBER.pattern})$"
)
"""The same behind a title, on its line, with or without a blank between: …的通知甲办发〔2020〕3号."""
NUMBER_IN_BRACKETS = re.compile(rf"(?<=\S)\((?P<number>{DOCUMENT_NUMBER.pattern})\)$")
"""The same in brackets: …工作要点（甲科〔2022〕8号）."""
_RULED = frozenset("-—–－_=*<|:第.…目 ")
"""What a line of these forms begins with, unless it counts pages."""
_COUNTED = re.compile(r"\.\.\.\.|……|····|/")
_COUNTED_END = frozenset("0123456789.… ")
"""Without one of these, and one of these at its end, a line that begins otherwise fits none of the forms."""


def is_running_furniture(folded: str, start: int, end: int) -> bool:
    """Whether a line is a page number, a rule or a line of a table of contents."""
    return running_kind(folded, start, end) is not None


def running_kind(folded: str, start: int, end: int) -> FurnitureKind | None:
    """Kind of a line that is furniture wherever it stands, else None."""
    if folded[start] == " " and folded[start:end].isspace():
        # Nothing but glyphs that a PDF does not name: units begin with no blank otherwise.
        return "other"
    if end - start > 160:
        return None
    if folded[start] not in _RULED and (folded[end - 1] not in _COUNTED_END or not _COUNTED.search(folded, start, end)):
        return None
    return _first(_RUNNING, folded, start, end)


def front_kind(folded: str, start: int, end: int) -> FurnitureKind | None:
    """Kind of a line before the title that is furniture, else None."""
    kind = running_kind(folded, start, end)
    if kind is not None or end - start > 80 or (folded[start] not in _FRONT_HINT and folded.find(">", start, end) < 0):
        return kind
    return _first(_FRONT, folded, start, end)


def back_kind(folded: str, start: int, end: int) -> FurnitureKind | None:
    """Kind of a line after the document's end that is furniture, else None."""
    kind = running_kind(folded, start, end)
    if (
        kind is not None
        or end - start > 300
        or (folded[start] not in _BACK_HINT and folded.find("ICP备", start, end) < 0)
    ):
        return kind
    return _first(_BACK, folded, start, end)


def _first(table: Table, folded: str, start: int, end: int) -> FurnitureKind | None:
    return next((kind for kind, pattern in table if pattern.match(folded, start, end)), None)
