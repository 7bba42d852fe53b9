"""What the person at the terminal reads when everything is up."""

import shlex
from pathlib import Path

from spravka.stack.addresses import DEMO_EMAIL
from spravka.stack.data_folder import DataFolder

CHECKOUT = Path(__file__).resolve().parents[3]
USUAL_FOLDER = CHECKOUT / ".data"
PRICE_LIST = Path("demo", "demo-price-list.xlsx")


def welcome(page: str, folder: DataFolder, demo_password: str | None) -> str:
    """Where everything is and one thing to try; ``demo_password`` is None where there is no demonstration."""
    return f"""
  Spravka is up:   {page}
  API:             {page}/api/v1/docs
  Documentation:   {page}/static/docs
  {_sign_in(demo_password)}

  Try, in another terminal:
    {_one_thing_to_try(folder)}

  Data and logs:   {folder.root}
  Ctrl-C stops everything and keeps the data.
"""


def _sign_in(demo_password: str | None) -> str:
    if demo_password is None:
        return "Sign-in:         make the first user: python3 run spravka users create-admin --help"
    return f"Sign-in:         {DEMO_EMAIL}   password: {demo_password}"


def _one_thing_to_try(folder: DataFolder) -> str:
    """A command as it can be pasted; another folder than the usual one has to be named."""
    setting = [] if folder.root == USUAL_FOLDER else [f"SPRAVKA_DATA_DIR={shlex.quote(str(folder.root))}"]
    return " ".join([*setting, "python3", "run", "spravka", *_words(folder.root / PRICE_LIST)])


def _words(price_list: Path) -> list[str]:
    if not price_list.exists():
        return ["--help"]
    return ["nomenclature", "map", shlex.quote(str(price_list)), "--catalogue", "demo", "--out", "mapped.xlsx"]
