"""What the global options say, for the one command that a process runs."""

from kjplan.output.style import ColorChoice


class Settings:
    """Global options; given before or after the command's name, the last one counts."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget what an earlier run in this process was told."""
        self.data: str | None = None
        """The library's folder; None looks for it."""
        self.quiet = False
        """Say nothing on standard error but errors."""
        self.color: ColorChoice = "auto"
        """Whether to paint."""


settings = Settings()
"""Those in force."""
