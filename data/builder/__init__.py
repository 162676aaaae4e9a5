"""The parts of the builder of the demo project."""
