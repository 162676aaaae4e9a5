"""Drawn views: the process map."""
