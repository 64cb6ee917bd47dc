"""The JSON Schema of a plan, for editors and for other programs."""

import ast
import inspect
import json
from collections.abc import Iterator
from itertools import pairwise
from types import ModuleType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from kjplan.model import facts, frame, plan, tree
from kjplan.storage.codec import NODES
from kjplan.storage.validation import adapter


class _Exact(GenerateJsonSchema):
    """A Decimal is a number in a plan, never a string; a field is called by its key, not by a title made of it."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        return {"type": "number"}

    def field_title_should_be_set(self, schema: object) -> bool:
        return False


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) that plans in YAML and JSON meet; its descriptions are the model's docstrings."""
    schema = adapter().json_schema(schema_generator=_Exact)
    classes = schema["$defs"] | {"Plan": schema}
    for module in (facts, frame, tree, plan):
        for cls, field, words in _docstrings(module):
            classes[cls]["properties"][field]["description"] = words
    for node in NODES.values():
        classes[node.__name__].setdefault("required", []).append("kind")
    return {"$schema": _Exact.schema_dialect, **schema, "required": ["schema_version"]}


def schema_text() -> str:
    """The schema as the file ``workplan.schema.json`` that plans name in their first line."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _docstrings(module: ModuleType) -> Iterator[tuple[str, str, str]]:
    """Class, field and docstring of each field: read here, as pydantic's own way to them slows every validation."""
    classes = [node for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.ClassDef)]
    for cls in classes:
        for node, after in pairwise(cls.body):
            match node, after:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                    yield cls.name, name, inspect.cleandoc(words)
