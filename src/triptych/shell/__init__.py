"""How the command looks and answers on a terminal."""
