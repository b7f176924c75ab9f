"""A local page that shows what is made of documents as they are written."""
