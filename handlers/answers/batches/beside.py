"""What was asked beside a source, answered after its digest."""

from __future__ import annotations

from dataclasses import replace

from telegram.error import NetworkError

from handlers.answers.feedback import explain
from handlers.answers.questions import answer_beside
from handlers.answers.services import Services
from handlers.delivery import Answer
from handlers.paste import Batch
from handlers.protocols import Reply


async def answer_questions(services: Services, batch: Batch, answer: Answer, reply: Reply) -> None:
    """Answer each question from the page of ``reply``, in a message of its own beside ``answer``.

    One that fails is explained there: the digest stays as it is.

    Raises:
        NetworkError: it is to be answered later.
    """
    for number, question in enumerate(batch.questions, start=1):
        own = replace(answer, key=f"{answer.key}:question:{number}", updates=())
        try:
            await answer_beside(services, own, reply, question)
        except Exception as problem:
            if not await explain(services, own, problem):
                raise NetworkError("a question is open") from problem
