"""Front and end: header, title, addressee, covering notice, signature, and which kind of document this is."""
