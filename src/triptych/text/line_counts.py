"""How many lines unbreakable parts take, by their widths alone: for the many widths that planners try."""

Parts = tuple[tuple[float, float, bool], ...]
"""Unbreakable parts: width without and with the space behind it, and whether the line ends there."""


WIDEST = 1.0
"""Ems of the widest character, which a line that is cut within a word may lack at its end."""


def count_lines(parts: Parts, width: float) -> int:
    """How many lines the parts take at a width in ems: first fit, one more for each part wider than a line."""
    lines, x, extra = 1, 0.0, 0
    fresh = True
    for solid, total, ends_line in parts:
        if x + solid <= width:  # as most do
            x += total
        else:
            if not fresh:
                lines += 1
                x = 0.0
            if solid > width:
                share = max(width * 0.5, width - WIDEST)  # each of its lines may lack a character
                whole = int(solid / share)
                lines += whole
                extra += 1
                x = solid - whole * share + (total - solid)
            else:
                x += total
        fresh = False
        if ends_line:
            lines += 1
            x = 0.0
            fresh = True
    if fresh and parts:  # nothing stands on the line behind the last end
        lines -= 1
    return lines + extra


LOOSE = 0.3
"""The share of a line that is empty when words are divided to fill it."""


def is_loose(parts: Parts, width: float) -> bool:
    """Whether a line of the parts would be loose at a width in ems: then dividing words may make fewer lines."""
    x, least = 0.0, width * (1 - LOOSE)
    for solid, total, ends_line in parts:
        if x + solid > width:
            if x < least:
                return True
            x = 0.0
        x = 0.0 if ends_line else x + total
    return False


def lines_unless_loose(parts: Parts, width: float) -> int:
    """How many lines the parts take at a width in ems, or 0 if one would be loose; none may be wider than a line."""
    lines, x, least = 1, 0.0, width * (1 - LOOSE)
    for solid, total, ends_line in parts:
        if x + solid > width:
            if x < least:
                return 0
            lines += 1
            x = total
        else:
            x += total
        if ends_line:
            lines += 1
            x = 0.0
    return lines - 1 if parts and parts[-1][2] else lines
