"""How long after a document is saved its preview shows what was edited: python benchmarks/preview.py [FILE] [--browser]

Each round adds a word to a sentence and waits for the picture that says it. Without a browser, that is until the
picture is drawn; with one, until Chromium has decoded it. Without a file, of short notes and of a long course.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from triptych.build import Options, Source
from triptych.preview.planning import Kept, plan
from triptych.preview.state import State

ROUNDS = 7
NOTES = "The title of the notes\n\nWhy is that?\n\n" + "\n".join(
    f"{n}.Point {n}: This is what the point says first. It goes on with more words, and ends in another sentence."
    for n in range(1, 12)
)
TOPICS = ["rivers", "lakes", "hills", "seas", "winds", "clouds", "roads", "towns", "farms", "mines"]


def course(sections: int) -> str:
    """A long document."""
    parts = ["---\ntitle: A course\n---\n"]
    for k in range(sections):
        topic = TOPICS[k % len(TOPICS)]
        parts.append(
            f"# Topic {k}: {topic}\n\nThis part is about {topic} in region {k}. They matter to all who live there.\n"
        )
        for n in range(1, 8):
            parts.append(
                f"{n}. **Case {n} of {k}**: In case {n} the {topic} of region {k} changed within {n + k} years. "
                f"People there counted {k * n + 7} of them. Nobody had seen it coming before the year {1900 + n}."
            )
        parts.append(f"\n| {topic} | number |\n|---|---|\n| first | {k} |\n| second | {k + 1} |\n")
        parts.append(f"Overall, the {topic} of region {k} tell much about its people.\n")
    return "\n".join(parts)


def edits(text: str) -> list[tuple[str, str]]:
    """Texts with a new word each, and the word; it stands where most texts have something on a slide."""
    at = text.find("Topic 50:") if "Topic 50:" in text else 0
    at = text.find(". ", text.find(":", at + 10 if at else len(text) // 3))
    return [(f"{text[:at]} novum{n}{text[at:]}", f"novum{n}") for n in range(ROUNDS)]


def planned(path: Path) -> dict[str, list[float]]:
    """Seconds to the first picture with the word in each panel that has one, and to the end of all planning."""
    text = path.read_text(encoding="utf-8")
    source, kept = Source(path, path.name, path.stem), Kept()
    state = plan(text.encode(), source, Options(), kept, State(), lambda _: None)
    times: dict[str, list[float]] = {}
    for edited, word in edits(text):
        begun, found = time.perf_counter(), dict[str, float]()
        known = {view.key for panel in state.panels for view in panel.views}

        def tell(now: State, word: str = word, begun: float = begun, found: dict = found, known: set = known) -> None:
            for panel in now.panels:
                fresh = [view.key for view in panel.views if view.key not in known]
                if panel.name not in found and any(word in (kept.pictures.svg(key) or "") for key in fresh):
                    found[panel.name] = time.perf_counter() - begun

        state = plan(edited.encode(), source, Options(), kept, state, tell)
        for name, seconds in {**found, "all planned": time.perf_counter() - begun}.items():
            times.setdefault(name, []).append(seconds)
    return times


def seen(path: Path) -> list[float]:
    """Seconds from saving to a picture with the word in a browser, of each round."""
    from playwright.sync_api import sync_playwright

    text = path.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "triptych", "preview", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split()[0]
        with sync_playwright() as playwright:
            found = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.goto(address)
            out = []
            for edited, word in edits(text):
                page.wait_for_selector("html[data-standing=shown]", timeout=60_000)
                time.sleep(0.5)
                begun = time.perf_counter()
                path.write_text(edited, encoding="utf-8")
                page.wait_for_function(
                    "(word) => [...document.images].some((image) => image.alt.includes(word) && image.complete)",
                    arg=word,
                    polling="raf",
                    timeout=60_000,
                )
                out.append(time.perf_counter() - begun)
                page.wait_for_timeout(1000)
            browser.close()
            return out
    finally:
        process.terminate()
        process.communicate()


def said(times: list[float]) -> str:
    """Times in words."""
    return f"{statistics.median(times):.3f} s (median of {len(times)}, {min(times):.3f} to {max(times):.3f})"


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--browser", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        notes, long = Path(name, "notes.txt"), Path(name, "course.md")
        notes.write_text(NOTES, encoding="utf-8")
        long.write_text(course(100), encoding="utf-8")
        for given in options.files or (notes, long):
            path = Path(name, f"edited-{given.name}")
            path.write_bytes(given.read_bytes())
            if options.browser:
                print(f"{given.name}: seen in a browser after {said(seen(path))}")
            else:
                for panel, times in planned(path).items():
                    print(f"{given.name}: {panel} after {said(times)}")


if __name__ == "__main__":
    main()
