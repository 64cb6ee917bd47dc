"""Times by which something is to be done."""

import re

from kjplan.extraction.dates import resolve
from kjplan.extraction.tables import by_first, joined
from kjplan.model import Deadline
from kjplan.reading.text import Passage

_TIME = re.compile(
    by_first(
        [
            *joined("节旦汛暖期季学冬临来始", ("[之以]?前",)),
            *("月", "季度", "半年", "年[ 内底末前以之年]", "五”?(?:规划)?期?末", "到 ?20"),
        ]
    )
)
"""Words without which the forms below need not be tried."""
_TITLE = re.compile(r"《[^《》]*+》")
_YEAR = r"(?:20\d\d ?年|[一二][〇○零九][一二三四五六七八九〇○零]{2}年|今年|明年|次年|当年)"
_NUMBER = r"(?:\d{1,2} ?|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3})"
_BEFORE = r"(?:之前|以前|前)"
_NO_COUNT = r"(?<![\d年一二三四五六七八九十两几数多半前往历常近同每任])"
"""三年内, 5年内, 前年底, 每年底: 年 is no year's end there."""
_NO_NAME = r"(?!(?:碳|二氧化碳|全国碳)?[^,;。:、()“”]{0,12}(?:行动方案|达峰方案|行动计划))"
"""制定2030年前碳达峰行动方案: a date in the name of a document that is to be drawn up."""

_FORMS = (
    rf"每(?:年|月|季度|季|周|半年)[底末初]?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:底|末|初)?{_BEFORE}",  # 每月28日前
    # 2019年12月31日前, 12月31日17点前; but 2022年3月25日 is no limit
    rf"(?:到? ?{_YEAR} ?)?{_NUMBER}月 ?{_NUMBER}日(?:\d{{1,2}}[点时])?{_BEFORE}",
    rf"(?:到? ?{_YEAR} ?)?{_NUMBER}月(?:份?(?:[上中下]旬|底|末)?{_BEFORE}|底|末|份(?!以来|起|开始)|[上中下]旬(?!起|以来))",  # 6月底前, 10月份
    rf"(?<![前上]){_YEAR}?第?[一二三四]季度(?:底|末)?{_BEFORE}?(?!以来|GDP)",  # 第三季度末; not 前三季度, 上一季度
    rf"(?<!去年)(?<![上前每]年)(?<!每){_YEAR}?[上下]半年(?:底|末)?{_BEFORE}?(?!以来)",
    rf"到?(?:{_YEAR}年?|{_NO_COUNT}年)(?:底|末){_BEFORE}?(?!的|余额|结余|存量)",  # 年底前, 到2025年底, 2023年年底前
    rf"(?:{_YEAR}|{_NO_COUNT}年)内(?!外)",
    rf"到 ?20\d\d ?年(?!以来|期间)|20\d\d ?年{_BEFORE}{_NO_NAME}",
    rf"(?:春节|国庆节?|元旦|入?主?汛期|入汛|供暖|供暖期|采暖期|(?:旅游)?旺季|雨季|开学|入冬)(?:来临|到来|开始)?{_BEFORE}",
    r"到?“?十[一二三四五六七八九]五”?(?:规划)?期?末(?!的|相比)",  # “十四五”末
)
_WHEN = re.compile("|".join(_FORMS))
_EXPIRY = re.compile("(?:延长|延续|顺延|推迟|执行|有效期|截止)至?到?$|[较比]$")
"""延长到今年年底: how long something holds; 较“十三五”末: a base. Neither is a time by which to act."""
_LABELLED = re.compile(r"(?:完成时限|完成时间|完成期限|时限要求|办理时限|时限|期限)[::]\s{0,4}([^,;。()\s]{2,20})")
"""A named field holds a deadline in whatever words: 完成时限：长期推进."""
_ENDLESS = re.compile(r"\((?:[^()]{0,80}[,;。])?\s{0,4}(长期推进|长期坚持|持续推进|常年推进|长期)\s{0,4}[,;)]")
"""Without such a label only in a bracket (科技局牵头,持续推进); in prose 持续推进“郑科贷” is a verb."""


def find_deadlines(passage: Passage, year: int | None) -> list[Deadline]:
    """Deadlines of a passage in order: the words, and the last day they mean.

    Periods (全年), past dates and dates in a document's title are none.

    :param year: the plan's year, for words that name none; without it those have no date
    """
    text = passage.folded
    patterns = [_WHEN] if _TIME.search(text) else []
    if ":" in text:
        patterns.append(_LABELLED)
    if "(" in text:
        patterns.append(_ENDLESS)
    if not patterns:
        return []
    if "《" in text:
        text = _TITLE.sub(lambda m: " " * len(m.group()), text)
    spans = {m.span(m.lastindex or 0) for pattern in patterns for m in pattern.finditer(text)}
    covered = 0
    found: list[Deadline] = []
    for start, end in sorted(spans):
        if start < covered:
            continue
        covered = end
        if _EXPIRY.search(text, max(0, start - 4), start) or text.startswith(("到期", "期满"), end):
            continue
        day = resolve(text[start:end], year)
        found.append(
            Deadline(
                text=passage.text[start:end],
                date=day.isoformat() if day else None,
                span=passage.span(start, end),
            )
        )
    return found
