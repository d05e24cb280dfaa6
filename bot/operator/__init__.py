"""What whoever runs the bot needs: checks, quotas, figures, commands, backups."""
