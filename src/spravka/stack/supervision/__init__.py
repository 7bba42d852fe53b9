"""Processes under supervision: started, watched, brought back, written down, stopped."""
