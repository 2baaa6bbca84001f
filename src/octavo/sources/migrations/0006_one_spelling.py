from django.db import migrations
from django.utils import timezone

from octavo.core.links import web_url


def spell(apps, schema_editor):
    """Give feeds kept under other spellings of an address the one that is sent, and join those that are one feed."""
    feeds = apps.get_model('sources', 'Feed').objects
    for feed in feeds.order_by('id'):
        url = web_url(feed.url)
        if not url or url == feed.url or len(url) > 1000:
            continue
        if same := feeds.filter(url=url).first():
            join(apps, feed, same)
        else:
            feeds.filter(pk=feed.pk).update(url=url)


def join(apps, feed, same):
    """Move what `feed` has to `same`, and drop it; read state and stars are kept with articles, not with feeds."""
    entries = apps.get_model('feeds', 'Entry').objects
    known = entries.filter(feed_id=same.pk).values('key')
    entries.filter(feed_id=feed.pk).exclude(key__in=known).update(feed_id=same.pk)
    apps.get_model('pipeline', 'Refused').objects.filter(feed_id=feed.pk).update(feed_id=same.pk)
    outlines = apps.get_model('sources', 'Outline').objects
    for outline in outlines.filter(feed_id=feed.pk):
        if outlines.filter(feed_id=same.pk, parent_id=outline.parent_id).exists():
            outline.delete()
        else:
            outlines.filter(pk=outline.pk).update(feed_id=same.pk)
    if feed.state == 'active' and same.state == 'gone':
        same.state, same.next_poll = 'active', timezone.now()
        same.save(update_fields=['state', 'next_poll'])
    feed.delete()


class Migration(migrations.Migration):

    dependencies = [
        ('sources', '0005_feeds_updated_in_place'),
        ('feeds', '0003_media'),
        ('pipeline', '0001_initial'),
    ]

    operations = [migrations.RunPython(spell, migrations.RunPython.noop)]
