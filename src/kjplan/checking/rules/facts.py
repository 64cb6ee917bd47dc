"""Rules on single facts that can be checked: index number, dates, and whether anyone answers for anything."""

import re
from calendar import monthrange
from collections.abc import Iterator

from kjplan.checking.rules.rule import EXAMPLE_NOTICE, EXAMPLE_PLAN, FULL, NOTICES, PLANS, Hit, Rule, Subject, Words
from kjplan.model import Measure, Plan
from kjplan.reading.text import fold

_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION = re.compile(r"([0-9A-Z]{8})-?([0-9X])/[0-9]{4}-[0-9]{4,6}")
_INDEX_YEAR = re.compile(r"/((?:19|20)[0-9]{2})-[0-9]{4,6}\Z")
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def check_character(code: str) -> str:
    """The ninth character that GB 11714-1997 wants after the eight of an organisation code: 11 − Σ mod 11, 10 is X.

    >>> check_character("41604927")
    '0'
    """
    total = sum(weight * _DIGITS.index(ch) for weight, ch in zip(_WEIGHTS, code, strict=True))
    return "0X987654321"[total % 11]


def _index_number(subject: Subject) -> Iterator[Hit]:
    number = subject.plan.document.index_number
    m = _ORGANISATION.fullmatch(number or "")
    if m is not None and m[2] != (expected := check_character(m[1])):
        yield Hit(subject.find(number), (m[1] + m[2], expected))


def _index_year(subject: Subject) -> Iterator[Hit]:
    """The number is given when the page is put up: not before the document is written, and not after it is published."""
    document = subject.plan.document
    m = _INDEX_YEAR.search(document.index_number or "")
    written = document.written_date or document.signed_date
    if m is None or not written:
        return
    last = document.published_date or written
    if not written[:4] <= m[1] <= max(last[:4], written[:4]):
        yield Hit(subject.find(document.index_number), (m[1], written))


def _date_order(subject: Subject) -> Iterator[Hit]:
    document = subject.plan.document
    published = document.published_date
    for date in dict.fromkeys((document.written_date, document.signed_date)):
        if date and published and date > published:
            yield Hit(_place_of(subject, published), (date, published))


def _date_conflict(subject: Subject) -> Iterator[Hit]:
    document = subject.plan.document
    written, signed = document.written_date, document.signed_date
    if written and signed and written != signed:
        yield Hit(_place_of(subject, signed, last=True), (written, signed))


def _place_of(subject: Subject, date: str, *, last: bool = False) -> tuple[int, int] | None:
    """Where a date stands before the plan's first part: its first place, or its last."""
    if subject.source is None:
        return None
    from kjplan.parsing.dates import DATE, date_of

    end = next((part.span[0] for part in subject.plan.parts if part.span), len(subject.text))
    for stretch in ((0, end), (end, len(subject.text))):
        if found := [m.span() for m in DATE.finditer(subject.folded, *stretch) if date_of(m) == date]:
            return found[-1 if last else 0]
    return None


_DAY = re.compile(r"(?<![0-9])(?:(?P<y>(?:19|20)[0-9]{2})年)?(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日(?!均|产)")


def _no_such_day(subject: Subject) -> Iterator[Hit]:
    for m in _DAY.finditer(subject.folded):
        month, day = int(m["m"]), int(m["d"])
        longest = monthrange(int(m["y"] or 2000), month)[1] if 1 <= month <= 12 else 0
        if not 1 <= day <= longest:
            yield Hit(m.span(), (subject.text[slice(*m.span())],))


_OUTLINE = re.compile("(?:规划|纲要|规划纲要)(?:[(].{0,12}[)])?$")
_INSTRUCTION = re.compile("(?:通知|意见|批复|决定|通报|函|复函|公告)(?:[(].{0,12}[)])?$")
_ORDER = re.compile("(?:通知|批复|复函|函)(?:[(].{0,12}[)])?$")
"""What nobody writes without addressees, so that they were only not copied."""
_YEARLY = re.compile("(?:要点|计划|方案|规划|纲要|行动|安排|报告)(?:[(].{0,12}[)])?$")
"""Titles of plans from which goals are expected; a notice that gives orders, an opinion or a list of measures has none."""
_DIVISION = re.compile("分工|分解")


def _title(plan: Plan) -> str:
    """Without blanks: old pages space the letters of a title out."""
    return _plain(plan.title).rstrip("》")


def _plain(words: str | None) -> str:
    return "".join(fold(words or "").split())


def _is_divided(subject: Subject) -> bool:
    """Whether a plan is one to divide its tasks: what a report or the outline of several years announces is divided by a
    notice of its own, and what a notice or an opinion orders is for those that it is addressed to, who may stand on the page alone.
    A text without a title may be a piece of any of them."""
    plan = subject.plan
    title = _title(plan)
    if (
        not title
        or subject.is_piece
        or plan.document.genre == "报告"
        or title.endswith("工作报告")
        or _OUTLINE.search(title)
    ):
        return False
    issues_another = plan.notice is not None and _plain(plan.notice.title) != title
    addressed = bool(plan.document.addressees) or _ORDER.search(title) is not None
    return issues_another or not (addressed and _INSTRUCTION.search(title))


def _no_bodies(subject: Subject) -> Iterator[Hit]:
    measures = subject.plan.measures if _is_divided(subject) else []
    if measures and not any(m.responsibility.stated for m in measures):
        yield Hit(None, (str(len(measures)),))


def _no_deadlines(subject: Subject) -> Iterator[Hit]:
    measures = subject.plan.measures if _is_divided(subject) else []
    if measures and not any(m.due for m in measures):
        yield Hit(None, (str(len(measures)),))


def _no_goals(subject: Subject) -> Iterator[Hit]:
    """Only of what says that it is a plan, or a report; what divides tasks has its goals in what they come from."""
    title = _title(subject.plan)
    if not subject.plan.goals and _YEARLY.search(title) and not _DIVISION.search(title):
        yield Hit(None)


def _no_measures(subject: Subject) -> Iterator[Hit]:
    news = any(d.code == "news-of-a-plan" for d in subject.plan.diagnostics)
    if not news and next(subject.plan.walk(Measure), None) is None:
        yield Hit(None)


RULES = (
    Rule(
        code="index-number-check",
        severity="warning",
        message=Words("机构代码 {0} 的校验位应为 {1}", "organisation code {0} should end in {1}"),
        what=Words(
            "索引号中九位机构代码的校验位不对", "an index number whose nine-character organisation code is wrong"
        ),
        why=Words(
            "GB 11714-1997 的校验位能发现抄错一位。18 位代码和地方自定格式不作判断。",
            "The check character of GB 11714-1997 shows a miscopied one. Other kinds of codes are not judged.",
        ),
        fix=Words("核对索引号。", "Compare the number with the page."),
        trips="索引号：416049271/2022-00008\n发布机构：甲市科技局\n" + EXAMPLE_PLAN,
        clean="索引号：416049270/2022-00008\n发布机构：甲市科技局\n" + EXAMPLE_PLAN,
        run=_index_number,
    ),
    Rule(
        code="index-number-year",
        severity="warning",
        message=Words(
            "索引号的年份是 {0}，文件成文于 {1}", "the index number says {0}, the document was written on {1}"
        ),
        what=Words(
            "索引号的年份早于成文、晚于发布",
            "an index number of a year before the document was written or after it was published",
        ),
        why=Words("索引号在公开时编制，年份应当是成文到发布之间的。", "The number is given on publication."),
        fix=Words("核对索引号和日期。", "Compare number and dates with the page."),
        trips="索引号：416049270/2021-00008\n发布机构：甲市科技局\n成文日期：2022年3月25日\n发布日期：2022年3月30日\n"
        + EXAMPLE_PLAN,
        clean="索引号：416049270/2023-00008\n发布机构：甲市科技局\n成文日期：2022年3月25日\n发布日期：2023年3月30日\n"
        + EXAMPLE_PLAN,
        run=_index_year,
    ),
    Rule(
        code="date-order",
        severity="warning",
        message=Words("成文（{0}）晚于发布（{1}）", "written on {0}, after it was published on {1}"),
        what=Words("成文或落款日期晚于发布日期", "a document written or signed after it was published"),
        why=Words("其中一个日期有误。", "One of the dates is wrong."),
        fix=Words("核对原件。", "Compare with the original."),
        trips="索引号：甲-2022-1\n发布机构：甲市科技局\n成文日期：2022年3月25日\n发布日期：2022年3月20日\n"
        + EXAMPLE_PLAN,
        clean="索引号：甲-2022-1\n发布机构：甲市科技局\n成文日期：2022年3月25日\n发布日期：2022年3月25日\n"
        + EXAMPLE_PLAN,
        run=_date_order,
        extents=NOTICES,
    ),
    Rule(
        code="impossible-date",
        severity="warning",
        message=Words("没有 {0} 这一天", "there is no day {0}"),
        what=Words("日历上没有的日期：6月31日", "a day that no calendar has: 6月31日"),
        why=Words("时限无法推算。", "A deadline on it cannot be kept."),
        fix=Words("核对日期。", "Correct the date."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。6月31日前建成三家。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。2024年2月29日前建成三家，6月30日前投用。\n",
        run=_no_such_day,
        needs_text=True,
    ),
    Rule(
        code="date-conflict",
        severity="warning",
        message=Words("文件头的成文日期是 {0}，落款日期是 {1}", "the header says written on {0}, the signature {1}"),
        what=Words(
            "文件头的成文日期与落款日期不同", "a header whose written date differs from the date under the notice"
        ),
        why=Words("成文日期就是落款的日期，两处应当一致。", "They are one date by definition and should agree."),
        fix=Words("核对原件。", "Compare with the original."),
        trips="索引号：甲-2022-1\n发布机构：甲市科技局\n成文日期：2022年3月25日\n"
        + EXAMPLE_NOTICE
        + "甲市科学技术局\n2022年3月26日\n"
        + EXAMPLE_PLAN,
        clean="索引号：甲-2022-1\n发布机构：甲市科技局\n成文日期：2022年3月25日\n"
        + EXAMPLE_NOTICE
        + "甲市科学技术局\n二〇二二年三月二十五日\n"
        + EXAMPLE_PLAN,
        run=_date_conflict,
        extents=NOTICES,
    ),
    Rule(
        code="no-responsible-units",
        severity="warning",
        message=Words("举措（{0} 条）都没有写明责任单位", "no measure ({0} in all) names a responsible body"),
        what=Words("全部举措都没有责任单位", "a plan none of whose measures names a responsible body"),
        why=Words(
            "没有责任单位就无法分工督办；清单里会写“未明确”。工作报告、规划纲要另有分工通知，"
            "通知、意见由主送机关办理，没有标题的片段无从判断，都不在此列。",
            "Nobody can be asked; the checklist says 未明确 (not stated) for each. Work reports and outlines are divided by another"
            " notice; what a notice or an opinion orders is for its addressees; a piece without a title may be any of these.",
        ),
        fix=Words(
            "另行印发任务分工，或在清单里补填。", "Send out a division of tasks, or fill it in on the checklist."
        ),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。支持领军企业牵头组建联合体。\n2.引进人才。引进百名。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。建成三家。（市科技局负责）\n2.引进人才。引进百名。\n",
        run=_no_bodies,
        extents=FULL,
    ),
    Rule(
        code="no-deadlines",
        severity="warning",
        message=Words("举措（{0} 条）都没有写明完成时限", "no measure ({0} in all) states a deadline"),
        what=Words("全部举措都没有时限", "a plan none of whose measures states a deadline"),
        why=Words(
            "没有时限只能按年底考核，无法按序时进度督办。工作报告不在此列。",
            "All that is left is the end of the year; no pace can be kept. Work reports are left out.",
        ),
        fix=Words("在任务分工或清单里补填时限。", "State deadlines in the division of tasks or on the checklist."),
        trips="2022年工作要点\n一、重点任务\n1.建设平台。全年新建三家。\n2.引进人才。引进百名。\n",
        clean="2022年工作要点\n一、重点任务\n1.建设平台。6月底前建成三家。\n2.引进人才。引进百名。\n",
        run=_no_deadlines,
        extents=FULL,
    ),
    Rule(
        code="no-goals",
        severity="info",
        message=Words("没有写明目标", "the plan states no goals"),
        what=Words("要点没有目标", "a plan without goals"),
        why=Words(
            "没有目标就无从评价全年成效；不少要点确实不写，也可能是 kjplan 没有认出。",
            "Nothing to measure the year by. Many plans state none; or kjplan did not recognise them.",
        ),
        fix=Words("用 kjplan explain 查看有关行的归属。", "See with kjplan explain what became of the lines."),
        trips=EXAMPLE_PLAN,
        clean="2022年工作要点\n一、主要目标\n1.覆盖率达到65%。\n二、重点任务\n1.建设平台。建成三家。\n",
        run=_no_goals,
        extents=FULL,
    ),
    Rule(
        code="no-measures",
        severity="warning",
        message=Words("没有认出举措", "no measures were recognised"),
        what=Words("要点没有举措", "a plan without measures"),
        why=Words(
            "只有目标而没有举措的要点很少见，多半是正文缺失或版式没有认出。",
            "A plan of goals alone is rare: its text is probably missing, or its layout was not recognised.",
        ),
        fix=Words("核对原文是否完整，用 kjplan explain 查看。", "See that the text is complete; ask kjplan explain."),
        trips="2022年工作要点\n一、主要目标\n1.覆盖率达到65%。\n2.成交额达到400亿元。\n",
        clean="2022年工作要点\n一、主要目标\n1.覆盖率达到65%。\n二、重点任务\n1.建设平台。建成三家。\n",
        run=_no_measures,
        parsed_only=True,
        extents=PLANS,
    ),
)
"""Rules of this file, in the order of the registry."""
