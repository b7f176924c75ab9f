"""Whether lines look like a program: in plain notes, and where a page was copied, nothing else says so."""

from collections.abc import Sequence

from triptych.patterns import late

_LANGUAGE = late(r"[A-Za-z][\w+#.-]{0,19}$")
_BUTTONS = (("Copy code",), ("Copy", "Edit"))
"""What chat programs have above code: the words of their buttons, copied with it, below the name of a language."""
_SURE = late(
    r"(?:async )?(?:def|func|fn|function|sub) \w+ ?\("
    r"(?![^\n]{0,200}\)(?: [-–—=]|:(?! ?(?:return|pass|raise|yield)\b)) ?[^\W\d_]{2,40}(?: [^\W\d_]+)*$)"
    r"|class \w+(?:\([^()\n]{0,80}\))? ?\{$"
    r"|class [A-Z]\w*(?:\([^()\n]{0,80}\))? ?:$"
    r"|(?:(?:public|private|protected|static|final|abstract) ){1,3}"
    r"(?:(?:class|interface|enum|struct) [A-Z]\w*|(?:void|int|long|double|float|char|bool(?:ean)?|var|[Ss]tring|[A-Z])"
    r"[\w<>\[\],]{0,60} ?\w[^\n]{0,200}[;{)]$)"
    r"|for \w+(?:, ?\w+)* in (?:\w[\w.]*[(\[]|[\[({\"'])[^\n]{0,200}:$"
    r"|(?:if|elif|while) (?:not )?[\w.]{1,60}(?:[(\[][^\n]{0,100}[)\]])?"
    r"(?: ?(?:[=<>!]=|[<>%*/+-]) ?[^\n]{1,150}|(?<=[)\]])):$"
    r"|(?:for|while|if|else if|switch|foreach) ?\([^\n]{0,200}[{;]$|\}(?: ?else ?\{)?$"
    r"|(?:[\w.<>\[\]*&]{1,60} ?= ?)?(?:new |await |return )?[\w.:>-]{1,80}\([^\n]{0,200}\);$"
    r"|[\w.\[\]]{1,60} ?[-+*/]= ?\S"
    r"|(?:int|void|float|double|char|bool|let|var|const) \w+ ?(?:[=(\[,:][^\n]{0,200})?[;{]$"
    r"|(?:\w{1,40}\.)?(?:print|printf|println|console\.log|cout|puts|System\.out\.\w+)"
    r"(?:\([^\n]{0,200}[();,{\"']$| ?<<)|echo [\"'$]"
    r"|from [\w.]+ import |#include ?[<\"]|using namespace |import [\w.]+ as \w+|package \w+;|<\?php"
    r"|SELECT (?:[^\n]{1,200} FROM |(?:DISTINCT )?[\w.*()\"]+(?:, ?[\w.*()\"][\w.*() \"]{0,60})*[,;]?$)"
    r"|(?:INSERT INTO|DELETE FROM|CREATE TABLE) \w+ ?(?:[(;]|WHERE|VALUES|$)|UPDATE \w+ SET "
    r"|(?:(?:git|npm|docker|conda|kubectl|pip3?|apt-get) (?:[a-z][\w-]*(?= [-.\"']|$)|add|commit|push|pull|clone"
    r"|checkout|merge|branch|init|install|run|build|exec|create|activate|get|apply|update)|sudo [a-z][\w-]+)"
    r"(?![^\n]* {2,}[^\s#])(?![^\n\"'#]* [a-z]{2,20} [a-z]{2,20} [a-z]{2,20})(?: |$)"
    r"|</?[a-z][\w-]{0,20}(?: [^<>\n]{0,200})?>(?:[^\n]{0,200}>)?$"
)
_LIKELY = late(
    r"[a-z_]\w{0,40}(?:\[[^\]\n]{0,60}\]|\.\w{1,40}){0,3} ?(?:[-+*/%]?=|<-) ?\S|[A-Za-z_][\w.]{0,60}\([^\n]{0,200}\)$"
    r"|[\w.\[\]*&]{1,60}(?: [\w.\[\]*&]{1,60})? ?[-+*/]?= ?(?![^\n]*[a-z]{3} [a-z]{2})[^\n]{0,200};$"
    r"|(?:return|import|raise|throw|yield|break|continue|pass|end|else|try|finally)\b[^.\n]{0,80}$"
    r"|(?:if|elif|while|for|with|except) [^\n]{1,200}:$|</?[a-z][^<>\n]{0,200}>(?! )"
    r"|(?:else|try|finally)\b ?[:{]$|//|# |/\*|\*/|-- |[\])}]|@\w+$"
    r"|(?:FROM|WHERE|(?:LEFT |INNER )?JOIN|ORDER BY|GROUP BY|VALUES)\b(?! [-–—=:→] )"
    r"|\w{1,40} (?:INT|INTEGER|TEXT|DATE|REAL|VARCHAR|CHAR|BOOLEAN|SERIAL|DECIMAL)\b"
)


def is_code(lines: Sequence[str]) -> bool:
    """Whether half of some lines look like a program, and one of them like nothing else."""
    texts = [text for line in lines if (text := line.strip())]
    sure = sum(_SURE.match(text) is not None for text in texts)
    return sure > 0 and 2 * sum(map(looks_like_code, texts)) >= len(texts)


def is_all_code(lines: Sequence[str]) -> bool:
    """Whether several lines all look like a program, but for few that are set in beneath others."""
    if len(lines) < 2 or not all(line[:1].isspace() or looks_like_code(line.strip()) for line in lines):
        return False
    return is_code(lines) and 2 * sum(looks_like_code(line.strip()) for line in lines) > len(lines)


def looks_like_code(text: str) -> bool:
    """Whether a line without its white space looks like one of a program."""
    return _SURE.match(text) is not None or _LIKELY.match(text) is not None


def has_buttons(text: str) -> bool:
    """Whether the words of such buttons may stand on lines of their own in a text."""
    return "Copy" in text and any(all(f"{word}\n" in text for word in words) for words in _BUTTONS)


def copied_head(lines: Sequence[str], start: int) -> int:
    """How many lines above copied code say its language and what a program's buttons do; 0 where there are none."""
    for words in _BUTTONS:
        if tuple(line.strip() for line in lines[start + 1 : start + 1 + len(words)]) == words:
            return 1 + len(words) if _LANGUAGE.match(lines[start].strip()) else 0
    return 0


def end_of_code(lines: Sequence[str], end: int, margin: int, said: bool = True) -> int:
    """Where a program ends that goes on up to a line: over blank lines, as long as code follows so far set in.

    `said`: something else says that it is one; what follows has to look less like it then.
    """
    while True:
        first = next((k for k in range(end, len(lines)) if lines[k].strip()), len(lines))
        if first == end:  # no blank line: what follows has been seen to be none
            return end
        last = next((k for k in range(first, len(lines)) if not lines[k].strip()), len(lines))
        chunk = lines[first:last]
        if not chunk or min(len(line) - len(line.lstrip()) for line in chunk) < margin:
            return end
        inner = len(chunk[0]) - len(chunk[0].lstrip()) > margin
        all_of_it = is_all_code(chunk) or all(looks_like_code(line.strip()) for line in chunk)
        if not all_of_it and not (said and (inner or is_code(chunk))):
            return end
        end = last
