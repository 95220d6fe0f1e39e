"""The case files of sections have the same form as those of the outline."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "outline"))
