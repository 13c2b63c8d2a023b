"""The command line: one module a command, which parses, calls and prints."""

from allegiance.cli.app import app, main

__all__ = ["app", "main"]
