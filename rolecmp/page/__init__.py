"""The whole catalog as one page for a browser."""
