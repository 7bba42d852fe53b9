"""Which encoder makes the vectors of passages is a setting, and one that lacks something is refused at the start."""

from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest

from spravka.documents.settings import DocumentsSettings, EncoderName
from spravka.embedding.no_encoder import NoEncoder
from spravka.embedding.passage_encoder import PassageEncoder
from spravka.embedding.sentence_encoder import SentenceEncoder
from spravka.embedding.server_encoder import ServerEncoder
from spravka.embedding.settings import EmbeddingSettings
from spravka.settings import Settings, SettingsRefused, load_settings, passage_encoder_named

SERVER = {"base_url": "http://ollama:11434/v1", "name": "bge-m3", "dimensions": 1024}


def load(folder: Path, **groups: Any) -> Settings:
    """Settings that name no part that runs."""
    secret = token_hex(32)
    needed = {
        "database": {"url": "postgresql://nowhere/x"},
        "auth": {"secret": secret},
        "databases": {"secret": secret},
    }
    return load_settings(data_dir=folder, **needed, **groups)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (EncoderName.E5, PassageEncoder),
        (EncoderName.USE, SentenceEncoder),
        (EncoderName.SERVER, ServerEncoder),
        (EncoderName.NONE, NoEncoder),
    ],
)
def test_each_name_is_an_encoder(name: EncoderName, kind: type) -> None:
    assert isinstance(passage_encoder_named(name, server=EmbeddingSettings.model_validate(SERVER)), kind)


def test_the_encoder_of_a_server_needs_its_address(tmp_path: Path) -> None:
    documents = DocumentsSettings(encoder=EncoderName.SERVER)
    with pytest.raises(SettingsRefused, match="SPRAVKA_DOCUMENTS needs SPRAVKA_EMBEDDING_BASE_URL"):
        load(tmp_path, documents=documents)
    assert load(tmp_path, documents=documents, embedding=SERVER).embedding.name == "bge-m3"


def test_an_address_without_an_encoder_is_told_with_the_settings_that_are_missing(tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused, match="SPRAVKA_EMBEDDING_NAME and SPRAVKA_EMBEDDING_DIMENSIONS"):
        load(tmp_path, embedding={"base_url": SERVER["base_url"]})
