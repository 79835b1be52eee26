"""The records of the store: a mapped class and, beside it, its frozen row."""
