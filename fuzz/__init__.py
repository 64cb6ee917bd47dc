"""Fuzzing of every reader, bytes to plan: see docs/fuzzing.md."""
