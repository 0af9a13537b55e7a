"""Marked blocks in Markdown documents: pure functions from text to text."""
