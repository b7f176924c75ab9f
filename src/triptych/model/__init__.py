"""The data that the stages exchange: documents, decks, pages, themes. No behaviour beyond small queries."""
