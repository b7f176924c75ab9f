"""Cues for programs that ask them: Anki's packages, tables for others."""

from triptych.write.cards.anki import write_anki
from triptych.write.cards.table import write_csv, write_tsv

__all__ = ["write_anki", "write_csv", "write_tsv"]
