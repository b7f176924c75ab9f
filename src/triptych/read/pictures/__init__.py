"""The pictures of a document, read into bytes that both writers can embed."""
