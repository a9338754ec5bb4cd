"""Settings, addresses, server entry and the command line: the only room that knows every other one."""
