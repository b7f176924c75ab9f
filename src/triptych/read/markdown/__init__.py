"""Markdown, in all the dialects that people write, to a document."""
