"""The server of a preview: on this machine alone, at a port that is free."""

import asyncio
import secrets
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from triptych.build import Options
from triptych.preview.app import new_app
from triptych.preview.documents import Documents

HOST = "127.0.0.1"
PORT, PORTS = 8765, 50
"""The first port that is tried if none is asked for, and how many."""


class PortTakenError(Exception):
    """The port that was asked for cannot be had: another program has it, or it may not be had."""


def serve(path: Path, options: Options, port: int | None, tell: Callable[[str], None]) -> None:
    """Show the documents of a path until the process is stopped; `tell` hears the address.

    Raises PortTakenError.
    """
    listening = _listening(port)
    here = listening.getsockname()[1]
    token = secrets.token_urlsafe(16)
    hosts = frozenset((f"{HOST}:{here}", f"localhost:{here}"))

    async def run() -> None:
        app = new_app(Documents(path, options), token, hosts)
        config = uvicorn.Config(app, log_level="critical", access_log=False, lifespan="on", server_header=False)
        tell(f"http://{HOST}:{here}/{token}/")
        await _Server(config).serve(sockets=[listening])

    asyncio.run(run())


class _Server(uvicorn.Server):
    """A server that leaves signals to the process: there is nothing to be finished."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def _listening(port: int | None) -> socket.socket:
    """A socket at the port, else at the first one that is free, else at any."""
    for number in (port,) if port is not None else (*range(PORT, PORT + PORTS), 0):
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform != "win32":  # there it would let two programs have one port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((HOST, number))
            made.listen(64)
        except OSError as failure:
            made.close()
            reason = (failure.strerror or str(failure)).lower()
            last = PortTakenError(f"port {number} cannot be had: {reason}")
        else:
            return made
    raise last
