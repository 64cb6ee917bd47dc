"""Figures in the forms that these documents write them in: bounds, numbers, units, growth, and where the verb stands."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from benchmarks.reforming.known import Draft, Fact, Known, amount_of, key, plain
from benchmarks.reforming.numerals import commas, spelt
from kjplan.model import Goal, Measure, Target

_AMOUNT = re.compile(r"([0-9]+(?:\.[0-9]+)?)(万|亿)?([%％]|(?:亿|万)?[一-鿿]{1,3}|)")
_REACHED = re.compile("(?:达到|达|不低于|不少于|提高到|提升到|提升至|提高至|不超过|超过|突破|控制在)?$")
_UNITS = "|".join(
    (
        "%",
        "％",
        "个百分点",
        "亿元",
        "万元",
        "万人次",
        "万人",
        "家",
        "个",
        "项",
        "人",
        "名",
        "件",
        "公里",
        "所",
        "座",
        "户",
        "次",
        "场",
        "批",
        "套",
        "辆",
        "亩",
        "吨",
        "万亩",
        "平方米",
    )
)
_QUANTITY = re.compile(
    rf"(?P<before>达到|达|不低于|不少于|超过|突破|不超过|控制在)?(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<unit>{_UNITS})(?P<after>以上|以内|以下)?"
)
_WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")

Change = Callable[[str, str, str, str], tuple[str, str, Decimal, str] | None]
"""From verb, number, unit and 以上 to other words for them, with comparator, base value and base unit; None where none are."""


def _numbers(kind: Callable[[str], str | None], blank: str = "") -> Change:
    """Another way to write the number, and nothing else."""

    def change(before: str, number: str, unit: str, after: str) -> tuple[str, str, Decimal, str] | None:
        written = kind(number)
        return None if written is None else (f"{before}{written}{blank}{unit}{after}", "", Decimal(0), "")

    return change


def _bound(form: str, comparator: str = "ge", units: str = "") -> Change:
    """Another way to say that so much is reached at least."""

    def change(before: str, number: str, unit: str, after: str) -> tuple[str, str, Decimal, str] | None:
        at_least = (before in ("达到", "达", "不低于", "不少于") and before) or (after and not before)
        if not at_least or (units and unit not in units):
            return None
        return form.format(b=before, n=number, u=unit), comparator, Decimal(0), ""

    return change


def _most(form: str, comparator: str = "le") -> Change:
    """Another way to say that so much is reached at most."""

    def change(before: str, number: str, unit: str, after: str) -> tuple[str, str, Decimal, str] | None:
        if after not in ("以内", "以下") and before not in ("不超过", "控制在"):
            return None
        return form.format(n=number, u=unit), comparator, Decimal(0), ""

    return change


def _bare(form: str, comparator: str) -> Change:
    """A count without any bound, put as about so much or more."""

    def change(before: str, number: str, unit: str, after: str) -> tuple[str, str, Decimal, str] | None:
        if before or after or unit not in "家个项人名件所座户场":
            return None
        return form.format(n=number, u=unit), comparator, Decimal(0), ""

    return change


def _written(unit: str, form: Callable[[str], str | None]) -> Change:
    def change(before: str, number: str, found: str, after: str) -> tuple[str, str, Decimal, str] | None:
        words = form(number) if found == unit else None
        return None if words is None else (before + words + after, "", Decimal(0), "")

    return change


def _ten_thousands(number: str) -> str | None:
    value = Decimal(number) * 10_000
    return f"{int(value)}万元" if value == int(value) else None


def _hundred_millions(number: str) -> str | None:
    value = Decimal(number) / 10_000
    return f"{value.normalize():f}亿元" if value >= Decimal("0.1") else None


CHANGES: dict[str, Change] = {
    "65%以上 as 达到65%以上": _bound("达到{n}{u}以上"),
    "65%以上 as 不低于65%": _bound("不低于{n}{u}", units="%％"),
    "100家以上 as 不少于100家": _bound("不少于{n}{u}", units="家个项人名件所座户次场万人"),
    "65%以上 as ≥65%": _bound("≥{n}{u}", units="%％"),
    "65%以上 as 65%及以上": _bound("{b}{n}{u}及以上"),
    "65%以上 as 65%（含）以上": _bound("{b}{n}{u}（含）以上"),
    "65%以上 as 力争达到65%": _bound("力争达到{n}{u}"),
    "65%以上 as 确保达到65%以上": _bound("确保达到{n}{u}以上"),
    "65%以上 as 超过65%": _bound("超过{n}{u}", "gt"),
    "65%以上 as 突破65%": _bound("突破{n}{u}", "gt"),
    "65%以上 as 至少达到65%": _bound("至少达到{n}{u}"),
    "65%以上 as 达65%以上": _bound("达{n}{u}以上"),
    "65%以上 as 保持在65%以上": _bound("保持在{n}{u}以上", units="%％"),
    "65%以上 as 稳定在65%以上": _bound("稳定在{n}{u}以上", units="%％"),
    "65%以上 as 在65%以上": _bound("在{n}{u}以上", units="%％"),
    "5.5%以内 as 控制在5.5%以内": _most("控制在{n}{u}以内"),
    "5.5%以内 as 不超过5.5%": _most("不超过{n}{u}"),
    "5.5%以内 as 不高于5.5%": _most("不高于{n}{u}"),
    "5.5%以内 as ≤5.5%": _most("≤{n}{u}"),
    "5.5%以内 as 低于5.5%": _most("低于{n}{u}", "lt"),
    "5.5%以内 as 控制在5.5%以下": _most("控制在{n}{u}以下"),
    "1000家 as 1000家左右": _bare("{n}{u}左右", "approx"),
    "1000家 as 约1000家": _bare("约{n}{u}", "approx"),
    "1000家 as 1000余家": _bare("{n}余{u}", "gt"),
    "1000家 as 超过1000家": _bare("超过{n}{u}", "gt"),
    "1000家 as 1000多家": _bare("{n}多{u}", "gt"),
    "1000家 as 至少1000家": _bare("至少{n}{u}", "ge"),
    "1000家 as 不少于1000家": _bare("不少于{n}{u}", "ge"),
    "1000家 as 1000家以上": _bare("{n}{u}以上", "ge"),
    "1000家 as 1000家（次）": _bare("{n}{u}（次）", "bare"),
    "1000家 as 1,000家": _numbers(commas),
    "1000家 as 1，000家": _numbers(lambda n: (commas(n) or "").replace(",", "，") or None),
    "1000家 as 一千家": _numbers(spelt),
    "1000家 as １０００家": _numbers(lambda n: n.translate(_WIDE)),
    "1000家 as 1000 家": _numbers(lambda n: n, " "),
    "65% as 65％": _written("%", lambda n: f"{n}％"),
    "65% as 65 %": _written("%", lambda n: f"{n} %"),
    "65% as 百分之65": _written("%", lambda n: f"百分之{n}"),
    "65% as 百分之六十五": _written("%", lambda n: f"百分之{c}" if (c := spelt(n)) and int(n) <= 100 else None),
    "400亿元 as 4000000万元": _written("亿元", _ten_thousands),
    "5000万元 as 0.5亿元": _written("万元", _hundred_millions),
    "400亿元 as 人民币400亿元": _written("亿元", lambda n: f"人民币{n}亿元"),
}
"""Name of each, and what it makes of the words of a figure."""


def _nodes(known: Known) -> Iterator[Goal | Measure]:
    nodes: list[Goal | Measure] = [*known.plan.goals, *known.plan.measures]
    for node in nodes:
        if known.trusted(node, "target"):
            yield node


def _fact(node: Goal | Measure, target: Target, comparator: str = "", indicator: str = "") -> Fact:
    comparator = comparator or target.comparator
    return ("target", key(node), comparator, *amount_of(target), plain(indicator or target.indicator))


def rewrite(change: Change) -> Callable[[Known], Draft | None]:
    """All figures of a document in another form, where they have the one that is changed."""

    def way(known: Known) -> Draft | None:
        draft, text = Draft(known), known.text
        done: set[tuple[int, int]] = set()
        for node in _nodes(known):
            for target in node.targets:
                if target.span is None or target.value_max is not None or target.span in done:
                    continue
                start, end = target.span
                before = _REACHED.search(text, max(0, start - 4), start)
                start = before.start() if before else start
                m = _QUANTITY.fullmatch(text, start, end)
                new = m and change(m["before"] or "", m["number"], m["unit"], m["after"] or "")
                alone = text[end : end + 1] in "，。；、,;\n（(" and "分别" not in text[max(0, start - 30) : end]
                if not m or not new or not (alone or not new[1]) or not known.behind_key(node, start):
                    continue
                done.add(target.span)
                draft.replace((start, end), new[0])
                draft.withdraw(_fact(node, target))
                draft.state(_fact(node, target, new[1]))
        return draft if draft.touched else None

    return way


_GROWN = re.compile("(?:同比|年均|比上年)?(?:增长|增幅|增速|增加)(?:达到|达)?$")


def grown(words: str, comparator: str = "") -> Callable[[Known], Draft | None]:
    """增长8% in other words: 增速8%."""

    def way(known: Known) -> Draft | None:
        draft, text = Draft(known), known.text
        for node in _nodes(known):
            for target in node.targets:
                if target.span is None or target.basis != "growth" or target.comparator not in ("bare", "approx"):
                    continue
                if target.unit not in ("%", "％"):
                    continue
                at = text[slice(*target.span)].find(str(target.value)) + target.span[0]
                before = _GROWN.search(text, max(0, at - 6), at)
                if (
                    before is None
                    or not known.behind_key(node, before.start())
                    or at < target.span[0]
                    or text[at : target.span[1]].strip("%％左右") != str(target.value)
                ):
                    continue
                draft.replace((before.start(), at), words)
                if comparator and target.comparator == "bare":
                    draft.withdraw(_fact(node, target))
                    draft.state(_fact(node, target, comparator))
                draft.touched += 1
        return draft if draft.touched else None

    return way


_DEEDS = ("新增", "新建", "培育", "引进", "建设", "建成", "打造", "完成", "改造", "培训", "认定", "创建", "开展")


def turned(form: str) -> Callable[[Known], Draft | None]:
    """新增企业1000家 with its noun behind the figure, or another word between; ``{v}`` verb, ``{i}`` noun, ``{q}`` figure."""

    def way(known: Known) -> Draft | None:
        draft, text = Draft(known), known.text
        for node in _nodes(known):
            for target in node.targets:
                verb, noun, span = target.verb or "", target.indicator, target.span
                if (
                    span is None
                    or verb not in _DEEDS
                    or not 1 < len(noun) < 16
                    or target.comparator not in ("bare", "ge")
                ):
                    continue
                figure = text[slice(*span)]
                if not re.search("[0-9]", figure):
                    continue  # 新建两所幼儿园 counts what is listed
                for old in (f"{verb}{noun}{figure}", f"{verb}{figure}{noun}"):
                    at = text.find(old, max(0, span[0] - len(old)), span[1] + len(old))
                    opens = form[0] == "{" or text[at - 1] in "，。；、,;：:\n."  # not 重点力争
                    if (
                        0 <= at <= span[0]
                        and opens
                        and text[at + len(old) : at + len(old) + 1] in "，。；、,;"
                        and known.behind_key(node, at)
                    ):
                        draft.replace((at, at + len(old)), form.format(v=verb, i=noun, q=figure))
                        draft.touched += 1
                        break
        return draft if draft.touched else None

    return way


FIGURES = {
    **{name: (rewrite(change),) for name, change in CHANGES.items()},
    "增长8% as 同比增长8%": (grown("同比增长"),),
    "增长8% as 增速8%": (grown("增速"),),
    "增长8% as 增速达到8%": (grown("增速达到", "ge"),),
    "增长8% as 增幅8%": (grown("增幅"),),
    "增长8% as 同比增幅达到8%": (grown("同比增幅达到", "ge"),),
    "增长8% as 比上年增长8%": (grown("比上年增长"),),
    "增长8% as 较上年增长8%": (grown("较上年增长"),),
    "增长8% as 实现增长8%": (grown("实现增长"),),
    "增长8% as 力争增长8%": (grown("力争增长"),),
    "新增企业1000家": (turned("{v}{i}{q}"),),
    "新增1000家企业": (turned("{v}{q}{i}"),),
    "力争新增企业1000家": (turned("力争{v}{i}{q}"),),
    "企业新增1000家": (turned("{i}{v}{q}"),),
    "全年新增1000家企业": (turned("全年{v}{q}{i}"),),
    "计划新增企业1000家": (turned("计划{v}{i}{q}"),),
}
"""Name of each form of a figure, and what puts a document's figures in it."""
