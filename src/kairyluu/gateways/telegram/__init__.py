"""The bot in Telegram, by the Bot API."""

from kairyluu.gateways.telegram.bot import Bot, Update, bot, is_configured, link_to

__all__ = ["Bot", "Update", "bot", "is_configured", "link_to"]
