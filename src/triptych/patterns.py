"""Regular expressions that are compiled when they are first used: most documents use few of those that there are."""

import re
from typing import Any, cast


class Late:
    """Stands for a pattern, and has all that it has as soon as one thing of it is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def compiled(self) -> re.Pattern[str]:
        """The pattern as `re` compiles it. Raises re.error for what is none."""
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        compiled = self.compiled()
        self.__dict__.update({own: getattr(compiled, own) for own in dir(compiled) if not own.startswith("_")})
        if name not in self.__dict__:
            raise AttributeError(f"a pattern has no {name}")
        return self.__dict__[name]


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, not yet compiled: what is wrong with it is said only when it is used, as a test uses each."""
    return cast(re.Pattern[str], Late(pattern, flags))
