"""Tables in the form that another program wants, one module each."""
