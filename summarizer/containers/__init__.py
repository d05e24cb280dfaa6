"""Files that wrap text: bytes in, a Page or the text and files inside out."""
