"""The page of a preview and what it asks for: documents, their states as they come, pictures, source lines."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Mount, Route

from triptych.preview.documents import Documents, Preview
from triptych.preview.guard import Guard
from triptych.preview.state import State
from triptych.preview.watching import watch

PAGE = Path(__file__).parent / "page"
FILES = {"": "text/html", "page.css": "text/css", "page.js": "text/javascript"}
"""The files of the page by the names under which they are asked for, and their types."""
SILENCE = 15.0
"""Seconds after which something is sent anyway: whoever has gone is noticed then."""


def new_app(documents: Documents, token: str, hosts: frozenset[str]) -> Guard:
    """The preview of documents, under a token, for those who call it by one of these hosts."""
    inner = [
        *(Route(f"/{name}", partial(_file, name or "index.html", kind)) for name, kind in FILES.items()),
        Route("/documents", _documents),
        Route("/events", _events),
        Route("/source", _source),
        Route("/picture/{key}.svg", _picture),
    ]
    app = Starlette(routes=[Mount(f"/{token}", routes=inner)], lifespan=_watching)
    app.state.documents = documents
    return Guard(app, token, hosts)


@asynccontextmanager
async def _watching(app: Starlette) -> AsyncIterator[None]:
    task = asyncio.create_task(watch(app.state.documents))
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _file(name: str, kind: str, request: Request) -> Response:
    return Response((PAGE / name).read_bytes(), media_type=kind)


def _json(value: object) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json")


def _preview(request: Request) -> Preview:
    """The document that is asked for. Raises HTTPException if there is none."""
    found: Preview | None = request.app.state.documents.open(request.query_params.get("document", ""))
    if found is None:
        raise HTTPException(404)
    return found


async def _documents(request: Request) -> Response:
    return _json(await asyncio.to_thread(request.app.state.documents.names))


async def _events(request: Request) -> Response:
    """Every state of a document as it comes (HTML, server-sent events)."""
    return StreamingResponse(_lines(_preview(request)), media_type="text/event-stream")


async def _lines(preview: Preview) -> AsyncIterator[bytes]:
    states = preview.states()
    waiting: asyncio.Task[State] | None = None
    try:
        while True:
            waiting = waiting or asyncio.ensure_future(anext(states))
            done, _ = await asyncio.wait((waiting,), timeout=SILENCE)
            if done:
                yield b"data: " + msgspec.json.encode(waiting.result()) + b"\n\n"
                waiting = None
            else:
                yield b": still here\n\n"
    finally:
        if waiting is not None:
            waiting.cancel()
            with suppress(asyncio.CancelledError):
                await waiting
        await states.aclose()


async def _picture(request: Request) -> Response:
    svg = await asyncio.to_thread(_preview(request).kept.pictures.svg, request.path_params["key"])
    if svg is None:
        raise HTTPException(404)
    if not svg:  # whoever asks has not heard yet of what is shown by now, which has other pictures
        return Response(status_code=204)
    kept = {"Cache-Control": "private, max-age=3600, immutable"}  # a key never has another picture
    return Response(svg, media_type="image/svg+xml", headers=kept)


async def _source(request: Request) -> Response:
    line = request.query_params.get("line", "")
    if not line.isascii() or not line.isdecimal() or len(line) > 9:
        raise HTTPException(400)
    first, lines = _preview(request).lines(int(line))
    return _json({"first": first, "lines": lines})
