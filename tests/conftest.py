"""Options of the test run, and the command as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # how long an example takes says how busy the machine is
settings.load_profile("untimed")


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
