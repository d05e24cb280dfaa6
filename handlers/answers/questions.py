"""A question about a video, answered with what its page says, word for word."""

from __future__ import annotations

from dataclasses import replace

from handlers.answers.feedback import waiting
from handlers.answers.replies import with_address
from handlers.answers.services import Services
from handlers.delivery import Answer
from handlers.message import Texts, copy_keyboard, ends_in_footer, render_answer
from handlers.paste import Incoming
from handlers.protocols import AdviceError, Reply, Sender
from handlers.source import is_quick
from summarizer import Answers, Digest, Page, page_answers
from summarizer.choice.phrases import asks
from summarizer.digest.length import talk_seconds

LONGEST_QUESTION = 500
"""Characters that a question may have."""


async def ask(services: Services, asked: Incoming, answer: Answer) -> None:
    """Answer the question after the command from the digest replied to, or the chat's latest."""
    question = asked.argument.strip()
    reply = await _meant(services, asked)
    if reply is None:
        raise AdviceError(services.texts(_instead(asked)))
    if not question:
        raise AdviceError(services.texts("ask-what"))
    await answer_question(services, answer, reply, question)


async def ask_in_reply(services: Services, asked: Incoming, answer: Answer) -> None:
    """Answer a question in reply to a digest; in reply to other words of the bot's it is talk."""
    reply = await _meant(services, asked)
    if reply:
        await answer_question(services, answer, reply, asked.text.strip())
    elif asked.private or _is_digest(asked):
        raise AdviceError(services.texts(_instead(asked)))
    await services.outbox.done(*answer.updates)


async def answer_question(services: Services, answer: Answer, reply: Reply, question: str) -> None:
    """Answer from the page that ``reply`` shows; the answer can be asked about in its turn.

    Raises:
        AdviceError: the question is too long, or the page is not kept any more.
    """
    if len(question) > LONGEST_QUESTION:
        raise AdviceError(services.texts("ask-too-long", n=LONGEST_QUESTION))
    page = await services.cache.page(reply.page)
    if page is None:
        raise AdviceError(services.texts("press-forgotten"))
    async with waiting(services, answer, answer.asker):
        asked = page_answers, page, question
        person, quick = answer.asker, is_quick(page)
        answers = await services.workers.run(*asked, person=person, quick=quick)
    about = _named(page, reply)
    html = render_answer(about, _as_named(services, answers), services.texts)
    keyboard = copy_keyboard(about, answers.passages, services.texts)
    async with services.delivery.reply_lock(reply.chat):
        message = await services.delivery.send(replace(answer, html=html, keyboard=keyboard))
        shown = replace(reply, message=message, digest="", asker=answer.asker, sources=())
        await services.cache.keep_reply(shown)


async def shown_in(services: Services, sender: Sender, message: int) -> Reply | None:
    """The digest in the bot's ``message``; below a list of what is kept, the chat's latest."""
    reply = await services.cache.reply(sender.chat, message)
    if reply is None and await services.catalogue.listing(sender.chat, message):
        return await services.cache.latest_reply(sender.chat, sender.thread)
    return reply


def is_question(text: str, texts: Texts) -> bool:
    """Whether a line is a question by its end or its first word."""
    first = text.casefold().partition(" ")[0].partition("'")[0]
    words = " ".join(texts.typed("question-words")).split()
    return asks(text) or first in words


def _named(page: Page, reply: Reply) -> Digest:
    """What names the video of the page."""
    about = Digest(
        page.title,
        page.channel,
        page.url,
        page.language,
        links=page.links,
        length=talk_seconds(page.transcript),
    )
    return with_address(about, reply.video)


def _as_named(services: Services, answers: Answers) -> Answers:
    """The answers, whose comments name nobody in a chat whose digests name nobody."""
    if services.digester.default.authors:
        return answers
    return replace(answers, comments=tuple(replace(c, author=None) for c in answers.comments))


async def _meant(services: Services, asked: Incoming) -> Reply | None:
    """The digest replied to, or whose page is replied to; to nothing or a list, the latest."""
    target = asked.reply
    if target is None:
        return await services.cache.latest_reply(asked.sender.chat, asked.sender.thread)
    if target.message is None:
        return None
    if target.ours:
        return await shown_in(services, asked.sender, target.message)
    return await services.cache.reply_to(asked.sender.chat, target.message)


def _instead(asked: Incoming) -> str:
    """The key of what is said where there is no page to ask."""
    return "press-forgotten" if _is_digest(asked) else "ask-no-page"


def _is_digest(asked: Incoming) -> bool:
    return bool(asked.reply and ends_in_footer(asked.reply.text))
