"""Use cases, one class per subject area. The only layer that joins records, rules and paper."""
