"""The process of the command: how it ends, whatever stops it."""

import atexit
import os
import signal
import sys
from contextlib import suppress

_SHOW_CURSOR = b"\033[?25h"
"""A bar on a terminal hides it (ECMA-48 in xterm's private modes)."""


def run() -> None:
    """Run the command, and leave without taking down what it has built: that would cost a tenth of its time."""
    try:
        _run()
    except SystemExit as leaving:
        if not isinstance(leaving.code, int | None):
            raise
        status = leaving.code or 0
    else:
        status = 0
    atexit._run_exitfuncs()
    with suppress(OSError):
        _flush()
    os._exit(status)


def _run() -> None:
    """Run the command. What it prints may find no room, and it leaves at once when it is told to: 130 or 143."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _leave)
    from triptych.cli import main

    try:
        try:
            main(prog_name="triptych", obj=True)
        finally:
            _flush()
    except OSError as failure:
        _tell_of_no_room(failure)
        sys.exit(1)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def _leave(number: int, frame: object) -> None:
    """End here and now: nothing is half written, and the next build clears what lies about."""
    with suppress(OSError, ValueError, AttributeError):
        if sys.stderr.isatty():
            os.write(sys.stderr.fileno(), _SHOW_CURSOR)
    os._exit(128 + number)


def _tell_of_no_room(failure: OSError) -> None:
    """Say that the output cannot be written, and write no more of it."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"error: the output cannot be written: {(failure.strerror or str(failure)).lower()}\n")
        sys.stderr.flush()
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)


if __name__ == "__main__":
    run()
