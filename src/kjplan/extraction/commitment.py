"""How strongly a measure commits, by its leading verb."""

import re

from kjplan.extraction.tables import one_of, words
from kjplan.model import Commitment
from kjplan.reading.text import fold

VERBS: dict[Commitment, tuple[str, ...]] = {
    "achieve": words("完成 实现 确保 建成 达到 守住 消除"),
    "establish": words(
        "制定 出台 实施 建立 构建 设立 成立 健全 组建 建设 编制 印发 制订 创建 打造 创设 开展 落实 完善 修订 "
        "明确 确定 公布 公开 发布 报送 排查 清理 取消 推行 启用 启动 举办 配备 下放 贯彻 履行 执行 调整 设置"
    ),
    "advance": words(
        "推进 推动 加快 加强 强化 提升 优化 促进 深化 壮大 培育 集聚 引进 加大 提高 扩大 发展 做好 做强 抓好 "
        "厚植 巩固 拓展 坚持 发挥 改善 增强 改革 防范 规范 汇聚 创新 狠抓 夯实 维护 保障 "
        "降低 减轻 压减 淘汰 激发 释放 盘活 畅通 控制 转变 打击 查处 治理 整治 监督 引领 适应 突出 聚焦 整合 衔接 筑牢 树立 营造 安排 发扬 弘扬"
    ),
    "support": words("支持 鼓励 引导 扶持 帮助 倡导"),
    "explore": words("探索 研究 试点 谋划 试行"),
}  # fmt: skip
"""Leading verbs, strongest first: what is to be reached, set up, moved on, helped, tried."""
_MORE: dict[Commitment, tuple[str, ...]] = {
    "achieve": ("守牢",),
    "establish": words("新建 改建 扩建 改造 开工 规划建设 规划布局 统筹规划 采取 实行 推出 硬化 新增"),
    "advance": words(
        "指导 统一 搞好 办好 处理 协调 推广 限制 加密 延长 延伸 拉大 化解 增加 减少 保持 稳定 稳住 用好 用足 做优 做精 做实 抓实 压实 织密 精简 压缩 缩短 挖掘 开拓 改进 抑制 融入 防控 严守 严把 建强 兜牢"
    ),
}  # fmt: skip
"""Verbs that lead a task but also begin names (改造项目, 统一标准): nothing else is told by them."""

_STRENGTH: dict[str, Commitment] = {
    verb: strength for table in (VERBS, _MORE) for strength, verbs in table.items() for verb in verbs
}
_ADVERBS = words(
    "大力 积极 持续 切实 进一步 全面 着力 深入 扎实 稳步 有序 有效 统筹 高标准 高质量 高水平 不断 继续 "
    "努力 全力 加力 科学 主动 梯度 组织 重点 严格 广泛 充分 认真 协同 系统 坚决 坚定不移 坚定 率先 一体 "
    "分类 分批 逐步 尽快 抓紧 要 更加 牢牢 多措并举 因地制宜 依法 务实 精准 创新性 合理 综合 明显 及时 从严 严厉 密切 牢固 大幅 着重 常态化 我们 将 应当 须"
)
_MORE_ADVERBS = words("适当 严肃 重拳 今年 本年度 全年 有力 及早")
_LEAD = re.compile(rf"\s*(?:(?:{one_of((*_ADVERBS, *_MORE_ADVERBS))})(?:地)?)*?(?P<verb>{one_of(_STRENGTH)})")
_PLAIN_LEAD = re.compile(
    rf"\s*(?:(?:{one_of(_ADVERBS)})(?:地)?)*?(?:{one_of(v for row in VERBS.values() for v in row)})"
)
_CLAUSE = re.compile(r"[^,。;:!\n]+")
_CLAUSES_TRIED = 4


def commitment_of(title: str | None, text: str) -> Commitment | None:
    """The strength of the leading verb of a title, else of the first clause of the text that begins with one; None if none does.

    Adverbs before the verb are looked past: 大力集聚 is led by 集聚, 切实加强 by 加强.
    """
    # What a title opens with is the same folded or not, where it opens with a verb.
    if title and (m := _LEAD.match(title) or _LEAD.match(fold(title))):
        return _STRENGTH[m["verb"]]
    for tried, clause in enumerate(_CLAUSE.finditer(fold(text[:400]))):
        if tried == _CLAUSES_TRIED:
            break
        if m := _LEAD.match(clause.group()):
            return _STRENGTH[m["verb"]]
    return None


def begins_with_verb(words: str) -> bool:
    """Whether words begin with one of ``VERBS``, as a task does and a name does not."""
    return _PLAIN_LEAD.match(words) is not None or _PLAIN_LEAD.match(fold(words)) is not None
