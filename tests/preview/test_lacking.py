"""Without what the preview needs, it says what brings it, and everything else works."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("name", ["starlette", "uvicorn", "watchfiles"])
def test_what_is_missing_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nA text.\n", encoding="utf-8")
    code = f"import sys; sys.modules['{name}'] = None; from triptych.cli import main; main()"
    command = [sys.executable, "-c", code, "preview", "a.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert "pip install 'triptych[preview]'" in done.stderr
    assert name in done.stderr
