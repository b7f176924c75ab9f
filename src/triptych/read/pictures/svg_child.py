"""SVGs drawn in a process of their own, whose time and memory end: what one asks for can grow without bound."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

from triptych.limits import LimitError, Limits
from triptych.read.pictures.raster import BadPictureError

_SCRIPT = Path(__file__).with_name("svg_script.py")
_PATIENCE = 3
"""Seconds by the clock for each of the processor's: a busy machine gives a process little of its time."""
_NO_MEMORY = b"memory allocation"
_SIGXCPU = 24
_SIGKILL = 9


def drawn(text: str, width: int, family: str, font_folders: list[str], limits: Limits) -> bytes:
    """The SVG as a PNG of a width in pixels. Raises BadPictureError, and LimitError where it takes too much."""
    spec = importlib.util.find_spec("resvg_py")
    says = {
        "library": str(Path(spec.origin).parent.parent) if spec and spec.origin else "",
        "seconds": limits.svg_seconds,
        "bytes": limits.svg_megabytes * 1_000_000,
        "width": width,
        "family": family,
        "fonts": font_folders,
    }
    command = [sys.executable, "-I", "-S", str(_SCRIPT), json.dumps(says)]
    try:
        # run() ends the child whatever happens here
        done = subprocess.run(
            command, input=text.encode(), capture_output=True, check=False, timeout=_PATIENCE * limits.svg_seconds
        )
    except subprocess.TimeoutExpired:
        raise _too_long(limits) from None
    except OSError as error:
        raise BadPictureError(f"SVG cannot be drawn: {error.strerror or error}") from error
    if done.returncode == 0 and done.stdout:
        return done.stdout
    if done.returncode in (-_SIGXCPU, -_SIGKILL):
        raise _too_long(limits)
    if _NO_MEMORY in done.stderr or b"MemoryError" in done.stderr:
        raise LimitError("megabytes for drawing an SVG", "svg-megabytes", limits.svg_megabytes)
    raise BadPictureError("SVG cannot be drawn")


def _too_long(limits: Limits) -> LimitError:
    return LimitError("seconds for drawing an SVG", "svg-seconds", limits.svg_seconds)
