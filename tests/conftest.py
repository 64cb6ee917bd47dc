"""What all tests share: where the notice and the material beside the checkout are."""

from pathlib import Path

import pytest
from hypothesis import settings

# No test is timed: on a busy machine an example may take any time.
settings.register_profile("kjplan", deadline=None)
settings.load_profile("kjplan")

ROOT = Path(__file__).resolve().parent.parent
NOTICE = ROOT / "data" / "notices" / "workplan_2022.txt"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material beside the checkout; a test that asks for it is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "notice").is_dir():
        pytest.skip("the shared material beside the checkout is absent")
    return folder


@pytest.fixture(scope="session")
def notice_text() -> str:
    """The 2022 notice, decoded."""
    return NOTICE.read_bytes().decode("utf-8")
