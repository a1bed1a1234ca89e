"""A small API to try seccomp-lock on. /command is vulnerable ON PURPOSE."""

import subprocess

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.post("/dummy")
def dummy():
    body = request.get_json(silent=True) or {}
    if "input" not in body:
        return jsonify(error="missing: input"), 400
    if body["input"] != "valid input :)":
        return jsonify(error="bad input"), 400
    return jsonify(success="nice input")


@app.post("/command")
def command():
    # VULNERABLE ON PURPOSE: whoever reaches this endpoint runs any shell
    # command. It stands for the hole that you do not know of, and shows what a
    # seccomp profile still stops behind it. Never copy this.
    body = request.get_json(silent=True) or {}
    if "command" not in body:
        return jsonify(error="missing: command"), 400
    done = subprocess.run(
        body["command"], shell=True, capture_output=True, text=True, timeout=10
    )
    return jsonify(status=done.returncode, output=done.stdout, error=done.stderr)
