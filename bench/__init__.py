"""How long things take on this machine. Each script measures one thing and prints medians; none of them asserts anything."""
