"""The store: engine, transactions, search index, upgrades and backups. Knows no record and no Qt."""
