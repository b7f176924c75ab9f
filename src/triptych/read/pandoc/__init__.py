"""Documents of other formats, through what pandoc makes of them."""
