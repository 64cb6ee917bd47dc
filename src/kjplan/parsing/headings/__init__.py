"""Headings: markers, their levels, titles and roles, and the tree they make."""
