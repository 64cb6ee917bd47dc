"""Where a heading's title ends and its words begin; the same test serves the parser and the renderer."""

import re

from kjplan.extraction.duties.bare_lists import read_line
from kjplan.extraction.duties.duty_labels import NOUN
from kjplan.extraction.names.body_ends import ASSOCIATIONS, BEFORE_BRACKET
from kjplan.extraction.tables import one_of, words
from kjplan.late import late
from kjplan.parsing.headings.glued import MAX_PARAGRAPH_TITLE
from kjplan.parsing.headings.roles import opening_dated_title, opening_role_title
from kjplan.parsing.lines.part_names import ROLE_WORDS

MAX_TITLE = 60
"""A heading alone on its line may be this long, in characters; longer ones are paragraphs with a marker."""
MAX_INLINE_TITLE = 42
"""A title that shares its line with the words after it is shorter."""

_STOPS = "。:;!?"
_SENTENCE_END = re.compile(r"[。!?]")
_GREETING = re.compile(r"各位[^。!,:]{2,12}[!,:]")
_FIGURE_OR_CLAUSE = re.compile(r"[0-9,、\\s|“”]")
_CLAUSE = re.compile(",")
_LEADS_IN = re.compile("以下|如下|下列|下面")
_OPEN, _CLOSE = "“‘《〈(【〔", "”’》〉)】〕"
_MARKS = re.compile(f"[{_STOPS}{re.escape(_OPEN + _CLOSE)}]")


def reads_as_title(folded: str, limit: int = MAX_INLINE_TITLE) -> bool:
    """Whether words could be a title: short, at most two commas, no colon, semicolon or sentence end inside.

    ``坚持开门办园,便民利民`` is one; ``委员会由下列人员组成:主任`` is none.
    """
    return _has_length(folded, limit) and first_stop(folded) is None


def _has_length(folded: str, limit: int) -> bool:
    """Whether words without a stop are a title: neither a character nor a long list."""
    return 2 <= len(folded) <= limit and folded.count(",") <= 2


def split_title(folded: str, *, part: bool = False) -> tuple[int, int] | None:
    """End of the title and start of the words after it, for a line without its marker; None where it has no title.

    The title ends at the first 。 or ：, or with the line, when what stands before reads as a title. Full stops inside
    quotation marks or brackets do not count: ``推进“放管服。”改革``.

    The name of a part that opens the line is a title even where no sentence reads as one: ``总体要求以…为指导,…`` in text that
    has lost its line breaks.

    :param part: whether it is an outermost heading, where more names are known
    """
    if part and (named := opening_dated_title(folded)):
        return named, named
    if (named := folded.find(" ", 0, _LONGEST_NAME)) > 0 and folded[:named] in _NAMES and _GOES_ON.match(folded, named):
        return named, named + 1
    split = _split_sentence(folded)
    if split is None and (named := opening_role_title(folded, part=part)):
        return named, named
    return split


_NAMES = frozenset(name for names in ROLE_WORDS.values() for name in names.split("|"))
_LONGEST_NAME = 1 + max(map(len, _NAMES))
_GOES_ON = re.compile(" (?![和与及、])[^ ]{5}")
"""指导思想 以…为指导: the words of a part on the line of its name, behind a blank."""
_ASKS = re.compile("什么|哪些|哪个|如何|怎么|怎样|为何|是否|多少|多久|吗$")
"""What makes a question of a title: 《方案》的主要任务有哪些?"""
_FIELD_AT_END = late(
    "(?<=[一-鿿]{4})(?<![的及和与、各])(?<!明确|落实|压实|确定|公布|细化|划分|强化)"
    "(?:责任(?:单位|部门|领导|人)|牵头(?:单位|部门|领导)|(?:整改|完成|办结)(?:时限|期限)|整改(?:目标|措施|单位|类型))$"
)
"""The first field of a task, glued to its title: 收运体系不健全责任单位:县城管局…."""


def _split_sentence(folded: str) -> tuple[int, int] | None:
    """The split of a line whose first sentence, or whole, is its title."""
    stop = first_stop(folded)
    if stop is None:
        return (len(folded), len(folded)) if _has_length(folded, MAX_TITLE) else None
    size, title, mark = len(folded), folded[:stop], folded[stop]
    last = stop == size - 1
    if last and mark == "?" and _has_length(title, MAX_TITLE) and _ASKS.search(title):
        return stop, size
    if mark not in ("。:;" if last else "。:") or not _has_length(title, MAX_TITLE if last else MAX_INLINE_TITLE):
        return None
    if mark == ":" and (field := _FIELD_AT_END.search(title)):
        return field.start(), field.start()
    if mark == ":" and (stop > 20 or "," in title):
        return None
    start = stop + 1
    while start < size and folded[start].isspace():
        start += 1
    return stop, start


def first_stop(folded: str) -> int | None:
    """Offset of the first 。：；！？ outside quotation marks and brackets, looking no further than a title can reach; marks
    and brackets that nothing closes do not count."""
    first = _MARKS.search(folded, 0, MAX_TITLE + 2)
    if first is None or first.group() in _STOPS:
        return None if first is None else first.start()
    depth, inside = 0, None
    for m in _MARKS.finditer(folded, 0, MAX_TITLE + 2):
        mark, at = m.group(), m.start()
        if mark in _OPEN:
            depth += 1
        elif mark not in _STOPS:
            depth = max(0, depth - 1)
            inside = inside if depth else None
        elif depth == 0:
            return at
        elif inside is None:
            inside = at
    return inside


def first_sentence(folded: str) -> int:
    """Offset of the first sentence end (。！？) in a paragraph, or its length where it has none; a form of address that
    opens it (各位代表！) is no sentence."""
    greeting = _GREETING.match(folded)
    m = _SENTENCE_END.search(folded, greeting.end() if greeting else 0)
    return len(folded) if m is None else m.start()


def has_title_sentence(folded: str) -> bool:
    """Whether an unnumbered paragraph opens with a short first sentence and goes on: 抓好龙头项目。围绕主导产业…"""
    stop = first_sentence(folded)
    return (
        folded[stop : stop + 1] == "。"
        and len(folded) - stop > 10
        and reads_as_title(folded[:stop], MAX_PARAGRAPH_TITLE)
    )


def stands_above(folded: str, below: str) -> bool:
    """Whether a line is the title of the paragraph below it: short, of one clause, with 。 or no mark at its end, and the
    paragraph longer than any title: 大力提振消费。 above 深入开展消费专项行动,…; not 重点抓好以下工作。"""
    title = folded.removesuffix("。")
    plain = not has_title_sentence(below) if title == folded else not _LEADS_IN.search(title)
    return (
        plain
        and not (_FIGURE_OR_CLAUSE if title == folded else _CLAUSE).search(title)
        and reads_as_title(title, MAX_PARAGRAPH_TITLE)
        and len(below) > MAX_TITLE
        and below[-1] in "。!:;"
    )


_DUTY_LABEL = re.compile(
    rf"[(\[【〔]?(?:(?:{NOUN}|(?:主要责任|责任|牵头|主办|承办|协办|配合|落实|主责|参加|参与)(?:领导|人))[^:。]{{0,8}}:|(?:{NOUN})为[^。,]{{3,}})"
)
_DUTY_LIST = re.compile(
    r"[(\[【〔]?[^。:!?]{2,150}(?:牵头|负责|配合|负责落实|结合实际落实|配合实施|参与)[)\]】〕]?[。;]?"
)
_MORE_NAMES = words("单位 部门 中心 集团 公司 街道 街镇 乡镇 省 市 区 县 分行")
"""No end that a deed has too: not 制度执行, 工作组, 社区."""
_DUTY_NAME = late(
    rf"(?:省|市|区|县|州|旗|国家|中央|各|中国|人民)?[一-鿿()]{{0,18}}(?:[{BEFORE_BRACKET}]|[支大总]队|供销社|{one_of((*ASSOCIATIONS, *_MORE_NAMES))})"
    r"(?=[、,]|等|按|分别|共同|联合|牵头|负责|配合)"
)


def is_duty_line(folded: str) -> bool:
    """Whether a paragraph says nothing but who is responsible: 责任单位：市科技局 · 市科技局牵头，市财政局按职责分工负责;
    never 明确专人负责 or words that go on."""
    if len(folded) > 300 or folded.find("。", 0, len(folded) - 1) >= 0:
        return False
    if _DUTY_LABEL.match(folded):
        return True
    return _DUTY_LIST.fullmatch(folded) is not None and _DUTY_NAME.match(folded.lstrip("([【〔")) is not None


def says_who(folded: str) -> bool:
    """Whether a line or cell says nothing but who is responsible, or is nothing but bodies: 市科技局牵头 · 市科技局、市财政局."""
    return is_duty_line(folded) or read_line(folded) is not None


def is_greeting(folded: str) -> bool:
    """Whether a paragraph is nothing but a form of address: 各位代表！"""
    return _GREETING.fullmatch(folded) is not None


_PERSONS = re.compile(
    r"(?:(?:常务)?副?组\s{0,4}长|成\s{0,4}员(?:单位)?|(?:副?总)?副?指挥长?|副?主\s{0,4}任|召集人|联络员)\s{0,4}:"
)


def names_persons(folded: str) -> bool:
    """Whether a paragraph says who sits in a group, and orders nothing: 组长：张三, 成员：各处室负责人."""
    return folded[:1] in "组副成常总指主召联" and _PERSONS.match(folded) is not None


_NOTE = re.compile(r"\(?(?:备?注|附注|(?:填表|有关|相关)?说明)\s?[0-9]{0,2}\s?:")


def is_note(folded: str) -> bool:
    """Whether a paragraph explains a table or a list, and orders nothing: 注：…, 备注：….

    >>> is_note("注:排第一位的为牵头单位。"), is_note("注册企业:新增5家")
    (True, False)
    """
    return folded[:1] in "(注备附填有相说" and _NOTE.match(folded) is not None


_STATED = re.compile(r"[。;]\((?:[一-鿿]{0,6}(?:单位|部门|科室|处室|时限|时间)):")


def states_at_end(folded: str) -> bool:
    """Whether a paragraph is what is to be done and, in a bracket behind it, who does it: 建设平台。（责任单位：市科技局）."""
    return folded.rstrip("。")[-1:] == ")" and _STATED.search(folded) is not None
