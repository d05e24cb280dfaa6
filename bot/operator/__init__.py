"""What whoever runs the bot needs: checks and quotas."""
