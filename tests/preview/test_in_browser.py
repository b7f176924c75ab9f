"""The preview in a real browser: a document is opened, edited, seen, broken and mended."""

import importlib.util
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from previewing import PATIENCE, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PARTS = ("playwright", "starlette", "uvicorn", "watchfiles")
LACKING = [name for name in PARTS if importlib.util.find_spec(name) is None]
LACKING += [] if CHROMIUM else ["chromium"]
if LACKING and os.environ.get("TRIPTYCH_REQUIRE_RENDERERS"):
    pytest.fail(f"not installed: {', '.join(LACKING)}", pytrace=False)
pytestmark = [
    pytest.mark.renderers,
    pytest.mark.skipif(bool(LACKING), reason=f"not installed: {', '.join(LACKING)}"),
]

TEXT = "# Rivers\n\nA river flows to the sea.\n\n# Lakes\n\nA lake is still.\n"
SHOWN = "html[data-standing=shown]"


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@contextmanager
def opened(browser: "Browser", address: str, **looks: Any) -> "Iterator[Page]":
    """A page at an address; whatever it complains of fails the test."""
    page = browser.new_page(viewport={"width": 1400, "height": 900}, **looks)
    page.set_default_timeout(PATIENCE * 1000)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda failure: complaints.append(str(failure)))
    page.goto(address)
    yield page
    page.close()
    assert complaints == []


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "waters.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def page(document: Path, browser: "Browser") -> "Iterator[Page]":
    with running(document) as address, opened(browser, address) as found:
        found.wait_for_selector(SHOWN)
        yield found


def alt(page: "Page", panel: str, text: str) -> None:
    """Wait for a picture in a panel that says a text, and that is drawn."""
    page.wait_for_function(
        "([panel, text]) => [...document.querySelectorAll(`.panel.${panel} img`)]"
        ".some((image) => image.alt.includes(text) && image.complete && image.naturalWidth > 0)",
        arg=[panel, text],
    )


def test_a_document_is_opened_edited_broken_and_mended(document: Path, page: "Page") -> None:
    for panel in ("deck", "handout", "cheat-sheet"):
        alt(page, panel, "A lake is still.")
    document.write_text(TEXT.replace("still", "deep"), encoding="utf-8")
    for panel in ("deck", "handout", "cheat-sheet"):
        alt(page, panel, "A lake is deep.")
    document.write_text(TEXT + "\n![A map](nowhere.png)\n", encoding="utf-8")
    page.get_by_role("button", name="Line 9").click()
    assert page.locator("#lines [aria-current]").inner_text() == "![A map](nowhere.png)"
    document.write_text("", encoding="utf-8")
    page.wait_for_selector("html[data-standing=broken]")
    alt(page, "deck", "A lake is still.")  # the last good panels stay
    assert "last good panels" in page.get_by_role("status").inner_text()
    document.write_text(TEXT.replace("still", "clear"), encoding="utf-8")
    alt(page, "deck", "A lake is clear.")
    page.wait_for_selector(SHOWN)
    assert page.get_by_role("status").inner_text() == "Up to date"
    assert page.locator("#problems .error").count() == 0


def test_a_problem_of_another_file_names_that(document: Path, page: "Page") -> None:
    (document.parent / "triptych.toml").write_text('\nfoter = "The sea"\n', encoding="utf-8")
    page.locator("#problems", has_text="triptych.toml, line 2: warning: not a key that is known here: foter").wait_for()
    assert page.get_by_role("button", name="Line 2").count() == 0


def test_what_is_in_view_stays_where_something_in_it_has_changed(document: Path, browser: "Browser") -> None:
    sections = [f"# Part {n}\n\n" + f"River {n} flows to the sea of {n}. " * 20 for n in range(40)]
    document.write_text("\n\n".join(sections), encoding="utf-8")
    with running(document, "--deck", "full") as address, opened(browser, address) as page:
        page.wait_for_selector(SHOWN)
        views = page.locator(".panel.deck .views")
        document.write_text("\n\n".join(sections).replace("River 30 flows", "Stream 30 flows"), encoding="utf-8")
        alt(page, "deck", "Stream 30 flows")  # it is scrolled to
        page.wait_for_selector(SHOWN)
        at = views.evaluate("node => node.scrollTop")
        assert at > 0
        version = page.evaluate("Number(document.documentElement.dataset.version)")
        text = (
            "\n\n".join(sections).replace("River 30 flows", "Brook 30 flows").replace("River 1 flows", "Brook 1 flows")
        )
        document.write_text(text, encoding="utf-8")
        alt(page, "deck", "Brook 30 flows")
        page.wait_for_function(
            "(version) => Number(document.documentElement.dataset.version) > version + 1", arg=version
        )
        assert abs(views.evaluate("node => node.scrollTop") - at) < 40


def test_a_slide_shows_its_source_line(page: "Page") -> None:
    page.locator(".panel.deck .view", has_text="Lakes").locator("img").click()
    assert page.locator("#lines [aria-current]").inner_text() == "# Lakes"
    page.keyboard.press("Escape")
    assert page.locator("#source").is_hidden()


def test_it_can_be_used_without_a_mouse(page: "Page") -> None:
    page.keyboard.press("1")
    page.keyboard.press("End")
    last = page.locator(".panel.deck .view").last.locator("button")
    assert last.evaluate("node => node === document.activeElement")
    page.keyboard.press("ArrowUp")
    assert not last.evaluate("node => node === document.activeElement")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.locator("#source-title", has_text="Line 5").wait_for()
    page.keyboard.press("Escape")
    assert last.evaluate("node => node === document.activeElement")
    page.keyboard.press("ArrowRight")
    assert page.locator(".panel.handout .view button").first.evaluate("node => node === document.activeElement")
    page.keyboard.press("a")
    assert page.locator(".panel.deck").is_hidden()
    page.keyboard.press("a")
    assert page.locator(".panel.deck").is_visible()


def test_everything_that_can_be_used_has_a_name_and_a_landmark(page: "Page") -> None:
    roles = page.locator("body").aria_snapshot()
    for landmark in ("banner", "main", "complementary", 'region "Deck"', 'region "Handout"', 'region "Cheat sheet"'):
        assert landmark in roles, roles
    assert not re.search(r"- (button|link|img|searchbox)$", roles, re.MULTILINE), roles
    reached = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('[aria-label]')?.ariaLabel"))
    assert {"Deck", "Handout", "Cheat sheet"} <= reached


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_text_stands_out_in_light_and_in_dark(colours: str, document: Path, browser: "Browser") -> None:
    document.write_text(TEXT + "\n![A map](nowhere.png)\n", encoding="utf-8")
    with running(document) as address, opened(browser, address, color_scheme=colours) as page:
        page.get_by_role("button", name="Line 9").click()
        page.wait_for_selector(SHOWN)
        pairs = page.evaluate(CONTRASTS)
    grounds = {ground for _, _, ground in pairs}
    assert (min(map(_luminance, grounds)) > 0.5) == (colours == "light")
    assert {text: round(_contrast(ink, ground), 1) for text, ink, ground in pairs if _contrast(ink, ground) < 4.5} == {}


CONTRASTS = """() => {
  const found = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!own || !node.offsetParent) continue;
    let behind = node;
    while (behind && /, 0\\)$/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
    found.push([node.innerText, getComputedStyle(node).color, getComputedStyle(behind).backgroundColor]);
  }
  return found;
}"""
"""Each text with its colour and that of what is behind it."""


def _luminance(color: str) -> float:
    """The relative luminance of rgb(...) (WCAG 2.2)."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, two: str) -> float:
    low, high = sorted((_luminance(one), _luminance(two)))
    return (high + 0.05) / (low + 0.05)


def test_a_folder_has_a_list_of_its_documents(tmp_path: Path, browser: "Browser") -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.md").write_text(f"# About {name}\n\nA text on {name}.\n", encoding="utf-8")
    with running(tmp_path) as address, opened(browser, address) as page:
        page.get_by_role("searchbox").fill("tw")
        page.get_by_role("link", name="two.md").click()
        alt(page, "deck", "A text on two.")
        page.get_by_role("button", name="Documents").click()
        page.get_by_role("searchbox").fill("")
        page.get_by_role("link", name="one.md").click()
        alt(page, "deck", "A text on one.")
        assert page.locator("h1").inner_text() == "About one"


def test_only_what_is_seen_and_has_changed_is_fetched(document: Path, browser: "Browser") -> None:
    sections = [f"# Part {n}\n\n" + "A river flows to the sea. " * 20 for n in range(60)]
    document.write_text("\n\n".join(sections), encoding="utf-8")
    asked: list[str] = []
    with running(document, "--deck", "full") as address, opened(browser, address) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.wait_for_selector(SHOWN)
        page.wait_for_timeout(500)
        pictures = [url for url in asked if "picture/" in url]
        assert 3 <= len(pictures) < 30
        assert len(pictures) == len(set(pictures))
        asked.clear()
        version = page.evaluate("Number(document.documentElement.dataset.version)")
        document.write_text("\n\n".join(sections).replace("A river", "The river", 1), encoding="utf-8")
        alt(page, "handout", "The river flows")
        page.wait_for_function(
            "(version) => document.documentElement.dataset.standing === 'shown'"
            " && Number(document.documentElement.dataset.version) > version",
            arg=version,
        )
        page.wait_for_timeout(300)
        assert len([url for url in asked if "picture/" in url]) <= 5


def test_a_preview_that_ends_is_told(document: Path, browser: "Browser") -> None:
    page = browser.new_page()
    with running(document) as address:
        page.goto(address)
        page.wait_for_selector(SHOWN)
    page.wait_for_function("document.querySelector('#standing').textContent.includes('stopped')")
    page.close()
