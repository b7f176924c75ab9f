"""Reading: source text to documents, template bytes to themes, files to pictures."""
