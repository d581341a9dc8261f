"""Policies that run elsewhere: a client that asks policy servers in the manner of openpi, and a server of our own."""

from skills.remote.dialect import DIALECTS, Dialect
from skills.remote.line import ServerError
from skills.remote.policy import RemotePolicy
from skills.remote.received import Received
from skills.remote.sent import Picture, Sent

__all__ = ["DIALECTS", "Dialect", "Picture", "Received", "RemotePolicy", "Sent", "ServerError"]
