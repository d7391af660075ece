"""What was promised: commitments with action, deadline, sum and vehicle."""
