"""The pictures of a document's slides and pages: each has a key, and is drawn when somebody looks at it."""

import threading
from collections.abc import Callable, Hashable, Iterable

Draw = Callable[[], str]
KEPT = 400
"""Pictures that are kept drawn: more than anybody looks at between two changes."""


class Pictures:
    """Gives what is shown a key, the same one for the same content, so that only what has changed is drawn again.

    It changes as a document is planned; planning and looking may be done in different threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._look: object = None
        self._count = 0
        self._keys: dict[Hashable, str] = {}
        self._draws: dict[str, Draw] = {}
        self._drawn: dict[str, str] = {}

    def looks(self, look: object) -> None:
        """What is shown from now on looks like this; where that is another look, nothing that was shown is the same."""
        if look != self._look:
            with self._lock:
                self._look, self._keys = look, {}

    def key(self, content: Hashable, draw: Draw) -> str:
        """The key of what is shown; `draw` gives its picture."""
        with self._lock:
            found = self._keys.get(content)
            if found is None:
                self._count += 1
                found = self._keys[content] = str(self._count)
                self._draws[found] = draw
            return found

    def svg(self, key: str) -> str | None:
        """The picture of a key; empty if it is no longer shown, None if it never was."""
        with self._lock:
            drawn, draw, known = self._drawn.get(key), self._draws.get(key), self._given(key)
        if drawn is not None:
            return drawn
        if draw is None:
            return "" if known else None
        drawn = draw()
        with self._lock:
            if key in self._draws:
                self._drawn[key] = drawn
            while len(self._drawn) > KEPT:
                del self._drawn[next(iter(self._drawn))]
        return drawn

    def _given(self, key: str) -> bool:
        """Whether it is a key that was given to a picture once: they count on from 1."""
        return key.isascii() and key.isdecimal() and len(key) < 10 and 1 <= int(key) <= self._count

    def only(self, keys: Iterable[str]) -> None:
        """Forget all that is not shown any more."""
        with self._lock:
            kept = set(keys)
            self._keys = {content: key for content, key in self._keys.items() if key in kept}
            self._draws = {key: draw for key, draw in self._draws.items() if key in kept}
            self._drawn = {key: svg for key, svg in self._drawn.items() if key in kept}
