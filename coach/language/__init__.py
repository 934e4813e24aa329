"""What people wrote: an offline reader of goals and replies, in French and in English."""
