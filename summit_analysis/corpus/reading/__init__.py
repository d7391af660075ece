"""From files, archives and tables to texts."""
