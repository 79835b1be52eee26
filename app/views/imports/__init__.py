"""The window that brings tables of filings in."""
