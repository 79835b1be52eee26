"""Beian Desk: filings, flows and papers for support agents of an access provider."""
