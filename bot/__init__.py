"""Jalon in Slack: process, listeners, pictures, playground."""
