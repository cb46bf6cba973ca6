"""Sites, splits and copies between sites."""
