"""What is defined: a catalog of role definitions, read from YAML into located values."""
