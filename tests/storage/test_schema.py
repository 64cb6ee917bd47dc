import dataclasses
import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from kjplan.model import Plan
from kjplan.storage.codec import CLASSES, to_dict
from kjplan.storage.schema import json_schema, schema_text
from tests.conftest import ROOT
from tests.storage.strategies import plans, unhurried

SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def outline(schema: dict[str, Any]) -> dict[str, Any]:
    """What the schema says of each class, without the words in which one pydantic or another says it."""
    classes = {"Plan": schema, **schema["$defs"]}
    return {
        name: (
            said["description"],
            said.get("required", []),
            {k: p.get("description") for k, p in said["properties"].items()},
        )
        for name, said in classes.items()
    }


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_field_is_described() -> None:
    said = outline(SCHEMA)
    assert set(said) == {cls.__name__ for cls in CLASSES}
    for cls in CLASSES:
        assert list(said[cls.__name__][2]) == [f.name for f in dataclasses.fields(cls)]
        assert all(said[cls.__name__][2].values())


def test_the_file_beside_the_plans_is_in_step() -> None:
    kept = json.loads((ROOT / "data" / "workplan.schema.json").read_text(encoding="utf-8"))
    assert outline(kept) == outline(json.loads(schema_text()))


@unhurried
@given(plans)
def test_plans_meet_it_in_both_shapes(plan: Plan) -> None:
    for keep_empty in (False, True):
        assert list(VALIDATOR.iter_errors(to_dict(plan, keep_empty=keep_empty))) == []


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"schema_version": 2},
        {"schema_version": 1, "titel": "x"},
        {"schema_version": 1, "year": "2022"},
        {"schema_version": 1, "parts": [{"id": "G1"}]},
        {"schema_version": 1, "parts": [{"kind": "gaol"}]},
        {"schema_version": 1, "parts": [{"kind": "goal", "span": [1]}]},
        {"schema_version": 1, "parts": [{"kind": "goal", "targets": [{"value": "2.6"}]}]},
    ],
)
def test_what_is_no_plan_does_not_meet_it(data: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(data)
