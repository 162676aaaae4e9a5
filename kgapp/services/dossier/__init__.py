"""A dossier of a bundle: what somebody reads who has the bundle and not kgapp."""
