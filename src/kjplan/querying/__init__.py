"""Questions to one plan: which measures, goals and documents; records for scripts and tables for people."""
