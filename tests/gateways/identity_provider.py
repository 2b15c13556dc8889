"""A real OpenID provider on loopback, in a process of its own: oidc-provider-mock, which also checks PKCE and, on demand,
lies. Run as a program it serves until its input ends and says its port first."""

from __future__ import annotations

import base64
import hashlib
import json
import sys
import threading
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

LIES: dict[str, Any] = {}


def lied(claims: dict[str, Any]) -> dict[str, Any]:
    """The claims of the ID token as the chosen lie has them."""
    now = int(time.time())
    changes: dict[str, dict[str, Any]] = {
        "issuer": {"iss": "https://evil.example"},
        "audience": {"aud": ["somebody-else"]},
        "party": {"aud": [claims["aud"][0] if isinstance(claims["aud"], list) else claims["aud"], "x"]},
        "expired": {"exp": now - 3600, "iat": now - 7200},
        "nonce": {"nonce": "of-another-sign-in"},
    }
    return claims | changes.get(LIES.get("lie", ""), {})


def signed(token: str, pem: bytes) -> str:
    import jwt

    kid = jwt.get_unverified_header(token).get("kid")
    named = {"kid": kid} if kid else None
    claims = lied(jwt.decode(token, options={"verify_signature": False}))
    if LIES.get("lie") == "unsigned":
        return jwt.encode(claims, None, algorithm="none", headers=named)
    if LIES.get("lie") == "key":
        from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

        return jwt.encode(claims, generate_private_key(65537, 2048), algorithm="RS256", headers=named)
    return jwt.encode(claims, pem, algorithm="RS256", headers=named)


CHALLENGES: dict[str, str] = {}  # code -> what its verifier has to fit


def meddle() -> Any:
    """Before a page is answered: PKCE is checked, and some lies are whole answers."""
    import flask

    lie, path = LIES.get("lie"), flask.request.path
    if path == "/userinfo" and lie == "subject":
        return flask.jsonify(sub="somebody-else", family_name="X")
    if path != "/oauth2/token":
        return None
    digest = hashlib.sha256(flask.request.form.get("code_verifier", "").encode()).digest()
    expected = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    if CHALLENGES.pop(flask.request.form.get("code", ""), None) != expected:
        return flask.jsonify(error="invalid_grant"), 400
    answers = {"elsewhere": flask.redirect("https://evil.example/"), "huge": "x" * 300_000}
    return answers.get(str(lie))


def remember(answer: Any) -> Any:
    """After it: the challenge of a new code is kept, the ID token is signed again with the lie in it."""
    import flask

    if flask.request.path == "/oauth2/authorize" and "Location" in answer.headers:
        code = parse_qs(urlsplit(answer.headers["Location"]).query).get("code", [""])[0]
        if flask.request.args.get("code_challenge_method") == "S256":
            CHALLENGES[code] = flask.request.args.get("code_challenge", "")
    told = answer.get_json(silent=True) if flask.request.path == "/oauth2/token" else None
    if isinstance(told, dict) and "id_token" in told:
        pem = flask.g.oidc_provider_mock_storage.jwk.as_pem(is_private=True)
        answer.set_data(json.dumps(told | {"id_token": signed(told["id_token"], pem)}))
    return answer


def provider() -> Any:
    import flask
    from oidc_provider_mock import app

    made = app(require_nonce=True)
    made.before_request(meddle)
    made.after_request(remember)

    @made.post("/lie")
    def lie() -> str:
        LIES.clear()
        LIES.update(flask.request.get_json())
        return ""

    return made


def serve() -> None:
    import werkzeug.serving

    server = werkzeug.serving.make_server("127.0.0.1", 0, provider(), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    serve()
