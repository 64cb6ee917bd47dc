"""Ratios against rivals, run by hand: see docs/performance.md."""
