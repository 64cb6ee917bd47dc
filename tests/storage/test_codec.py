import dataclasses
from decimal import Decimal
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given

from kjplan.model import Goal, Measure, Paragraph, Plan, Section, Span, Target
from kjplan.storage import codec
from tests.storage.strategies import plans, unhurried

NODES = set(codec.NODES.values())


def parts(hint: Any) -> list[Any]:
    """The members of a union, without None."""
    members = get_args(hint) if get_origin(hint) not in (None, list, tuple) and NoneType in get_args(hint) else (hint,)
    return [m for m in members if m is not NoneType]


@pytest.mark.parametrize("cls", codec.CLASSES, ids=lambda c: c.__name__)
def test_tables_say_what_the_type_hints_say(cls: type) -> None:
    hints = get_type_hints(cls)
    objects: dict[str, Any] = {}
    lists: dict[str, Any] = {}
    spans, numbers = [], []
    for name in [f.name for f in dataclasses.fields(cls)]:
        for hint in parts(hints[name]):
            inner = get_args(hint)[0] if get_origin(hint) is list else None
            if dataclasses.is_dataclass(hint):
                objects[name] = hint
            elif inner is not None and dataclasses.is_dataclass(inner):
                lists[name] = inner
            elif inner is not None and set(get_args(inner)) == NODES:
                lists[name] = None
            elif hint == Span:
                spans.append(name)
            elif hint is Decimal:
                numbers.append(name)
    assert codec.OBJECTS.get(cls, {}) == objects
    assert codec.LISTS.get(cls, {}) == lists
    assert set(spans) == {f.name for f in dataclasses.fields(cls)} & set(codec.SPANS)
    assert set(numbers) == {f.name for f in dataclasses.fields(cls)} & set(codec.NUMBERS)


def test_tables_reach_every_class_of_the_model() -> None:
    import kjplan.model as model

    assert set(codec.CLASSES) == {
        c for c in vars(model).values() if isinstance(c, type) and dataclasses.is_dataclass(c)
    }
    reached = {c for table in (codec.OBJECTS, codec.LISTS) for row in table.values() for c in row.values()}
    assert reached - {None} | {Plan} | NODES == set(codec.CLASSES)


@unhurried
@given(plans)
def test_plans_come_back_the_same(plan: Plan) -> None:
    assert codec.from_dict(Plan, codec.to_dict(plan, keep_empty=False)) == plan
    assert codec.from_dict(Plan, codec.to_dict(plan, keep_empty=True)) == plan


def test_empty_keys_are_left_out_or_kept() -> None:
    goal = Goal(id="G1", targets=[Target(id="G1.1", value=Decimal("7.50"), span=(1, 5))])
    assert codec.to_dict(goal, keep_empty=False) == {
        "kind": "goal",
        "id": "G1",
        "targets": [{"id": "G1.1", "comparator": "bare", "value": Decimal("7.50"), "span": [1, 5]}],
        "responsibility": {"stated": False},
    }
    full = codec.to_dict(goal, keep_empty=True)
    assert list(full) == ["kind", "id", "number", "marker", "text", "targets", "vague", "responsibility", "due", "span"]
    assert full["responsibility"] == {"stated": False, "bodies": [], "quote": None, "span": None}
    assert full["number"] is None
    assert full["due"] == []


def test_what_reading_could_not_put_back_is_never_left_out() -> None:
    assert codec.to_dict(Paragraph(text=""), keep_empty=False) == {"text": ""}
    assert codec.to_dict(Section(title=""), keep_empty=False)["title"] == ""


def test_keys_stand_in_the_order_of_the_model() -> None:
    for cls in (Plan, Measure, Section, Goal, Target):
        obj = cls()
        assert list(codec.to_dict(obj, keep_empty=True)) == [f.name for f in dataclasses.fields(cls)]


def test_numbers_may_come_as_words() -> None:
    assert str(codec.from_dict(Target, {"value": "7.50"}).value) == "7.50"
    assert codec.from_dict(Target, {"value": 400}).value == Decimal(400)
