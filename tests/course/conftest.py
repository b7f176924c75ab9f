"""The command, as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest


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
