"""A question about a video, answered with what its page says, word for word."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

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
_OF_THE_DIGEST: Final = ("digest", "too long", "too short", "nothing")
"""Subjects of a question to which the digest is the answer."""


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
    page = await _page_for(services, reply, question)
    async with waiting(services, answer, answer.asker):
        answers = await _answers(services, answer, page, question)
    await _show(services, answer, reply, page, answers)


async def answer_beside(services: Services, answer: Answer, reply: Reply, question: str) -> None:
    """Answer what was asked beside the page, if the digest does not: its title may be a question.

    Raises:
        AdviceError: the question is too long, or the page is not kept any more.
    """
    page = await _page_for(services, reply, question)
    if question.casefold() == (page.title or "").casefold():
        return
    answers = await _answers(services, answer, page, question)
    if answers.subject not in _OF_THE_DIGEST:
        await _show(services, answer, reply, page, answers)


async def _page_for(services: Services, reply: Reply, question: str) -> Page:
    """The page that is asked; raises AdviceError why it cannot be."""
    if len(question) > LONGEST_QUESTION:
        raise AdviceError(services.texts("ask-too-long", n=LONGEST_QUESTION))
    page = await services.cache.page(reply.page)
    if page is None:
        raise AdviceError(services.texts("press-forgotten"))
    return page


async def _answers(services: Services, answer: Answer, page: Page, question: str) -> Answers:
    asked = page_answers, page, question
    return await services.workers.run(*asked, person=answer.asker, quick=is_quick(page))


async def _show(
    services: Services, answer: Answer, reply: Reply, page: Page, answers: Answers
) -> None:
    """Send the answers, and keep what they were found in."""
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
