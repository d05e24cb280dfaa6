"""What people and the bot do, in; the users, chats and messages that there are then, out."""
