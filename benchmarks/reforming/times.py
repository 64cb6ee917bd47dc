"""By when a task is to be done, in every form that these documents have for it."""

import re
from calendar import monthrange
from collections.abc import Callable

from benchmarks.reforming.known import Draft, Known, key
from kjplan.model import Deadline

Say = Callable[[int, int], str | None]
"""From year and month to the words for the last day of it; None where they cannot say it."""


def _numeral(month: int) -> str:
    return ["十", "十一", "十二"][month - 10] if month > 9 else "一二三四五六七八九"[month - 1]


def _spelt(day: int) -> str:
    return {28: "二十八", 29: "二十九", 30: "三十", 31: "三十一"}[day]


def _last(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _quarter(words: str, months: int, names: str) -> Say:
    return lambda y, m: words.format(y=y, n=names[m // months - 1]) if m % months == 0 else None


def _only(month: int, words: str) -> Say:
    return lambda y, m: words.format(y=y) if m == month else None


def _day(words: str) -> Say:
    return lambda y, m: words.format(y=y, m=m, d=_last(y, m), c=_numeral(m), s=str(m).translate(_WIDE))


_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

PHRASES: dict[str, Say] = {
    "2024年6月底前": _day("{y}年{m}月底前"),
    "6月底前": _day("{m}月底前"),
    "6月30日前": _day("{m}月{d}日前"),
    "6月30日之前": _day("{m}月{d}日之前"),
    "2024年6月30日前": _day("{y}年{m}月{d}日前"),
    "2024年6月30日以前": _day("{y}年{m}月{d}日以前"),
    "今年6月底前": _day("今年{m}月底前"),
    "6月底之前": _day("{m}月底之前"),
    "6月末前": _day("{m}月末前"),
    "六月底前": _day("{c}月底前"),
    "６月底前": _day("{s}月底前"),
    "6月份底前": _day("{m}月份底前"),
    "2024.6.30前": _day("{y}.{m}.{d}前"),
    "2024-06-30前": lambda y, m: f"{y}-{m:02d}-{_last(y, m)}前",
    "不迟于6月30日": _day("不迟于{m}月{d}日"),
    "第二季度末前": _quarter("第{n}季度末前", 3, "一二三四"),
    "二季度末": _quarter("{n}季度末", 3, "一二三四"),
    "2024年二季度前完成 as 上半年": _quarter("{y}年{n}半年", 6, "上下"),
    "年底前": _only(12, "年底前"),
    "2024年底前": _only(12, "{y}年底前"),
    "年内": _only(12, "年内"),
    "2024年年底前": _only(12, "{y}年年底前"),
    "今年年底前": _only(12, "今年年底前"),
    "9月30日24时前": _day("{m}月{d}日24时前"),
    "2024年6月30号前": _day("{y}年{m}月{d}号前"),
    "2024/6/30前": _day("{y}/{m}/{d}前"),
    "六月三十日前": lambda y, m: f"{_numeral(m)}月{_spelt(_last(y, m))}日前",
    "6月底": _day("{m}月底"),
    "6月份": _day("{m}月份"),
    "最迟于6月底": _day("最迟于{m}月底"),
    "2024年第二季度": _quarter("{y}年第{n}季度", 3, "一二三四"),
    "第二季度": _quarter("第{n}季度", 3, "一二三四"),
    "原则上6月底前": _day("原则上{m}月底前"),
    "务必在6月底前": _day("务必在{m}月底前"),
    "到2024年6月底": _day("到{y}年{m}月底"),
    "2024年6月底以前": _day("{y}年{m}月底以前"),
    "本年度6月底前": _day("本年度{m}月底前"),
    "赶在6月底前": _day("赶在{m}月底前"),
}
"""Name of each, and what it says; the first are told of a day without its year."""

PLACES: dict[str, str] = {
    "…完成 as a sentence": "{d}完成。",
    "…前完成任务 as a sentence": "{d}完成任务。",
    "确保…完成": "确保{d}完成。",
    "力争…全面完成": "力争{d}全面完成。",
    "（…完成）": "（{d}完成）",
    "（完成时限：…）": "（完成时限：{d}）",
    "（完成时间：…）": "（完成时间：{d}）",
    "（时限：…）": "（时限：{d}）",
    "完成时限：… on a line": "\n完成时限：{d}",
    "完成时限：…。 on a line": "\n完成时限：{d}。",
    "时限要求：…完成 on a line": "\n时限要求：{d}完成",
    "完成期限：… on a line": "\n完成期限：{d}",
    "时间节点：… on a line": "\n时间节点：{d}",
    "时间安排：… on a line": "\n时间安排：{d}完成",
    "（时限要求：…）": "（时限要求：{d}）",
    "（…） alone": "（{d}）",
    "要在…全面完成": "要在{d}全面完成。",
    "…全部完成": "{d}全部完成。",
    "各项工作…完成到位": "各项工作{d}完成到位。",
    "【…完成】": "【{d}完成】",
}

_YEARLESS = re.compile("[0-9]{4}")
_SHORT = re.compile(
    r"(?:到|于)?(?:[0-9]{4}年|今年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|末)(?:以|之)?前|年?年?底(?:以|之)?前|年内)"
)


def give(say: Say, place: str) -> Callable[[Known], Draft | None]:
    """A deadline of ours for every task that has none."""

    def way(known: Known) -> Draft | None:
        year, draft = known.one_year, Draft(known)
        for k, measure in enumerate(known.tasks()):
            month = k % 12 + 1
            if known.dated > f"{year}-{month:02d}":
                continue
            words = say(year, month) if year else None
            if words is None or year is None or measure.due or not measure.number or measure.responsibility.stated:
                continue
            assert measure.span is not None
            end = measure.span[1]
            stop = "" if known.text[end - 1] in "。；;！…" or place[0] in "（【" else "。"
            draft.replace((end, end), stop + place.format(d=words))
            draft.state(("due", key(measure), f"{year}-{month:02d}-{_last(year, month)}"))
        return draft if draft.touched else None

    return way


def _month_end(due: Deadline) -> tuple[int, int] | None:
    """Year and month of a deadline that means the last day of one."""
    if due.date is None:
        return None
    year, month, day = (int(x) for x in due.date.split("-"))
    return (year, month) if day == _last(year, month) else None


def reword(say: Say) -> Callable[[Known], Draft | None]:
    """The deadlines that a document has, in other words for the same day."""

    def way(known: Known) -> Draft | None:
        draft = Draft(known)
        for measure in known.plan.measures:
            if not known.trusted(measure, "due"):
                continue
            for due in measure.due:
                day = _month_end(due)
                if (
                    day is None
                    or due.span is None
                    or not known.behind_key(measure, due.span[0])
                    or not _SHORT.fullmatch(known.text[slice(*due.span)])
                ):
                    continue
                words = say(*day) if day[0] == known.one_year or _YEARLESS.match(say(*day) or "") else None
                if words:
                    draft.replace(due.span, words)
                    draft.touched += 1
        return draft if draft.touched else None

    return way


TIMES = {
    **{f"{name}": (give(say, "{d}完成。"), reword(say)) for name, say in PHRASES.items()},
    **{f"2024年6月底前, {name}": (give(PHRASES["2024年6月底前"], place),) for name, place in PLACES.items()},
    **{f"6月30日前, {name}": (give(PHRASES["6月30日前"], place),) for name, place in PLACES.items()},
}
