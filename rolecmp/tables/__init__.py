"""Import: a responsibility table in Markdown, CSV or Excel, read into roles and topics."""
