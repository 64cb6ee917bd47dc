"""Lines, markers, numbering, outline, roles, portal header: from a notice to its plan."""

from kjplan.parsing.leaves import Leaf
from kjplan.parsing.outline import Finding
from kjplan.parsing.parse import Parsed, parse_source

__all__ = ["Finding", "Leaf", "Parsed", "parse_source"]
