"""Draws the pictures of guide.md: the panels of its document, and the preview of it in a browser.

The browser is a Chromium that is installed: pip install '.[test]', apt install chromium.
"""

import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

DOCS = Path(__file__).parent
SLIDE, PAGE, GAP = 300, 213, 12
"""Pixels: the widths of a slide and of a page, and what is between them."""
GROUND = "#8a8f98"


def document() -> str:
    """The document that the guide writes, with what it adds to it."""
    blocks = re.findall(r"^```markdown\n(.*?)^```", (DOCS / "guide.md").read_text(encoding="utf-8"), re.M | re.S)
    first = next(block for block in blocks if block.startswith("---"))
    return "\n".join((first, *(block for block in blocks if block.startswith(("# ", "::: notes")))))


def panels(folder: Path) -> Image.Image:
    """Six slides, two pages of the handout and the cheat sheet."""
    command = [sys.executable, "-m", "triptych", "build", "rivers.md", "--pictures", "png"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    made = folder / "build" / "rivers" / "rivers-pictures"
    slides = [_small(path, SLIDE) for path in sorted(made.glob("deck-*.png"))[:6]]
    sheet = _small(made / "cheat-sheet-01.png", SLIDE)
    page = _small(made / "handout-01.png", PAGE)
    width, height = slides[0].size
    whole = Image.new("RGB", (3 * (SLIDE + GAP) + PAGE + 2 * GAP, 3 * (height + GAP) + GAP), GROUND)
    for k, slide in enumerate(slides):
        whole.paste(slide, (GAP + k % 2 * (width + GAP), GAP + k // 2 * (height + GAP)))
    left = 2 * (width + GAP) + GAP
    whole.paste(page, (left, GAP))
    whole.paste(sheet, (left + PAGE + GAP, GAP))
    return whole


def preview(folder: Path) -> Image.Image:
    """The preview with the source of a slide."""
    from playwright.sync_api import sync_playwright

    command = [sys.executable, "-m", "triptych", "preview", "rivers.md"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split()[0]
        with sync_playwright() as playwright:
            found = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme="light")
            page.goto(address)
            page.wait_for_selector("html[data-standing=shown]")
            page.locator(".panel.deck .view").nth(2).locator("img").click()
            page.wait_for_timeout(1500)
            data = page.screenshot()
            browser.close()
    finally:
        process.terminate()
        process.communicate()
    return Image.open(io.BytesIO(data)).convert("RGB")


def _small(path: Path, width: int) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB").resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)


def main() -> None:
    """Write the pictures, with as few colours as they need."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "rivers.md").write_text(document(), encoding="utf-8")
        for file, image in (("guide-panels.png", panels(folder)), ("guide-preview.png", preview(folder))):
            image.quantize(64, dither=Image.Dither.NONE).save(DOCS / file, optimize=True)


if __name__ == "__main__":
    main()
