"""Events over time: how many, where nothing is, in lanes, told by several, around another."""
