"""The only place with SQL: rows in, values of `workbench.model` out."""
