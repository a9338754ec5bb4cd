"""How gunicorn runs the application. Values that differ between starts are command-line arguments of `lachan serve`.

Sync workers with one thread each: against SQLite, threads that wait for the one writer made the slowest answers many times slower.
"""

wsgi_app = "lachan.config.wsgi:application"
worker_class = "sync"
threads = 1
preload_app = True  # the application is loaded once and shared, so that the server answers soon after its start
timeout = 60  # a long plan is read in a process of its own, which may take longer than any page
graceful_timeout = 30
accesslog = None  # addresses of those who report are not written anywhere
loglevel = "warning"
control_socket_disable = True
