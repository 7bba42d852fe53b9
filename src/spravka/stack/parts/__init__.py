"""The parts themselves: where each program is found, with which settings it runs, when it is ready."""
