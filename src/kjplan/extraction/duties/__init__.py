"""Duties: which body is made responsible for a task, in which role, by which words."""
