"""A desk's own rules: written, looked at beside the shipped ones, handed on and taken in as packs."""
