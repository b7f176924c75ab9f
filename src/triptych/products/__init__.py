"""What can be made of a document, by name."""
