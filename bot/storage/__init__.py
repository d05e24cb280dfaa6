"""What is kept on disk: updates until they are answered, pages and digests for their buttons."""
