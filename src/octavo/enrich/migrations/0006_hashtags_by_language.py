import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enrich', '0005_plurals'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='tagging',
            name='hashtag_once_per_story',
        ),
        migrations.AddField(
            model_name='tagging',
            name='language',
            field=models.CharField(default='', max_length=16),
        ),
        migrations.AddField(
            model_name='hashtag',
            name='same_as',
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='same', to='enrich.hashtag'
            ),
        ),
        migrations.AddIndex(
            model_name='hashtag',
            index=models.Index(django.db.models.functions.text.Upper('name'), name='hashtag_by_name'),
        ),
        migrations.AddIndex(
            model_name='hashtag',
            index=models.Index(
                django.db.models.functions.comparison.Coalesce('same_as', 'id'), name='hashtag_by_first'
            ),
        ),
        migrations.AddConstraint(
            model_name='tagging',
            constraint=models.UniqueConstraint(fields=('story', 'language', 'hashtag'), name='hashtag_once_per_language'),
        ),
    ]
