"""Items of lists that are tasks: `- [ ] open`, `- [x] done`; what is begun, `[/]`, or put off is not done.

So are `- [] Open` and `- [✓] done`, as people type them.
"""

import re

from msgspec.structs import replace

from triptych.model.document import ListItem, Paragraph, Text
from triptych.patterns import late
from triptych.read.labels import without_start

_TASK = late(r"\[([ xX✓✔√/>-])\] (?=\S)|\[([ xX✓✔√/>-])\] ?$|\[()\] (?=[^\W\d_a-z])")


def task(item: ListItem) -> ListItem:
    """The item, without its box and told whether it is done, if it begins with one."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph) or not first.inlines or not isinstance(first.inlines[0], Text):
        return item
    match = _TASK.match(first.inlines[0].text)
    if match is None:
        return item
    if match.end() == len(first.inlines[0].text) and len(first.inlines) == 1:  # the box alone, above a block
        return replace(item, blocks=item.blocks[1:], done=_done(match)) if len(item.blocks) > 1 else item
    rest = replace(first, inlines=without_start(first.inlines, match.end()))
    return replace(item, blocks=(rest, *item.blocks[1:]), done=_done(match))


def _done(match: re.Match[str]) -> bool:
    return (match[1] or match[2] or " ") in "xX✓✔√"
