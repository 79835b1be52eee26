"""Benchmarks against the budgets of the design; run by `make bench`, never as tests."""
