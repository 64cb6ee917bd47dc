"""Figures: which number is a target, what it counts and what it commits to; what is promised without one."""
