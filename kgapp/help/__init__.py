"""The user guide as package data; the commands in it run as tests."""
