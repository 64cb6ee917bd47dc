"""Which names mean the same body: 市发改委 and 市发展和改革委员会."""

from kjplan.naming.aliases import Aliases
from kjplan.naming.files import FILE_NAME, load_aliases, read_aliases

__all__ = ["FILE_NAME", "Aliases", "load_aliases", "read_aliases"]
