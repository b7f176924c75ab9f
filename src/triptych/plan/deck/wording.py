"""Runs as one text: what they say, cut at a character, shortened; each piece looks as it did."""

from collections.abc import Iterable

from msgspec.structs import replace

from triptych.model.deck import Run

Runs = tuple[Run, ...]


def wording(runs: Iterable[Run]) -> str:
    """The text of runs."""
    return "".join([run.text for run in runs])


def cut(runs: Runs, count: int) -> tuple[Runs, Runs]:
    """The runs up to so many characters, and the rest. A formula is never parted: the rest begins with it."""
    for index, run in enumerate(runs):
        if count < len(run.text):
            if count <= 0 or run.formula:
                return runs[:index], runs[index:]
            head, tail = replace(run, text=run.text[:count]), replace(run, text=run.text[count:])
            return (*runs[:index], head), (tail, *runs[index + 1 :])
        count -= len(run.text)
    return runs, ()


def joined_runs(runs: Iterable[Run]) -> Runs:
    """The runs with neighbours of one look as one."""
    runs = tuple(runs)
    if len(runs) < 2:
        return runs
    out: list[Run] = []
    for run in runs:
        alike = out and not run.formula and out[-1] == replace(run, text=out[-1].text)
        if alike and "\n" not in (run.text, out[-1].text):
            out[-1] = replace(run, text=out[-1].text + run.text)
        else:
            out.append(run)
    return tuple(out)


def stripped(runs: Runs) -> Runs:
    """The runs without white space at either end."""
    kept = list(runs)
    while kept and not kept[0].text.lstrip():
        del kept[0]
    while kept and not kept[-1].text.rstrip():
        del kept[-1]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def shortened_runs(runs: Runs, limit: int) -> Runs:
    """The runs, or their beginning up to a word's end with an ellipsis, no longer than a limit."""
    text = wording(runs)
    if len(text) <= limit:
        return runs
    head = stripped(cut(runs, len(shortened(text, limit)) - 1)[0])
    plainly = bool(head) and not (head[-1].formula or head[-1].shift)
    return (*head[:-1], replace(head[-1], text=f"{head[-1].text}…")) if plainly else (*head, Run("…"))


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning up to a word's end with an ellipsis, no longer than a limit."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    space = head.rfind(" ")
    return (head[:space] if space > limit // 2 else head).rstrip(" ,;:–—-") + "…"
