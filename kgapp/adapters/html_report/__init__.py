"""Static HTML pages: no script, a strict content security policy, and nothing fetched."""
