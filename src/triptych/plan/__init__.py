"""Planning: documents to decks and pages. Pure: no files, no writer library."""
