"""Templates: the bytes of a PowerPoint file to a theme whose layouts can be measured."""
