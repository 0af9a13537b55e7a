"""Who does what in a product organisation: role definitions read, compared and shown."""

__version__ = "0.2.0"
