"""From values to text that is safe to show, at a given width."""
