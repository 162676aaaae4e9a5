"""Widgets joined to models."""
