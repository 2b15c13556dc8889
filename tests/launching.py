"""How the tests start Chromium."""

from __future__ import annotations

# Nobody looks at this browser: the list under its address bar is two pages of its own in every window and costs more
# than the page under test, and the renderer kept ready for a next page is never needed. The list replaces the one that
# Playwright gives, so what it switches off for the sake of the tests stands here again.
UNSEEN = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "SpareRendererForSitePerProcess",
)
SWITCHED_OFF = (
    *(
        "AvoidUnnecessaryBeforeUnloadCheckSync",
        "DestroyProfileOnBrowserClose",
        "HttpsUpgrades",
        "PaintHolding",
    ),
    *(
        "HttpsFirstBalancedModeAutoEnable",
        "ThirdPartyStoragePartitioning",
        "AvoidCorsURLLoaderRestartOnRedirect",
    ),
    *("LensOverlay", "MediaRouter", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"),
    *("PreconnectToSearch", *UNSEEN),
)
LAUNCH = [
    f"--disable-features={','.join(SWITCHED_OFF)}",
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic"),
    *("--no-first-run", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"),
    "--autoplay-policy=no-user-gesture-required",  # as at a desk where alarms may sound
]
