"""``python -m kjplan`` is the command ``kjplan``."""

import sys

from kjplan.cli.main import main

sys.exit(main())
