"""Facts that stand in the words of a goal or a measure.

A span is ``(start, end)`` in code points of the decoded notice, end exclusive; it is ``None`` only where a fact was
transcribed by hand from a source that kjplan did not read (``source.origin: transcribed``).
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar, Literal

Span = tuple[int, int]

Comparator = Literal["gt", "ge", "lt", "le", "approx", "range", "bare"]
Basis = Literal["level", "flow", "increment", "growth", "share", "rank", "scope", "selection"]
BodyRole = Literal["lead", "support", "joint"]
Relation = Literal["issue", "draft", "revise", "implement", "cite"]
Commitment = Literal["achieve", "establish", "advance", "support", "explore"]
BodyKind = Literal["party", "government", "department", "area", "institution", "enterprise", "group", "other"]

STRICT: dict[str, Any] = {"extra": "forbid"}
"""What pydantic is told about every class of the model, without the model importing pydantic."""


@dataclass(slots=True, kw_only=True)
class Target:
    """A quantified commitment for the future: so much of an indicator."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    id: str = ""
    """Id of the goal or measure, a dot, and the target's place in it: M11.1."""
    indicator: str = ""
    """What is counted or measured, in the words of the text: 技术合同成交额."""
    verb: str | None = None
    """The verb that commits to it: 突破, 达到, 新增."""
    comparator: Comparator = "bare"
    """How the value binds: gt, ge, lt, le, approx, range, or bare (a plain count)."""
    value: Decimal | None = None
    """The number as written (2.6, 400); the lower end of a range. None where a goal has no figure."""
    value_max: Decimal | None = None
    """The upper end of a range, as written."""
    unit: str | None = None
    """The unit as written: %, 亿元, 家, 个百分点."""
    base_value: Decimal | None = None
    """The value in the base unit, exact: 400亿元 is 40000000000."""
    base_unit: str | None = None
    """The unit without scale words: 元."""
    per: str | None = None
    """The denominator of a rate: 万人 in 万人高价值发明专利拥有量."""
    basis: Basis | None = None
    """level, flow (over the year), increment, growth, share, rank, scope (how many take part) or selection."""
    hedge: str | None = None
    """A word that weakens the promise: 力争, 努力, 争取, 预计, 计划."""
    scope: str | None = None
    """The area it holds for: 全市, 全省."""
    period: str | None = None
    """The time it covers: 全年, “十四五”末."""
    due: str | None = None
    """The date by which it is to be reached, in ISO form, where the words around it say so."""
    restates: str | None = None
    """Id of the goal's target that this one says again: G4.1."""
    quote: str | None = None
    """At least the number, its unit and the comparator words that touch it: 1000家以上."""
    span: Span | None = None
    """Where ``quote`` stands in the notice."""


@dataclass(slots=True, kw_only=True)
class VagueQuantity:
    """A promised quantity without a figure: 建设一批平台. It is listed apart and is no target."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    text: str
    """The words that stand for the figure: 一批, 若干家, 数十名; a place without a number: 全国前列."""
    indicator: str | None = None
    """What is counted or placed, in the words of the text; None where nothing is named."""
    verb: str | None = None
    """The verb that promises it: 建设, 培育, 保持."""
    span: Span | None = None
    """Where ``text`` stands in the notice."""


@dataclass(slots=True, kw_only=True)
class ResponsibleBody:
    """One body that a text makes responsible."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    name: str
    """The name as written, open ends kept: 市科技局, 各区县(市), 有关部门."""
    role: BodyRole
    """lead (牵头, or alone 负责), support (配合, 会同) or joint (several 负责 together)."""
    span: Span | None = None
    """Where the name stands in the notice."""


@dataclass(slots=True, kw_only=True)
class Responsibility:
    """Who answers for a goal or measure, as far as the text says so."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    stated: bool = False
    """Whether the text names a responsible body at all: false is "not stated", not "nobody"."""
    bodies: list[ResponsibleBody] = field(default_factory=list)
    """The bodies in the order of the text."""
    quote: str | None = None
    """The words that state it: （税务总局、财政部负责）."""
    span: Span | None = None
    """Where ``quote`` stands in the notice; in a table, where its cell stands: the name of the column is that of the head."""


@dataclass(slots=True, kw_only=True)
class Deadline:
    """A time by which something is to be done."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    text: str
    """The time words: 2019年6月底前, 年底前, 长期推进."""
    date: str | None = None
    """The last day meant, in ISO form; None for 长期推进 and the like."""
    span: Span | None = None
    """Where ``text`` stands in the notice."""


@dataclass(slots=True, kw_only=True)
class DocumentReference:
    """A document that a measure names, and what is to happen to it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    title: str
    """The title without its 《》."""
    verb: str | None = None
    """The verb that governs it: 出台, 制定, 落实."""
    relation: Relation = "cite"
    """issue, draft, revise, implement or cite."""
    quoted: bool = True
    """Whether it stands in 《》; without them it is less certain."""
    span: Span | None = None
    """Where it stands in the notice, 《》 included."""


@dataclass(slots=True, kw_only=True)
class Term:
    """A term or slogan in quotation marks."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    text: str
    """The term without its quotation marks."""
    span: Span | None = None
    """Where it stands in the notice, quotation marks included."""


@dataclass(slots=True, kw_only=True)
class BodyMention:
    """A body that a measure touches, responsible or not."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    name: str
    """The name as written."""
    kind: BodyKind = "other"
    """party, government, department, area, institution, enterprise, group (局机关各处室) or other."""
    span: Span | None = None
    """Where the name stands in the notice."""


@dataclass(slots=True, kw_only=True)
class AreaTask:
    """A task given to named areas: 以郑州高新区为重点,开展智能传感器研究和应用."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT

    areas: list[str]
    """The areas as written."""
    task: str
    """What is to be done there, in the words of the text."""
    span: Span | None = None
    """Where the clause stands in the notice."""
