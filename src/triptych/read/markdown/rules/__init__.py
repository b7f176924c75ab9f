"""What our Markdown has beyond CommonMark: one parser rule a file."""
