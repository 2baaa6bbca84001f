from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_invitation'),
    ]

    operations = [
        migrations.AddField(
            model_name='preference',
            name='sections',
            field=models.CharField(blank=True, max_length=1200, null=True),
        ),
    ]
