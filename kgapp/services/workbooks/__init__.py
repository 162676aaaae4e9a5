"""Workbooks of others and our own: templates, what a table means, and what reading one would change."""
