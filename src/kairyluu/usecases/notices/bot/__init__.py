"""The bot: it hears what people write to it, and answers by the same acts as the portal."""
