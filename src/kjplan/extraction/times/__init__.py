"""Times: deadlines and dates, and the words they stand in."""
