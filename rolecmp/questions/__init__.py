"""What is asked: each question takes a catalog and gives a frozen answer."""
