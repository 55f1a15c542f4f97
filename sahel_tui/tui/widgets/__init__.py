"""Line-drawn widgets."""
