"""Words that say nothing of what a plan is about, whichever office wrote it."""

import re

from kjplan.extraction.figures.units import MEASURE, MONEY
from kjplan.extraction.tables import one_of, words

STOP_WORDS = frozenset(
    words(
        # What joins and refers.
        "以及 及其 并且 或者 而且 但是 因此 所以 如果 由于 关于 对于 按照 根据 依照 依据 依托 通过 经过 围绕 结合 针对 为了 随着 除了 "
        "其中 其他 其它 这个 这些 那些 他们 你们 我们 自己 之间 之一 之内 之前 之后 以上 以下 以内 以前 以后 左右 方面 等等 等方面 各类 各种 "
        "各项 各个 有关 相关 一个 一批 一些 一种 一系列 若干 多种 多个 所有 全部 任何 每个 同时 目前 当前 今后 已经 正在 将要 不断 进一步 "
        "更加 更好 更大 更多 非常 十分 基本 主要 全市 全省 全县 全区 全国 我市 我省 我县 我区 本市 本省 我国 "
        "如下 上述 下列 下同 简称 分别 一定 包括 必须 不得 应当 需要 可以 能够 予以 给予 及时 抓紧 尽快 立即 "
        # When, and measured against what.
        "日前 今年 去年 明年 上年 次年 本年 当年 近年 近年来 历年 逐年 每年 常年 多年 年度 年初 年内 年底 年末 年前 全年 上半年 下半年 季度 月度 "
        "月份 月初 月底 月末 每月 每季度 当月 本月 次月 期内 日内 同比 环比 年均 较上年 比上年 "
        # What every task does, whatever it is about.
        "进行 做好 抓好 搞好 开展 实施 落实 贯彻 贯彻落实 推进 推动 加强 加快 加大 加速 强化 促进 完善 健全 深化 优化 提升 提高 增强 建立 "
        "构建 打造 支持 鼓励 引导 组织 确保 实现 达到 坚持 继续 持续 积极 大力 全面 切实 着力 深入 充分 充分发挥 发挥 有效 扎实 稳步 严格 "
        "认真 全力 努力 力争 争取 不断完善 具有 成为 形成 作用 力度 认真贯彻 积极开展 全面落实 "
        # Who answers for it, in which role.
        "牵头 负责 配合 会同"
    )
)
"""Function words, and verbs and adverbs of resolve; nouns and names are never among them."""

_TOPICS = words("床位 标准车")
"""Units that are also what a plan may be about."""
_UNITS = tuple(unit for unit in (*MONEY, *MEASURE) if unit not in _TOPICS)
_FIGURE = re.compile(
    rf"[十百千万亿]+[余多]?(?:{one_of((*_UNITS, *'个家项名人户套座所条辆台件次株头张亩'))}|人次|户次|辆次|床位)?(?:以上|以下|左右)?"
    r"|(?!十[一二三四五]五)[一二两三四五六七八九十百千万亿几]+(?:[个年次届条项号日]|周年)?"
    rf"|{one_of([unit for unit in _UNITS if len(unit) > 1])}|人次|户次|百分点|工作日|小时|分钟"
)
"""What is left of a figure where its digits were taken away: 万元, 亿千瓦, 百分点; 十九 of 十九大, but not 十四五."""
LONGEST = 30
"""Characters of the longest word; a longer run of letters is data."""


def says_something(word: str) -> bool:
    """Whether a word is one to count: neither a single character, nor a function word, nor the rest of a figure."""
    return 1 < len(word) <= LONGEST and word not in STOP_WORDS and not _FIGURE.fullmatch(word)
