"""What a message or a press is answered with: a digest, files, a command's text, a chart."""
