"""Rules on what a web page puts around a document: its header and its footer."""

import re
from collections.abc import Iterator

from kjplan.checking.rules.rule import (
    ANYTHING,
    EXAMPLE_BULLETS,
    EXAMPLE_NOTICE,
    EXAMPLE_PLAN,
    NOTICES,
    Hit,
    Rule,
    Subject,
    Words,
)
from kjplan.model import Furniture

_WORDS_OF_A_LABEL = re.compile(
    r"(?m)^[A-Za-z]{2,20}:|[\u3400-\u9fff][ \t]*[\]】]?[ \t]*[:：]|[【\[][\u3400-\u9fff][\u3400-\u9fff \t]{1,12}[】\]]"
    r"|索[ \t]*引[ \t]*号|发[ \t]*布[ \t]*机[ \t]*构|成[ \t]*文[ \t]*日[ \t]*期|发[ \t]*文[ \t]*字[ \t]*号|主[ \t]*题[ \t]*分[ \t]*类"
)
"""Labels with a colon (those of YAML too), in brackets (【制定机关】), or told by their words where blanks part them from their value."""
_SEVERAL = re.compile(r"\S[ \t]*\r?\n\s*\S")
"""More than one line: a day before the title (2022年3月25日 关于…的通知) is no header of fields."""
_APART = 60
"""Characters between two lines of one footer: the parser takes 联系我们 between them for something else."""


def _no_genre(subject: Subject) -> Iterator[Hit]:
    document = subject.plan.document
    if (document.genre is None or "genre" in document.inferred) and any(_unlabelled_header(subject)):
        yield Hit(None)


def _unlabelled_header(subject: Subject) -> Iterator[Hit]:
    for furniture in subject.plan.furniture:
        if (
            furniture.kind == "portal_header"
            and _SEVERAL.search(furniture.text)
            and not _WORDS_OF_A_LABEL.search(furniture.text)
        ):
            yield Hit(furniture.span)


def _footer(subject: Subject) -> Iterator[Hit]:
    """Once for a footer, however many lines of it the parser told apart."""
    footers: list[list[Furniture]] = []
    for furniture in subject.plan.furniture:
        if furniture.kind != "footer" or furniture.span is None:
            continue
        if footers and (last := footers[-1][-1].span) and 0 <= furniture.span[0] - last[1] <= _APART:
            footers[-1].append(furniture)
        else:
            footers.append([furniture])
    for lines in footers:
        words = " ".join(line.text for line in lines)
        spans = [line.span for line in lines if line.span]
        yield Hit((spans[0][0], spans[-1][1]), (words if len(words) <= 20 else words[:20] + "…",))


RULES = (
    Rule(
        code="missing-genre",
        severity="info",
        message=Words("网页文件头没有体裁", "the page's header does not state the genre (体裁)"),
        what=Words("没有名称的文件头缺体裁一项", "a portal header without labels and without a genre"),
        why=Words(
            "同类网页的文件头有七项，后两项是体裁和文号；缺项多因抓取。kjplan 由标题推断体裁，并列入 inferred。",
            "Headers of sister pages have seven fields, the last two being genre and number; a crawl drops them."
            " kjplan infers the genre from the title and says so in `inferred`.",
        ),
        fix=Words("核对原网页。", "Compare with the page."),
        trips=EXAMPLE_BULLETS + EXAMPLE_NOTICE + EXAMPLE_PLAN,
        clean=EXAMPLE_BULLETS + "• 通知\n" + EXAMPLE_NOTICE + EXAMPLE_PLAN,
        run=_no_genre,
        extents=NOTICES,
    ),
    Rule(
        code="unlabelled-header",
        severity="info",
        message=Words("文件头各项没有名称，按位置认定", "the header's fields have no labels and were read by position"),
        what=Words(
            "网页文件头只有值，没有“索引号”等名称", "a portal header of bare values, without labels such as 索引号"
        ),
        why=Words(
            "哪一项是成文日期、哪一项是发布日期只能按通行次序认定，少一项就会错位。",
            "Which date is which follows from the usual order alone; one missing field shifts the rest.",
        ),
        fix=Words("核对原网页各项。", "Compare the fields with the page."),
        trips=EXAMPLE_BULLETS + EXAMPLE_PLAN,
        clean="索 引 号：416049270/2022-00008\n发布机构：甲市科技局\n成文日期：2022年3月25日\n" + EXAMPLE_PLAN,
        run=_unlabelled_header,
        extents=ANYTHING,
    ),
    Rule(
        code="portal-footer",
        severity="info",
        message=Words("文中混入网站页脚：{0}", "the web site's footer is in the text: {0}"),
        what=Words("文中有网站页脚", "the footer of a web site inside the text"),
        why=Words(
            "页脚不是文件内容；kjplan 另存为 furniture。",
            "It is no part of the document; kjplan keeps it as furniture.",
        ),
        fix=Words("从文本中删去。", "Remove it from the text."),
        trips=EXAMPLE_PLAN + "\n主办单位：甲市人民政府办公厅 地址：中原路1号 邮编：450007\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。主办单位为甲市人民政府办公厅。\n",
        run=_footer,
        extents=ANYTHING,
    ),
)
"""Rules of this file, in the order of the registry."""
