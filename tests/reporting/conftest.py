"""The command line in this process, as for tests/cli."""

from tests.cli.conftest import run, surroundings

__all__ = ["run", "surroundings"]
