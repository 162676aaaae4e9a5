"""Reports as workbooks: a sheet for each table."""
