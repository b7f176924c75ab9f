"""What is told of a document beside what is made of it: characters without a glyph, formulae, fonts."""
