"""What the parser's codes mean, in both languages; ``{0}``, ``{1}`` stand for the words of a finding."""

from dataclasses import dataclass

from kjplan.language import Language
from kjplan.model import Severity, Span


@dataclass(slots=True)
class Finding:
    """Something odd that the parser met; ``words`` fill the message of its code."""

    code: str
    span: Span | None
    words: tuple[str, ...] = ()
    page: int | None = None
    """The page of a PDF, where that is known."""


MESSAGES: dict[str, tuple[Severity, str, str]] = {
    "numbering-gap": (
        "warning",
        "编号 {0} 前面缺号，按顺序应为 {1}；仍作为标题",
        "number {0} leaves a gap, {1} was expected; taken as a heading",
    ),
    "numbering-repeat": (
        "warning",
        "编号 {0} 重复，按顺序应为 {1}；仍作为标题",
        "number {0} is repeated, {1} was expected; taken as a heading",
    ),
    "numbering-disorder": (
        "warning",
        "编号 {0} 次序颠倒，按顺序应为 {1}；仍作为标题",
        "number {0} is out of order, {1} was expected; taken as a heading",
    ),
    "marker-out-of-sequence": (
        "info",
        "行首的 {0} 不合编号顺序（应为 {1}），作为正文",
        "{0} opens a line but does not fit the numbering ({1} was expected); taken as text",
    ),
    "plan-missing": (
        "warning",
        "通知印发的《{0}》不在文中；只记通知",
        "the notice sends out {0}, which is not in the text; only the notice is kept",
    ),
    "not-a-plan": (
        "info",
        "文中没有可识别的目标或举措，不作为工作计划",
        "no goals or measures were recognised: not read as a plan",
    ),
    "news-of-a-plan": (
        "info",
        "文中是关于《{0}》的报道，不是《{0}》本身；只记报道说到的目标和举措",
        "news of {0}, not the document itself: only the goals and measures that it tells of are read",
    ),
    "no-title": (
        "warning",
        "没有找到标题；年份、制定机关和文种存疑",
        "no title was found; year, issuer and genre stay open",
    ),
    "no-headings": (
        "info",
        "没有找到带编号的标题；全文作为段落",
        "no numbered heading was found; all words are kept as paragraphs",
    ),
    "repeated-body": (
        "info",
        "这里的 {0} 段与上文相同，作为页面内容，不再解析",
        "the {0} paragraphs from here on say again what stands above; taken as the page's and not parsed again",
    ),
    "page-without-text": (
        "warning",
        "第 {0} 页只有图像，没有文字，未读",
        "page {0} holds a picture and no text, and was not read",
    ),
    "glyphs-not-read": (
        "warning",
        "第 {0} 页有 {1} 个字没有读出：字体没有嵌入，文件也没有说明是哪些字",
        "{1} characters of page {0} were not read: their font is not embedded, and the file does not say which they are",
    ),
    "table-not-sure": (
        "info",
        "表中 {0} 行分不清哪一格属于哪一栏，只保留文字，不记责任单位、时限和数值",
        "{0} rows or lines of a table cannot be dealt to its columns for sure: their words are kept, no bodies, deadlines or figures",
    ),
    "part-not-read": (
        "warning",
        "文件中的部件 {0} 缺失或损坏，未读",
        "part {0} of the file is missing or damaged, and was not read",
    ),
    "sheet-not-read": (
        "info",
        "隐藏的工作表“{0}”未读",
        "the hidden sheet “{0}” was not read",
    ),
    "formula-without-value": (
        "warning",
        "{0} 个公式没有算过的值（如 {1}），这些格未读",
        "{0} formulas were saved without their value (such as {1}): these cells were not read",
    ),
    "encoding-guessed": (
        "info",
        "文件没有标明编码，按用字判断为 {0}",
        "nothing in the file names its encoding: read as {0}, by the characters that this gives",
    ),
}
"""Code, severity, Chinese and English wording of everything the parser reports."""

ON_A_PAGE = ("第 {0} 页：", "page {0}: ")
"""What stands, in Chinese and English, before the message of a finding in a PDF."""


def message_of(finding: Finding, language: Language = "en") -> str:
    """The wording of a finding; what is stored in a plan is always the English one."""
    _, *wordings = MESSAGES[finding.code]
    other = language != "zh"
    page = "" if finding.page is None else ON_A_PAGE[other].format(finding.page)
    return page + wordings[other].format(*finding.words)
