"""What each stage of a build costs, and how that grows: python benchmarks/stages.py [SECTIONS] [--full] [--formulae].

Builds a course of a quarter, of half and of all SECTIONS (800), each in a process of its own, and names the stages
that cost more than 2.1 times as much when what is built doubles. Prints the processor's seconds without what is
measured apart within them, and the peak of memory.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

from course import course, formulae  # beside this file

MOST = 2.1
"""What a stage may grow by where twice as much is built: linear, and some chance."""
LEAST = 0.2
"""Seconds under which growth is chance."""
STAGES = {
    # a stage: where its function is looked up
    "read": ("triptych.products.prepare", "read_source"),
    "transform": ("triptych.products.prepare", "transform"),
    "check": ("triptych.products.prepare", "_checked"),
    "weigh": ("triptych.weigh", "weigh"),
    "plan deck": ("triptych.plan.deck", "plan_deck"),
    "plan handout": ("triptych.plan.handout", "plan_handout"),
    "plan cheat sheet": ("triptych.plan.cheat_sheet", "plan_cheat_sheet"),
    "write deck": ("triptych.write.pptx", "write_deck"),
    "write PDFs": ("triptych.write.pdf", "write_pages"),
}


class Clock:
    """The processor's seconds of each stage, without those of the stages within it."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)
        self._within = [0.0]

    def timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same work, whose time is counted."""

        def run(*arguments: Any, **named: Any) -> Any:
            self._within.append(0.0)
            start = time.process_time()
            try:
                return work(*arguments, **named)
            finally:
                spent = time.process_time() - start
                self.seconds[stage] += spent - self._within.pop()
                self._within[-1] += spent

        return run


def measured(path: Path, full: bool) -> dict[str, float]:
    """Build a document here and now: seconds by stage, those of the start and the rest, and megabytes."""
    import gc
    import resource

    gc.disable()  # as the command does
    clock = Clock()
    for stage, (module, name) in STAGES.items():
        home = import_module(module)
        setattr(home, name, clock.timed(stage, getattr(home, name)))
    from triptych.build import Options, Source, build

    started = time.process_time()
    options = Options(forms=(("deck", "full"),) if full else ())
    result = build(Source(path, path.name, path.stem), path.parent / "out", options)
    assert len(result.files) == 3, result.problems
    rest = time.process_time() - started - sum(clock.seconds.values())
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return {"start": started, **clock.seconds, "rest": rest, "whole": time.process_time(), "megabytes": megabytes}


def apart(text: str, *arguments: str) -> dict[str, float]:
    """What is measured of a text in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document.md")
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, __file__, "--measure", str(path), *arguments]
        found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def main(arguments: list[str]) -> int:
    """Print a line for each stage; 1 if one grows too fast."""
    options = [argument for argument in arguments if argument.startswith("--")]
    sections = int(next((argument for argument in arguments if argument.isdigit()), "800"))
    made = formulae if "--formulae" in options else course
    sizes = (sections // 4, sections // 2, sections)
    columns = [apart(made(size), *options) for size in sizes]
    print("seconds of sections " + "".join(f"{size:10,}" for size in sizes) + "     grows by")
    slow = []
    for stage in columns[0]:
        values = [column[stage] for column in columns]
        grown = [after / max(before, 1e-9) for before, after in pairwise(values)]
        fast = any(by > MOST and after > LEAST for by, after in zip(grown, values[1:], strict=True))
        slow += [stage] if fast and stage not in ("start", "rest") else []
        said = "".join(f"{value:10.2f}" for value in values) + "".join(f"  {by:5.2f}" for by in grown)
        print(f"{stage:19} {said}{'  TOO FAST A GROWTH' if stage in slow else ''}")
    return 1 if slow else 0


if __name__ == "__main__":
    if "--measure" in sys.argv:
        place = sys.argv.index("--measure") + 1
        print(json.dumps(measured(Path(sys.argv[place]), "--full" in sys.argv)))
    else:
        sys.exit(main(sys.argv[1:]))
