from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sources', '0004_rhythm'),
    ]

    operations = [
        migrations.AlterField(
            model_name='feed',
            name='next_poll',
            field=models.DateTimeField(),
        ),
        migrations.RunSQL(
            "ALTER TABLE sources_feed SET (fillfactor = 45)",
            "ALTER TABLE sources_feed RESET (fillfactor)",
        ),
    ]
