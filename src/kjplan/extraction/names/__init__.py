"""Names: which words are a body, and the places and units behind them."""
