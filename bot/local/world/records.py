"""The smaller JSON records that messages and updates are made of."""

from __future__ import annotations

from bot.local.world.chats import JSON, Chat

_ANONYMOUS: JSON = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
_RIGHTS = (
    "can_be_edited",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_CONTENT = ("text", "entities", "caption", "caption_entities", "document", "photo", "rich_message")


def sender(chat: Chat, user: JSON) -> JSON:
    """Who wrote: the user, the chat itself for anonymous admins and in channels."""
    if chat.kind == "channel":
        return {"sender_chat": chat.brief()}
    if user["id"] in chat.anonymous:
        return {"from": _ANONYMOUS, "sender_chat": chat.brief()}
    return {"from": user}


def reply(chat: Chat, message: JSON | None) -> JSON:
    """What a reply says of the message it answers, here or in another chat."""
    if not message:
        return {}
    if message["chat"]["id"] == chat.id:
        kept = chat.messages.get(message["message_id"], message)
        return {"reply_to_message": {k: v for k, v in kept.items() if k != "reply_to_message"}}
    about = {k: message[k] for k in ("message_id", "chat", "document", "photo") if k in message}
    quote = {"quote": {"text": message["text"][:1024], "position": 0}} if "text" in message else {}
    return {"external_reply": {"origin": origin(message), **about}, **quote}


def origin(message: JSON) -> JSON:
    """Where a forwarded message comes from."""
    date = message["date"]
    if message["chat"]["type"] == "channel":
        number = message["message_id"]
        return {"type": "channel", "date": date, "chat": message["chat"], "message_id": number}
    return {"type": "user", "date": date, "sender_user": message["from"]}


def content(message: JSON) -> JSON:
    """What a forward takes along."""
    return {key: message[key] for key in _CONTENT if key in message}


def topic(thread: int | None) -> JSON:
    """The fields of a message in a topic of a forum."""
    return {"message_thread_id": thread, "is_topic_message": True} if thread else {}


def member(chat: Chat, user: JSON) -> JSON:
    """The ChatMember record of a user; one who never was there has left."""
    status = chat.members.get(user["id"], "left")
    anonymous = {"is_anonymous": user["id"] in chat.anonymous}
    extra: dict[str, JSON] = {
        "creator": anonymous,
        "administrator": anonymous | dict.fromkeys(_RIGHTS, True),
        "kicked": {"until_date": 0},
    }
    return {"status": status, "user": user, **extra.get(status, {})}
