"""The server of a preview: what it shows, who may ask, and that nothing that goes wrong loses anything."""

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from previewing import PATIENCE, Listener, ask, keys, running, told

LACKING = [name for name in ("starlette", "uvicorn", "watchfiles") if importlib.util.find_spec(name) is None]
if LACKING and os.environ.get("TRIPTYCH_REQUIRE_RENDERERS"):
    pytest.fail(f"not installed: {', '.join(LACKING)}", pytrace=False)
pytestmark = pytest.mark.skipif(bool(LACKING), reason=f"not installed: {', '.join(LACKING)}")

TEXT = "# Rivers\n\nA river flows to the sea.\n\n# Lakes\n\nA lake is still.\n"
BROKEN = "---\ntitle: Only front matter\n---\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "waters.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def address(document: Path) -> Iterator[str]:
    with running(document) as found:
        yield found


@pytest.fixture
def listener(address: str) -> Iterator[Listener]:
    made = Listener(address, "waters.md")
    yield made
    made.close()


def test_all_panels_are_shown_and_their_pictures_are_there(address: str, listener: Listener) -> None:
    state = listener.until("shown")
    assert [panel["name"] for panel in state["panels"]] == ["deck", "handout", "cheat-sheet"]
    lines = {view["name"]: view["line"] for view in state["panels"][0]["views"]}
    assert lines["Rivers"] == 1
    assert lines["Lakes"] == 5
    for found in keys(state).values():
        status, headers, svg = ask(address, f"picture/{found[0]}.svg?document=waters.md")
        assert (status, headers["content-type"]) == (200, "image/svg+xml")
        assert svg.startswith(b"<svg ")


def test_what_is_saved_is_shown_and_only_that_is_new(document: Path, address: str, listener: Listener) -> None:
    before = listener.until("shown")
    document.write_text(TEXT.replace("still", "deep"), encoding="utf-8")
    after = listener.until("shown", before["version"])
    assert len(keys(after)["deck"]) == len(keys(before)["deck"])
    changed = [
        k for k, (one, two) in enumerate(zip(keys(before)["deck"], keys(after)["deck"], strict=True)) if one != two
    ]
    assert [before["panels"][0]["views"][k]["name"] for k in changed] == ["Lakes"]
    old = keys(before)["deck"][changed[0]]  # a browser that has not heard of the new state may still ask for it
    assert ask(address, f"picture/{old}.svg?document=waters.md")[::2] == (204, b"")


def test_a_broken_document_shows_its_problems_and_the_last_good_panels(document: Path, listener: Listener) -> None:
    before = listener.until("shown")
    document.write_text(BROKEN, encoding="utf-8")
    broken = listener.until("broken", before["version"])
    assert keys(broken) == keys(before)
    assert [problem["message"] for problem in broken["problems"]] == ["the document is empty"]
    document.write_text(TEXT, encoding="utf-8")
    mended = listener.until("shown", broken["version"])
    assert keys(mended) == keys(before)
    assert [problem for problem in mended["problems"] if problem["severity"] == "error"] == []


def test_a_file_that_is_deleted_is_told_and_what_was_shown_stays(document: Path, listener: Listener) -> None:
    before = listener.until("shown")
    document.unlink()
    gone = listener.until("gone", before["version"])
    assert keys(gone) == keys(before)
    assert "gone" in gone["problems"][0]["message"]
    saved = document.with_suffix(".new")  # many programs write another file and rename it
    saved.write_text(TEXT, encoding="utf-8")
    saved.rename(document)
    assert keys(listener.until("shown", gone["version"])) == keys(before)


def test_a_folder_that_is_deleted_and_comes_again_is_watched_again(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "a.md").write_text(TEXT, encoding="utf-8")
    with running(folder) as address:
        listener = Listener(address, "a.md")
        before = listener.until("shown")
        shutil.rmtree(folder)
        gone = listener.until("gone", before["version"])
        folder.mkdir()
        (folder / "a.md").write_text(TEXT.replace("still", "deep"), encoding="utf-8")
        after = listener.until("shown", gone["version"])
        assert keys(after) != keys(before)
        listener.close()


def test_a_file_that_a_document_names_is_watched_too(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "a.md").write_text("# Rivers\n\nFirst.\n\n![A map](parts/map.png)\n", encoding="utf-8")
    with running(tmp_path / "a.md") as address:
        listener = Listener(address, "a.md")
        before = listener.until("shown")
        assert "picture not found: parts/map.png" in [problem["message"] for problem in before["problems"]]
        time.sleep(2)  # until the other folder is watched
        from making import picture

        (tmp_path / "parts" / "map.png").write_bytes(picture())
        after = listener.until("shown", before["version"])
        assert not [problem for problem in after["problems"] if problem["severity"] == "error"]
        listener.close()


def test_the_settings_of_a_course_and_what_they_name_are_watched_too(tmp_path: Path) -> None:
    week, looks = tmp_path / "week", tmp_path / "looks"
    week.mkdir()
    looks.mkdir()
    (tmp_path / ".git").mkdir()  # the root
    (week / "a.md").write_text(TEXT, encoding="utf-8")
    (looks / "theme.toml").write_text('[palette]\naccent = "7A1F1F"\n', encoding="utf-8")
    settings = tmp_path / "triptych.toml"
    with running(week) as address:
        listener = Listener(address, "a.md")
        state = listener.until("shown")
        for text in ('footer = "The sea"\n', 'theme = "./looks"\n'):
            settings.with_suffix(".new").write_text(text, encoding="utf-8")
            settings.with_suffix(".new").rename(settings)  # as many programs save
            before, state = state, listener.until("shown", state["version"])
            assert set(keys(state)["deck"]).isdisjoint(keys(before)["deck"])
        time.sleep(2)  # until the other folder is watched
        (looks / "theme.toml").write_text('[palette]\naccent = "1F1F7A"\n', encoding="utf-8")
        before, state = state, listener.until("shown", state["version"])
        assert set(keys(state)["deck"]).isdisjoint(keys(before)["deck"])
        settings.write_text("footer =\n", encoding="utf-8")
        broken = listener.until("broken", state["version"])
        assert keys(broken) == keys(state)
        assert broken["problems"][0]["path"].endswith("triptych.toml") != broken["path"].endswith("triptych.toml")
        settings.unlink()
        assert listener.until("shown", broken["version"])["problems"] == [
            problem for problem in state["problems"] if problem["severity"] == "note"
        ]
        listener.close()


def test_a_document_that_is_saved_by_renaming_another_file_is_followed(document: Path, listener: Listener) -> None:
    state = listener.until("shown")
    for word in ("deep", "clear", "cold"):
        saved = document.with_name(f".{document.name}.tmp")
        saved.write_text(TEXT.replace("still", word), encoding="utf-8")
        saved.rename(document)
        before, state = state, listener.until("shown", state["version"])
        assert keys(state) != keys(before)


def test_what_nobody_looks_at_any_more_is_forgotten(tmp_path: Path) -> None:
    from triptych.build import Options
    from triptych.preview.documents import KEPT, Documents

    for number in range(20):
        (tmp_path / f"{number}.md").write_text(TEXT, encoding="utf-8")
    documents = Documents(tmp_path, Options())
    watched = documents.open("0.md")
    assert watched is not None
    watched.watchers = 1
    opened = [documents.open(f"{number}.md") for number in range(1, 20)]
    assert documents.open("0.md") is watched
    assert documents.open("19.md") is opened[-1]
    assert documents.open(f"{20 - KEPT}.md") is opened[-KEPT]
    assert documents.open("1.md") is not opened[0]


def test_a_browser_that_goes_does_no_harm(document: Path, address: str) -> None:
    for _ in range(3):
        gone = Listener(address, "waters.md")
        gone.next()
        gone.close()
    document.write_text(TEXT.replace("still", "deep"), encoding="utf-8")
    listener = Listener(address, "waters.md")
    assert listener.until("shown")["title"] == "Waters"
    listener.close()


def test_source_lines_are_shown(address: str, listener: Listener) -> None:
    listener.until("shown")
    found = told(address, "source?document=waters.md&line=5")
    assert found["lines"][5 - found["first"]] == "# Lakes"
    assert ask(address, "source?document=waters.md&line=-1")[0] == 400
    assert ask(address, "source?document=waters.md&line=")[0] == 400


def raw(request: str, port: int) -> str:
    """What is answered to a request as it is written here: its first bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(request.encode())
        return connection.recv(200).decode()


def test_only_the_address_that_was_given_is_answered(address: str) -> None:
    token = address.rstrip("/").rpartition("/")[2]
    wrong = address.replace(token, "x" * len(token))
    assert ask(wrong)[0] == 403
    assert ask(wrong, "documents")[0] == 403
    port = address.split("/")[2].partition(":")[2]
    assert ask(address, host=f"example.org:{port}")[0] == 421
    assert ask(address, host="127.0.0.1")[0] == 421
    assert ask(address, host=f"localhost:{port}")[0] == 200
    assert ask(address, method="POST")[0] == 405
    assert raw(f"OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", int(port)).startswith("HTTP/1.1 403")
    upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n"
    asked = f"GET /{token}/events HTTP/1.1\r\nHost: example.org:{port}\r\n{upgrade}\r\n"
    assert raw(asked, int(port)).startswith(("HTTP/1.1 421", "HTTP/1.1 403"))
    status, headers, _ = ask(address)
    assert status == 200
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("name", ["../waters.md", "/etc/passwd", "", "nothing.md", "waters.md\x00"])
def test_no_other_file_is_shown(name: str, address: str) -> None:
    for path in ("events", "source", "picture/1.svg"):
        assert ask(address, f"{path}?document={quote(name)}&line=1")[0] == 404


def test_it_listens_on_this_machine_alone(address: str) -> None:
    port = int(address.split("/")[2].partition(":")[2])
    with socket.socket() as probe:
        probe.settimeout(2)
        with pytest.raises((ConnectionError, TimeoutError)):
            probe.connect((_other_address(), port))


def _other_address() -> str:
    """An address of this machine that is not 127.0.0.1."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing (RFC 5737: an address for documents)
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.2"


def test_a_port_that_is_taken_is_told_and_another_one_is_found(document: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        command = [sys.executable, "-m", "triptych", "preview", str(document), "--port", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
        assert done.returncode == 1
        assert f"port {port} cannot be had" in done.stderr
    with running(document) as one, running(document) as two:
        assert one.split("/")[2] != two.split("/")[2]


def test_a_folder_of_five_thousand_documents_costs_only_their_names(tmp_path: Path) -> None:
    for number in range(5000):
        (tmp_path / f"{number:04}.md").write_text(f"# Number {number}\n\nA text.\n", encoding="utf-8")
    with running(tmp_path) as address:
        assert len(told(address, "documents")) == 5000
        listener = Listener(address, "4321.md")
        assert listener.until("shown")["title"] == "Number 4321"
        (tmp_path / "new.md").write_text("# New\n\nA text.\n", encoding="utf-8")
        begun = time.monotonic()
        while "new.md" not in told(address, "documents"):
            assert time.monotonic() - begun < PATIENCE
            time.sleep(0.05)
        listener.close()


@pytest.mark.parametrize("signal", ["SIGINT", "SIGTERM"])
@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_it_ends_at_once_when_it_is_told_to(signal: str, document: Path) -> None:
    import signal as signals

    command = [sys.executable, "-m", "triptych", "preview", str(document)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    address = process.stdout.readline().split()[0]
    listener = Listener(address, "waters.md")
    number = getattr(signals, signal)
    process.send_signal(number)
    assert process.wait(10) == 128 + number
    assert process.communicate()[1] == ""
    listener.close()
