"""Checks of the deployment files: no container engine is needed."""
