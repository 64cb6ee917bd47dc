"""Gathering: what offices wrote into a checklist that comes back, and how it goes into the ledger."""
