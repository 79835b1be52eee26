"""The parts of the checks page: what is asked for, the run, its results and the evidence behind each line."""
