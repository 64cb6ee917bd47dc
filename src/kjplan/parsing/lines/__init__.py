"""Lines: the paragraphs of a source, put together again where a page or a copy broke them."""
