"""Rows of cells for screens, csv and markdown; headings in the language in force, cells in the document's words."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kjplan.language import say
from kjplan.model import DocumentReference, Goal, Measure, Plan, Section, Target
from kjplan.querying import records
from kjplan.querying.labels import BASES, EXTENTS, KINDS, RELATIONS, ROLES
from kjplan.querying.table import Column, Table
from kjplan.querying.wording import (
    document_words,
    due_words,
    full_text,
    lead_words,
    number,
    support_words,
    target_words,
    targets_words,
)

if TYPE_CHECKING:
    from kjplan.naming import Aliases
    from kjplan.querying.registers import Entry

_NO = Column("number", "序号", "No.")
_ID = Column("id", "编号", "id", detail=True)
_TITLE = Column("title", "标题", "title")
_TEXT = Column("text", "内容", "text", detail=True)
_TARGETS = Column("targets", "目标值", "targets")
_SECTION = Column("section", "所属部分", "section")
_LEAD = Column("lead", "牵头单位", "lead", detail=True)
_SUPPORT = Column("support", "配合单位", "support", detail=True)
_DUE = Column("due", "完成时限", "due", detail=True)


def goals(plan: Plan, chosen: Sequence[Goal] | None = None) -> Table:
    """Goals: number, text, targets; id, section, bodies and deadline as detail."""
    holders = _holder_titles(plan)
    columns = [_ID, _NO, Column("text", "目标", "goal"), _TARGETS, _LEAD, _SUPPORT, _DUE]
    columns.append(Column("section", "所属部分", "section", detail=True))
    rows = [
        [g.id, g.number or "", g.text, targets_words(g), *_responsibility(g), holders[id(g)]]
        for g in (plan.goals if chosen is None else chosen)
    ]
    return Table(columns, rows)


def measures(plan: Plan, chosen: Sequence[Measure] | None = None) -> Table:
    """Measures: number, title, targets, section; id, full text, bodies, deadline and documents as detail."""
    holders = _holder_titles(plan)
    documents_column = Column("documents", "文件", "documents", detail=True)
    columns = [_ID, _NO, _TITLE, _TEXT, _TARGETS, _LEAD, _SUPPORT, _DUE, documents_column, _SECTION]
    rows = [
        [
            *(m.id, m.number or "", m.title or opening(m), full_text(m), targets_words(m), *_responsibility(m)),
            "、".join(map(document_words, m.documents)),
            holders[id(m)],
        ]
        for m in (plan.measures if chosen is None else chosen)
    ]
    return Table(columns, rows)


def targets(plan: Plan, chosen: Sequence[tuple[Goal | Measure, Target]] | None = None) -> Table:
    """Targets: id, indicator, words of the text, value, unit; comparator, basis, who answers by when and the rest as detail."""
    columns = [
        Column("id", "编号", "id"),
        Column("indicator", "指标", "indicator"),
        Column("words", "表述", "words", detail=True),
        Column("verb", "动词", "verb", detail=True),
        Column("quote", "目标值", "target"),
        Column("comparator", "比较", "comparator", detail=True),
        Column("value", "数值", "value", align="right"),
        Column("value_max", "上限", "upper", detail=True, align="right"),
        Column("unit", "单位", "unit"),
        Column("base_value", "基本单位数值", "base value", detail=True, align="right"),
        Column("base_unit", "基本单位", "base unit", detail=True),
        Column("per", "每", "per", detail=True),
        Column("basis", "口径", "basis"),
        Column("hedge", "留有余地", "hedge", detail=True),
        Column("scope", "范围", "scope", detail=True),
        Column("period", "时期", "period", detail=True),
        Column("due", "完成时限", "due", detail=True),
        Column("restates", "重申", "restates", detail=True),
        Column("owner", "出处", "in"),
        Column("owner_id", "出处编号", "id of goal or measure", detail=True),
        _LEAD,
        _SUPPORT,
        Column("owner_due", "任务时限", "due of goal or measure", detail=True),
    ]
    return Table(columns, [_target_row(o, t) for o, t in (records.owned_targets(plan) if chosen is None else chosen)])


def vague(plan: Plan) -> Table:
    """Promises without a figure: words, what is counted, verb, and the goal or measure that makes each."""
    columns = [
        Column("text", "表述", "words"),
        Column("indicator", "对象", "of what"),
        Column("verb", "动词", "verb"),
        Column("id", "编号", "id", detail=True),
        Column("owner", "出处", "in"),
    ]
    pairs = records.vague_quantities(plan)
    return Table(columns, [[q.text, q.indicator or "", q.verb or "", o.id, heading(o)] for o, q in pairs])


def documents(plan: Plan, chosen: Sequence[tuple[Measure, DocumentReference]] | None = None) -> Table:
    """Documents: title with its short ones, relation, and the measures that name each; verb, bodies, deadline as detail.

    On screen too it is said who is to see to it and by when, where any of the measures states it.
    """
    from kjplan.querying.registers import register

    entries = register(plan, chosen)
    duties = [(*_responsibility(entry.measure)[:2], due_words(entry.due)) for entry in entries]
    columns = [
        Column("title", "文件", "document"),
        Column("relation", "关系", "relation"),
        Column("verb", "动词", "verb", detail=True),
        Column("quoted", "书名号", "in 《》", detail=True),
        Column("id", "编号", "measure id", detail=True),
        Column("measure", "所在举措", "measure"),
        Column("lead", "牵头单位", "lead", detail=not any(lead for lead, _, _ in duties)),
        _SUPPORT,
        Column("due", "完成时限", "due", detail=not any(due for _, _, due in duties)),
    ]
    rows = [
        [*_titled(entry), entry.measure.id, _headings(entry), *duty]
        for entry, duty in zip(entries, duties, strict=True)
    ]
    return Table(columns, rows)


def _titled(entry: "Entry") -> list[str]:
    """Title, relation, verb and whether it stands in marks."""
    short = "、".join(f"《{alias}》" for alias in entry.aliases)
    title = entry.title + (say(f"（简称{short}）", f" (short: {short})") if short else "")
    document = entry.document
    return [title, say(*RELATIONS[document.relation]), document.verb or "", _mark(document)]


def _headings(entry: "Entry") -> str:
    """The measure that says most of a document, then the numbers of the others that name it."""
    others = "、".join(m.number or m.id for m in entry.measures if m is not entry.measure)
    return heading(entry.measure) + (say(f"；另见 {others}", f"; also {others}") if others else "")


def _mark(document: DocumentReference) -> str:
    return say("有", "yes") if document.quoted else say("无", "no")


def bodies(plan: Plan, aliases: "Aliases | None" = None) -> Table:
    """Bodies: name with its other spellings, kind, roles, and the goals and measures that name each."""
    columns = [
        Column("name", "单位", "body"),
        Column("kind", "类别", "kind"),
        Column("roles", "职责", "roles"),
        Column("touched", "涉及", "goals and measures"),
    ]
    rows = [
        [
            *(_spelled(r["spellings"]), say(*KINDS[r["kind"]])),
            "、".join(say(*ROLES[role]) for role in r["roles"]),
            "、".join(r["goals"] + r["measures"]),
        ]
        for r in records.bodies(plan, aliases)
    ]
    return Table(columns, rows)


def _spelled(spellings: list[str]) -> str:
    """A body's name and how else the plan writes it: 市发改委（又作市发展和改革委员会）."""
    others = "、".join(spellings[1:])
    return spellings[0] + (say(f"（又作{others}）", f" (also {others})") if others else "")


def principles(plan: Plan) -> Table:
    """Guiding principles: id as detail, title and text."""
    columns = [_ID, _TITLE, Column("text", "内容", "text")]
    return Table(columns, [[r["id"], r["title"] or "", r["text"]] for r in records.principles(plan)])


def plans(shelf: Iterable[tuple[str, str, Plan]], *, years: bool = False) -> Table:
    """Plans, given as (name, path, plan): name, title, extent and how much each holds.

    :param years: show their years on a screen too: names of a library tell them, names of files need not
    """
    columns = [
        Column("name", "名称", "name"),
        Column("year", "年份", "year", detail=not years),
        _TITLE,
        Column("issuer", "制定机关", "issuer", detail=True),
        Column("extent", "范围", "extent"),
        Column("goals", "目标数", "goals", align="right"),
        Column("measures", "举措数", "measures", align="right"),
        Column("path", "文件", "file", detail=True),
    ]
    rows = [
        [
            *(r["name"], str(r["year"] or ""), r["title"] or "", r["issuer"] or "", say(*EXTENTS[r["extent"]])),
            *(str(r["goals"]), str(r["measures"]), r["path"]),
        ]
        for r in records.plans(shelf)
    ]
    return Table(columns, rows)


def overview(plan: Plan) -> Table:
    """What a plan is, one fact a row; facts that the text does not state are left out."""
    d = plan.document
    facts = [
        (("标题", "title"), plan.title),
        (("年份", "year"), _years(plan)),
        (("制定机关", "issuer"), plan.issuer),
        (("范围", "extent"), say(*EXTENTS[plan.extent])),
        (("通知", "notice"), plan.notice.title if plan.notice else None),
        (("发文字号", "document number"), d.document_number),
        (("索引号", "index number"), d.index_number),
        (("发布机构", "publisher"), d.publisher),
        (("成文日期", "written"), d.written_date),
        (("发布日期", "published"), d.published_date),
        (("主送机关", "addressees"), "、".join(d.addressees)),
        (("部分", "sections"), str(len(plan.sections))),
        (("目标", "goals"), str(len(plan.goals))),
        (("举措", "measures"), str(len(plan.measures))),
        (("量化指标", "targets"), str(len(plan.targets))),
        (("解析提示", "diagnostics"), str(len(plan.diagnostics))),
    ]
    columns = [Column("fact", "项目", "fact"), Column("value", "内容", "value")]
    return Table(columns, [[say(*name), value] for name, value in facts if value])


def opening(measure: Measure) -> str:
    """The first words of a measure without a title, cut at 24 characters."""
    words = full_text(measure)
    return words if len(words) <= 24 else words[:24] + "…"


def heading(node: Goal | Measure | Section) -> str:
    """A node in a few words, its own number first: ``5 建设高能级研发平台``."""
    words = node.text if isinstance(node, Goal) else node.title
    if not words and isinstance(node, Measure):
        words = opening(node)
    return " ".join(filter(None, (node.number, words)))


def _target_row(owner: Goal | Measure, t: Target) -> list[str]:
    value = "" if t.value is None else number(t.value)
    upper = "" if t.value_max is None else number(t.value_max)
    quote = t.quote or ""
    return [
        t.id,
        t.indicator,
        target_words(t),
        t.verb or "",
        quote,
        t.comparator,
        value,
        upper,
        t.unit or "",
        "" if t.base_value is None else number(t.base_value),
        t.base_unit or "",
        t.per or "",
        "" if t.basis is None else say(*BASES[t.basis]),
        *(t.hedge or "", t.scope or "", t.period or ""),
        t.due or "",
        t.restates or "",
        *(heading(owner), owner.id, *_responsibility(owner)),
    ]


def _responsibility(node: Goal | Measure) -> tuple[str, str, str]:
    return lead_words(node.responsibility), support_words(node.responsibility), due_words(node.due)


def _holder_titles(plan: Plan) -> dict[int, str]:
    return {id(node): "" if holder is None else heading(holder) for node, holder in plan.nodes()}


def _years(plan: Plan) -> str:
    return "–".join(str(year) for year in (plan.year, plan.year_end) if year is not None)
