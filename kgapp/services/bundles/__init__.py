"""Bundles: what of a project goes to whom, made, signed, verified and remembered."""
