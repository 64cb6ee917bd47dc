"""Chinese text cut into words: by jieba, or by rjieba where it is installed, with the words of a plan itself put in.

Every cutter has a dictionary of its own, so that the names of one plan are never words of another. jieba's own cache is
not used: it lies under a predictable name in a folder that everybody can write to, and is read without a question.
"""

import logging
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Sequence
from types import ModuleType
from typing import Any, Protocol, cast

from kjplan.extraction.tables import words as table

_RUN = re.compile(r"[\u4e00-\u9fd5]+|[A-Za-z][A-Za-z0-9]*(?:[&.+-][A-Za-z0-9]+)*")
"""What is cut (Chinese) and what is a word as it stands (PM2.5, R&D); marks, blanks and figures are no words."""

WEIGHT = 20_000
"""How often a plan's own word is taken to occur in the 60 million words that jieba's dictionary is counted in: enough for
any name to be likelier whole than in pieces."""

MOST_WORDS = 5_000
LONGEST_WORD = 30
"""Bounds for the words of a plan; what is longer is a sentence."""

# Words of such plans that jieba's dictionary lacks and would cut up: 高/价值, 规/上, 研发/投入.
PLAN_WORDS = table(
    "科技创新 高质量发展 体制机制 产业园区 产业集群 高价值 高能级 高层次 高精尖 高标准 高水平 高附加值 规上 规上工业 规下 "
    "研发投入 高新技术企业 科技型企业 科技型中小企业 科技成果 成果转化 技术合同 技术转移 新型研发机构 创新联合体 创新驱动 揭榜挂帅 专精特新 小巨人 瞪羚企业 独角兽企业 产学研 放管服 "
    "双随机 营商环境 乡村振兴 碳达峰 碳中和 双碳 新基建 众创空间 孵化器 大学科技园 开发区 高新区 经开区 自创区 自贸区 自贸试验区 "
    "港区 示范区 试验区 重点实验室 实验室 数字经济 智能制造 人工智能 党史学习教育 党风廉政 全覆盖"
)

Cut = Callable[[str], Iterable[str]]


class _Rust(Protocol):
    def add_word(self, word: str, freq: int, tag: str) -> int: ...

    def cut(self, text: str, hmm: bool = True) -> list[str]: ...


class Cutter:
    """Cuts texts into words, with some words of one's own."""

    def __init__(self, own: Iterable[str] = (), *, fast: bool | None = None) -> None:
        """Load a dictionary.

        :param own: words to keep whole, beside those that all plans share
        :param fast: by rjieba; None where it is installed
        :raises ImportError: ``fast`` without rjieba
        """
        words = list(dict.fromkeys([*PLAN_WORDS, *filter(_is_word, own)]))[:MOST_WORDS]
        self._cut: Cut = _by_rust(words) if (has_rust() if fast is None else fast) else _by_jieba(words)

    def words(self, text: str) -> list[str]:
        """The words of a text in order, Latin ones as written; marks, blanks and figures left out."""
        found: list[str] = []
        for run in _RUN.findall(text):
            found += [run] if run.isascii() else self._cut(run)
        return found


def _is_word(word: str) -> bool:
    """Whether a name is one word to a cutter: Chinese characters, as many as a name may have."""
    run = _RUN.fullmatch(word)
    return run is not None and not word.isascii() and 2 <= len(word) <= LONGEST_WORD


def has_rust() -> bool:
    """Whether rjieba (the extra ``fast``) is installed."""
    from importlib.util import find_spec

    return find_spec("rjieba") is not None


def _by_rust(words: Sequence[str]) -> Cut:
    import rjieba

    jieba = cast(_Rust, rjieba.Jieba())
    for word in words:
        jieba.add_word(word, WEIGHT, "nz")
    return lambda text: jieba.cut(text, False)


def _by_jieba(words: Sequence[str]) -> Cut:
    jieba = _import_quietly()
    tokenizer = jieba.Tokenizer()
    frequencies, total = _dictionary(jieba)
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dict(frequencies), total, True
    for word in words:
        tokenizer.add_word(word, WEIGHT)
    return lambda text: cast(Iterable[str], tokenizer.cut(text, HMM=False))


_WITHOUT_REFERENCES = 2
"""The version of marshal's format whose bytes depend on the words alone, and not on who else refers to them."""
_loaded: tuple[dict[str, int], int] | None = None
"""jieba's dictionary as it came, which no cutter changes."""


def _dictionary(jieba: ModuleType) -> tuple[dict[str, int], int]:
    """How often each word occurs, and all together: from our cache, else read from jieba's file (a second) and kept."""
    global _loaded
    if _loaded is None:
        import marshal

        from kjplan.storage.cache import LASTING, keep, read_kept

        name = f"{LASTING}jieba-{jieba.__version__}-{sys.version_info[0]}.{sys.version_info[1]}"
        kept = read_kept(name)
        found = None if kept is None else _unpacked(kept)
        if found is None:
            tokenizer = jieba.Tokenizer()
            found = tokenizer.gen_pfdict(tokenizer.get_dict_file())
            keep(name, marshal.dumps(found, _WITHOUT_REFERENCES))
        _loaded = found
    return _loaded


def _unpacked(kept: bytes) -> tuple[dict[str, int], int] | None:
    """What ``_dictionary`` packed, from a file that only this user can have written; None where it is damaged."""
    import marshal

    try:
        frequencies, total = marshal.loads(kept)
    except (EOFError, ValueError, TypeError):
        return None
    return (frequencies, total) if isinstance(frequencies, dict) and isinstance(total, int) else None


def _import_quietly() -> Any:
    """jieba without what it says on standard error: warnings of its old patterns, and a log of its own.

    It looks for pkg_resources only to open its own file, which it does as well without; importing that takes longer than
    jieba itself and warns that it is going away.
    """
    absent = "pkg_resources" not in sys.modules
    if absent:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
    finally:
        if absent:
            del sys.modules["pkg_resources"]
    jieba.setLogLevel(logging.CRITICAL)
    return jieba
