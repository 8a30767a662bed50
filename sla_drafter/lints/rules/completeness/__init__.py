"""What an agreement has to say."""
