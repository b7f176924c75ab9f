"""Plain study notes to a document."""
