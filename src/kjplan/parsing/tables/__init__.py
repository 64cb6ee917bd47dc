"""Tables of tasks: their cells dealt to columns, their rows made nodes, in every way a source prints them."""
