"""Modules that libraries import and our files rarely need: they are read when something of them is first used."""

import importlib.util
import os
import sys
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

OF_PYTHON = (
    "ast",  # reportlab, for values that are written as Python
    "gettext",  # click's messages, of which it brings no translations
    "inspect",  # click tidies the text of a help with it; uharfbuzz takes some numbers from it
    "ipaddress",  # urllib.parse, for addresses in brackets
    "pickle",  # reportlab, for what it keeps of fonts that we do not use
    "platform",  # uuid, which msgspec knows; reportlab, which asks whether it is PyPy
    "random",  # tempfile
    "shutil",  # tempfile
    "tempfile",  # reportlab, for files that we do not ask it to write
    "textwrap",  # msgspec, reportlab
    "urllib.request",  # xml.sax.saxutils, of which python-pptx takes `escape`, could fetch what XML refers to
)
"""What libraries bring with them, and which: the last brings HTTP, TLS and e-mail to each deck."""
OF_LIBRARIES = (
    "PIL.Image",  # python-pptx and reportlab measure pictures with it, which are measured already
    "reportlab.lib.rl_safe_eval",  # reportlab, for expressions in its own markup
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
SAME: dict[str, dict[str, Callable[..., Any]]] = {
    "gettext": {
        "gettext": lambda message: message,
        "ngettext": lambda one, many, number: one if number == 1 else many,
    },
    "platform": {
        "python_implementation": lambda: "PyPy" if sys.implementation.name == "pypy" else "CPython",
        "system": lambda: os.uname().sysname,
    },
}
"""Functions that are called at once, by what they come to: without a translation; not on Windows, where uuid does not
ask; of the two Pythons that reportlab tells apart."""
CALLED: dict[str, tuple[str, ...]] = {
    "ast": ("literal_eval",),
    "reportlab.lib.rl_safe_eval": ("rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval"),
}
"""Functions that are taken at once and rarely called."""
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
        _read(self)
        return ModuleType.__getattribute__(self, name)


def _read(module: ModuleType) -> None:
    with _one_reads:
        if module.__dict__.pop(_WAITS, False):
            module.__spec__.loader.exec_module(module)  # type: ignore[union-attr]
            module.__class__ = ModuleType


def _when_called(module: ModuleType, name: str) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:
        _read(module)
        return getattr(module, name)(*given, **named)

    return call


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
    module.__dict__.update(KNOWN.get(name, {}), **SAME.get(name, {}), **{_WAITS: True})
    module.__dict__.update({one: _when_called(module, one) for one in CALLED.get(name, ())})
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
