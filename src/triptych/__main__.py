"""The process of the command: how it ends, whatever stops it."""

import _signal  # type: ignore[import-not-found]  # built in: signal loads enum, and Ctrl-C would be Python's meanwhile
import os
import sys

_SHOW_CURSOR = b"\033[?25h"
"""A bar on a terminal hides it (ECMA-48 in xterm's private modes)."""


def _leave(number: int, frame: object) -> None:
    """End here and now: nothing is half written, and the next build clears what lies about."""
    processes = sys.modules.get("multiprocessing.process")
    try:
        for child in processes.active_children() if processes else ():  # each ends with us, wherever it is
            child.kill()
    except (OSError, ValueError):
        pass
    try:
        if sys.stderr.isatty():
            os.write(sys.stderr.fileno(), _SHOW_CURSOR)
    except (OSError, ValueError, AttributeError):
        pass
    os._exit(128 + number)


def leave_when_told() -> None:
    """Let Ctrl-C and SIGTERM end the program from here on. Nothing that takes time to load may come before it."""
    for number in (_signal.SIGINT, _signal.SIGTERM):
        _signal.signal(number, _leave)


def run() -> None:
    """Run the command, and leave without taking down what it has built: that would cost a tenth of its time."""
    leave_when_told()
    import gc  # not before it can be stopped

    gc.disable()  # short-lived, and it frees little: collecting would cost a tenth of the time, loading included
    try:
        _run()
    except SystemExit as leaving:
        if not isinstance(leaving.code, int | None):
            raise
        status = leaving.code or 0
    else:
        status = 0
    import atexit  # late: nothing may come before the handlers that takes time

    atexit._run_exitfuncs()
    try:
        _flush()
    except OSError:
        status = status or 1  # what was said has found no room
    os._exit(status)


def _run() -> None:
    """Run the command. What it prints may find no room, and it leaves at once when it is told to: 130 or 143."""
    from triptych.unread import OF_PYTHON, leave_unread, read_without

    for name in OF_PYTHON:
        leave_unread(name)
    read_without("msgspec", "typing_extensions")  # it takes from there what Python's own typing has since 3.11
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


def _tell_of_no_room(failure: OSError) -> None:
    """Say that the output cannot be written, and write no more of it."""
    from contextlib import suppress

    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"error: the output cannot be written: {(failure.strerror or str(failure)).lower()}\n")
        sys.stderr.flush()
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)


if __name__ == "__main__":
    run()
