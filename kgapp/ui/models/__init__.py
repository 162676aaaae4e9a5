"""What the window shows, without a window (QtCore only)."""
