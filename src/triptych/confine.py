"""The time and the memory that a build may take: where it takes more, it ends with a problem that says so."""

import _signal as signal  # type: ignore[import-not-found]  # built in: signal itself makes enumerations first
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from triptych.limits import LimitError, Limits

_AGAIN = 0.5
"""Seconds after which the end of time is told again: code that is called back cannot always be left."""


_PATIENCE = 3
"""Seconds by the clock for each of the processor's: a busy machine gives a program little of its time."""


class TimeUpError(BaseException):
    """The time is up. It is no Exception, so that nothing takes it for a fault of what it read."""


def time_up(limits: Limits) -> LimitError:
    """What is said of a document whose time is up."""
    return LimitError("seconds for this document", "seconds", limits.seconds)


def memory_up(limits: Limits) -> LimitError:
    """What is said of a document for which there is no memory."""
    return LimitError("megabytes of memory for this document", "megabytes", limits.megabytes)


def _told_elsewhere(unraisable: "sys.UnraisableHookArgs") -> None:
    """Says nothing of a limit that was met where nothing can be raised, as while a generator is closed.

    The time tells again; who has no memory meets that end elsewhere too. All else is said as Python does.
    """
    if not issubclass(unraisable.exc_type, (MemoryError, TimeUpError)):
        sys.__unraisablehook__(unraisable)


def _ring(number: int, frame: object) -> None:
    raise TimeUpError


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raises TimeUpError in what is done within after so many seconds of the processor, and thrice by the clock.

    Never with 0, or on Windows, which has no such clocks. Only a program's main thread can be called back
    (signal.setitimer). Raises ValueError in another.
    """
    if sys.platform == "win32" or not seconds:
        yield
        return
    clocks = ((signal.SIGPROF, signal.ITIMER_PROF, seconds), (signal.SIGALRM, signal.ITIMER_REAL, _PATIENCE * seconds))
    before = [signal.signal(number, _ring) for number, _, _ in clocks]
    hook, sys.unraisablehook = sys.unraisablehook, _told_elsewhere
    for _, clock, most in clocks:
        signal.setitimer(clock, most, _AGAIN)
    try:
        yield
    finally:
        for (number, clock, _), handler in zip(clocks, before, strict=True):
            signal.setitimer(clock, 0)
            signal.signal(number, handler)
        sys.unraisablehook = hook


def limit_memory(megabytes: int) -> None:
    """Let this process have so many megabytes of memory and no more: what asks for more gets a MemoryError.

    Windows has no such limit.
    """
    if sys.platform == "win32":
        return
    import resource

    sys.unraisablehook = _told_elsewhere
    most, (_, hard) = megabytes * 1_000_000, resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
