"""Modules that libraries import and our files rarely need: they are read when something of them is first used."""

import importlib.util
import sys
import threading
from types import ModuleType
from typing import Any

RARELY = (
    "PIL.Image",  # python-pptx and reportlab measure pictures with it, which are measured already
    "urllib.request",  # xml.sax.saxutils, of which python-pptx takes `escape`, could fetch what XML refers to
)
"""What costs a third of importing python-pptx: the second brings HTTP, TLS and e-mail with it."""
_WAITS = "_waits_to_be_read"
_one_reads = threading.RLock()


class _Unread(ModuleType):
    """A module without its content, which is read when something of it is asked for.

    `importlib.util.LazyLoader` does the same, but its modules are read already by `import urllib.request`, which
    looks at their `__spec__`.
    """

    def __getattr__(self, name: str) -> Any:
        with _one_reads:
            if self.__dict__.pop(_WAITS, False):
                self.__spec__.loader.exec_module(self)  # type: ignore[union-attr]
                self.__class__ = ModuleType  # type: ignore[assignment]
        return ModuleType.__getattribute__(self, name)


def leave_unread(name: str) -> None:
    """Have a module read when something of it is first used.

    One that is there already is left as it is; one that cannot be found is imported as ever, by whoever imports it.
    """
    if name in sys.modules:
        return
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):  # its package is not there, or is none
        return
    if spec is None or not hasattr(spec.loader, "exec_module"):
        return
    module = importlib.util.module_from_spec(spec)
    module.__class__ = _Unread
    module.__dict__[_WAITS] = True
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, module)


def leave_rare_unread() -> None:
    """The same for all that is rarely needed; to be called before the libraries are imported."""
    for name in RARELY:
        leave_unread(name)
