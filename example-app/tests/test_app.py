"""The API as a client sees it: over HTTP, against a really running server."""

import json
import urllib.error
import urllib.request

SERVER = "http://127.0.0.1:8000"


def post(path, body):
    request = urllib.request.Request(
        SERVER + path,
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_dummy_takes_valid_input():
    assert post("/dummy", {"input": "valid input :)"}) == (
        200,
        {"success": "nice input"},
    )


def test_dummy_refuses_other_input():
    assert post("/dummy", {"input": "hello"}) == (400, {"error": "bad input"})


def test_dummy_says_what_is_missing():
    assert post("/dummy", {}) == (400, {"error": "missing: input"})


def test_command_runs_a_shell_command():
    assert post("/command", {"command": "echo hello"}) == (
        200,
        {"status": 0, "output": "hello\n", "error": ""},
    )


def test_command_reports_failure():
    status, body = post("/command", {"command": "exit 3"})
    assert (status, body["status"]) == (200, 3)


def test_command_says_what_is_missing():
    assert post("/command", {}) == (400, {"error": "missing: command"})
