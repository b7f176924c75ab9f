"""The abbreviations of a BibTeX file: which an entry uses, and how long they are when they are written out."""

from collections.abc import Iterable

from triptych.patterns import late

_NAME = late(r"[ \t]*@[ \t]*\w+[ \t]*[{(]\s*([^\s={}()]+)\s*=")
_WORD = late(r"[^\s{}()\"#,=@]+")


class Strings:
    """What `@string` defines, in the order of the file; `weights` has the length of each, written out."""

    def __init__(self, chunks: Iterable[str]) -> None:
        self._texts: dict[str, str] = {}
        self._needs: dict[str, list[str]] = {}
        self.weights: dict[str, int] = {}
        for chunk in chunks:
            self._define(chunk)

    def _define(self, chunk: str) -> None:
        """One definition, which knows those before it; of a name that is defined again the first counts."""
        match = _NAME.match(chunk)
        name = match[1].lower() if match else ""
        if match is None or name in self._texts:
            return
        found = self._words(chunk[match.end() :])
        self._texts[name] = chunk
        self._needs[name] = list(dict.fromkeys(found))
        self.weights[name] = len(chunk) + sum(self.weights[need] for need in found)

    def _words(self, text: str) -> list[str]:
        """The abbreviations that are named in a text, as often as they are."""
        return [word for word in map(str.lower, _WORD.findall(text)) if word in self._texts]

    def used_by(self, chunk: str) -> list[str]:
        """The abbreviations that an entry names, as often as it does."""
        return self._words(chunk) if self._texts else []

    def text_of(self, used: Iterable[str]) -> str:
        """The definitions of some abbreviations and of all that these are made of, in the order of the file."""
        found: set[str] = set()
        waiting = list(used)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self._needs[name]
        return "".join(self._texts[name] for name in self._texts if name in found) if found else ""
