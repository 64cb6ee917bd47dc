"""What the words of a goal or measure say: one file per kind of fact, its rules literal tables.

``annotate`` fills all of them into a plan; the ``find_…`` functions each take a passage and may be used alone.
"""
