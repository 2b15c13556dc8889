"""Compiles every translation that changed. Run at set-up: `make messages`."""

from kairyluu.wiring.runtime.messages import compile_messages

if __name__ == "__main__":
    print(f"{len(compile_messages())} translations compiled")
