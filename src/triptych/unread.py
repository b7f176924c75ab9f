"""Modules that libraries import and our files rarely need: they are read when something of them is first used."""

import importlib.util
import sys
import threading
from types import ModuleType
from typing import Any

OF_PYTHON = (
    "inspect",  # click tidies the text of a help with it; uharfbuzz takes some numbers from it
    "ipaddress",  # urllib.parse, for addresses in brackets
    "pickle",  # reportlab, for what it keeps of fonts that we do not use
    "random",  # tempfile
    "shutil",  # tempfile
    "tempfile",  # reportlab, for files that we do not ask it to write
    "textwrap",  # msgspec, reportlab
    "urllib.request",  # xml.sax.saxutils, of which python-pptx takes `escape`, could fetch what XML refers to
)
"""What libraries bring with them, and which: the last brings HTTP, TLS and e-mail to each deck."""
OF_LIBRARIES = (
    "PIL.Image",  # python-pptx and reportlab measure pictures with it, which are measured already
    "reportlab.pdfbase.pdfmetrics",  # reportlab, for the 14 fonts that need not be embedded
)
"""The same of the libraries themselves."""
KNOWN: dict[str, dict[str, Any]] = {
    "inspect": {
        "CO_OPTIMIZED": 1,
        "CO_NEWLOCALS": 2,
        "CO_VARARGS": 4,
        "CO_VARKEYWORDS": 8,
        "CO_GENERATOR": 0x20,
        "CO_COROUTINE": 0x80,
        "CO_ASYNC_GENERATOR": 0x200,
    },
    "reportlab.pdfbase.pdfmetrics": {
        "standardEncodings": (
            "WinAnsiEncoding",
            "MacRomanEncoding",
            "StandardEncoding",
            "SymbolEncoding",
            "ZapfDingbatsEncoding",
            "PDFDocEncoding",
            "MacExpertEncoding",
        )
    },
}
"""What is asked at once: by extensions that Cython made, flags that are the same in every Python
(Include/cpython/code.h); by the codecs of reportlab, which encodings there are."""
_WAITS = "_waits_to_be_read"
_one_reads = threading.RLock()


class _Unread(ModuleType):
    """A module without its content, which is read when something of it is asked for.

    `importlib.util.LazyLoader` does the same, but its modules are read already by `import urllib.request`, which
    looks at their `__spec__`.
    """

    def __getattr__(self, name: str) -> Any:
        if name == "__path__":  # `from ... import` asks every module for it; what is a package was given one
            raise AttributeError(name)
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
    module.__dict__.update(KNOWN.get(name, {}), **{_WAITS: True})
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], child, module)


def is_unread(name: str) -> bool:
    """Whether a module is left unread still."""
    return name in sys.modules and _WAITS in vars(sys.modules[name])


def leave_rare_unread() -> None:
    """The same for all that is rarely needed; to be called before the libraries are imported."""
    for name in (*OF_PYTHON, *OF_LIBRARIES):
        leave_unread(name)


def read_without(name: str, without: str) -> None:
    """Import a module as where a library that it can do without is not installed."""
    if name in sys.modules or without in sys.modules:
        importlib.import_module(name)
        return
    sys.modules[without] = None  # type: ignore[assignment]  # so an import of it fails: the language's reference, 5.3.1
    try:
        importlib.import_module(name)
    finally:
        del sys.modules[without]
