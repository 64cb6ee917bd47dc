"""Words that say nothing of what a plan is about, whichever office wrote it."""

from kjplan.extraction.tables import words

STOP_WORDS = frozenset(
    words(
        # What joins and refers.
        "以及 及其 并且 或者 而且 但是 因此 所以 如果 由于 关于 对于 按照 根据 依照 依据 依托 通过 经过 围绕 结合 针对 为了 随着 除了 "
        "其中 其他 其它 这个 这些 那些 他们 你们 我们 自己 之间 之一 之内 之前 之后 以上 以下 以内 以前 以后 左右 方面 等等 等方面 各类 各种 "
        "各项 各个 有关 相关 一个 一批 一些 一种 一系列 若干 多种 多个 所有 全部 任何 每个 同时 目前 当前 今后 已经 正在 将要 不断 进一步 "
        "更加 更好 更大 更多 非常 十分 基本 主要 全市 全省 全县 全区 全国 我市 我省 我县 我区 本市 本省 "
        # What every task does, whatever it is about.
        "进行 做好 抓好 搞好 开展 实施 落实 贯彻 贯彻落实 推进 推动 加强 加快 加大 加速 强化 促进 完善 健全 深化 优化 提升 提高 增强 建立 "
        "构建 打造 支持 鼓励 引导 组织 确保 实现 达到 坚持 继续 持续 积极 大力 全面 切实 着力 深入 充分 充分发挥 发挥 有效 扎实 稳步 严格 "
        "认真 全力 努力 力争 争取 不断完善 具有 成为 形成 作用 力度 认真贯彻 积极开展 全面落实"
    )
)
"""Function words, and verbs and adverbs of resolve; nouns and names are never among them."""
