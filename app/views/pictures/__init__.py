"""Pictures of papers in the window: straightened, put in order, joined, marked."""
