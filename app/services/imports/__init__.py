"""Tables from elsewhere into the store: read a sheet, guess its columns, check each row, bring it in or nothing."""
