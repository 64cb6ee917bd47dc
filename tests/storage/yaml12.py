"""A reader with the core schema of YAML 1.2 (10.3.2 in its specification), made from PyYAML's scanner."""

import re
from typing import Any

import yaml

CORE = (
    ("null", r"null|Null|NULL|~|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"),
)


class Yaml12Loader(yaml.SafeLoader):
    """PyYAML's loader with the words of YAML 1.2 for null, true and numbers."""


Yaml12Loader.yaml_implicit_resolvers = {}
for name, pattern in CORE:
    Yaml12Loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(rf"(?:{pattern})\Z"), None)


def load(text: str) -> Any:
    """The value of a YAML 1.2 text."""
    return yaml.load(text, Loader=Yaml12Loader)
