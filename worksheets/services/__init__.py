"""Every write, as a verb: one transaction with permission, version, save, event and judgement."""
