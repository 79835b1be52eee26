"""Which files are tables, by their names; what is in them is found out by reading them."""

#: Kept apart from the reader, so that a window knows what may be dropped on it without loading that.
SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
