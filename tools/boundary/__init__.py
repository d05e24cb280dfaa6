"""Punctuated speech in, the weights of summarizer/data/boundary_*.npz out."""
