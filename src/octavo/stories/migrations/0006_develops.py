from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('stories', '0005_embedder'),
    ]

    operations = [
        migrations.AddField(
            model_name='membership',
            name='develops',
            field=models.JSONField(default=list),
        ),
    ]
