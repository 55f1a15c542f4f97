"""Makes what is carried to a machine without a network: `make bundle`."""
