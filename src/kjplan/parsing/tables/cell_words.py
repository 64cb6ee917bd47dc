"""What can be told of a paragraph by itself that may be a cell: a time, a sentence, names of bodies, a figure, nothing."""

import re
from dataclasses import dataclass

from kjplan.extraction.duties.unit_lists import COUNCILS
from kjplan.extraction.names.unit_names import looks_like_body
from kjplan.extraction.times.time_words import LASTING
from kjplan.late import late

_TIME = re.compile(
    r"(?:到|至|于|自|每|第|力?争?取?在)?(?:(?:19|20)[0-9]{2}(?:年|[.\-/])|[0-9]{1,2}月|[一二三四1-4]季度|[上下]半年|年[底内末中]|本?年度|“?十[三四五]五"
    rf"|适时|立即|{LASTING}|[年月季周]|星期)"
)
_SENTENCE = re.compile("[。;!?]")
_MARK = re.compile("[。;!?:,、]")
_COUNTS = re.compile("[0-9] ?(?:[个名座条家项处所台套件场次户亩人吨%万亿]|公里|平方)")
_NAMES = re.compile(r"[^、,;\s/]+")
_COUNCILS = re.compile(COUNCILS)
_OPEN_END = re.compile(r"等(?:有关|相关|各)?(?:部门|单位|地区)?$|[。.]$")
_FIGURE = late(
    r"[≥≤><约]?[0-9.,]+(?:[-~—–][0-9.]+)?[^0-9。,;]{0,8}|[—–\-/]+|[一-鿿A-Za-z%]{1,2}|[^\s。;,/]{1,6}/[^\s。;,/]{1,6}"
)
BLANK = re.compile(r"[—–\-/]{1,6}|无|暂[无缺]|[待未]定|未明确|未分配|待(?:明确|分配)")
"""What stands in a cell for nothing."""
DITTO = re.compile("同上|同前|[〃″]")
"""What stands in a cell for the words of the row above."""
_DEED = re.compile(
    "(?:建设(?![局委厅部处科和]|集团|公司|银行|兵团|工程|领导|管理|单位|主管|行政|交通)|推[进广](?![办组站]|领导|中心|工作|委员)|培育|实施|加[强快]|健全|优化|搭建|召开|举[办行]|开展|[新扩改]建|修[缮建复]|推动|完成|完善|做好|制定|清理|引进|更新|维修|安装|打造|提升|改造|建立|强化|成立|设立|组建)[^、,;]{3}"
)
"""What is to be done, though it may end as names of bodies do: 召开教师大会."""
_REFERENCE = re.compile(r"《|\([^()]{2,12}[〔\[]")

LONG = 40
LONGEST_UNKNOWN = 12
WRAPPED = 8


@dataclass(slots=True)
class Words:
    """What can be told of a paragraph by itself."""

    size: int
    time: bool
    sentence: bool
    bodies: float
    """How many of its names end as those of bodies do."""
    reference: bool
    figure: bool
    plain: bool
    """Whether it has no mark at all."""
    blank: bool = False
    """Whether it stands for nothing: —."""

    counts: bool = False
    """Whether it says how many (码头2个), as no name of a body does."""

    @property
    def is_time(self) -> bool:
        """Whether it says when and little else."""
        return self.time and self.size < LONGEST_UNKNOWN

    @classmethod
    def of(cls, words: str) -> "Words":
        """What a paragraph is like."""
        size = len(words)
        short = size <= 2 * LONG or words.count("、") * 12 > size
        names = (
            _NAMES.findall(_COUNCILS.sub("委办局", _OPEN_END.sub("", words)))
            if short and not _SENTENCE.search(words, 0, size - 1)
            else []
        )
        bodies = sum(map(looks_like_body, names)) / len(names) if names and not _DEED.match(words) else 0.0
        told = _SENTENCE.search(words, 0, size - (bodies == 1)) is not None  # 市科技局、市财政局。
        return cls(
            size,
            _TIME.match(words) is not None,
            told or (size > LONG and not names),
            bodies,
            _REFERENCE.match(words) is not None,
            size <= 2 * WRAPPED and _FIGURE.fullmatch(words) is not None,
            _MARK.search(words) is None,
            size <= WRAPPED and (BLANK.fullmatch(words) or DITTO.fullmatch(words)) is not None,
            _COUNTS.search(words) is not None,
        )
