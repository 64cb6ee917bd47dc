"""The words of plans: ``search`` for goals and measures by words, ``count_words`` for what a plan speaks of.

Only this room knows jieba, and it loads it only when something must be cut.
"""

from kjplan.searching.search import Found, Hit, search

__all__ = ["Found", "Hit", "search"]
