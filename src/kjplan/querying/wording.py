"""Facts in the few words that fit a table cell; shared by the query tables and the checklist."""

from decimal import Decimal

from kjplan.model import Deadline, DocumentReference, Goal, Item, Measure, Responsibility, Target

_SIGNS = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤", "approx": "≈", "range": "", "bare": ""}


def target_words(target: Target) -> str:
    """A target in the words of its text, its indicator first: ``高新技术企业：力争新培育1000家以上``.

    The scope stands before an indicator that does not hold it already: ``全市覆盖率：达到65%``; hedge and verb before a
    quote that does not hold them. A transcribed target without a quote is written with a sign: ``强度：>2.6%``.
    """
    quote = target.quote or _figure(target)
    before = "".join(word for word in (target.hedge, target.verb) if word and word not in quote and target.quote)
    scope = target.scope if target.scope and target.scope not in target.indicator else ""
    return f"{scope}{target.indicator}" + (f"：{before}{quote}" if quote else "")


def _figure(target: Target) -> str:
    """Comparator sign, value and unit: ``≥400亿元``, ``4.5–5%``."""
    if target.value is None:
        return ""
    upper = "" if target.value_max is None else f"–{number(target.value_max)}"
    return f"{_SIGNS[target.comparator]}{number(target.value)}{upper}{target.unit or ''}"


def number(value: Decimal) -> str:
    """A number as people write it, without an exponent: ``40000000000``, ``2.60``."""
    return format(value, "f")


def targets_words(owner: Goal | Measure) -> str:
    """All targets of a goal or measure in one cell; empty where it has none."""
    return "；".join(map(target_words, owner.targets))


def lead_words(responsibility: Responsibility) -> str:
    """Who answers: the leading bodies, then those who answer together, marked as such; empty where none is named.

    A bare list of units is not turned into a lead and its helpers: ``A、B（共同负责）``. Where the document says
    that the first of a list leads: ``A；B、C（共同负责）``.
    """
    leads = "、".join(b.name for b in responsibility.bodies if b.role == "lead")
    joint = "、".join(b.name for b in responsibility.bodies if b.role == "joint")
    return "；".join(filter(None, (leads, joint and f"{joint}（共同负责）")))


def support_words(responsibility: Responsibility) -> str:
    """The supporting bodies: ``市财政局、各区县(市)``; empty where none is named."""
    return "、".join(b.name for b in responsibility.bodies if b.role == "support")


def document_words(document: DocumentReference) -> str:
    """A document as the text names it: ``《某某办法》``; without marks where the text has none."""
    return f"《{document.title}》" if document.quoted else document.title


def due_words(due: list[Deadline]) -> str:
    """The deadlines in the words of the text: ``6月底前、年底前``; each wording once."""
    return "、".join(dict.fromkeys(d.text for d in due))


def item_words(item: Item) -> str:
    """A numbered point in one line: ``（1）建平台。年内完成主体工程。``"""
    title = f"{item.title}。" if item.title and item.text else item.title or ""
    return f"{item.marker or ''}{title}{item.text}"


def full_text(measure: Measure) -> str:
    """A measure's words without marker and title, paragraphs and points one a line.

    Points that a sentence of the text counts (一是…；二是…) are in the text already and are not said twice.
    """
    apart = [item_words(item) for item in measure.items if item.text not in measure.text]
    return "\n".join(filter(None, (measure.text, *apart)))
