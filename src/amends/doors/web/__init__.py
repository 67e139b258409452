"""The app in the browser: a door that translates requests into the verbs of `app` and shows what they give.

```
place.py      where it is served and what is kept where, read from the environment; what is missing to serve others
settings.py   Django's settings, made from the place
serve.py      start: the tables, the worker, the server, the browser
guard.py      what every request and answer goes through: who may ask, what a page may load, how mistakes are told
signed_out.py what somebody is told whose session ended while they worked
work.py       the worker: reads the files that were sent, beside the server
uploads.py    how large a file that is sent may be
documents.py  how the documents of a case are shown
spoken.py     sentences that tell to type something, as a page says them
cases.py      the case that a request is about
pages/        one module a page; each says its addresses and its step, and is found by scanning the folder
templates/    the pages' markup, one folder a page
static/       style and the small programs of the pages; `built/` is made from npm packages and shipped
```
"""
