"""Drawing: numbers → figures in SVG, for the pages of the site and as files of their own."""
