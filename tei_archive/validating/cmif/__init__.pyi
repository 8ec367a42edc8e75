from .checking import Registration, check_bytes, check_file, check_online
from .online import Ask, Fetch, Served

__all__ = ["Ask", "Fetch", "Registration", "Served", "check_bytes", "check_file", "check_online"]
