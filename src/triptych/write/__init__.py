"""Writing: planned decks and pages to bytes."""
