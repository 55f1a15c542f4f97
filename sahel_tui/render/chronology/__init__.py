"""Events over time as lines: how many, on which days, in lanes, and where there are none."""
