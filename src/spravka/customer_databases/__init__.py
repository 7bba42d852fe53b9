"""Customers' databases: connecting, looking at their structure and rights, running guarded queries read-only."""
