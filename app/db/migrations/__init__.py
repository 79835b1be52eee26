"""The schema's revisions, oldest first, run by `app.db.upgrade`."""
