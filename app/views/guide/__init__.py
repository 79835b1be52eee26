"""The guide: what to do, found by words, by procedure, by province, by question, by audit reason."""
