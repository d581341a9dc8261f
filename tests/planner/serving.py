"""A thin server of OpenAI's protocol over a real model of transformers, and ways in which servers misbehave.

A plain threaded ``http.server``: what is tested is our client against real sockets, not a framework.
"""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

Json = dict[str, Any]
Respond = Callable[[str, Json], Json]
"""(path, request) -> response."""
Fault = Callable[["Handler"], bool]
"""Answers a request in its own way; False leaves it to the server."""


def tiny_model(seed: int = 0) -> tuple[LlamaForCausalLM, PreTrainedTokenizerFast]:
    """Random weights over the 256 bytes: every text has tokens, and every log-probability is true."""
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer = Tokenizer(models.BPE({letter: i for i, letter in enumerate(letters)}, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    config = LlamaConfig(
        vocab_size=256,
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=32_768,
        bos_token_id=None,
        eos_token_id=None,
        attn_implementation="sdpa",
        initializer_range=0.3,
    )
    return LlamaForCausalLM(config).eval(), PreTrainedTokenizerFast(tokenizer_object=tokenizer)


class TrueModel:
    """Answers completions and chats with a causal language model's own log-probabilities."""

    def __init__(self, model: Any, tokenizer: Any) -> None:
        self.model, self.tokenizer = model, tokenizer
        self._turn = threading.Lock()
        self._texts: dict[int, str] = {}

    def __call__(self, path: str, request: Json) -> Json:
        with self._turn, torch.inference_mode():
            if path.endswith("/chat/completions"):
                return self._chat(request)
            return self._complete(request)

    def _complete(self, request: Json) -> Json:
        prompts = [request["prompt"]] if isinstance(request["prompt"], str) else request["prompt"]
        choices, read, written = [], 0, 0
        for index, prompt in enumerate(prompts):
            before = self._tokens(prompt)
            after, expected = self._read(before, request["max_tokens"])
            read, written = read + len(before), written + len(after)
            shown, start = (before + after, 0) if request.get("echo") else (after, len(before) - 1)
            choice: Json = {"index": index, "text": self.tokenizer.decode(shown), "finish_reason": "length"}
            choice["logprobs"] = None
            if "logprobs" in request:
                values, likely = self._logprobs(shown, expected[start:], request["logprobs"])
                tokens = [self._text(token) for token in shown]
                choice["logprobs"] = {"tokens": tokens, "token_logprobs": values, "top_logprobs": likely}
            choices.append(choice)
        return {"object": "text_completion", "choices": choices, "usage": _usage(read, written)}

    def _chat(self, request: Json) -> Json:
        if self.tokenizer.chat_template:
            before = list(
                self.tokenizer.apply_chat_template(request["messages"], add_generation_prompt=True)["input_ids"]
            )
        else:
            said = "".join(f"{message['role']}: {message['content']}\n" for message in request["messages"])
            before = self._tokens(said + "assistant:")
        after, expected = self._read(before, min(request.get("max_tokens", 16), 16))
        choice: Json = {"index": 0, "message": {"role": "assistant", "content": self.tokenizer.decode(after)}}
        if request.get("logprobs"):
            values, likely = self._logprobs(after, expected[len(before) - 1 :], request["top_logprobs"])
            content = [
                {"token": self._text(token), "logprob": value, "top_logprobs": _listed(top)}
                for token, value, top in zip(after, values, likely, strict=True)
            ]
            choice["logprobs"] = {"content": content}
        return {"choices": [choice], "usage": _usage(len(before), len(after))}

    def _read(self, tokens: list[int], count: int) -> tuple[list[int], torch.Tensor]:
        """``count`` more tokens, and the log-probabilities after each token but the last, shape (n - 1, vocabulary)."""
        new: list[int] = []
        for _ in range(max(count, 1)):
            logits = self.model(input_ids=torch.tensor([tokens + new])).logits[0].float()
            new.append(int(logits[-1].argmax()))
        return new[:count], torch.log_softmax(logits, dim=-1)[: len(tokens) + count - 1]

    def _logprobs(
        self, tokens: list[int], expected: torch.Tensor, top: int
    ) -> tuple[list[float | None], list[dict[str, float] | None]]:
        """Of each token, and of the likeliest ones in its place; None for a first token that nothing predicts."""
        first = len(tokens) - len(expected)
        values = expected.gather(1, torch.tensor(tokens[first:], dtype=torch.long)[:, None])[:, 0].tolist()
        best, places = (found.tolist() for found in expected.topk(top))
        likely = [{self._text(t): v for t, v in zip(*row, strict=True)} for row in zip(places, best, strict=True)]
        nothing: list[None] = [None] * first
        return [*nothing, *values], [*nothing, *likely]

    def _tokens(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False, split_special_tokens=True))

    def _text(self, token: int) -> str:
        if token not in self._texts:
            self._texts[token] = str(self.tokenizer.decode([token]))
        return self._texts[token]


def _listed(top: dict[str, float] | None) -> list[Json]:
    return [{"token": text, "logprob": value} for text, value in (top or {}).items()]


def _usage(read: int, written: int) -> Json:
    return {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are two packets; the second would wait 40 ms
    server: "LoopbackServer"

    def do_POST(self) -> None:
        self.body: Json = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.seen.append((self.path, self.body, dict(self.headers)))
        for fault in self.server.faults:
            if fault(self):
                return
        self.answer(200, json.dumps(self.server.respond(self.path, self.body)))

    def answer(self, status: int, text: str, **headers: str) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def drop(self) -> None:
        """End the connection without an answer."""
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class LoopbackServer(ThreadingHTTPServer):
    """Listens on a free port of 127.0.0.1."""

    daemon_threads = True

    def __init__(self, respond: Respond, *faults: Fault) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.respond, self.faults = respond, list(faults)
        self.seen: list[tuple[str, Json, dict[str, str]]] = []
        """Path, body and headers of every request."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # a client that hung up is no error of the server


@contextmanager
def serving(respond: Respond, *faults: Fault) -> Iterator[LoopbackServer]:
    """A running server."""
    with LoopbackServer(respond, *faults) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


# -- misbehaviour ----------------------------------------------------------------------------------------------------


def sometimes(act: Callable[[Handler], None], times: int) -> Fault:
    """The first so many requests go wrong."""
    left = [times]

    def fault(handler: Handler) -> bool:
        if left[0] == 0:
            return False
        left[0] -= 1
        act(handler)
        return True

    return fault


def on(path: str, act: Callable[[Handler], None]) -> Fault:
    """Every request to an endpoint goes wrong."""

    def fault(handler: Handler) -> bool:
        if not handler.path.endswith(path):
            return False
        act(handler)
        return True

    return fault


def status(code: int, text: str = '{"error": {"message": "no"}}', **headers: str) -> Callable[[Handler], None]:
    return lambda handler: handler.answer(code, text, **headers)


def malformed(text: str = '{"choices": [') -> Callable[[Handler], None]:
    return lambda handler: handler.answer(200, text)


def dripping(seconds: float) -> Callable[[Handler], None]:
    """A byte now and then: no timeout between two bytes ever breaks it."""

    def act(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("content-length", "100000")
        handler.end_headers()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.02)

    return act


def changed(respond: Respond, change: Callable[[Json, Json], None]) -> Respond:
    """The same server with (request, response) changed in each answer."""

    def answer(path: str, request: Json) -> Json:
        response = respond(path, request)
        change(request, response)
        return response

    return answer
