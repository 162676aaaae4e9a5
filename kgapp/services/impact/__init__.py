"""What a change reaches, why, and how sure that is."""
