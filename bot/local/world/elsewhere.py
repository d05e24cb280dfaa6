"""Chats that the bot is not in: guests' queries, inline queries, what is made of their answers."""

from __future__ import annotations

import re

from bot.local.errors import bad_request
from bot.local.world import records
from bot.local.world.chats import JSON, Chat
from bot.local.world.state import World

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def ask_guest(world: World, chat: Chat, message: JSON) -> None:
    """Let the bot answer a message that names it in a chat that it is not in, if it is a guest."""
    if chat.holds(world.bot["id"]) or not world.bot["supports_guest_queries"]:
        return
    name = rf"(?<!\w)@{world.bot['username']}\b"
    if "via_bot" in message or not re.search(name, _words(message), re.IGNORECASE):
        return
    number = f"guest-{message['chat']['id']}-{message['message_id']}"
    world.elsewhere.guests[number] = message
    world.updates.add("guest_message", {**message, "guest_query_id": number})


def answer_guest(world: World, number: str, content: JSON) -> str:
    """Post the answer to a guest's query, which is gone then; return the message's inline id."""
    if number not in world.elsewhere.guests:
        raise bad_request(_TOO_OLD)
    asked = world.elsewhere.guests.pop(number)
    chat = world.chats[asked["chat"]["id"]]
    caller = {"guest_bot_caller_user": asked["from"]} if "from" in asked else {}
    sender = {"from": world.bot_user, **caller}
    return _known(world, world.post(chat, sender, {**records.reply(chat, asked), **content}))


def ask_inline(world: World, user: JSON, chat: Chat, words: str, offset: str = "") -> JSON:
    """Ask the bot what it offers for words; the record gets its ``answer``, at once where known."""
    number = f"inline-{len(world.elsewhere.inline) + 1}"
    query: JSON = {"id": number, "answer": None, "chat": chat.id}
    query |= {"from": user["id"], "words": words, "offset": offset}
    world.elsewhere.inline[number] = query
    for who in (user["id"], 0):
        until, answer = world.elsewhere.offered.get((who, words, offset), (0.0, None))
        if until > world.clock():
            query["answer"] = answer
            return query
    asked = {"id": number, "from": user, "query": words, "offset": offset, "chat_type": chat.kind}
    world.updates.add("inline_query", asked)
    return query


def answer_inline(world: World, number: str, answer: JSON, seconds: int, *, personal: bool) -> None:
    """Offer the answer, and remember it for some seconds: for who asked, or for everybody."""
    query = world.elsewhere.inline.get(number)
    if query is None or query["answer"] is not None:
        raise bad_request(_TOO_OLD)
    query["answer"] = answer
    who = query["from"] if personal else 0
    until = world.clock() + seconds
    world.elsewhere.offered[who, query["words"], query["offset"]] = (until, answer)
    world.show("inline", world.chats[query["chat"]], {"id": number, "answer": answer})


def chosen(world: World, message: JSON) -> JSON:
    """The message that somebody has made of a result, known by an inline id from now on."""
    _known(world, message)
    return message


def _known(world: World, message: JSON) -> str:
    inline = f"local-inline-{len(world.elsewhere.messages) + 1}"
    world.elsewhere.messages[message["chat"]["id"], message["message_id"]] = inline
    return inline


def _words(message: JSON) -> str:
    return str(message.get("text") or message.get("caption") or "")
