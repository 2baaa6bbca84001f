from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_reader_state'),
    ]

    operations = [
        migrations.AlterField(
            model_name='preference',
            name='look',
            field=models.CharField(blank=True, max_length=100, null=True),
        ),
    ]
