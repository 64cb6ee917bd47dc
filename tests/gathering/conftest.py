"""The plan and the ledgers are those of the ledger's own tests."""

from tests.ledger.conftest import amended as amended
from tests.ledger.conftest import book as book
from tests.ledger.conftest import chinese as chinese
from tests.ledger.conftest import path as path
from tests.ledger.conftest import plan as plan
