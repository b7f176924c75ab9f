"""The script of the process that draws an SVG: it has nothing of ours, so that it starts at once."""

import json
import signal
import sys


def _confine(seconds: int, most: int) -> None:
    """Limit this process; its end is as quiet as its parent's."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform == "win32":  # there the parent's clock is all
        return
    import resource

    for what, limit in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, most), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _main() -> None:
    """Draw the SVG that comes in as the words of the command say; what goes out is a PNG."""
    says = json.loads(sys.argv[1])
    text = sys.stdin.buffer.read().decode()
    _confine(says["seconds"], says["bytes"])
    sys.path.append(says["library"])
    import resvg_py

    family = says["family"]
    png = resvg_py.svg_to_bytes(
        svg_string=text,
        width=says["width"],
        font_dirs=says["fonts"],
        font_family=family,
        sans_serif_family=family,
        serif_family=family,
    )
    sys.stdout.buffer.write(bytes(png))


if __name__ == "__main__":
    _main()
