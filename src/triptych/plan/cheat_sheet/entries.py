"""What a cheat sheet can hold: entries, and the pieces that are shown whole or left out."""

from typing import Literal

import msgspec

from triptych.model import document as doc
from triptych.model.picture import Picture


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A passage. `indent` is its depth in a list; `mark` stands before it; `said` is its text as it is weighed.

    It `joins` the one before in one paragraph; it `leads` to the next one and never ends a column; it `trails` the one
    before and never begins a column. `display`: it is a formula on a line of its own. A `row` belongs to the `table`
    whose first line of the source is given; its `head` says what its columns are. A `figure` is drawn, as the
    `picture` that was read for it if it is not a chart. It may be the `caption` of the table behind it or of the figure
    before it. `mark_said` is what its mark means, in words.
    A `term` begins with what it defines. The text of all items of a list stands behind the room of its `widest` mark.
    """

    inlines: doc.Inlines
    line: int
    indent: int = 0
    mark: str = ""
    code: bool = False
    joins: bool = False
    leads: bool = False
    trails: bool = False
    display: bool = False
    said: str = ""
    row: doc.Row | None = None
    table: doc.Table | None = None
    head: bool = False
    figure: doc.Figure | doc.Chart | None = None
    picture: Picture | None = None
    caption: Literal["", "table", "figure"] = ""
    mark_said: str = ""
    term: bool = False
    widest: str = ""


class Piece(msgspec.Struct, frozen=True, gc=False):
    """Entries that are shown together or not at all.

    It `needs` the piece before it, without which it would come out of nowhere; or it `opens` the one behind it, as a
    question does that is answered there. `essential` is 1 where its author says so, -1 where it can be missed. It
    `waits` for what it leads to. It may be of the `tail` of a long list or table, of which the first piece has `more`:
    what is shown where the tail is not. It is `bare` where it only names a figure that is not shown.
    """

    entries: tuple[Entry, ...]
    needs: bool = False
    opens: bool = False
    essential: int = 0
    waits: bool = False
    tail: bool = False
    more: Entry | None = None
    bare: bool = False
