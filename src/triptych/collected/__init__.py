"""What is made of all documents of a build together: an index page, checksums, an archive, one bound handout."""
