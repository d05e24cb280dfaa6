"""An address in, where the operator allows it; what its site gives without an account out."""
