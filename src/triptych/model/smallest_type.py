"""How small text may be, in points: on slides, at their feet, on paper."""

SMALLEST_BODY = 18.0
"""Text that an audience reads; only what a template itself sets smaller is smaller."""
SMALLEST_TITLE = 20.0
"""A longer title is shortened instead, and stands whole in the notes."""
SMALLEST_FOOT = 12.0
"""Footers, numbers, dates and captions of slides."""
SMALLEST_PRINT, CLOSEST_LINES = 9.0, 1.2
"""Text on paper, and how far apart its lines are at least, as a factor of its size."""
SMALLEST_PRINTED_CODE = 7.0
"""Code on paper whose lines would be broken at any larger size."""
SMALLEST_SHEET, LARGEST_SHEET = 7.0, 14.0
"""Text on cheat sheets: its author may ask for any size between."""
