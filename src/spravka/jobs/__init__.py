"""Background jobs: submit, run, follow, cancel.

Words: a *job* is a row in Postgres, which is the truth; it is *sent* to a queue in Redis only after the row
is committed, and sent again by the reconciler where Redis has forgotten it. A job works in *chunks*: each is
one transaction that stores the chunk's results and moves the job's counters together. Every run takes a new
*attempt* number, the fencing token: a run whose attempt is no longer the job's can store nothing.
"""
