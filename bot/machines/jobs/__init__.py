"""A job's function with its arguments in; what it came to out, from whichever machine has room."""
