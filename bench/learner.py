"""A learner on a hub, without a browser: what a page says to server and kernel, said over the same websocket."""

import asyncio
import json
import time
import uuid
from typing import Any

import numpy as np
from bench import lab
from bench.real_hub import Hub
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

AT_ONCE, PARTS = 12, 100  # positions in one message, and of a track, as in explorers/front/ahead.js
STRIDE = 5  # positions from move to move: twenty moves go along a whole track
LARGEST = 100_000_000  # bytes of a message
WAIT = lab.WAIT / 1e3


class Learner:
    """Somebody on a hub: `start`, `open` a notebook, `run` cells, `visit` its first explorer, `stop`."""

    def __init__(self, hub: Hub, name: str):
        self.hub, self.name = hub, name
        self.explorer = ""  # the comm of the first explorer that has a slider
        self._token = hub.token
        self._socket: Any = None
        self._awaited: dict[Any, asyncio.Future] = {}
        self._states: dict[str, dict[str, Any]] = {}  # comm → what the page knows of it
        self._printed: dict[str, str] = {}  # message → what its cell has printed
        self._failed: dict[str, str] = {}  # message → why its cell failed

    async def start(self) -> None:
        """Come for the first time, and wait until the server of one's own is ready."""
        user = f"/hub/api/users/{self.name}"
        await self._ask("POST", user)
        await self._ask("POST", f"{user}/server")
        while not (await self._ask("GET", user))["servers"].get("", {}).get("ready"):
            await asyncio.sleep(0.5)
        self._token = (await self._ask("POST", f"{user}/tokens"))["token"]

    async def stop(self) -> None:
        """Leave; the server ends."""
        if self._socket:
            self._socket.close()
        self._token = self.hub.token
        await self._ask("DELETE", f"/hub/api/users/{self.name}/server")

    async def open(self, path: str) -> list[str]:
        """Open a notebook of the home and start its kernel; the code of its cells."""
        mine = f"/user/{self.name}/api"
        cells = (await self._ask("GET", f"{mine}/contents/{path}"))["content"]["cells"]
        asked = {"path": path, "name": path, "type": "notebook", "kernel": {"name": "python3"}}
        kernel = (await self._ask("POST", f"{mine}/sessions", asked))["kernel"]["id"]
        address = f"{self.hub.address}{mine}/kernels/{kernel}/channels".replace("http", "ws", 1)
        request = HTTPRequest(address, headers=self._headers())
        self._socket = await websocket_connect(request, max_message_size=LARGEST, on_message_callback=self._hear)
        return [cell["source"] for cell in cells if cell["cell_type"] == "code"]

    async def run(self, code: str) -> str:
        """Run a cell to its end; what it printed. RuntimeError if it fails."""
        asked = self._say("execute_request", {"code": code, "silent": False, "store_history": True})
        await asyncio.gather(self._answer(("reply", asked)), self._answer(("idle", asked)))
        if asked in self._failed:
            raise RuntimeError(f"{self.name}: {self._failed[asked]}")
        return self._printed.pop(asked, "")

    async def visit(self, moves: int, pause: float, ahead: bool) -> list[float]:
        """Move the first explorer's first slider, with `pause` s between; s until each picture is there.

        `ahead`: while the hand rests, frames around it are asked for, and a move to one of them takes no time.
        """
        state = self._states[self.explorer]
        control = next(one for one in state["spec"]["controls"] if one["kind"] == "slider")
        ways = np.geomspace if control["scale"] == "log" else np.linspace
        track = _Track(control["name"], ways(control["low"], control["high"], PARTS + 1).tolist())
        taken = []
        for move in range(moves):
            track.here = abs((PARTS // 2 + STRIDE * (move + 1)) % (2 * PARTS) - PARTS)
            known = track.here in track.known
            seconds = await self._move({**state["frame"]["values"], track.name: track.values[track.here]})
            taken.append(0.0 if known else seconds)
            track.known.add(track.here)
            await (self._rest(track, pause) if ahead else asyncio.sleep(pause))
        return taken

    async def _move(self, values: dict[str, Any]) -> float:
        """Ask for the frame of these values; s until it is here."""
        state, began = self._states[self.explorer], time.perf_counter()
        number = state["frame"]["id"] + 1
        request = {"request": {"id": number, "values": values}}
        self._tell({"method": "update", "state": request, "buffer_paths": []})
        await self._answer(("frame", number))
        if state["frame"]["error"]:
            raise RuntimeError(f"{self.name}: {state['frame']['error']}")
        return time.perf_counter() - began

    async def _rest(self, track: "_Track", seconds: float) -> None:
        """Rest on the control: ask for the frames around, a few at a time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            wanted = track.wanted()
            if not track.asked and wanted:
                values = [
                    {**self._states[self.explorer]["frame"]["values"], track.name: track.values[i]} for i in wanted
                ]
                track.asked, track.coming = wanted, self._future("ahead")
                self._tell({"method": "custom", "content": {"ahead": values}})
            if not track.asked:
                await asyncio.sleep(left)
                continue
            done, _ = await asyncio.wait([track.coming], timeout=left)
            if done:
                track.known.update(track.asked[: track.coming.result()])
                track.asked = []

    async def _ask(self, method: str, path: str, body: Any = None) -> Any:
        """Ask the hub or one's own server."""
        text = json.dumps(body or {}) if method == "POST" else None
        request = HTTPRequest(
            self.hub.address + path, method, self._headers(), text, request_timeout=WAIT, allow_nonstandard_methods=True
        )
        answer = await AsyncHTTPClient().fetch(request)
        return json.loads(answer.body) if answer.body else None

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"token {self._token}"}

    def _tell(self, data: dict[str, Any]) -> None:
        """Say something to the explorer, as its page would."""
        self._say("comm_msg", {"comm_id": self.explorer, "data": data})

    def _say(self, kind: str, content: dict[str, Any]) -> str:
        """Send a message to the kernel; its id."""
        number = uuid.uuid4().hex
        header = {
            "msg_id": number,
            "msg_type": kind,
            "session": self.name,
            "username": "",
            "date": "",
            "version": "5.3",
        }
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
        self._socket.write_message(json.dumps(message))
        return number

    async def _answer(self, key: Any) -> Any:
        return await asyncio.wait_for(self._future(key), WAIT)

    def _future(self, key: Any) -> asyncio.Future:
        return self._awaited.setdefault(key, asyncio.get_running_loop().create_future())

    def _resolve(self, key: Any, value: Any = None) -> None:
        future = self._awaited.pop(key, None)
        if future and not future.done():
            future.set_result(value)

    def _hear(self, text: str | bytes | None) -> None:
        """Take in one message of the kernel."""
        if not isinstance(text, str):  # the end, or the samples of a sound, for which nobody asks here
            return
        message = json.loads(text)
        kind, content, parent = (
            message["header"]["msg_type"],
            message["content"],
            message["parent_header"].get("msg_id"),
        )
        if kind == "execute_reply":
            self._resolve(("reply", parent))
        elif kind == "error":
            self._failed[parent] = f"{content['ename']}: {content['evalue']}"
        elif kind == "status" and content["execution_state"] == "idle":
            self._resolve(("idle", parent))
        elif kind == "stream":
            self._printed[parent] = self._printed.get(parent, "") + content["text"]
        elif kind in ("comm_open", "comm_msg"):
            self._hear_of(content["comm_id"], content["data"])

    def _hear_of(self, comm: str, data: dict[str, Any]) -> None:
        """What a widget says: how it stands now, or frames drawn ahead."""
        state = self._states.setdefault(comm, {})
        state.update(data.get("state", {}))
        sliders = [one for one in state.get("spec", {}).get("controls", []) if one["kind"] == "slider"]
        if sliders and not self.explorer:
            self.explorer = comm
        if comm == self.explorer and "frame" in data.get("state", {}):
            self._resolve(("frame", state["frame"]["id"]))
        if comm == self.explorer and "ahead" in data.get("content", {}):
            self._resolve("ahead", len(data["content"]["ahead"]))


class _Track:
    """A slider as its page sees it: the value of each position, where the hand is, what is drawn ahead."""

    def __init__(self, name: str, values: list[float]):
        self.name, self.values = name, values
        self.here = PARTS // 2
        self.known: set[int] = set()
        self.asked: list[int] = []
        self.coming: asyncio.Future | None = None

    def wanted(self) -> list[int]:
        """The nearest positions that are not known, as many as are asked for at once."""
        near = sorted(range(len(self.values)), key=lambda position: abs(position - self.here))
        return [position for position in near if position not in self.known][:AT_ONCE]
