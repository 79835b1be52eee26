"""Item models that show rows, and the columns they declare."""
