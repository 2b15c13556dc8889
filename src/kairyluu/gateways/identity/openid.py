"""OpenID Connect Core 1.0, the authorization code flow with PKCE (RFC 7636), state and nonce. The signature of the ID token
is checked against the provider's keys although it came over TLS: a proxy that ends TLS stands in many a network."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from typing import Any
from urllib.parse import urlencode

from kairyluu.gateways.identity.contract import Asked, NotVouchedFor, ProviderAway, Relying
from kairyluu.gateways.identity.fetching import get_json, is_safe_address, post_form

# Signed by the provider's private key; never `none`, never one that our own secret could make.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
LEEWAY = 30  # seconds that two clocks may differ
_PAGES = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class OpenIdProvider:
    def __init__(self, relying: Relying) -> None:
        self.relying = relying

    def ask(self, back: str) -> Asked:
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        digest = hashlib.sha256(verifier.encode()).digest()
        fields = {
            "response_type": "code",
            "client_id": self.relying.client_id,
            "redirect_uri": back,
            "scope": self.relying.scopes,
            "state": state,
            "nonce": nonce,
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        page = str(self._described()["authorization_endpoint"])
        where = f"{page}{'&' if '?' in page else '?'}{urlencode(fields)}"
        return Asked(where=where, back=back, state=state, nonce=nonce, verifier=verifier)

    def claims(self, code: str, asked: Asked) -> dict[str, Any]:
        """Of the ID token, and of `userinfo` where there is one for the same subject."""
        described = self._described()
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": asked.back,
            "client_id": self.relying.client_id,
            "code_verifier": asked.verifier,
        }
        client = (self.relying.client_id, self.relying.secret)
        told = post_form(str(described["token_endpoint"]), fields, client)
        token = told.get("id_token")
        if not isinstance(token, str):
            raise NotVouchedFor("code")
        proven = self._proven(token, str(described["jwks_uri"]))
        if not hmac.compare_digest(str(proven.get("nonce", "")).encode(), asked.nonce.encode()):
            raise NotVouchedFor("nonce")
        return self._with_details(described, told, proven)

    def _with_details(
        self, described: dict[str, Any], told: dict[str, Any], proven: dict[str, Any]
    ) -> dict[str, Any]:
        page, bearer = described.get("userinfo_endpoint"), told.get("access_token")
        if not isinstance(page, str) or not isinstance(bearer, str):
            return proven
        details = get_json(page, bearer)
        if details.get("sub") != proven["sub"]:  # Core 5.3.2: else it may be somebody else's
            raise NotVouchedFor("subject")
        return details | proven

    def _described(self) -> dict[str, Any]:
        """The provider's own description of itself (Discovery 1.0); it has to be of the issuer that was configured."""
        described = get_json(f"{self.relying.address.rstrip('/')}/.well-known/openid-configuration")
        if str(described.get("issuer", "")).rstrip("/") != self.relying.address.rstrip("/"):
            raise ProviderAway("describes another issuer")
        for name in _PAGES:
            if not is_safe_address(str(described.get(name, ""))):
                raise ProviderAway(f"no safe {name}")
        return described

    def _proven(self, token: str, keys_page: str) -> dict[str, Any]:
        import jwt  # costs 8 MB: only who signs in this way pays for it

        try:
            header = jwt.get_unverified_header(token)
            if header.get("alg") not in ALGORITHMS:
                raise NotVouchedFor("signature")
            key = _key_of(jwt.PyJWKSet.from_dict(get_json(keys_page)).keys, header.get("kid"))
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=[str(header["alg"])],
                audience=self.relying.client_id,
                leeway=LEEWAY,
                options={"require": ["exp", "iat", "iss", "aud", "sub"]},
            )
        except jwt.ExpiredSignatureError:
            raise NotVouchedFor("expired") from None
        except jwt.InvalidAudienceError:
            raise NotVouchedFor("audience") from None
        except jwt.PyJWTError:
            raise NotVouchedFor("signature") from None
        self._demand_ours(claims)
        return claims

    def _demand_ours(self, claims: dict[str, Any]) -> None:
        """Core 3.1.3.7: of this issuer; where it is meant for several, handed to us."""
        if str(claims["iss"]).rstrip("/") != self.relying.address.rstrip("/"):
            raise NotVouchedFor("issuer")
        others = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        if (others or "azp" in claims) and claims.get("azp") != self.relying.client_id:
            raise NotVouchedFor("audience")
        if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 255:
            raise NotVouchedFor("subject")


def _key_of(keys: Any, kid: Any) -> Any:
    """The key that the token names; the only one where it names none."""
    if kid is None and len(keys) == 1:
        return keys[0]
    found = next((key for key in keys if kid is not None and key.key_id == kid), None)
    if found is None:
        raise NotVouchedFor("signature")
    return found
