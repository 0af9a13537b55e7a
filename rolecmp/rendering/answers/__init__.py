"""How each kind of answer is shown: as a report, as rows, as a JSON value."""
