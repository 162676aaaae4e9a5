"""The questions of a project: those that are shipped and its own; asking them, and saving new ones."""
