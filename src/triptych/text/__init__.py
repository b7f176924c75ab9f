"""Measuring text: the one engine that all three panels share."""
