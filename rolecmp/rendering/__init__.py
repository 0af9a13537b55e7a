"""How it is shown: each renderer takes an answer and gives a string."""
