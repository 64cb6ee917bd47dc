"""Rules on wording: what is said twice, what stands side by side as if it were a list, what points at nothing."""

import re
from collections.abc import Iterator

from kjplan.checking.rules.rule import PLANS, Hit, Rule, Subject, Words
from kjplan.checking.rules.slogans import entries_of, slogan_numbers
from kjplan.extraction.tables import words
from kjplan.model import Span

_FIGURE = "[0-9〇一二三四五六七八九十百千万亿.,%％]{1,12}[^，。；：、级0-9\\s]{0,6}?"
_REDUNDANT = re.compile(
    f"(?:超过|不低于|不少于|不小于|至少|高于){_FIGURE}以上|(?:不超过|不高于|不多于|至多|最多|低于){_FIGURE}(?:以内|以下)"
    f"|(?:大约|(?<![节契合制集预签履公])约|将近|接近){_FIGURE}(?:左右|上下)|超过{_FIGURE}左右"
    "|赋予[^，。；：]{1,40}赋权|目的是为了|原因是因为|截止(?:到|至)[^，。；]{1,20}为止|凯旋归来|(?:大约|(?<![节契合制集预签履公])约)[^，。；]{1,6}左右"
)
"""The same thing said twice by one clause: a bound, an estimate, a verb that its noun has in it."""

VERBS = "进行|开展|加强|推进|推动|加快|建设|发展|提升|提高|完善|落实|实施|组织|做好|抓好|支持|促进|强化|优化|健全|建立"
_REPEATED = re.compile(
    f"(?P<word>{VERBS})(?P=word)(?!用地|银行|项目|单位|工程|细则|办法|方案|意见|部|委|规划|改革|中|型|战略|法|质量|生活)"
    "|(?<![目标])的的(?!确|士)|以及以及|关于关于|(?<!实)(?<!存)(?<!现)(?<!正)在在(?!建|校|职|线|册|编|岗|押|役|籍|园|读|孵|研|产)"
    "|和和(?!美|平|谐|睦|气|田)|(?<!参)与与(?!会)|(?<![行作认成因以称转变改视分])为为(?!民|主|了|期|何)|(?<![应相针绝反核比])对对(?!口|外|内|接|方)"
)
"""Words that were typed or pasted twice; 建设建设用地, 实施实施细则, 的的确确, 实实在在 and 行为为核心 are none."""
_PAIR = re.compile("(?P<pair>(?P<a>[一-鿿])(?!(?P=a))[一-鿿])(?P=pair)(?![0-9业区部局委院站网化型性者员费权法中])")
"""Two characters twice."""
_KNOWN = frozenset(VERBS.split("|"))
"""Words that the table above judges."""
_NO_PAIR = frozenset("一二三四五六七八九十某逐同各")
"""一步一步, 同网同价: characters of pairs that are said twice."""
_OFTEN = 3
"""So often do two characters stand in a text that are a word there."""
_MOST_PAIRS = 200
"""Different pairs that are looked at; the bound keeps hostile input linear."""
_CLAUSE = re.compile("[^，,。；;：、！？\r\n]{6,60}")

_QUOTES = re.compile("“(?P<list>[^“”\\r\\n]{6,120})”“(?P<name>[^“”\\r\\n]{2,12})”")

_ABOVE = re.compile(
    "(?:上述|前述)(?:[各几两三四五六七八九十0-9]{1,3}[个项类种条家名批方]?|全部|所有|有关|相关)?的?(?P<what>[一-龥]{2})"
)
_GENERAL = frozenset(
    words(
        "任务 目标 工作 要求 措施 政策 规定 原则 内容 事项 方案 意见 问题 情况 活动 材料 信息 期限 时间 程序 职责 思路 部署 范围 条件 情形 行为 "
        "举措 预期 主要 指导 重点 安排 分工 做法 方式 渠道 办法 文件 通知 资料 数据 基础 过程 标准 条款 范畴 方面"
    )
)
"""What a text has said in other words before: 上述任务."""
_NEAR = 100
"""Characters before 上述 in which one character of the thing is enough: 《甲表》和《乙表》, then 上述两个表格."""
_VAGUE = frozenset("业区地市场所点部门会社位设机车路企备农户")
"""Characters that words of other things have as well: 产业 is no 企业."""


def _redundant(subject: Subject) -> Iterator[Hit]:
    for m in _REDUNDANT.finditer(subject.text):
        if not subject.in_furniture(m.start()):
            yield Hit(m.span(), (m[0],))


def _repeated(subject: Subject) -> Iterator[Hit]:
    text, told = subject.text, 0
    found = [(m.span(), m[0]) for m in _REPEATED.finditer(text)]
    pairs = [(m["pair"], m.span()) for m in _PAIR.finditer(text)]
    different = list(dict.fromkeys(pair for pair, _ in pairs))[:_MOST_PAIRS]
    known = {pair for pair in different if _is_word(text, pair)}
    found += [(span, pair * 2) for pair, span in pairs if pair in known]
    found += [((at, end), text[at:end]) for at, end in _clauses_twice(text)]
    for (start, end), said in sorted(found):
        if start >= told and not subject.in_furniture(start):
            yield Hit((start, end), (said,))
            told = end


def _is_word(text: str, pair: str) -> bool:
    """Whether two characters are a word of the text, and not the end of one with the beginning of another: 产业创业创新."""
    turned = text.count(pair[::-1]) > text.count(pair + pair)
    return not turned and text.count(pair) >= _OFTEN and pair not in _KNOWN and not _NO_PAIR.intersection(pair)


def _clauses_twice(text: str) -> Iterator[Span]:
    """The second of two clauses that are the same and follow each other."""
    before = None
    for m in _CLAUSE.finditer(text):
        if (
            before is not None
            and before[0] == m[0]
            and m.start() == before.end() + 1
            and text[before.end()] in "，,。；;、"
        ):
            yield m.span()
        before = m


def _apposed(subject: Subject) -> Iterator[Hit]:
    """A list in quotation marks and right behind it the name that counts it: “甲、乙、丙”“三大行动”."""
    for m in _QUOTES.finditer(subject.text):
        if slogan_numbers(m["name"]).intersection(entries_of(m["list"])) and not subject.in_furniture(m.start()):
            yield Hit(m.span("name"), (m["name"], m["list"][:8]))


def _unresolved(subject: Subject) -> Iterator[Hit]:
    """上述 before a thing that was not named before."""
    text = subject.text
    for m in _ABOVE.finditer(text):
        if m["what"] in _GENERAL or subject.in_furniture(m.start()) or text.find(m["what"], 0, m.start()) >= 0:
            continue
        if not (set(m["what"]) - _VAGUE).intersection(text[max(0, m.start() - _NEAR) : m.start()]):
            yield Hit(m.span(), (m[0],))


_HEAD = "2022年工作要点\n一、重点任务\n"

RULES = (
    Rule(
        code="redundant-wording",
        severity="info",
        message=Words("“{0}”用语重复", "{0} says the same twice"),
        what=Words(
            "语意重复：“超过100家以上”“约5%左右”“赋予…赋权”", "one thing said twice: 超过100家以上, 约5%左右, 赋予…赋权"
        ),
        why=Words(
            "“超过100家”与“100家以上”是两个下限，考核时以哪个为准？其余是赘字。",
            "超过100家 and 100家以上 are two bounds: which one is assessed? The others are words too many.",
        ),
        fix=Words("保留一处。", "Keep one of them."),
        trips=_HEAD + "1.建设平台。新增平台超过100家以上。\n",
        clean=_HEAD + "1.建设平台。新增平台100家以上，超过去年，推进省级以上平台赋权改革。\n",
        run=_redundant,
        needs_text=True,
        extents=PLANS,
    ),
    Rule(
        code="repeated-word",
        severity="warning",
        message=Words("“{0}”重复", "{0} is a word typed twice"),
        what=Words("连着写了两遍的词：“加强加强”“的的”", "a word that stands twice in a row: 加强加强, 的的"),
        why=Words("改稿或粘贴时留下的。", "It is left over from editing or pasting."),
        fix=Words("删去一个。", "Delete one of them."),
        trips=_HEAD + "1.建设平台。进一步加强加强平台建设。\n",
        clean=_HEAD
        + "1.建设平台。加强强基工程，建设建设用地市场，出台实施实施细则，明确目的的内涵，的的确确建成三家。\n",
        run=_repeated,
        needs_text=True,
        extents=PLANS,
    ),
    Rule(
        code="adjacent-quotes",
        severity="info",
        message=Words("“{0}”紧挨在它所概括的“{1}…”之后", "{0} stands right behind what it sums up: “{1}…”"),
        what=Words(
            "解释与名称两个引号紧挨，读来像并列：“甲、乙、丙”“三大行动”",
            "an explanation and its name in two pairs of quotation marks side by side: “甲、乙、丙”“三大行动”",
        ),
        why=Words(
            "并列的引号之间不加顿号（GB/T 15834-2011），紧挨的两个引号会读成两件事。",
            "Quotations in a row have no 、 between them (GB/T 15834-2011), so two side by side read as two things.",
        ),
        fix=Words(
            "改为“三大行动”（甲、乙、丙），或加“等”“即”。", "Write “三大行动”（甲、乙、丙）, or put 即 between them."
        ),
        trips=_HEAD + "1.抓作风。开展“找差大讨论、素质大练兵、问题大整治”“三大行动”。\n",
        clean=_HEAD + "1.抓作风。开展“找差大讨论、素质大练兵、问题大整治”，落实“一网通办、限时办结”“最多跑一次”。\n",
        run=_apposed,
        needs_text=True,
        extents=PLANS,
    ),
    Rule(
        code="unresolved-reference",
        severity="info",
        message=Words("“{0}”所指不明", "it is not said what {0} means"),
        what=Words(
            "“上述企业”，而前文没有企业",
            "上述企业 where no 企业 was named before",
        ),
        why=Words("单看这份文件，不知道指什么。", "From this document alone it cannot be known."),
        fix=Words("写出名称。", "Write the name."),
        trips=_HEAD + "1.建设平台。支持上述园区建设平台。\n",
        clean=_HEAD + "1.建设园区。支持上述园区完成上述任务。\n",
        run=_unresolved,
        needs_text=True,
        extents=PLANS,
    ),
)
"""Rules of this file, in the order of the registry."""
