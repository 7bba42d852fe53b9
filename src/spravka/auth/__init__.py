"""Who is asking and what he may do.

Words: a *user* signs in with his e-mail and password; a *sign-in* lasts until he signs out or it expires
and gives short-lived *access tokens*, each for one tenant; an *API key* stands for a machine (1C, a script)
in one tenant; a *caller* is whichever of them makes a request.
"""
