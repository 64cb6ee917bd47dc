"""What the last words of a title say of its document: its genre, and whether that plans something."""

import re

from kjplan.extraction.tables import by_first, joined, words
from kjplan.reading.text import solid

_PLANS = words(
    "行动指南 工作要点 要点 工作计划 行动计划 计划 实施方案 工作方案 方案 规划 纲要 实施意见 指导意见 若干意见 意见 意见的?报告 若干政策 工作思路 工作打算 工作设想"
    " 实事(?:项目|工程) 政府工作报告 工作报告 工作安排 任务分工 重点任务 若干措施 措施 行动 安排 分工 清单 台账 任务分解 责任分解 责任分工 重点工作任务 工作任务 分解表 分工表 任务书 任务表 责任表 计划表 推进表 民生实事 民生实事项目 为民实事 为民办实事 为民办实事项目 实事项目"
)
PLAN_GENRES = by_first(
    [
        *_PLANS,
        *joined(words("计划 预算"), [r"\(?草案\)?的?报告"]),
        *joined(words("进度 工作 任务 计划"), ["安排表"]),
        *joined(words("任务 指标 目标"), ["分配表"]),
    ]
)
_JUDGING = words("审查 审核 验收 核查 复核 评审 评估 审计 鉴定 督察反馈")
_POINTS = joined(words("技术 审批 审查 审核 评审 核查 检查 评估 验收 监测 核算"), ["要点"])
_REPORTS = words(
    "检查 核查 督[查察] 调查 评估 审计 监测 检测 监管 监督 鉴定 验收 审查 考核 调研 研究 分析 统计 年度 进展 整改 履约 自查 总结 情况的?"
)
_OTHERS = words(
    "请示 条例 规定 办法 细则 规则 批复 决定 通报 通告 公告 公报 命令 令 函 章程 名单 解释 决议 复函 答复 制度 标准 指南 规范 目录"
    " 规程 准则 守则 导则 须知 启事 简章 决定书 告知书 许可证 证书 合同 协议 倡议书 声明 问答 解读 意见书 白皮书"
    " 工作总结 简报 专报 快报 修改单 宣言 备忘录 协定 公约 方法学 技术要求 技术政策 案例(?:汇编|集)? 经验做法 指标体系"
)
_OTHER_GENRES = by_first(
    [
        *_OTHERS,
        *_POINTS,
        *joined(_REPORTS, ["报告"]),
        *joined(_JUDGING, ["意见"]),
        *joined(words("部门 单位"), ["(?:预算|决算)"]),
        *joined(words("预算 决算"), ["(?:说明|公开)"]),
        *joined(words("编制 起草 修订 情况"), ["说明"]),
        *joined(words("审批 审查 审核 评审"), ["原则"]),
        *joined(words("典型 示范 优秀 警示 执法 违法"), ["案[例件]"]),
        *joined(words("典型 先进 主要"), ["事迹"]),
        *joined(words("建设 创建 评价 考核"), ["指标"]),
    ]
)
"""Opinions on what others laid before (审查意见), reports of what was, examples, and criteria are among them."""
_NOTICE_GENRES = "通知|纪要|预案|报告|(?:交办|督办|督查|转办|催办)(?:通知)?单|督查通知书?"
"""Kinds that their title alone does not tell to plan something, or not to."""

TITLE_END = r"》?(?:\([^()]{1,24}\))?$"
"""What may stand behind the kind of a document at the end of its title: （试行）."""
_FACTS = "(?:变动|变更|负面|正面|权责|权力|权限|收费|证明|材料|禁止|限制|准入|淘汰|物质|污染物|化学品|药品|产品|名录|认定|风险点?|事权|审批)[^,;]{0,3}"
_LISTS = re.compile(rf"(?:{_FACTS}清单|{by_first(_POINTS)}){TITLE_END}")
"""A list that orders no work (重大变动清单, 负面清单), or points by which something is judged: 评审要点."""
_PLAN = re.compile(rf"(?:{PLAN_GENRES}){TITLE_END}")
_OTHER = re.compile(rf"(?:{_OTHER_GENRES}){TITLE_END}")
_JUDGED = re.compile(rf"(?:{by_first(_JUDGING)})意见{TITLE_END}")
"""Opinions that judge, and do not guide."""
_GUIDE = re.compile(f"行动指南{TITLE_END}")
_YEAR = re.compile("(?:19|20)[0-9]{2}|[二〇○零一]{2}[〇○零一二三四五六七八九]{2}年|十[一二三四五六七八九]五")
"""A guide to action plans something where it says for when: 2026年…行动指南; 公民节约行动指南 holds for all time."""
_ACCOUNTS = re.compile(rf"政策(?:措施)?[与和及]行动{TITLE_END}")
"""What a state tells of what it has done: 某省应对旱灾的政策与行动."""
# Each alternative of these begins with a plain character, so that the engine looks for any of these at once.
_GENRE = re.compile(rf"({PLAN_GENRES}|{_OTHER_GENRES}|{_NOTICE_GENRES}){TITLE_END}")
_LONGEST_GENRE = 12
"""No genre is longer than this with a 》 behind it."""


def genre_of(folded_title: str) -> str | None:
    """The kind of document that a title ends in: 通知, 意见, 工作要点; a bracket such as （试行） may follow."""
    title = solid(folded_title)
    m = _GENRE.search(title, _last_words(title))
    return None if m is None else m[1]


def _last_words(title: str) -> int:
    """Where the last words of a title begin, before the bracket that may follow them: no genre begins earlier."""
    end = title.rfind("(") if title.endswith(")") else len(title)
    return max(0, end - _LONGEST_GENRE)


def names_a_plan(folded_title: str) -> bool:
    """Whether a title says that the document is a plan: 2022年全市科技创新工作要点."""
    title = solid(folded_title)
    start = _last_words(title)
    if _GUIDE.search(title, start) and not _YEAR.search(title):
        return False
    return _PLAN.search(title, start) is not None and not any(
        k.search(title, start) for k in (_LISTS, _JUDGED, _ACCOUNTS)
    )


def names_another_kind(folded_title: str) -> bool:
    """Whether a title says that the document is of a kind that plans nothing: 某市工作规则, 关于…的批复."""
    title = solid(folded_title)
    start = _last_words(title)
    return any(kind.search(title, start) for kind in (_OTHER, _LISTS, _ACCOUNTS))
