"""Our own tables, one module each: columns, and how rows are found."""
