"""`python -m unspoof`: the program that came with this package."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path


def program() -> Path:
    """Where the installer put the program: among the scripts of this environment, of the user, or of a folder of packages."""
    name = "unspoof" + (sysconfig.get_config_var("EXE") or "")
    beside = Path(__file__).resolve().parent.parent / "bin"
    user = sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user"))
    for folder in (sysconfig.get_path("scripts"), user, beside):
        if (found := Path(folder, name)).is_file():
            return found
    raise FileNotFoundError(f"expected the program {name} beside the package, but found none: is unspoof installed from a wheel?")


def main() -> None:
    command = [str(program()), *sys.argv[1:]]
    if sys.platform == "win32":
        sys.exit(subprocess.run(command).returncode)
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
