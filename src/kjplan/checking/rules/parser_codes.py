"""What the parser reports while reading: documented here, worded in ``kjplan.parsing.messages``."""

import re

from kjplan.checking.rules.rule import EXAMPLE_PLAN, Rule, Words
from kjplan.model import Diagnostic
from kjplan.parsing.messages import MESSAGES, ON_A_PAGE
from kjplan.storage.corrections.messages import MESSAGES as CORRECTION_MESSAGES

_ALL = MESSAGES | CORRECTION_MESSAGES

_HOLE = re.compile(r"\\\{[0-9]\\\}|\{[0-9]\}")


def said(diagnostic: Diagnostic) -> str:
    """A parser's diagnostic in the language in force; a plan stores the English wording only."""
    if diagnostic.code not in _ALL:
        return diagnostic.message
    _, zh, en = _ALL[diagnostic.code]
    zh_page, en_page = ON_A_PAGE
    page = _words(en_page + "{1}", diagnostic.message)
    words = _words(en, page[1] if page else diagnostic.message)
    if words is None:
        return diagnostic.message
    return Words((zh_page.format(page[0]) if page else "") + zh.format(*words), diagnostic.message).say()


def _words(template: str, message: str) -> tuple[str, ...] | None:
    """The words that fill a template's holes in a message, by their numbers; None where it does not fit."""
    pattern = "(.*?)".join(map(re.escape, _HOLE.split(template)))
    m = re.fullmatch(pattern, message, re.S)
    if m is None:
        return None
    numbers = [int(hole.strip("{}")) for hole in _HOLE.findall(template)]
    filled = dict(zip(numbers, m.groups(), strict=True))
    return tuple(filled.get(n, "") for n in range(max(filled, default=-1) + 1))


def _documented(
    code: str, what: Words, why: Words, fix: Words, trips: str, clean: str, reader_note: tuple[str, ...] | None = None
) -> Rule:
    severity, zh, en = MESSAGES[code]
    return Rule(
        code=code,
        severity=severity,
        message=Words(zh, en),
        what=what,
        why=why,
        fix=fix,
        trips=trips,
        clean=clean,
        reader_note=reader_note,
    )


_SEE = Words("用 kjplan explain 查看这一行怎样认定。", "kjplan explain says how the line was read.")
_BODY = (
    "一、重点任务\n"
    "1.建设平台。围绕主导产业建设创新平台，支持龙头企业联合高校院所组建创新联合体，全年新建省级平台十家。\n"
    "2.培育企业。完善创新型企业梯队培育机制，推动政策直达快享，全年新增高新技术企业一百家、科技型企业二百家。\n"
    "3.引进人才。实施青年人才支持计划，优化服务保障，在重点领域引进一批高层次人才和团队，全年引进五十名。\n"
)
_COMPARE = Words("核对原文编号。", "Compare the numbers with the original.")

RULES = (
    _documented(
        "numbering-gap",
        Words("编号有缺", "a number that is missing from a list"),
        Words(
            "可能漏了一项，也可能原文编错；kjplan 照收，不改编号。",
            "An entry may be lost, or the original miscounts; kjplan takes the heading and keeps its number.",
        ),
        _COMPARE,
        "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n2.培育企业。培育十家。\n4.引进人才。引进百名。\n",
        "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n二、其他任务\n2.培育企业。培育十家。\n3.引进人才。引进百名。\n",
    ),
    _documented(
        "numbering-repeat",
        Words("编号重复", "a number that stands twice in one list"),
        Words(
            "两项同号，引用“第二条”就有歧义；kjplan 都收，另给不重复的 id。",
            "Two entries share a number, so citing it is ambiguous; kjplan takes both and gives ids of their own.",
        ),
        _COMPARE,
        "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n2.培育企业。培育十家。\n2.引进人才。引进百名。\n",
        "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n2.培育企业。培育十家。\n二、其他任务\n1.引进人才。引进百名。\n",
    ),
    _documented(
        "numbering-disorder",
        Words("编号次序颠倒", "a number that is lower than the one before it"),
        Words("可能是段落错位，也可能原文编错。", "Paragraphs may have been moved, or the original miscounts."),
        _COMPARE,
        "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n2.培育企业。培育十家。\n3.引进人才。引进百名。\n2.办好会展。办会一次。\n",
        "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n2.培育企业。培育十家。\n3.引进人才。引进百名。\n4.办好会展。办会一次。\n",
    ),
    _documented(
        "marker-out-of-sequence",
        Words("行首像编号，但不合顺序", "words that look like a number but do not fit the sequence"),
        Words(
            "“2022、2023两年”一类行首数字不是标题；kjplan 作为正文。",
            "A line that begins 2022、2023两年 is no heading; kjplan takes it as text.",
        ),
        _SEE,
        "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n2022、2023两年投用。\n2.培育企业。培育十家。\n",
        "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n2022年投用。\n2.培育企业。培育十家。\n",
    ),
    _documented(
        "plan-missing",
        Words("只有通知，印发的要点不在文中", "a covering notice whose plan is not in the text"),
        Words(
            "要点多在附件里，没有一并取得；kjplan 记 extent: notice，不编造空计划。",
            "The plan is mostly an attachment that was not fetched; kjplan says extent: notice and invents nothing.",
        ),
        Words("取得附件后一起解析。", "Fetch the attachment and parse both."),
        "关于印发《2022年工作要点》的通知\n各区县：\n现印发给你们，请认真贯彻执行。\n甲市科学技术局\n2022年3月25日\n",
        "关于印发《2022年工作要点》的通知\n各区县：\n现印发给你们，请认真贯彻执行。\n甲市科学技术局\n2022年3月25日\n"
        "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n",
    ),
    _documented(
        "not-a-plan",
        Words("不是要点", "a text that plans nothing"),
        Words(
            "批复、条例、函件等没有目标和举措；kjplan 保留其结构，记 extent: none。",
            "Replies, rules and letters have neither goals nor measures; kjplan keeps the outline, with extent: none.",
        ),
        Words("确认给的是要点。", "Make sure that this is the document you meant."),
        "甲市人民政府关于同意设立实验区的批复\n乙区人民政府：\n一、同意设立实验区。\n二、实验区面积五平方公里。\n",
        "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n",
    ),
    _documented(
        "news-of-a-plan",
        Words("关于要点的报道", "news of a plan"),
        Words(
            "报道只转述一部分；kjplan 记 extent: goals，所报的目标以原文为准。",
            "News tells a part of it; kjplan says extent: goals, and the document itself is what counts.",
        ),
        Words("取得原文后解析原文。", "Fetch the document itself and parse that."),
        "近日，甲市印发《甲市水利发展行动计划》，提出到2025年，自来水普及率达到95%。\n",
        "甲市水利发展行动计划\n一、主要目标\n到2025年，自来水普及率达到95%。\n",
    ),
    _documented(
        "no-title",
        Words("没有标题", "a text without a title"),
        Words("年份、制定机关和文种都从标题认出。", "Year, issuer and genre are read from the title."),
        Words("在文首补上标题。", "Put the title on top."),
        "一、重点任务\n1.建设平台。建成三家。\n",
        "2022年工作要点\n一、重点任务\n1.建设平台。建成三家。\n",
    ),
    _documented(
        "no-headings",
        Words("没有带编号的标题", "a text without any numbered heading"),
        Words(
            "没有标题就分不出部分和举措；可能是换行丢失，也可能本来就不是要点。",
            "Nothing can be told apart; the line breaks may be lost, or it is no plan.",
        ),
        Words("检查换行是否还在。", "See whether the line breaks are there."),
        "2022年工作要点\n今年要抓好创新工作。\n",
        "2022年工作要点\n一、重点任务\n今年要抓好创新工作。\n",
    ),
    _documented(
        "repeated-body",
        Words("正文重复", "a body that stands twice"),
        Words(
            "网页抓取时正文常出现两遍；kjplan 只解析第一遍，第二遍记为页面内容，一字不丢。",
            "Scraped pages often bring the body twice; kjplan parses the first and keeps the second as the page's.",
        ),
        Words("删去重复的一份。", "Delete the second copy."),
        f"2022年工作要点\n{_BODY}{_BODY}",
        f"2022年工作要点\n{_BODY}",
    ),
    _documented(
        "page-without-text",
        Words("PDF 中只有图像的一页", "a page of a PDF that holds only a picture"),
        Words(
            "扫描页上的文字读不到，目标或举措可能缺失。",
            "Words on a scanned page are not read; goals or measures may be missing.",
        ),
        Words("先做文字识别（OCR），再解析。", "Run OCR on the file, then parse it again."),
        EXAMPLE_PLAN,
        EXAMPLE_PLAN,
        ("3",),
    ),
    _documented(
        "glyphs-not-read",
        Words("PDF 中没有读出的字", "characters of a PDF that were not read"),
        Words(
            "字体没有嵌入，文件又没有从字形到文字的对照表（ToUnicode）：画的是哪些字无从得知，目标或举措可能缺失。",
            "The font is not embedded and the file has no table from its glyphs to characters (ToUnicode): which ones are drawn"
            " cannot be known; goals or measures may be missing.",
        ),
        Words(
            "另存为嵌入字体的 PDF，或先做文字识别（OCR），再解析。",
            "Save the PDF with its fonts embedded, or run OCR on it, then parse it again.",
        ),
        EXAMPLE_PLAN,
        EXAMPLE_PLAN,
        ("3", "12"),
    ),
    _documented(
        "table-not-sure",
        Words("表中有些行分不清哪一格属于哪一栏", "rows of a table whose cells cannot be dealt to its columns"),
        Words(
            "复制下来的表一行一格，或 PDF 中没有框线的表，少一格就分不清谁负责、何时完成；宁可不记，不猜。",
            "In a table copied a cell a line, or in a PDF without ruling lines, one cell less leaves open who and when; it is not"
            " guessed, and so not stated.",
        ),
        Words(
            "把表改成每行以竖线分格，或解析原来的网页、Word 文件。",
            "Write the rows with bars between the cells, or parse the web page or Word file itself.",
        ),
        "2023年工作要点\n一、重点任务\n序号\n任务\n责任单位\n1\n完善机制\n2\n市科技局\n",
        "2023年工作要点\n一、重点任务\n序号\n任务\n责任单位\n1\n完善机制\n市科技局\n",
    ),
    _documented(
        "part-not-read",
        Words("Word、Excel 文件中读不了的部件", "a part of a Word or Excel file that could not be read"),
        Words(
            "脚注、页眉、工作表等部件缺失或损坏时，其余照读，该部件的文字会缺。",
            "All else is read all the same; the words of that part are missing.",
        ),
        Words("用 Office 或 WPS 打开后另存，再解析。", "Open the file in Office or WPS, save it, and parse it again."),
        EXAMPLE_PLAN,
        EXAMPLE_PLAN,
        ("rId9",),
    ),
    _documented(
        "sheet-not-read",
        Words("工作簿中隐藏的工作表", "a sheet of a workbook that is hidden"),
        Words(
            "隐藏的工作表多是下拉选项、底稿，不当作通知的文字。",
            "Hidden sheets hold lists to choose from and drafts more often than words of the notice.",
        ),
        Words(
            "其中有任务的，取消隐藏后另存，再解析。", "If it holds tasks, unhide it, save the file, and parse it again."
        ),
        EXAMPLE_PLAN,
        EXAMPLE_PLAN,
        ("下拉选项",),
    ),
    _documented(
        "formula-without-value",
        Words("只存了公式、没有存计算结果的单元格", "a cell whose formula was saved without its value"),
        Words(
            "由程序生成、没有用 Excel 打开过的表格常这样；公式不是通知的文字。",
            "Files that a program wrote and nobody opened in Excel are so; a formula is no word of the notice.",
        ),
        Words("用 Excel 或 WPS 打开后保存，再解析。", "Open the file in Excel or WPS, save it, and parse it again."),
        EXAMPLE_PLAN,
        EXAMPLE_PLAN,
        ("2", "C7"),
    ),
    _documented(
        "encoding-guessed",
        Words("没有标明、靠用字判断的编码", "an encoding that nothing names and that was told by the characters"),
        Words(
            "Big5 的字节也都是 GB18030 的字；按哪种编码读出来的常用字占一半以上，就按哪种读。",
            "Bytes of Big5 are characters in GB18030 too; the encoding counts in which half of the characters are common ones.",
        ),
        Words("读着不对的，另存为 UTF-8，再解析。", "If it reads wrongly, save the file as UTF-8 and parse it again."),
        EXAMPLE_PLAN,
        EXAMPLE_PLAN,
        ("Big5",),
    ),
)
