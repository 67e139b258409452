"""The app in the browser: a door that translates requests into the verbs of `app` and shows what they give.

```
place.py      where it is served and what is kept where, read from the environment; what is missing to serve others
settings.py   Django's settings, made from the place
serve.py      start: the tables, the worker, the server, the browser
guard.py      what every request and answer goes through: who may ask, what a page may load, how mistakes are told
cases.py      the case that a request is about
pages/        one module a page; each says its addresses and its step, and is found by scanning the folder
templates/    the pages' markup, one folder a page
static/       style and the small programs of the pages; `built/` is made from npm packages and shipped
```
"""
