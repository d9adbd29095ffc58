"""The invented members together: they talk among themselves, and answer whoever visits.

Everything here is bounded: a few answers at a time, so many an hour, and after some hours they go
home. Must never answer one another's answers, or it would not end.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Final

import msgspec

from chatserver.demo.member import Json, Member
from chatserver.demo.story import Story
from chatserver.demo.talk import Answer, Chat, Talk, next_chat
from chatserver.demo.telling import Told

ANSWERS_AT_ONCE: Final = 3
ANSWERS_MOST: Final = 300
"""Then they have said enough to visitors."""
_REMEMBERED: Final = 500
_TYPING_AGAIN_S: Final = 4.0


class Pace(msgspec.Struct, frozen=True):
    """How people are: slow to begin, slower with long words, now and then away."""

    begins_s: float = 5.0
    between_chats_s: tuple[float, float] = (25.0, 80.0)
    between_lines_s: tuple[float, float] = (5.0, 22.0)
    per_char_s: float = 0.055
    typing_s: tuple[float, float] = (1.5, 14.0)
    reads_s: tuple[float, float] = (2.5, 9.0)
    reacts: float = 0.35
    """How often a line gets a reaction from someone else."""
    stays_s: float = 4 * 3600.0


class Company:
    """Those who are played. `run` until they have gone, `stop` before."""

    def __init__(
        self,
        url: str,
        story: Story,
        told: Told,
        talk: Talk,
        tokens: Mapping[str, str],
        *,
        hour: Callable[[], int],
        chance: Callable[[], float],
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        pace: Pace | None = None,
    ) -> None:
        self._talk, self._told = talk, told
        self._hour, self._chance, self._sleep = hour, chance, sleep
        self._pace = pace or Pace()
        self._keys = {room_id: key for key, room_id in told.rooms.items()}
        self._rooms_of = {
            handle: [told.rooms[key] for key in (*person.rooms, *person.keeps)]
            for handle, person in story.people.items()
            if handle in tokens
        }
        self._invented = {told.people[handle]: handle for handle in tokens}
        self.members = {
            handle: Member(url, handle, token, self._hear) for handle, token in tokens.items()
        }
        self._heard: deque[str] = deque(maxlen=_REMEMBERED)
        self._said_by: dict[str, str] = {}
        self._visited: Counter[str] = Counter()
        self._interrupted: set[str] = set()
        self._answering: set[asyncio.Task[None]] = set()
        self._busy: set[str] = set()
        self._next: dict[str, Json] = {}
        """What was said in a room meanwhile: the newest is answered after."""
        self._answers = 0

    async def arrive(self) -> None:
        """Everybody comes in, one after another."""
        for handle, member in self.members.items():
            await member.arrive(*self._rooms_of[handle])

    async def run(self) -> None:
        """Talk until everything is said or it is late, then stay a while and go."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._pace.stays_s):
                await self._sleep(self._pace.begins_s)
                await self._talk_on()
                await asyncio.Event().wait()
        await self.stop()

    async def stop(self) -> None:
        """Everybody goes home."""
        for task in list(self._answering):
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)
        await asyncio.gather(*(member.leave() for member in self.members.values()))

    async def _talk_on(self) -> None:
        left, last_room = list(self._talk.chat), ""
        while (
            chat := next_chat(left, self._hour(), self._chance, self._visited, last_room)
        ) is not None:
            left.remove(chat)
            last_room = chat.room
            await self.play(chat)
            await self._sleep(self._between(self._pace.between_chats_s))

    async def play(self, chat: Chat) -> None:
        """Say a conversation, unless a visitor says something: then it is about them."""
        room_id = self._told.rooms[chat.room]
        self._interrupted.discard(room_id)
        before: Json | None = None
        for number, (handle, words) in enumerate(chat.said):
            if number:
                await self._sleep(self._between(self._pace.between_lines_s))
            if room_id in self._interrupted or room_id in self._busy:
                return
            if before is not None and self._chance() < self._pace.reacts:
                await self._react(handle, before["message_id"], "heart")
            before = await self._say(handle, room_id, words)

    async def _say(
        self, handle: str, room_id: str, words: str, reply_to: str | None = None
    ) -> Json | None:
        """Read, write for as long as it takes, and send."""
        member = self.members[handle]
        least, most = self._pace.typing_s
        left = min(most, max(least, len(words) * self._pace.per_char_s))
        while left > 0:
            await member.write(room_id, True)
            await self._sleep(min(left, _TYPING_AGAIN_S))
            left -= _TYPING_AGAIN_S
        said = await member.say(room_id, words, reply_to)
        await member.write(room_id, False)
        if said is not None:
            await member.ask("read.mark", room_id=room_id, seq=said["seq"])
        return said

    async def _react(self, handle: str, message_id: str, reaction: str) -> None:
        told = {"message_id": message_id, "reaction": reaction, "on": True}
        await self.members[handle].ask("message.react", **told)

    # What visitors do ----------------------------------------------------------------------------

    def _hear(self, name: str, told: Json) -> None:
        if name == "presence.changed":
            self._count(told)
        if name != "message.posted" or told["message_id"] in self._heard:
            return
        self._heard.append(told["message_id"])
        author = self._invented.get(told["author"]["user_id"])
        if author is not None:
            self._said_by[told["message_id"]] = author
            return
        self._interrupted.add(told["room_id"])
        if told["room_id"] in self._busy:
            self._next[told["room_id"]] = told
        else:
            self._begin(told)

    def _begin(self, told: Json) -> None:
        if len(self._answering) >= ANSWERS_AT_ONCE or self._answers >= ANSWERS_MOST:
            return
        self._answers += 1
        self._busy.add(told["room_id"])
        task = asyncio.create_task(self._answer(told))
        self._answering.add(task)
        task.add_done_callback(lambda done: self._answered(done, told["room_id"]))

    def _count(self, told: Json) -> None:
        """How many visitors look into a room: everybody who is there but our own."""
        room_id = told["room_id"]
        ours = sum(member.is_here and room_id in member.rooms for member in self.members.values())
        self._visited[self._keys.get(room_id, "")] = max(0, told["here"] - ours)

    def _answered(self, done: asyncio.Task[None], room_id: str) -> None:
        self._answering.discard(done)
        self._busy.discard(room_id)
        if done.cancelled():
            return
        done.exception()
        if (told := self._next.pop(room_id, None)) is not None:
            self._begin(told)

    async def _answer(self, told: Json) -> None:
        """Someone reads it, thinks, and says something; perhaps someone else gives a reaction."""
        room_id = told["room_id"]
        there = [
            handle
            for handle, member in self.members.items()
            if member.is_here and room_id in member.rooms
        ]
        if not there:
            return
        answer = self._talk.answer_to(told["body"])
        speaker = self._speaker(told, there)
        await self._sleep(self._between(self._pace.reads_s))
        await self._look(there, told, answer, speaker)
        words = answer.says[int(self._chance() * len(answer.says))]
        await self._say(speaker, room_id, words, told["message_id"])

    async def _look(self, there: list[str], told: Json, answer: Answer, speaker: str) -> None:
        others = [handle for handle in there if handle != speaker]
        if answer.reaction is not None and others:
            kind = others[int(self._chance() * len(others))]
            await self._react(kind, told["message_id"], answer.reaction)

    def _speaker(self, told: Json, there: list[str]) -> str:
        """Whoever was named or answered, if they are there; else anybody."""
        wanted = [self._invented.get(user_id, "") for user_id in told["mentions"]]
        if told["reply_to"] is not None:
            wanted.append(self._said_by.get(told["reply_to"]["message_id"], ""))
        for handle in wanted:
            if handle in there:
                return handle
        return there[int(self._chance() * len(there))]

    def _between(self, bounds: tuple[float, float]) -> float:
        least, most = bounds
        return least + (most - least) * self._chance()
