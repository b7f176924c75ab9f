"""A preview that runs, and what a browser asks it for."""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

PATIENCE = 20
"""Seconds that a loaded machine may take for what takes a fraction of one."""


@contextmanager
def running(path: Path, *words: str) -> Iterator[str]:
    """The address of a preview of a path."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "triptych", "preview", str(path), *words]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        assert said.startswith("http://127.0.0.1:"), (said, process.communicate()[1])
        yield said.split()[0]
    finally:
        process.terminate()
        process.communicate()


def ask(address: str, path: str = "", *, host: str = "", method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the content of an answer."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
    try:
        connection.request(method, parts.path + path, headers={"Host": host or parts.netloc})
        answer = connection.getresponse()
        return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def told(address: str, path: str) -> Any:
    """The value that is answered."""
    status, _, content = ask(address, path)
    assert status == 200, (status, content)
    return json.loads(content)


class Listener:
    """A browser that follows a document."""

    def __init__(self, address: str, name: str) -> None:
        parts = urlsplit(address)
        self._connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
        self._connection.request("GET", f"{parts.path}events?document={quote(name)}")
        self._answer = self._connection.getresponse()
        assert self._answer.status == 200

    def next(self) -> dict[str, Any]:
        """The next state."""
        while True:
            line = self._answer.readline()
            assert line, "the preview has ended"
            assert line != b": still here\n", "nothing came for long"
            if line.startswith(b"data: "):
                state: dict[str, Any] = json.loads(line[6:])
                return state

    def until(self, standing: str, after: int = -1) -> dict[str, Any]:
        """The first state of a standing that is newer than another."""
        end = time.monotonic() + PATIENCE
        while True:
            state = self.next()
            assert time.monotonic() < end, state
            if state["standing"] == standing and state["version"] > after:
                return state

    def close(self) -> None:
        """Go away."""
        self._answer.close()
        self._connection.close()


def keys(state: dict[str, Any]) -> dict[str, list[str]]:
    """The keys of what is shown, by panel."""
    return {panel["name"]: [view["key"] for view in panel["views"]] for panel in state["panels"]}
