"""Document to document, before anything is planned: what each product would else have to find out for itself."""
