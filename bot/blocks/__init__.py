"""From coach values to Block Kit: pure, and within Slack's limits whatever people write."""
