"""Options of the test run, and the command as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import settings

# How long an example takes says how busy the machine is. The examples are the same in each run, so that what a change
# breaks is told where it is broken, and not some day; `make search` looks for others.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("TRIPTYCH_EXAMPLES", "same"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write the plans in tests/cases and the schema in docs anew instead of comparing",
    )


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be renewed."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def run() -> Callable[..., tuple[int, str, str]]:
    """Runs the command where the test stands; its status, and what it prints."""

    def call(*words: str, **more: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "triptych", *words],
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, **more},
        )
        return done.returncode, done.stdout, done.stderr

    return call
