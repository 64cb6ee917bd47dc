"""Hypothesis strategies for plans, made from the type hints of the model."""

import dataclasses
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from kjplan.model import Plan, Section, Span

HOSTILE = (
    *(
        "no",
        "yes",
        "On",
        "OFF",
        "y",
        "N",
        "true",
        "False",
        "null",
        "NULL",
        "~",
        "",
        " ",
        "=",
        "<<",
        "-",
        "--",
        "---",
        "...",
    ),
    *(
        "2022-03-25",
        "2022-03-25 12:30:00",
        "12:30",
        "190:20:30",
        "1_000",
        "1e3",
        "1E+3",
        "0o17",
        "017",
        "0x1f",
        "0b11",
        "1.",
    ),
    *(
        ".5",
        "-.inf",
        ".NaN",
        ".inf",
        "+1",
        "-1",
        "2.60",
        "1,000",
        "#",
        "# x",
        "a #b",
        "a#b",
        "a: b",
        "a:b",
        "a:",
        ":a",
        "? a",
    ),
    *(
        "- a",
        "[a]",
        "{a}",
        "a, b",
        "&a",
        "*a",
        "!a",
        "!!str",
        "%a",
        "@a",
        "`a`",
        "|",
        ">",
        "'",
        '"',
        "it's",
        'a"b',
        "a\\b",
        "\\n",
    ),
    *(
        " a",
        "a ",
        "a  b",
        "\ta",
        "a\t",
        "a\tb",
        "a\n",
        "\na",
        "a\nb",
        "a\n\nb",
        "a\n b",
        "a \nb",
        "a\n- b: c\n# d",
        "a\r\nb",
        "a\n\x11",
        "a\x11\nb",
        "a\n\x85\nb",
        "\r",
    ),
    *(
        "2022年",
        "4.",
        "(二)",
        "一、",
        "《a》",
        "“十四五”",
        "5G",
        "３",
        "中 文",
        "\u3000首行",
        "中\u00a0文",
        "中:文",
        "中: 文",
        "中 #文",
    ),
    *(
        "\u0085",
        "a\u0085b",
        "\u2028",
        "a\u2029b",
        "\ufeff",
        "\ufeffa",
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x7f",
        "\x9f",
        "\u200b",
        "\u202e",
    ),
    *(
        "\ud800",
        "a\udfffb",
        "\ud840\udc00",
        "\ufffe",
        "\uffff",
        "\ufffd",
        "𠮷",
        "𠮷野家\n𪚥",
        "😀",
        "\U0010ffff",
        "葛\U000e0100",
        "[red]x[/red]",
    ),
    *("x" * 3000, "中" * 3000, "a " * 800 + "a", "'" * 50, "- " * 300, "--- a", "... a", "a ...", "key: |-\n  b"),
)
"""Strings that some reader or dumper has been known to change."""

texts = st.sampled_from(HOSTILE) | st.text(max_size=12) | st.text(alphabet="中文 a:#-\n'\"\t1.,", max_size=10)
numbers = st.sampled_from([Decimal(n) for n in ("0", "2.6", "7.50", "400", "40000000000", "-1.5", "0.001", "1" * 40)])
spans = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: (pair[0], pair[0] + pair[1]))


SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: st.integers(1, 9999),
    bool: st.booleans(),
    Decimal: numbers,
    Span: spans,
    type(None): st.none(),
}


def of(hint: Any, depth: int = 2) -> st.SearchStrategy[Any]:
    """Values of a type hint of the model; sections stand in one another as deep as ``depth``."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return objects(hint, depth)
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(args)
    if origin is list:
        return st.lists(of(args[0], depth), max_size=2)
    return st.one_of([of(arg, depth) for arg in args if arg is not Section or depth])


def objects(cls: type, depth: int) -> st.SearchStrategy[Any]:
    """Objects of a class of the model."""
    hints = {field.name: get_type_hints(cls)[field.name] for field in dataclasses.fields(cls)}
    return st.builds(cls, **{name: of(hint, depth - (cls is Section)) for name, hint in hints.items()})


def with_own_ids(plan: Plan) -> Plan:
    """The plan with ids that are unique, whatever else they are."""
    owners: list[Any] = [node for node, _ in plan.nodes()]
    for n, owner in enumerate([*owners, *plan.targets]):
        owner.id = f"{owner.id}{n}"
    return plan


unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
"""Nothing fails because a machine is busy."""

plans = of(Plan).map(with_own_ids)
