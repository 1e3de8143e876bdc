"""A network as slow as one likes, on this machine: a TCP proxy that keeps every byte for half of the delay, both ways.

It delays and does not narrow: bandwidth stays that of the machine. WebSockets pass through like everything else.
"""

import asyncio
import threading


class SlowNet:
    """Serves `target`, a port of this machine, at `port`, from a thread of its own.

    `delay`: s there and back, may be set at any time; `down`: bytes delivered to the browser so far. Between `cut()`
    and `mend()` nothing comes through, and what was under way is lost.
    """

    def __init__(self, target: int):
        self.target, self.delay, self.down = target, 0.0, 0
        self._is_cut, self._ways = False, set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        starting = asyncio.start_server(self._join, "127.0.0.1", 0)
        server = asyncio.run_coroutine_threadsafe(starting, self._loop).result()
        self.port = server.sockets[0].getsockname()[1]

    def __enter__(self) -> "SlowNet":
        return self

    def __exit__(self, *_) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    async def _end(self) -> None:
        self._abort()
        if under_way := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(under_way)

    def cut(self) -> None:
        """As when a cable is pulled, or a computer falls asleep."""
        self._loop.call_soon_threadsafe(self._abort)

    def mend(self) -> None:
        """The next connection comes through."""
        self._is_cut = False

    def _abort(self) -> None:
        self._is_cut = True
        for way in self._ways:
            way.transport.abort()

    async def _join(self, browser, to_browser) -> None:
        if self._is_cut:
            to_browser.transport.abort()
            return
        try:
            lab, to_lab = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            to_browser.close()
            return
        self._ways |= {to_lab, to_browser}
        up, down = self._carry(browser, to_lab), self._carry(lab, to_browser, counted=True)
        await asyncio.gather(up, down, return_exceptions=True)
        self._ways -= {to_lab, to_browser}

    async def _carry(self, source, sink, counted: bool = False) -> None:
        """Read at once, deliver when it is due: what comes later never waits for the delay of what came before."""
        line = asyncio.Queue()
        deliver = asyncio.ensure_future(self._deliver(line, sink, counted))
        try:
            while data := await source.read(1 << 16):
                line.put_nowait((self._due(), data))
        finally:
            line.put_nowait((self._due(), b""))
            await deliver

    def _due(self) -> float:
        return self._loop.time() + self.delay / 2

    async def _deliver(self, line, sink, counted: bool) -> None:
        while True:
            due, data = await line.get()
            await asyncio.sleep(max(0, due - self._loop.time()))
            if not data:
                break
            sink.write(data)
            await sink.drain()
            self.down += len(data) if counted else 0
        sink.close()
