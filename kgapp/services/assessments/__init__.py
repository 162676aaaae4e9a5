"""Assessments of changes as a kept record: proposed, judged, closed and compared."""
