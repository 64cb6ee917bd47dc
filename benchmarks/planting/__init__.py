"""Defects of real life, planted in real documents one at a time, with the place where a rule of check should find each."""
