"""What granian serves."""

from django.core.wsgi import get_wsgi_application

from octavo.config.child import follow_parent

follow_parent()
application = get_wsgi_application()
