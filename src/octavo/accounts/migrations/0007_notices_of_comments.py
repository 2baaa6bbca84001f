from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0006_sections'),
    ]

    operations = [
        migrations.AddField(
            model_name='preference',
            name='tells_comments',
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name='notice',
            name='kind',
            field=models.CharField(choices=[('news', 'News'), ('comment', 'Comment')], default='news', max_length=10),
        ),
    ]
