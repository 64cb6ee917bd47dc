"""YAML for lists of records."""

from typing import Any


def to_yaml(records: Any) -> str:
    """Records in the safe subset that YAML 1.1 and 1.2 read alike, in UTF-8; null and empty values are kept."""
    from kjplan.storage.yaml_write import dump_data

    return dump_data(records)
