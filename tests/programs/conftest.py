"""Real programs that open what kjplan writes: a browser and an office suite. A test is skipped where one is absent.

``KJPLAN_REQUIRE=browser,office`` makes an absent one a failure, so that CI cannot pass without having looked.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from kjplan import language

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]

Convert = Callable[[Path, str], Path]


def absent(kind: str, what: str) -> NoReturn:
    """Skip the test, or fail where CI demands the program."""
    if kind in os.environ.get("KJPLAN_REQUIRE", "").split(","):
        pytest.fail(f"{what} is absent, and KJPLAN_REQUIRE asks for it")
    pytest.skip(f"{what} is absent")


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    language.choose("zh")
    yield
    language.choose(None)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The system's Chromium, driven by Playwright."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        absent("browser", "chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("browser", "playwright (pip install '.[browser]')")
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=program, args=SWITCHES)
        yield found
        found.close()


@pytest.fixture(scope="session")
def accessibility() -> Any:
    """axe-core, the checker of accessibility."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        absent("browser", "axe-playwright-python (pip install '.[browser]')")
    return Axe()


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Have LibreOffice open a file and save it in another format; it fails where the file must be repaired."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        absent("office", "LibreOffice")
    profile = tmp_path_factory.mktemp("libreoffice")

    def run(path: Path, form: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
        done = subprocess.run(
            [*command, "--outdir", str(folder), str(path)], capture_output=True, text=True, timeout=180, check=False
        )
        target = folder / f"{path.stem}.{form.partition(':')[0]}"
        assert done.returncode == 0 and target.is_file(), done.stdout + done.stderr
        return target

    return run
