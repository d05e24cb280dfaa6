"""What readers marked in public and in written documents in, summarizer/data/salience.npz out."""
