"""Text as it comes out of PDF, Word, OCR and web pages, put back as it was typed, with the way back to the source."""
