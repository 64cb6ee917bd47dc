"""Titles: documents in marks or bare, their relation to the plan, and quoted terms."""
